/**
 * `npm run eval:search [-- dist]`: measures every way of searching on the development questions, and the
 * helper. Builds what it
 * compares from `content/` and from the finished site in `dist`; asks Pagefind in a real browser. Prints
 * tables; ends with 0.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import MiniSearch from 'minisearch';
import { barOut } from '../src/search/bar.ts';
import { searchFiles, searchSources } from '../src/outputs/search-index/passage-files.ts';
import { writePagefind } from '../src/outputs/search-index/pagefind.ts';
import { buildSearch, type PageSource } from '../src/search/build.ts';
import { certainty, sureAt } from '../src/search/answer.ts';
import { searchEverywhere, type Pagefind } from '../src/search/everywhere.ts';
import { fold } from '../src/vietnamese/text.ts';
import { fuse } from '../src/search/fuse.ts';
import { PassageIndex } from '../src/search/passage-index.ts';
import { readQuery } from '../src/search/query.ts';
import { rank } from '../src/search/rank.ts';
import { syllables } from '../src/search/syllables.ts';
import { helperFigures, passageOutcomes } from '../test/search/evaluate.ts';
import { figures, type Outcome } from '../test/search/measure.ts';
import { devQueries, siteQueries, styles, type DevQuery } from '../test/search/queries.ts';
import { present } from '../test/present.ts';

const root = process.cwd();
const dist = resolve(process.argv[2] ?? process.env.OUT_DIR ?? 'dist');
const { pages, words } = searchSources(root);
const files = searchFiles(pages, words);
const index = new PassageIndex(files.core, files.body);
const br = (data: unknown): number =>
  brotliCompressSync(typeof data === 'string' ? data : JSON.stringify(data)).length;
const cell = (three: number): string => three.toFixed(2).replace(/^0\./, '.');

const columns: [string, Outcome[]][] = [];
const addressOf = new Map(pages.filter((page) => page.number > 0).map((page) => [page.address, page.number]));
const place = (query: DevQuery, addresses: readonly string[]): number =>
  addresses.findIndex((address) => query.guides.includes(addressOf.get(address) ?? 0)) + 1;

await withPagefind();
columns.push(
  ['MiniSearch default', miniSearch('default')],
  ['MiniSearch + our words', miniSearch('folded')],
  ['MiniSearch + our query', miniSearch('query')],
);
columns.push(
  ['passages, first file', passageOutcomes(devQueries, new PassageIndex(files.core))],
  ['passages', passageOutcomes(devQueries, index)],
);
table();
helper();
growth();

/** Pagefind as it comes, Pagefind with our reading of the question, and the fused list, in Chromium. */
async function withPagefind(): Promise<void> {
  if (!existsSync(join(dist, 'pagefind/pagefind.js'))) {
    console.log(`Không có ${dist}/pagefind: bỏ qua phần Pagefind. Chạy npm run build trước.`);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'eval-search-'));
  try {
    await cp(dist, folder, { recursive: true });
    // Pagefind alone is compared over every page; in the site it leaves out those that have passages.
    await writePagefind(folder, 'plain', (html) => html);
    await writePagefind(folder, 'mended', barOut);
    const types: Record<string, string> = {
      '.js': 'text/javascript',
      '.json': 'application/json',
      '.html': 'text/html',
    };
    const server = createServer((request, answer) => {
      const file = join(folder, new URL(request.url ?? '/', 'http://x').pathname);
      if (request.url === '/blank') {
        answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
        return;
      }
      if (!existsSync(file)) {
        answer.writeHead(404).end();
        return;
      }
      answer
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(readFileSync(file));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    const { port } = server.address() as { port: number };
    const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
      existsSync(path),
    );
    const executablePath = process.env.CHROMIUM ?? system;
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/blank`);
    interface Row {
      readonly id: string;
      readonly score: number;
      readonly url: string;
    }
    /** Results with their addresses; a page is looked up once. */
    const ask = async (bundle: string, query: string): Promise<Row[]> =>
      page.evaluate(
        async ([key, text]) => {
          const scope = globalThis as unknown as {
            made?: Record<
              string,
              {
                search(
                  otherText: string,
                ): Promise<{ results: { id: string; score: number; data(): Promise<{ url: string }> }[] }>;
              }
            >;
            urls?: Record<string, string>;
          };
          scope.made ??= {};
          scope.urls ??= {};
          const result = (scope.made[key] ??= await import(`/${key}/pagefind.js`));
          const { results } = await result.search(text);
          return Promise.all(
            results.slice(0, 60).map(async (result) => ({
              id: result.id,
              score: result.score,
              url: (scope.urls![key + result.id] ??= (await result.data()).url),
            })),
          );
        },
        [bundle, query] as const,
      );
    const asking = (bundle: string): Pagefind<{ url: string }> => ({
      search: async (query) => ({
        results: (await ask(bundle, query)).map((row) => ({
          id: row.id,
          score: row.score,
          data: async () => ({ url: row.url }),
        })),
      }),
    });
    const plain: Outcome[] = [];
    const barred: Outcome[] = [];
    const layered: Outcome[] = [];
    const fused: Outcome[] = [];
    for (const devQuery of devQueries) {
      const direct = (await ask('plain', devQuery.q)).map((row) => row.url);
      plain.push({ style: devQuery.style, place: place(devQuery, direct), empty: direct.length === 0 });
      const folded = (await ask('mended', fold(devQuery.q))).map((row) => row.url);
      barred.push({ style: devQuery.style, place: place(devQuery, folded), empty: folded.length === 0 });
      const query = readQuery(devQuery.q, index);
      const whole = await searchEverywhere(query, asking('mended'));
      layered.push({
        style: devQuery.style,
        place: place(
          devQuery,
          whole.map((found) => found.address),
        ),
        empty: whole.length === 0,
      });
      const everywhere = await searchEverywhere(query, asking('pagefind'));
      const ranked = rank(query, index);
      const list = fuse(
        ranked.map((rankedPage) => ({
          address: present(index.pages[rankedPage.page], 'an item of pages').address,
          score: rankedPage.score,
        })),
        everywhere,
        certainty(query, ranked),
      );
      fused.push({ style: devQuery.style, place: place(devQuery, list), empty: list.length === 0 });
    }
    const site: Outcome[] = [];
    for (const siteQuery of siteQueries) {
      const query = readQuery(siteQuery.q, index);
      const ranked = rank(query, index);
      const list = fuse(
        ranked.map((rankedPage) => ({
          address: present(index.pages[rankedPage.page], 'an item of pages').address,
          score: rankedPage.score,
        })),
        await searchEverywhere(query, asking('pagefind')),
        certainty(query, ranked),
      );
      site.push({
        style: 'site',
        place:
          list.findIndex((address) =>
            siteQuery.addresses.some((otherAddress) => address.startsWith(otherAddress)),
          ) + 1,
        empty: list.length === 0,
      });
    }
    const measured = figures(site);
    console.log(
      `Trang không phải bài (kế hoạch, đơn vị, danh sách), ${measured.n} câu, danh sách gộp: ${cell(measured.first)} / ${cell(measured.three)} / ${cell(measured.mrr)} / ${measured.zero}.`,
    );
    await browser.close();
    server.close();
    columns.push(
      ['Pagefind default', plain],
      ['Pagefind, đ mended', barred],
      ['Pagefind + our layer', layered],
      ['fused list', fused],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The library for comparison, on the same pages and fields. */
function miniSearch(kind: 'default' | 'folded' | 'query'): Outcome[] {
  const tokens = (text: string): string[] => {
    const list = syllables(text).map(fold);
    return [...list, ...list.slice(1).map((word, index) => `${list[index]} ${word}`)];
  };
  const fields = ['title', 'aliases', 'ask', 'heads', 'body'];
  const boost = { title: 3, aliases: 2.5, ask: 1.8, heads: 1, body: 0.5 };
  const mini = new MiniSearch<Record<string, string | number>>({
    idField: 'address',
    fields,
    storeFields: [],
    searchOptions: { boost },
    ...(kind === 'default' ? {} : { tokenize: tokens, processTerm: (term: string) => term }),
  });
  mini.addAll(
    pages
      .filter((page) => page.number > 0)
      .map((page) => ({
        address: page.address,
        title: page.title,
        aliases: page.aliases.join('. '),
        ask: page.sections.flatMap((section) => section.asks).join('. '),
        heads: [page.summary, ...page.sections.flatMap((section) => [section.title, ...section.heads])].join(
          '. ',
        ),
        body: page.sections.flatMap((section) => section.lines.map((line) => line.text)).join('. '),
      })),
  );
  if (kind !== 'default') console.log(`MiniSearch: ${br(JSON.stringify(mini))} byte chỉ mục nén (brotli).`);
  return devQueries.map((devQuery) => {
    const query = readQuery(devQuery.q, index);
    const text = kind === 'query' ? query.groups.map((group) => group.text).join(' ') : devQuery.q;
    const weights = new Map(query.groups.map((group) => [fold(group.text), group.weight]));
    const found = mini.search(
      text,
      kind === 'query'
        ? {
            boostTerm: (term) =>
              term.includes(' ')
                ? 0.9 *
                  Math.sqrt(term.split(' ').reduce((total, word) => total * (weights.get(word) ?? 1), 1))
                : (weights.get(term) ?? 1),
          }
        : {},
    );
    const addresses = found.map((result) => String(result.id));
    return { style: devQuery.style, place: place(devQuery, addresses), empty: found.length === 0 };
  });
}

function table(): void {
  console.log(
    `\n${devQueries.length} câu hỏi thử, ${pages.length} trang trong chỉ mục câu trả lời. Mỗi ô: đúng ở dòng 1 / trong 3 dòng đầu / MRR / số lần không ra gì.\n`,
  );
  console.log(
    `| kiểu gõ (n) | ${columns.map(([name]) => name).join(' | ')} |\n|---|${columns.map(() => '---').join('|')}|`,
  );
  for (const style of [...styles, undefined]) {
    const cells = columns.map(([, all]) => {
      const measured = figures(all.filter((outcome) => style === undefined || outcome.style === style));
      return `${cell(measured.first)} / ${cell(measured.three)} / ${cell(measured.mrr)} / ${measured.zero}`;
    });
    console.log(
      `| ${style ?? '**all**'} (${devQueries.filter((query) => style === undefined || query.style === style).length}) | ${cells.join(' | ')} |`,
    );
  }
}

function helper(): void {
  const figures = helperFigures(index, files.texts);
  console.log(
    `\nHỏi sổ tay, ${figures.inScope.length} câu: page@1 ${cell(figures.page1)}, passage@1 ${cell(figures.passage1)}, passage@3 ${cell(figures.passage3)}; AUC ${figures.auc.toFixed(3)} với ${figures.outside.length} câu ngoài sổ tay.`,
  );
  console.log('| ngưỡng | trả lời câu trong sổ tay | trả lời nhầm câu ngoài sổ tay |\n|---|---|---|');
  for (const at of [0.5, 0.55, 0.6, 0.65, sureAt, 0.75, 0.8])
    console.log(
      `| ${at}${at === sureAt ? ' (đang dùng)' : ''} | ${cell(figures.inScope.filter((code) => code >= at).length / figures.inScope.length)} | ${cell(figures.outside.filter((code) => code >= at).length / figures.outside.length)} |`,
    );
}

/**
 * Index size and time per question as the handbook grows; pages beyond the real ones recombine real
 * sentences.
 */
function growth(): void {
  const sections = pages.filter((page) => page.number > 0).flatMap((page) => page.sections);
  let seed = 7;
  const random = (length: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % length;
  };
  const made = (index: number): PageSource => {
    const page = present(pages[random(pages.length)], 'an item of pages');
    const otherPage = present(pages[random(pages.length)], 'an item of pages');
    return {
      ...page,
      number: 0,
      address: `/thu/${index}/`,
      title: `${page.title.split(' ').slice(0, 4).join(' ')} ${otherPage.title.split(' ').slice(-4).join(' ')}`,
      aliases: otherPage.aliases.slice(0, 4),
      sections: Array.from({ length: 8 }, () =>
        present(sections[random(sections.length)], 'an item of sections'),
      ),
    };
  };
  const guides = pages.filter((page) => page.number > 0);
  console.log(
    '\n| trang | tệp đầu (br) | tệp sau (br) | mở chỉ mục (ms) | một câu hỏi (ms) |\n|---|---|---|---|---|',
  );
  for (const number of [100, guides.length, 1000, 4000]) {
    const list = [
      ...guides.slice(0, number),
      ...Array.from({ length: Math.max(0, number - guides.length) }, (_, index) => made(index)),
    ];
    const search = buildSearch(list, words, 'growth');
    const opened = performance.now();
    const big = new PassageIndex(search.core, search.body);
    const open = performance.now() - opened;
    for (const query of devQueries.slice(0, 30)) rank(readQuery(query.q, big), big);
    const started = performance.now();
    for (const query of devQueries) rank(readQuery(query.q, big), big);
    console.log(
      `| ${number} | ${br(search.core)} | ${br(search.body)} | ${open.toFixed(0)} | ${((performance.now() - started) / devQueries.length).toFixed(1)} |`,
    );
  }
}
