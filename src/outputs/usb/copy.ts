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
  /^(?:pagefind\/|sitemap|(?:robots|llms)\.txt$|sw(?:-go-bo)?\.js$|manifest\.webmanifest$|_headers$|_redirects$|opensearch\.xml$|ngoai-tuyen\/(?:kho\/|.*\.json$)|du-lieu\/may-chu\/|anh\/)|\.(?:br|gz|md)$/;

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

/**
 * Writes the copy into the folder `to`, which must not hold another. Throws when a name would not do on
 * Windows.
 */
export async function makeCopy({ dist, to, words }: CopyOptions): Promise<CopyMade> {
  const files = globSync('**/*', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !serverOnly.test(file) && statSync(join(dist, file)).isFile())
    .sort();
  const base = join(to, pagesFolder);
  let bytes = 0;
  let written = 0;
  const write = (path: string, content: string | Buffer): void => {
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    bytes += Buffer.byteLength(content);
    written++;
  };
  const modules = new Set<string>();
  const finder: FinderPage[] = [];
  const linked = new Set<string>();
  const classic = (module: string): string => module.replace(/\.js$/, '.thuong.js');
  const pages = files.filter((file) => file.endsWith('.html'));
  for (const pageId of pages) {
    const html = readFileSync(join(dist, pageId), 'utf8');
    for (const [, address] of html.matchAll(/\bhref="\/([^"?#]+\.json)/g)) linked.add(address!);
    const address = `/${pageId.replace(/(^|\/)index\.html$/, '$1')}`;
    const page = diskPage(html, address, words.foot, classic, doorFile);
    page.modules.forEach((module) => modules.add(module));
    if (page.listed) finder.push([address, page.listed.title, page.listed.kind, page.listed.text]);
    write(`${pagesFolder}/${pageId}`, page.html);
  }
  for (const module of [...modules].sort())
    write(`${pagesFolder}${classic(module)}`, await classicScript(join(dist, module)));
  write(`${pagesFolder}${doorFile}`, await doorScript());
  for (const file of files) {
    if (file.endsWith('.html') || file.startsWith('_astro/')) continue;
    // What scripts fetch becomes a script; what readers download stays a file.
    if (file.endsWith('.json') && !linked.has(file) && !file.startsWith('du-lieu/'))
      write(`${pagesFolder}/${file}.js`, dataScript(`/${file}`, join(dist, file)));
    else {
      mkdirSync(dirname(join(base, file)), { recursive: true });
      copyFileSync(join(dist, file), join(base, file));
      bytes += statSync(join(dist, file)).size;
      written++;
    }
  }
  write(
    `${pagesFolder}${finderFile}.js`,
    `soTayTep(${JSON.stringify(finderFile)},${JSON.stringify(JSON.stringify(finder))});`,
  );
  write(startFile, startPage(words));
  const names = globSync('**/*', { cwd: to })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const bad = names.flatMap((name) => {
    const why = badName(name);
    return why === undefined ? [] : [`${name}: ${why}`];
  });
  const same = sameNames(names).map(([a, b]) => `${a} và ${b}: chỉ khác chữ hoa chữ thường`);
  if (bad.length + same.length > 0)
    throw new Error(
      `Tên tệp không chép được lên USB dùng cho Windows:\n${[...bad, ...same].slice(0, 20).join('\n')}`,
    );
  return { pages: pages.length, files: written, bytes, scripts: modules.size };
}

/** The page that a reader opens: leads on by itself, and by a link where a browser does not. */
function startPage(words: CopyWords): string {
  const front = `${pagesFolder}/index.html`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="1;url=${front}"><title>${words.name}</title></head>
<body><main><h1>${words.name}</h1><p><a href="${front}">${words.open}</a></p><p>${words.edition}</p><p>${words.hint}</p></main></body></html>
`;
}
