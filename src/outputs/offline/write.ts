/**
 * Writes the offline copy's store, lists and index into the finished site, and its sizes into the page that
 * offers it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TurnFile } from '../output.ts';
import { shownBytes, sizeWords } from '../../books/size-words.ts';
import { audienceSection } from './section-rules.ts';
import {
  indexAddress,
  storeFolder,
  type Bundle,
  type OfflineIndex,
  type SectionEntry,
  type SectionList,
} from './runtime/format.ts';
import { bundle, hashOf, onTheLine, type Bundled } from './bundles.ts';
import { finishedSite, neededBy, type FinishedSite } from './finished-site.ts';
import { cut, pagesIn, type Sections } from './sections.ts';

/** The page that offers the copy. It knows names and order, the build adds sizes. */
const offerPage = 'ngoai-tuyen/index.html';
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

function listOf(site: FinishedSite, bundled: Bundled, paths: readonly string[]): SectionList {
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

function listAll(site: FinishedSite, bundled: Bundled, { sections, urgent }: Sections): Made {
  const entries: Record<string, SectionEntry> = {};
  const texts: Buffer[] = [];
  const all = new Map<string, Bundle>();
  let wholeLists = 0;
  for (const [id, paths] of sections) {
    const list = listOf(site, bundled, paths);
    const text = site.turned('list.json', Buffer.from(JSON.stringify(list)));
    const weight = onTheLine(text, 'txt');
    texts.push(text);
    entries[id] = {
      list: hashOf(text),
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

/**
 * Writes everything but the worker. `served` turns a file to the address of the edition: what is kept is what
 * the server will send.
 */
export function writeOffline(dist: string, served: TurnFile = (_, bytes) => bytes): OfflineFiles {
  const site = finishedSite(dist, served);
  const sections = cut(site, neededBy(site));
  const folder = join(dist, storeFolder);
  const bundled = bundle(
    site,
    [...new Set([...[...sections.sections.values()].flat(), ...sections.urgent])].sort(),
    new Set(sections.urgent),
    folder,
  );
  const before = listAll(site, bundled, sections);
  const page = site.read('/ngoai-tuyen/').toString();
  const edition = /data-edition="(\d{4}-\d{2}-\d{2})"/.exec(page)?.[1];
  if (edition === undefined)
    throw new Error('Bản ngoại tuyến: trang lưu không ghi ngày của bản này. (edition missing)');
  const urgentBytes = lineBytes(before.urgent.bundles);
  // The whole names no number of pages of its own: it is the sum of its parts.
  const wholePages = Object.entries(before.entries)
    .filter(([id]) => !id.startsWith(audienceStart))
    .reduce((total, [, entry]) => total + entry.pages, 0);
  writeFileSync(
    join(dist, offerPage),
    withSizes(page, {
      ...before.entries,
      [whole]: { bytes: before.wholeBytes, pages: wholePages },
      [urgentName]: { bytes: urgentBytes },
    }),
  );
  bundled.again('/ngoai-tuyen/');
  const made = listAll(site, bundled, sections);
  for (const text of made.texts) writeFileSync(join(folder, `${hashOf(text)}.txt`), text);
  writeFileSync(
    join(dist, indexAddress),
    JSON.stringify({ edition, sections: made.entries } satisfies OfflineIndex),
  );
  return {
    urgent: made.urgent,
    edition,
    urgentBytes: lineBytes(made.urgent.bundles),
    wholeBytes: made.wholeBytes,
    sections: sections.sections.size,
    bundles: bundled.count(),
  };
}
