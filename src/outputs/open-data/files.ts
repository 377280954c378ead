/** Each data set and its schema. */
import { dataAddress, dataSchemaAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { editionFile } from './edition-file.ts';
import type { HandbookFile } from '../output.ts';
import { dataFile, dataSchema, dataSets } from './open-data.ts';

export const files = (handbook: Handbook): HandbookFile[] => [
  editionFile(handbook),
  ...dataSets.flatMap((dataSet) => [
    {
      address: dataAddress(dataSet.name),
      type: 'application/json',
      content: () => JSON.stringify(dataFile(dataSet, handbook)),
    },
    {
      address: dataSchemaAddress(dataSet.name),
      type: 'application/json',
      content: () => JSON.stringify(dataSchema(dataSet, handbook.site.url)),
    },
  ]),
];
