/**
 * What the build and the browser agree on about the kept copy. Everything that travels is a *bundle*: a file
 * named after its own
 * SHA-256, one page or a handful of small files. A *list* names the bundles of one section; the *index* names
 * the lists.
 */

/**
 * Folder of the bundles and lists on the server. Their content never changes, because their names say what is
 * in them.
 */
export const storeFolder = '/ngoai-tuyen/kho/';
/** The index: small, and always asked for anew. */
export const indexAddress = '/ngoai-tuyen/muc.json';
/** Shown, with status 503, in place of a page that is not kept. */
export const notKeptAddress = '/ngoai-tuyen/chua-luu/';
/** Marks, on that page, the link to the guide for somebody who is being cheated: it is kept for everybody. */
export const urgentMark = 'data-urgent';

/**
 * First 32 hexadecimal digits of a SHA-256: half of it, which is far more than damage on the line can
 * imitate.
 */
export type Hash = string;

/**
 * One bundle: its name, how it ends (text is compressed by servers, `bin` is compressed already), its bytes
 * on the line, and the files in it, path and length by turns.
 */
export type Bundle = readonly [hash: Hash, kind: 'txt' | 'bin', bytes: number, ...files: (string | number)[]];

/** One section. A list is a text bundle itself. */
export interface SectionList {
  readonly bundles: readonly Bundle[];
  /** Addresses that only lead on: number addresses, moved pages. */
  readonly leads: Readonly<Record<string, string>>;
}

/** A section in the index. */
export interface SectionEntry {
  /** Its list. */
  readonly list: Hash;
  /** Bytes on the line of everything in it, compressed as servers do it; its list included. */
  readonly bytes: number;
  /** Bytes in the store of the device. */
  readonly room: number;
  readonly pages: number;
}

export interface OfflineIndex {
  /** Day of the edition. */
  readonly edition: string;
  readonly sections: Readonly<Record<string, SectionEntry>>;
}

/** The part that comes with every other: front page, lists, glossary, letters of the modes, scripts. */
export const commonSection = 'chung';

/** Where a kept file is: its bundle, and the piece of it when it holds several files. */
export type Place = readonly [hash: Hash] | readonly [hash: Hash, start: number, length: number];

/**
 * What readers are served from. Replaced as a whole by one write, so that no reader sees half of an update.
 */
export interface KeptCopy {
  readonly edition: string;
  /** Sections with their lists. */
  readonly sections: Readonly<Record<string, Hash>>;
  /** Every bundle that must stay. */
  readonly bundles: readonly Hash[];
  readonly files: Readonly<Record<string, Place>>;
  readonly leads: Readonly<Record<string, string>>;
}

/** What is read from the device may be damaged: it is believed only when it has the right shape. */
const isText = (value: unknown): value is string => typeof value === 'string';
const isMapOf = (value: unknown, isRight: (each: unknown) => boolean): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isRight);
const isListOf = (value: unknown, isRight: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isRight);
const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
/** An address of this site, never of another. */
const isOwnAddress = (value: unknown): boolean => isText(value) && /^\/(?![/\\])/.test(value);
const isPlace = (value: unknown): boolean =>
  Array.isArray(value) &&
  isText(value[0]) &&
  (value.length === 1 || (value.length === 3 && isCount(value[1]) && isCount(value[2])));
const isBundle = (value: unknown): boolean =>
  Array.isArray(value) &&
  isText(value[0]) &&
  (value[1] === 'txt' || value[1] === 'bin') &&
  isCount(value[2]) &&
  value.length % 2 === 1 &&
  value.slice(3).every((part, index) => (index % 2 === 0 ? isText(part) : isCount(part)));

/** Which lists a copy is made of: from them it is made again when its own record is damaged. */
export type KeptSections = Pick<KeptCopy, 'edition' | 'sections'>;

/** Whether this names the lists of a copy. */
export const isKeptSections = (value: unknown): value is KeptSections =>
  typeof value === 'object' &&
  value !== null &&
  'edition' in value &&
  isText(value.edition) &&
  /^\d{4}-\d\d-\d\d$/.test(value.edition) &&
  'sections' in value &&
  isMapOf(value.sections, isText);

/** Whether this is the record of what is kept. */
export const isKeptCopy = (value: unknown): value is KeptCopy =>
  isKeptSections(value) &&
  'bundles' in value &&
  isListOf(value.bundles, isText) &&
  'files' in value &&
  isMapOf(value.files, isPlace) &&
  'leads' in value &&
  isMapOf(value.leads, isOwnAddress);

/** Whether this is the index. */
export const isOfflineIndex = (value: unknown): value is OfflineIndex =>
  typeof value === 'object' &&
  value !== null &&
  'edition' in value &&
  isText(value.edition) &&
  'sections' in value &&
  isMapOf(
    value.sections,
    (each) =>
      typeof each === 'object' &&
      each !== null &&
      'list' in each &&
      isText(each.list) &&
      'bytes' in each &&
      isCount(each.bytes) &&
      'room' in each &&
      isCount(each.room),
  );

/** Whether this is the list of a section. */
export const isSectionList = (value: unknown): value is SectionList =>
  typeof value === 'object' &&
  value !== null &&
  'bundles' in value &&
  isListOf(value.bundles, isBundle) &&
  'leads' in value &&
  isMapOf(value.leads, isOwnAddress);

/** The copy that these lists make together. */
export function copyOf(
  edition: string,
  sections: Readonly<Record<string, Hash>>,
  lists: readonly SectionList[],
): KeptCopy {
  const files: Record<string, Place> = {};
  const bundles = new Set(Object.values(sections));
  for (const { bundles: all } of lists) {
    for (const [hash, , , ...paths] of all) {
      bundles.add(hash);
      if (paths.length === 2) files[String(paths[0])] = [hash];
      else
        for (let i = 0, start = 0; i < paths.length; start += Number(paths[i + 1]), i += 2)
          files[String(paths[i])] = [hash, start, Number(paths[i + 1])];
    }
  }
  return {
    edition,
    sections,
    bundles: [...bundles],
    files,
    leads: Object.assign({}, ...lists.map((list) => list.leads)) as Record<string, string>,
  };
}

const mark = '\u0001';
const reference = /\u0001([0-9a-f]{32})\u0001/g;

/** How a page names a part that it shares with other pages. */
export const referenceTo = (hash: Hash): string => mark + hash + mark;

/** Parts that a page refers to. */
export const referencesIn = (text: string): Hash[] => [...text.matchAll(reference)].map((match) => match[1]!);

/** The page as it was, with the shared parts put back. */
export const compose = (text: string, part: (hash: Hash) => string): string =>
  text.replace(reference, (_, hash: Hash) => part(hash));

/** Whether a path is a page; only pages refer to shared parts. */
export const isPage = (path: string): boolean => path.endsWith('/') || path.endsWith('.html');

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
  ics: 'text/calendar',
  txt: 'text/plain',
  xml: 'application/xml',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  wasm: 'application/wasm',
};

/** Content type of a kept file. */
export function typeOf(path: string): string {
  const type = isPage(path)
    ? 'text/html'
    : (types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
  return /^text|json$|xml$|javascript$/.test(type) ? `${type}; charset=utf-8` : type;
}
