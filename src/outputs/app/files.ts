/** The app manifest and the OpenSearch description. */
import { pages } from '../../domain/address.ts';
import { offersPage } from '../../domain/offers.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { manifest } from './manifest.ts';
import { openSearchFile } from './open-search.ts';

export const files = (handbook: Handbook): HandbookFile[] => [
  {
    address: pages.manifest,
    type: 'application/manifest+json',
    content: () => JSON.stringify(manifest(handbook)),
  },
  ...(offersPage('search')
    ? [
        {
          address: pages.openSearch,
          type: 'application/opensearchdescription+xml',
          content: () => openSearchFile(handbook),
        },
      ]
    : []),
];
