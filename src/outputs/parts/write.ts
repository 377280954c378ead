/** Cuts the list pages of a finished site that have become too long. */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { siteFiles } from '../../books/site-files.ts';
import { absolute } from '../../domain/address.ts';
import { eachAnew } from '../../domain/kept-work.ts';
import { scriptTargets } from '../../floor/browsers.ts';
import type { FinishedSite } from '../output.ts';
import { cutPage, mostBytes, type CutPage, type Made } from './cut.ts';

/** The script that finds over all parts, for the oldest browsers served. */
async function finderScript(): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'finder.ts'),
    logLevel: 'silent',
    transform: { target: [...scriptTargets] },
  });
  try {
    const { output } = await bundle.generate({ format: 'es', codeSplitting: false, minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

const isCutPage = (value: unknown): value is CutPage | null =>
  value === null || (typeof value === 'object' && 'first' in value && 'parts' in value);

/** Writes them, and tells how many pages were cut into how many parts, and what is still too long. */
export async function writeParts({
  dist,
  base,
  known = eachAnew,
}: Pick<FinishedSite, 'dist' | 'base'> & Partial<Pick<FinishedSite, 'known'>>): Promise<string> {
  const put = (address: string, text: string): void => {
    const file = (address.endsWith('/') ? `${address}index.html` : address).slice(1);
    const place = join(dist, file);
    mkdirSync(dirname(place), { recursive: true });
    // A file may be one with a kept one: it is laid anew, never written into.
    rmSync(place, { force: true });
    const bytes = Buffer.from(text);
    if (!known.laid(dist, file, bytes)) writeFileSync(place, bytes);
  };
  const script = await finderScript();
  const finder = `/_astro/parts-finder.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
  /** Addresses of the parts of each page that was cut. Their text is written at once: none is held. */
  const cut = new Map<string, readonly string[]>();
  const long: string[] = [];
  let finds = false;
  for (const file of siteFiles(dist)) {
    if (!/(?:^|\/)index\.html$/.test(file)) continue;
    if (statSync(join(dist, file)).size <= mostBytes - 8_000) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    const address = `/${file.slice(0, -'index.html'.length)}`;
    const cutNow = () => cutPage(text, { address, base, finder }) ?? null;
    const page = known.again('parts', [address, base, finder, text], cutNow, isCutPage) ?? undefined;
    const made: Made[] = page ? [...page.parts, { address, text: page.first }] : [{ address, text }];
    if (page !== undefined || text.includes(' data-cut'))
      long.push(
        ...made.filter(({ text: html }) => Buffer.byteLength(html) > mostBytes).map((one) => one.address),
      );
    if (page === undefined) continue;
    for (const one of [...made, ...page.files]) put(one.address, one.text);
    cut.set(
      address,
      page.parts.map((part) => part.address),
    );
    finds ||= page.first.includes(finder);
  }
  if (finds) put(finder, script);
  listParts(dist, base, cut);
  const left = long.length === 0 ? '' : `; còn dài hơn ${mostBytes} byte: ${long.join(' ')}`;
  return `${cut.size} trang dài thành ${[...cut.values()].flat().length} phần${left}`;
}

/** Puts parts into the map of the site, behind the list that they belong to. */
function listParts(dist: string, base: string, cut: ReadonlyMap<string, readonly string[]>): void {
  for (const name of globSync('sitemap-*.xml', { cwd: dist }).sort()) {
    const file = join(dist, name);
    if (!existsSync(file)) continue;
    let text = readFileSync(file, 'utf8');
    for (const [address, parts] of cut) {
      const entry = `<url><loc>${absolute(base, address)}</loc></url>`;
      text = text.replace(entry, () =>
        [entry, ...parts.map((part) => entry.replace(absolute(base, address), absolute(base, part)))].join(
          '',
        ),
      );
    }
    rmSync(file);
    writeFileSync(file, text);
  }
}
