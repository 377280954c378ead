/**
 * What the build and the browser agree on about the kept copy. Everything that travels is a *bundle*: a file named after its own
 * SHA-256, one page or a handful of small files. A *list* names the bundles of one section; the *index* names the lists.
 */

/** Folder of the bundles and lists on the server. Their content never changes, because their names say what is in them. */
export const storeFolder = '/ngoai-tuyen/kho/';
/** The index: small, and always asked for anew. */
export const indexAddress = '/ngoai-tuyen/muc.json';
/** Shown, with status 503, in place of a page that is not kept. */
export const notKeptAddress = '/ngoai-tuyen/chua-luu/';

/** First 32 hexadecimal digits of a SHA-256: half of it, which is far more than damage on the line can imitate. */
export type Hash = string;

/** One bundle: its name, how it ends (text is compressed by servers, `bin` is compressed already), its bytes on the line, and the files in it, path and length by turns. */
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

/** What readers are served from. Replaced as a whole by one write, so that no reader sees half of an update. */
export interface KeptCopy {
  readonly edition: string;
  /** Sections with their lists. */
  readonly sections: Readonly<Record<string, Hash>>;
  /** Every bundle that must stay. */
  readonly bundles: readonly Hash[];
  readonly files: Readonly<Record<string, Place>>;
  readonly leads: Readonly<Record<string, string>>;
}

/** The copy that these lists make together. */
export function copyOf(edition: string, sections: Readonly<Record<string, Hash>>, lists: readonly SectionList[]): KeptCopy {
  const files: Record<string, Place> = {};
  const bundles = new Set(Object.values(sections));
  for (const { bundles: all } of lists) {
    for (const [hash, , , ...paths] of all) {
      bundles.add(hash);
      if (paths.length === 2) files[String(paths[0])] = [hash];
      else for (let i = 0, start = 0; i < paths.length; start += Number(paths[i + 1]), i += 2) files[String(paths[i])] = [hash, start, Number(paths[i + 1])];
    }
  }
  return { edition, sections, bundles: [...bundles], files, leads: Object.assign({}, ...lists.map((l) => l.leads)) as Record<string, string> };
}

const mark = '\u0001';
const reference = /\u0001([0-9a-f]{32})\u0001/g;

/** How a page names a part that it shares with other pages. */
export const referenceTo = (hash: Hash): string => mark + hash + mark;

/** Parts that a page refers to. */
export const referencesIn = (text: string): Hash[] => [...text.matchAll(reference)].map((m) => m[1]!);

/** The page as it was, with the shared parts put back. */
export const compose = (text: string, part: (hash: Hash) => string): string => text.replace(reference, (_, hash: Hash) => part(hash));

/** Whether a path is a page; only pages refer to shared parts. */
export const isPage = (path: string): boolean => path.endsWith('/') || path.endsWith('.html');

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript', json: 'application/json', css: 'text/css', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif', woff2: 'font/woff2',
  webmanifest: 'application/manifest+json', ics: 'text/calendar', txt: 'text/plain', xml: 'application/xml', pdf: 'application/pdf', mp3: 'audio/mpeg', wasm: 'application/wasm',
};

/** Content type of a kept file. */
export function typeOf(path: string): string {
  const type = isPage(path) ? 'text/html' : types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return /^text|json$|xml$|javascript$/.test(type) ? `${type}; charset=utf-8` : type;
}
