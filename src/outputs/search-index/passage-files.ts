/** Writes the files of the passage index under `tim/` of the finished site. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nominal, real, shared } from '../../books/nominal.ts';
import { readHandbook, type ReadHandbook } from '../../handbook/read-handbook.ts';
import { pages as addresses } from '../../domain/address.ts';
import type { Findable } from '../../domain/findable.ts';
import { offersAddress } from '../../domain/offers.ts';
import type { Entries } from '../../schemas/collections.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { buildSearch, textsOf, type PageSource, type SearchSources } from './build.ts';
import type { BodyFile, CoreFile, PageText } from '../../search/format.ts';
import { coreFindables } from './core-findables.ts';
import { treatedBy, type BoundFile, type BoundName } from './bound.ts';
import { dangerView } from '../../views/search.ts';
import { t } from '../../words/words.ts';
import type { FinishedSite } from '../output.ts';
import { namedSource, pageSources } from './passages.ts';
import { queryWords } from './query-words.ts';

/** Names by the address of the page that they are for. */
function namesByAddress(entries: Entries): ReadonlyMap<string, readonly string[]> {
  const names: Readonly<Record<string, readonly string[] | undefined>> =
    entries.pageNames[0]?.data.pages ?? {};
  return new Map(Object.entries(addresses).map(([key, address]) => [address, names[key] ?? []]));
}

/** Names that bind, as authors wrote them. */
function boundNames(list: Handbook['boundNames']): Omit<BoundName, 'pages'>[] {
  if (list === undefined) return [];
  return [
    ...list.procedures.map((each) => ({ ...each, kind: 'procedure' as const })),
    ...list.services.map((each) => ({ ...each, kind: 'service' as const })),
    ...list.matters.map((each) => ({ ...each, kind: 'matter' as const })),
  ];
}

/** The same, each with the pages that treat it, by their places. */
function bind(names: readonly Omit<BoundName, 'pages'>[], pages: readonly PageSource[]): BoundName[] {
  const treated = treatedBy(
    pages,
    names.map(({ said }) => said),
  );
  return names.map((each, at) => ({ ...each, pages: treated[at] ?? [] }));
}

/**
 * Everything search knows of a handbook, with stand-ins for an edition's own texts; `findables` are what the
 * forms offer.
 */
export async function searchSources(
  { handbook: written, proven }: ReadHandbook,
  findables: FinishedSite['findables'],
): Promise<SearchSources> {
  const handbook = nominal(written);
  const { entries } = proven;
  const offered = await findables(handbook);
  const danger = dangerView(handbook);
  const names = namesByAddress(entries);
  const calls: Findable = { kind: 'page', title: t('directory.title'), address: addresses.calls };
  const free = handbook.pages
    .filter(({ address }) => offersAddress(address))
    .map(({ data, address }): Findable => ({
      kind: 'page',
      title: data.title,
      address,
      aliases: data.aliases,
    }));
  const named = [calls, ...free, ...coreFindables(handbook), ...offered.items].map((item) =>
    namedSource(item, item.kind === 'target' ? [] : (names.get(item.address) ?? [])),
  );
  return {
    pages: pageSources(handbook, entries, proven, named),
    sheets: offered.sheets.flatMap(({ name, ...sheet }) => {
      const asked = entries.pageNames[0]?.data.sheets[name];
      return asked === undefined ? [] : [{ ...sheet, names: asked }];
    }),
    words: queryWords(entries),
    ...(danger === undefined ? {} : { danger }),
    bound: boundNames(handbook.boundNames),
  };
}

/** The files of the index, stamped with what is in them. */
export function searchFiles(sources: SearchSources): {
  core: CoreFile;
  body: BodyFile;
  texts: ReadonlyMap<string, PageText>;
  meanings: Readonly<Record<string, string>>;
  bound: BoundFile;
} {
  const edition = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12);
  const meanings = Object.fromEntries(
    sources.pages
      .filter((page) => page.kind === 'term')
      .map((page) => [
        page.address.slice(page.address.indexOf('#') + 1),
        page.sections[0]?.lines[0]?.text ?? '',
      ]),
  );
  const bound = { edition, names: bind(sources.bound, sources.pages) };
  return { ...buildSearch(sources, edition), meanings, bound };
}

/**
 * Writes the index for the pages that the site in `dist` really has. Answers with what was written, in bytes.
 */
export async function writePassages({
  root,
  dist,
  findables,
}: FinishedSite): Promise<{ handbook: Handbook; pages: number; core: number; body: number }> {
  const read = readHandbook(root);
  const { handbook } = read;
  const sources = await searchSources(read, findables);
  const there = sources.pages.filter((page) =>
    existsSync(join(dist, page.address.replace(/#.*$/, ''), 'index.html')),
  );
  // One index for all editions that show the same; what a page then shows is the edition's own.
  const { core, body, meanings, bound } = searchFiles(shared({ ...sources, pages: there }, handbook));
  const texts = textsOf(real(there, handbook));
  await mkdir(join(dist, 'tim/bai'), { recursive: true });
  const write = async (name: string, data: unknown): Promise<number> => {
    const text = JSON.stringify(data);
    await writeFile(join(dist, 'tim', name), text);
    return Buffer.byteLength(text);
  };
  for (const [name, text] of texts) await write(`bai/${name}`, text);
  await write('tu-dien.json', meanings);
  await write('ten.json', bound);
  if (sources.danger) {
    const { model, ...slots } = sources.danger;
    await write('nguy.json', real(slots, handbook));
    if (model) await write('nguy-hoc.json', model);
  }
  return {
    handbook,
    pages: there.length,
    core: await write('goc.json', core),
    body: await write('them.json', body),
  };
}
