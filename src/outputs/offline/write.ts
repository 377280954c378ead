/**
 * Writes the offline copy's store, lists and index into the finished site, and its sizes into the page that
 * offers it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TurnFile } from '../output.ts';
import { eachAnew, type KeptWork } from '../../domain/kept-work.ts';
import { shownBytes, sizeWords } from '../../books/size-words.ts';
import { audienceSection } from './section-rules.ts';
import {
  indexAddress,
  isPage,
  storeFolder,
  type Bundle,
  type OfflineIndex,
  type SectionEntry,
  type SectionList,
} from './runtime/format.ts';
import {
  Bundles,
  handfulsOf,
  hashOf,
  sharedParts,
  weighedBefore,
  type Handful,
  type Put,
} from './bundles.ts';
import type { SharedParts } from './bundles.ts';
import { finishedSite, neededBy, type FinishedSite } from './finished-site.ts';
import { cut, pagesIn, type Sections } from './sections.ts';

/** The page that offers the copy. It knows names and order, the build adds sizes. */
export const offerPage = 'ngoai-tuyen/index.html';
const offerAddress = '/ngoai-tuyen/';
/** Folder of the bundles in the site. */
export const inStore = storeFolder.slice(1);
/** Sizes that are no section of their own. */
const whole = 'ca-so-tay',
  urgentName = 'khan-cap';
const audienceStart = audienceSection('');

/** What was written, for the log and the worker. */
export interface OfflineFiles {
  readonly urgent: SectionList;
  readonly edition: string;
  /** Bytes on the line: emergency pages, whole handbook. */
  readonly urgentBytes: number;
  readonly wholeBytes: number;
  readonly sections: number;
  readonly bundles: number;
}

function listOf(site: Pick<FinishedSite, 'leads'>, bundled: Bundles, paths: readonly string[]): SectionList {
  const own = new Set(paths);
  return {
    bundles: bundled.of(paths),
    leads: Object.fromEntries(
      [...site.leads]
        .filter(([, to]) => own.has(to.replace(/[?#].*$/, '')))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

const lineBytes = (bundles: Iterable<Bundle>): number =>
  [...new Map([...bundles].map((bundle) => [bundle[0], bundle[2]])).values()].reduce(
    (total, value) => total + value,
    0,
  );

interface Made {
  readonly urgent: SectionList;
  readonly entries: Record<string, SectionEntry>;
  readonly texts: readonly Buffer[];
  readonly wholeBytes: number;
}

/** Bytes of lists on the line, by their names: most are the same when they are made a second time. */
type Weights = Map<string, number>;

function listAll(
  site: PlannedSite,
  bundled: Bundles,
  { sections, urgent }: Sections,
  weights: Weights,
): Made {
  const entries: Record<string, SectionEntry> = {};
  const texts: Buffer[] = [];
  const all = new Map<string, Bundle>();
  let wholeLists = 0;
  for (const [id, paths] of sections) {
    const list = listOf(site, bundled, paths);
    const text = site.turned('list.json', Buffer.from(JSON.stringify(list)));
    const name = hashOf(text);
    const weight = weights.get(name) ?? bundled.weight(text);
    weights.set(name, weight);
    texts.push(text);
    entries[id] = {
      list: name,
      bytes: lineBytes(list.bundles) + weight,
      room:
        text.length +
        [...new Set(list.bundles.map((bundle) => bundle[0]))].reduce(
          (total, hash) => total + bundled.room(hash),
          0,
        ),
      pages: pagesIn(paths),
    };
    if (id.startsWith(audienceStart)) continue;
    for (const bundle of list.bundles) all.set(bundle[0], bundle);
    wholeLists += weight;
  }
  return {
    urgent: listOf(site, bundled, urgent),
    entries,
    texts,
    wholeBytes: lineBytes(all.values()) + wholeLists,
  };
}

/**
 * The page with its sizes. A section without a row, or a row twice, stops the build; a row whose section is
 * empty goes. Done twice it gives the same.
 */
export function withSizes(
  html: string,
  sizes: Readonly<Record<string, { readonly bytes: number; readonly pages?: number }>>,
): string {
  const told = new Set<string>();
  const rows = html.replace(/<li data-row="([^"]+)">[\s\S]*?<\/li>/g, (row, id: string) =>
    sizes[id] === undefined ? '' : row,
  );
  const filled = rows.replace(
    /(<(\w+) data-size="([^"]+)")(?: data-bytes="\d+")?([^>]*>)[^<]*(<\/\2>)/g,
    (_, start: string, __: string, id: string, rest: string, end: string) => {
      const size = sizes[id];
      if (size === undefined)
        throw new Error(
          `Bản ngoại tuyến: trang lưu có chỗ ghi dung lượng của “${id}”, nhưng không có phần ấy. (size of an unknown section)`,
        );
      told.add(id);
      return `${start} data-bytes="${shownBytes(size.bytes)}"${rest}${sizeWords(size.bytes)}${size.pages === undefined ? '' : `, ${size.pages} trang`}${end}`;
    },
  );
  const untold = Object.keys(sizes).filter((id) => !told.has(id));
  if (untold.length > 0)
    throw new Error(
      `Bản ngoại tuyến: trang lưu chưa có dòng cho ${untold.join(', ')}. Sửa src/views/offline.ts. (section without a row)`,
    );
  return filled;
}

/** What the copy asks of a site besides its pages. */
type PlannedSite = Pick<FinishedSite, 'leads' | 'turned'>;

/** What is kept of a site, and how it is put together; sites that differ in words alone have the same. */
export interface OfflinePlan extends PlannedSite {
  readonly sections: Sections;
  readonly pages: readonly string[];
  readonly shared: SharedParts;
  readonly handfuls: readonly Handful[];
}

/** Plans what is kept of a finished site. */
export function planOffline(site: FinishedSite): OfflinePlan {
  const sections = cut(site, neededBy(site));
  const paths = [...new Set([...[...sections.sections.values()].flat(), ...sections.urgent])].sort();
  const pages = paths.filter(isPage);
  return {
    leads: site.leads,
    turned: site.turned,
    sections,
    pages,
    shared: sharedParts(pages, (path) => site.sent(path)),
    handfuls: handfulsOf(
      paths.filter((path) => !isPage(path)),
      new Set(sections.urgent),
      (path) => site.sent(path).length,
    ),
  };
}

/**
 * Ends a copy whose bundles are all made: the page that offers it gets its sizes, lists and index are put
 * beside the bundles. `page` is the page as the build wrote it, `put` takes files by their path in the site.
 */
export function endOffline(plan: OfflinePlan, bundled: Bundles, page: string, put: Put): OfflineFiles {
  const { sections } = plan;
  const weights: Weights = new Map();
  const before = listAll(plan, bundled, sections, weights);
  const edition = /data-edition="(\d{4}-\d{2}-\d{2})"/.exec(page)?.[1];
  if (edition === undefined)
    throw new Error('Bản ngoại tuyến: trang lưu không ghi ngày của bản này. (edition missing)');
  const urgentBytes = lineBytes(before.urgent.bundles);
  // The whole names no number of pages of its own: it is the sum of its parts.
  const wholePages = Object.entries(before.entries)
    .filter(([id]) => !id.startsWith(audienceStart))
    .reduce((total, [, entry]) => total + entry.pages, 0);
  const offered = Buffer.from(
    withSizes(page, {
      ...before.entries,
      [whole]: { bytes: before.wholeBytes, pages: wholePages },
      [urgentName]: { bytes: urgentBytes },
    }),
  );
  put(offerPage, offered);
  bundled.again(offerAddress, plan.turned(offerPage, offered), plan.shared.get(offerAddress) ?? []);
  const made = listAll(plan, bundled, sections, weights);
  for (const text of made.texts) put(`${inStore}${hashOf(text)}.txt`, text);
  const index = { edition, sections: made.entries } satisfies OfflineIndex;
  put(indexAddress.slice(1), Buffer.from(JSON.stringify(index)));
  return {
    urgent: made.urgent,
    edition,
    urgentBytes: lineBytes(made.urgent.bundles),
    wholeBytes: made.wholeBytes,
    sections: sections.sections.size,
    bundles: bundled.size,
  };
}

/**
 * Writes everything but the worker. `served` turns a file to the address of the edition: what is kept is what
 * the server will send.
 */
export function writeOffline(
  dist: string,
  served: TurnFile = (_, bytes) => bytes,
  known: KeptWork = eachAnew,
): OfflineFiles {
  const site = finishedSite(dist, served);
  const plan = planOffline(site);
  mkdirSync(join(dist, storeFolder), { recursive: true });
  const put: Put = (file, bytes) => {
    // A page may be one with a kept one: it is laid anew, never written into.
    if (bytes === undefined || file === offerPage) rmSync(join(dist, file), { force: true });
    if (bytes !== undefined && !known.laid(dist, file, bytes)) writeFileSync(join(dist, file), bytes);
  };
  const bundled = new Bundles((file, bytes) => put(`${inStore}${file}`, bytes), weighedBefore(known));
  for (const path of plan.pages) bundled.page(path, site.sent(path), plan.shared.get(path) ?? []);
  const bodies = (members: readonly string[]) => members.map((path) => site.sent(path));
  for (const handful of plan.handfuls) bundled.handful(handful, bodies(handful.members));
  return endOffline(plan, bundled, site.read(offerAddress).toString(), put);
}
