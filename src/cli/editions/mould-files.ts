/** The files of a built mould: which are the same in every edition, and how the others are made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loudMinutes } from '../../domain/loud-limits.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { foldLine } from '../../formats/ics.ts';
import type { FilesModule, HandbookFile } from '../../outputs/output.ts';
import { table } from '../../outputs/table.ts';
import { filesUnder, sha256 } from '../../release/checksums.ts';
import { lexiconOf } from '../../speech/guide-script.ts';
import { spoken } from '../../vietnamese/spoken/spoken.ts';
import { syllables } from '../../vietnamese/sentences.ts';
import { t } from '../../words/words.ts';
import { slotsOf, type Settings, type Slots } from './mould.ts';
import { readProven } from './proven.ts';
import { readCode } from './read-code.ts';
import { Cutter, stamp, type Cut, type Say } from './stamp.ts';

/** What makes a file of an edition. */
export type Maker = (slots: Slots, site: Handbook['site']) => Buffer | Promise<Buffer>;

/** A built mould. */
export interface MouldFiles {
  readonly dist: string;
  readonly handbook: Handbook;
  /** Files that are the same in every edition, with their sums. */
  readonly same: ReadonlyMap<string, string>;
  /** The others: how each is made, and the sum of the mould's own. */
  readonly made: ReadonlyMap<string, { readonly make: Maker; readonly sum: string }>;
  /** How a text is said aloud. */
  readonly say: Say;
  /** Whether a page has a text anyhow. */
  readonly holds: (text: string) => boolean;
}

/** Files that the offline copy writes from all others. */
export const ofOffline = /^(?:ngoai-tuyen\/(?:kho\/|muc\.json$)|sw(?:-go-bo)?\.js$)/;

/** An unfolded calendar, folded again. */
const folded = (text: Buffer): Buffer =>
  Buffer.from(text.toString('utf8').split('\r\n').map(foldLine).join('\r\n'));

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** Text of some markup. */
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** What a page of an announcement counts: syllables of the one text, letters of the other. */
function counted(html: string): { readonly loud: string; readonly zalo: string } {
  const [, aloud = ''] = /<div class="aloud"[^>]*>(.*?)<\/div>/s.exec(html) ?? [];
  const paragraphs = [...aloud.matchAll(/<p>(.*?)<\/p>/gs)].map(([, text = '']) => textOf(text));
  const [, message = ''] = /<div class="message"[^>]*>(.*?)<\/div>/s.exec(html) ?? [];
  const count = syllables(paragraphs.join(' '));
  return {
    loud: t('loud.length', { n: count, minutes: String(loudMinutes(count)).replace('.', ',') }),
    zalo: t('loud.letters', { n: [...textOf(message).trim()].length }),
  };
}

/** A page of an announcement, its texts counted again. */
function recounted(cut: Cut, before: string): Maker {
  const old = counted(before);
  if (!before.includes(old.loud) || !before.includes(old.zalo))
    throw new Error('Trang lời loa của khuôn không đếm như trang nói. (announcement counted otherwise)');
  return (slots) => {
    const html = stamp(cut, slots).toString('utf8');
    const now = counted(html);
    return Buffer.from(html.replace(old.loud, now.loud).replace(old.zalo, now.zalo));
  };
}

/** What is drawn, where letters take more or less room: no stamp goes there. */
const isDrawn = /^\/(?:opensearch\.xml$|.*\.png$)/;

/** Files that are drawn anew for each edition, by their names, of whatever forms there are. */
async function drawnFiles(root: string, handbook: Handbook): Promise<Map<string, Maker>> {
  const drawn = new Map<string, Maker>();
  for (const { name, files } of table) {
    if (files === undefined) continue;
    // The mould's own: its colours are those of the editions.
    const module = join(root, 'src/outputs', name, files.module);
    const form = (await import(module)) as FilesModule;
    // Listing hundreds of files for each of them would take longer than drawing them.
    const listed = new WeakMap<Handbook['site'], ReadonlyMap<string, HandbookFile>>();
    const of = (site: Handbook['site']): ReadonlyMap<string, HandbookFile> => {
      const all =
        listed.get(site) ?? new Map(form.files({ ...handbook, site }).map((file) => [file.address, file]));
      listed.set(site, all);
      return all;
    };
    for (const address of of(handbook.site).keys()) {
      if (!isDrawn.test(address)) continue;
      drawn.set(address.slice(1), async (_, site) =>
        Buffer.from((await of(site).get(address)?.content()) ?? ''),
      );
    }
  }
  return drawn;
}

function makerOf(file: string, bytes: Buffer, cutter: Cutter): Maker | undefined {
  const unfolded = file.endsWith('.ics')
    ? Buffer.from(bytes.toString('utf8').replaceAll('\r\n ', ''))
    : bytes;
  const cut = cutter.cut(unfolded);
  if (cut === undefined) return undefined;
  if (file.endsWith('.ics')) return (slots) => folded(stamp(cut, slots));
  // The address of a guide that was taken out leads away and counts nothing.
  if (/^loa\/\d+\/index\.html$/.test(file) && bytes.includes('class="aloud"'))
    return recounted(cut, bytes.toString('utf8'));
  // What is said as it is written stands once.
  if (file.startsWith('nghe/'))
    return (slots) =>
      Buffer.from(
        stamp(cut, slots)
          .toString('utf8')
          .replace(/,("(?:[^"\\]|\\.)*"),\1\]/g, ',$1]'),
      );
  return (slots) => stamp(cut, slots);
}

/** Text files; in others no text of an edition stands as it is written. */
const isText = /\.(?:html|css|js|json|svg|txt|xml|ics|webmanifest|nginx|csv|md|map)$|(?:^|\/)_[a-z]+$/;

/**
 * Whether a page has a text. Pages say much alike: every text between two marks is looked at once, which is a
 * tenth of them all. A text of an edition has no mark in it.
 */
function holder(dist: string, pages: readonly string[]): (text: string) => boolean {
  let all: Buffer | undefined;
  const read = (): Buffer => {
    const texts = new Set<string>();
    for (const file of pages)
      for (const piece of readFileSync(join(dist, file), 'utf8').split(/[<>"]/)) texts.add(piece);
    return Buffer.from([...texts].join('\n'));
  };
  return (text) => {
    all ??= read();
    return all.includes(text);
  };
}

/**
 * Reads the mould that was built in a project folder. `settings` are those with marks, `proven` the file that
 * keeps its proven content.
 */
export async function readMould(root: string, settings: Settings, proven: string): Promise<MouldFiles> {
  const dist = join(root, 'dist');
  const handbook = readProven(root, proven);
  const lexicon = lexiconOf(handbook);
  const say: Say = (text) => spoken(text, lexicon);
  const cutter = new Cutter(slotsOf(settings), say, readCode);
  const drawn = await drawnFiles(root, handbook);
  const same = new Map<string, string>();
  const made = new Map<string, { make: Maker; sum: string }>();
  const pages: string[] = [];
  for (const file of filesUnder(dist)) {
    if (ofOffline.test(file)) continue;
    const bytes = readFileSync(join(dist, file));
    if (file.endsWith('.html')) pages.push(file);
    const make = drawn.get(file) ?? (isText.test(file) ? makerOf(file, bytes, cutter) : undefined);
    const sum = sha256(bytes);
    if (make === undefined && file !== 'ngoai-tuyen/index.html') same.set(file, sum);
    else made.set(file, { make: make ?? (() => bytes), sum });
  }
  return { dist, handbook, same, made, say, holds: holder(dist, pages) };
}
