/** Makes the copy of a finished site that opens from a disk, without a server and without a network. */
import { copyFileSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { classicScript, dataScript, doorScript } from './classic-scripts.ts';
import { badName, sameNames } from './names.ts';
import { diskPage } from './page.ts';
import { finderFile, type FinderPage } from './page-finder.ts';

/** Folder inside the copy that holds the pages; beside it stands only what a reader opens. */
const pagesFolder = 'so-tay';
/** The file that a reader opens. */
export const startFile = 'MO-TRANG-NAY.html';
const doorFile = '/_astro/mo-tu-dia.js';

/** Files that only a server, a crawler or a browser with a network can use. */
const serverOnly =
  /^(?:pagefind\/|sitemap|robots\.txt$|sw(?:-go-bo)?\.js$|manifest\.webmanifest$|_headers$|_redirects$|opensearch\.xml$|ngoai-tuyen\/(?:kho\/|.*\.json$)|du-lieu\/may-chu\/|anh\/(?!doc\/))|\.(?:br|gz|md)$/;

export interface CopyOptions {
  readonly dist: string;
  readonly to: string;
  readonly words: CopyWords;
}
/** What the copy says in its own name. `edition` is the day of the content, in words. */
interface CopyWords {
  readonly name: string;
  readonly edition: string;
  readonly foot: string;
  readonly open: string;
  readonly hint: string;
}
export interface CopyMade {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly scripts: number;
}

/** Puts files under one folder and counts them. */
class CopyWriter {
  readonly #to: string;
  bytes = 0;
  files = 0;

  constructor(to: string) {
    this.#to = to;
  }

  write(path: string, content: string | Buffer): void {
    writeFileSync(this.#place(path), content);
    this.bytes += Buffer.byteLength(content);
    this.files++;
  }

  copy(from: string, path: string): void {
    copyFileSync(from, this.#place(path));
    this.bytes += statSync(from).size;
    this.files++;
  }

  #place(path: string): string {
    const file = join(this.#to, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  }
}

/** Names of all files under a folder, with `/`, in order. */
const namesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const classic = (module: string): string => module.replace(/\.js$/, '.thuong.js');

/** Throws when a name would not do on Windows. */
function refuseBadNames(names: readonly string[]): void {
  const bad = names.flatMap((name) => {
    const why = badName(name);
    return why === undefined ? [] : [`${name}: ${why}`];
  });
  const same = sameNames(names).map(([one, other]) => `${one} và ${other}: chỉ khác chữ hoa chữ thường`);
  if (bad.length + same.length === 0) return;
  throw new Error(
    `Tên tệp không chép được lên USB dùng cho Windows:\n${[...bad, ...same].slice(0, 20).join('\n')}`,
  );
}

/** What the pages of a copy ask for. */
interface PagesMade {
  readonly modules: ReadonlySet<string>;
  /** Data files that a reader downloads by a link; they stay files. */
  readonly linked: ReadonlySet<string>;
  readonly finder: readonly FinderPage[];
}

/** Writes the pages, and tells what they ask for. */
function writePages(pages: readonly string[], dist: string, foot: string, copy: CopyWriter): PagesMade {
  const modules = new Set<string>();
  const linked = new Set<string>();
  const finder: FinderPage[] = [];
  for (const file of pages) {
    const html = readFileSync(join(dist, file), 'utf8');
    for (const [, address = ''] of html.matchAll(/\bhref="\/([^"?#]+\.json)/g)) linked.add(address);
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const page = diskPage(html, address, foot, classic, doorFile);
    page.modules.forEach((module) => modules.add(module));
    if (page.listed) finder.push([address, page.listed.title, page.listed.kind, page.listed.text]);
    copy.write(`${pagesFolder}/${file}`, page.html);
  }
  return { modules, linked, finder };
}

/**
 * Writes the copy into the folder `to`, which must not hold another. Throws when a name would not do on
 * Windows.
 */
export async function makeCopy({ dist, to, words }: CopyOptions): Promise<CopyMade> {
  const files = namesIn(dist).filter((file) => !serverOnly.test(file) && statSync(join(dist, file)).isFile());
  const copy = new CopyWriter(to);
  const pages = files.filter((file) => file.endsWith('.html'));
  const { modules, linked, finder } = writePages(pages, dist, words.foot, copy);
  for (const module of [...modules].sort())
    copy.write(`${pagesFolder}${classic(module)}`, await classicScript(join(dist, module)));
  copy.write(`${pagesFolder}${doorFile}`, await doorScript());
  for (const file of files) {
    if (file.endsWith('.html') || file.startsWith('_astro/')) continue;
    // What scripts fetch becomes a script; what readers download stays a file.
    if (file.endsWith('.json') && !linked.has(file) && !file.startsWith('du-lieu/'))
      copy.write(`${pagesFolder}/${file}.js`, dataScript(`/${file}`, join(dist, file)));
    else copy.copy(join(dist, file), `${pagesFolder}/${file}`);
  }
  copy.write(
    `${pagesFolder}${finderFile}.js`,
    `soTayTep(${JSON.stringify(finderFile)},${JSON.stringify(JSON.stringify(finder))});`,
  );
  copy.write(startFile, startPage(words));
  refuseBadNames(namesIn(to));
  return { pages: pages.length, files: copy.files, bytes: copy.bytes, scripts: modules.size };
}

/** The page that a reader opens: leads on by itself, and by a link where a browser does not. */
function startPage(words: CopyWords): string {
  const front = `${pagesFolder}/index.html`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="1;url=${front}"><title>${words.name}</title></head>
<body><main><h1>${words.name}</h1><p><a href="${front}">${words.open}</a></p><p>${words.edition}</p><p>${words.hint}</p></main></body></html>
`;
}
