/** Redirects, for static hosts and for nginx, see deploy/; and what crawlers ask first. */
import { absolute, pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { nginxMap, redirectsFile } from './redirects.ts';

const type = 'text/plain; charset=utf-8';

export const files = (handbook: Handbook): HandbookFile[] => [
  {
    address: pages.robots,
    type,
    content: () => `User-agent: *\nAllow: /\n\nSitemap: ${absolute(handbook.site.url, pages.siteMap)}\n`,
  },
  // Copied to `/_redirects` by hosts that know the format.
  { address: pages.redirectList, type, content: () => redirectsFile(handbook) },
  // Body of an nginx `map`.
  { address: pages.redirectMap, type, content: () => nginxMap(handbook) },
];
