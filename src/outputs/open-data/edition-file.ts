/**
 * `/du-lieu/ban.json`: which edition this is, of which version, of which day; for whoever watches over many,
 * and for publishing, which must know the guides that were taken out.
 */
import { readFileSync } from 'node:fs';
import { pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';

/** Version of the handbook, from the folder of the project. */
function versionHere(): string {
  const found: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '';
}

export const editionFile = ({ site, edition, guides, withdrawn }: Handbook): HandbookFile => ({
  address: pages.editionData,
  type: 'application/json',
  content: () =>
    JSON.stringify({
      name: site.name,
      edition: site.edition,
      place: site.place,
      owner: site.owner,
      url: site.url,
      official: site.official,
      version: versionHere(),
      base: site.base ?? null,
      day: edition,
      guides: guides.length,
      withdrawn: withdrawn.map(({ number, address, date, reason }) => ({ number, address, date, reason })),
    }),
});
