/** Every sheet of the print kit, for `npm run print` and for whoever wants to know what there is to print. */
import { pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { kitFiles } from './kit.ts';
import { sheetFiles } from './print-kit.ts';

export const files = (handbook: Handbook): HandbookFile[] => [
  {
    address: pages.sheetList,
    type: 'application/json',
    content: () =>
      `${JSON.stringify({ edition: handbook.edition, ...sheetFiles(handbook), kits: kitFiles(handbook) }, null, 1)}\n`,
  },
];
