/**
 * `npm run eval:search [-- dist]`: measures every way of searching on the development questions, and the helper. Builds what it
 * compares from `content/` and from the finished site in `dist`; asks Pagefind in a real browser. Prints tables; ends with 0.
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

const root = process.cwd();
const dist = resolve(process.argv[2] ?? process.env['OUT_DIR'] ?? 'dist');
const { pages, words } = searchSources(root);
const files = searchFiles(pages, words);
const index = new PassageIndex(files.core, files.body);
const br = (data: unknown): number =>
  brotliCompressSync(typeof data === 'string' ? data : JSON.stringify(data)).length;
const cell = (x: number): string => x.toFixed(2).replace(/^0\./, '.');

const columns: [string, Outcome[]][] = [];
const addressOf = new Map(pages.filter((p) => p.number > 0).map((p) => [p.address, p.number]));
const place = (d: DevQuery, addresses: readonly string[]): number =>
  addresses.findIndex((a) => d.guides.includes(addressOf.get(a) ?? 0)) + 1;

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
    const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) =>
      existsSync(p),
    );
    const executablePath = process.env['CHROMIUM'] ?? system;
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/blank`);
    type Row = { readonly id: string; readonly score: number; readonly url: string };
    /** Results with their addresses; a page is looked up once. */
    const ask = async (bundle: string, q: string): Promise<Row[]> =>
      page.evaluate(
        async ([b, text]) => {
          const scope = globalThis as unknown as {
            made?: Record<
              string,
              {
                search(
                  t: string,
                ): Promise<{ results: { id: string; score: number; data(): Promise<{ url: string }> }[] }>;
              }
            >;
            urls?: Record<string, string>;
          };
          scope.made ??= {};
          scope.urls ??= {};
          const p = (scope.made[b!] ??= await import(`/${b}/pagefind.js`));
          const { results } = await p.search(text!);
          return Promise.all(
            results.slice(0, 60).map(async (r) => ({
              id: r.id,
              score: r.score,
              url: (scope.urls![b + r.id] ??= (await r.data()).url),
            })),
          );
        },
        [bundle, q] as const,
      );
    const asking = (bundle: string): Pagefind<{ url: string }> => ({
      search: async (q) => ({
        results: (await ask(bundle, q)).map((r) => ({
          id: r.id,
          score: r.score,
          data: async () => ({ url: r.url }),
        })),
      }),
    });
    const plain: Outcome[] = [];
    const barred: Outcome[] = [];
    const layered: Outcome[] = [];
    const fused: Outcome[] = [];
    for (const d of devQueries) {
      const direct = (await ask('plain', d.q)).map((r) => r.url);
      plain.push({ style: d.style, place: place(d, direct), empty: direct.length === 0 });
      const folded = (await ask('mended', fold(d.q))).map((r) => r.url);
      barred.push({ style: d.style, place: place(d, folded), empty: folded.length === 0 });
      const query = readQuery(d.q, index);
      const whole = await searchEverywhere(query, asking('mended'));
      layered.push({
        style: d.style,
        place: place(
          d,
          whole.map((e) => e.address),
        ),
        empty: whole.length === 0,
      });
      const everywhere = await searchEverywhere(query, asking('pagefind'));
      const ranked = rank(query, index);
      const list = fuse(
        ranked.map((r) => ({ address: index.pages[r.page]!.address, score: r.score })),
        everywhere,
        certainty(query, ranked),
      );
      fused.push({ style: d.style, place: place(d, list), empty: list.length === 0 });
    }
    const site: Outcome[] = [];
    for (const d of siteQueries) {
      const query = readQuery(d.q, index);
      const ranked = rank(query, index);
      const list = fuse(
        ranked.map((r) => ({ address: index.pages[r.page]!.address, score: r.score })),
        await searchEverywhere(query, asking('pagefind')),
        certainty(query, ranked),
      );
      site.push({
        style: 'site',
        place: list.findIndex((a) => d.addresses.some((x) => a.startsWith(x))) + 1,
        empty: list.length === 0,
      });
    }
    const f = figures(site);
    console.log(
      `Trang không phải bài (kế hoạch, đơn vị, danh sách), ${f.n} câu, danh sách gộp: ${cell(f.first)} / ${cell(f.three)} / ${cell(f.mrr)} / ${f.zero}.`,
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
    return [...list, ...list.slice(1).map((w, i) => `${list[i]} ${w}`)];
  };
  const fields = ['title', 'aliases', 'ask', 'heads', 'body'];
  const boost = { title: 3, aliases: 2.5, ask: 1.8, heads: 1, body: 0.5 };
  const mini = new MiniSearch<Record<string, string | number>>({
    idField: 'address',
    fields,
    storeFields: [],
    searchOptions: { boost },
    ...(kind === 'default' ? {} : { tokenize: tokens, processTerm: (t: string) => t }),
  });
  mini.addAll(
    pages
      .filter((p) => p.number > 0)
      .map((p) => ({
        address: p.address,
        title: p.title,
        aliases: p.aliases.join('. '),
        ask: p.sections.flatMap((s) => s.asks).join('. '),
        heads: [p.summary, ...p.sections.flatMap((s) => [s.title, ...s.heads])].join('. '),
        body: p.sections.flatMap((s) => s.lines.map((l) => l.text)).join('. '),
      })),
  );
  if (kind !== 'default') console.log(`MiniSearch: ${br(JSON.stringify(mini))} byte chỉ mục nén (brotli).`);
  return devQueries.map((d) => {
    const query = readQuery(d.q, index);
    const text = kind === 'query' ? query.groups.map((g) => g.text).join(' ') : d.q;
    const weights = new Map(query.groups.map((g) => [fold(g.text), g.weight]));
    const found = mini.search(
      text,
      kind === 'query'
        ? {
            boostTerm: (t) =>
              t.includes(' ')
                ? 0.9 * Math.sqrt(t.split(' ').reduce((n, w) => n * (weights.get(w) ?? 1), 1))
                : (weights.get(t) ?? 1),
          }
        : {},
    );
    const addresses = found.map((r) => String(r['id']));
    return { style: d.style, place: place(d, addresses), empty: found.length === 0 };
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
      const f = figures(all.filter((o) => style === undefined || o.style === style));
      return `${cell(f.first)} / ${cell(f.three)} / ${cell(f.mrr)} / ${f.zero}`;
    });
    console.log(
      `| ${style ?? '**all**'} (${devQueries.filter((d) => style === undefined || d.style === style).length}) | ${cells.join(' | ')} |`,
    );
  }
}

function helper(): void {
  const h = helperFigures(index, files.texts);
  console.log(
    `\nHỏi sổ tay, ${h.inScope.length} câu: page@1 ${cell(h.page1)}, passage@1 ${cell(h.passage1)}, passage@3 ${cell(h.passage3)}; AUC ${h.auc.toFixed(3)} với ${h.outside.length} câu ngoài sổ tay.`,
  );
  console.log('| ngưỡng | trả lời câu trong sổ tay | trả lời nhầm câu ngoài sổ tay |\n|---|---|---|');
  for (const at of [0.5, 0.55, 0.6, 0.65, sureAt, 0.75, 0.8])
    console.log(
      `| ${at}${at === sureAt ? ' (đang dùng)' : ''} | ${cell(h.inScope.filter((c) => c >= at).length / h.inScope.length)} | ${cell(h.outside.filter((c) => c >= at).length / h.outside.length)} |`,
    );
}

/** Index size and time per question as the handbook grows; pages beyond the real ones recombine real sentences. */
function growth(): void {
  const sections = pages.filter((p) => p.number > 0).flatMap((p) => p.sections);
  let seed = 7;
  const random = (n: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % n;
  };
  const made = (i: number): PageSource => {
    const a = pages[random(pages.length)]!;
    const b = pages[random(pages.length)]!;
    return {
      ...a,
      number: 0,
      address: `/thu/${i}/`,
      title: `${a.title.split(' ').slice(0, 4).join(' ')} ${b.title.split(' ').slice(-4).join(' ')}`,
      aliases: b.aliases.slice(0, 4),
      sections: Array.from({ length: 8 }, () => sections[random(sections.length)]!),
    };
  };
  const guides = pages.filter((p) => p.number > 0);
  console.log(
    '\n| trang | tệp đầu (br) | tệp sau (br) | mở chỉ mục (ms) | một câu hỏi (ms) |\n|---|---|---|---|---|',
  );
  for (const n of [100, guides.length, 1000, 4000]) {
    const list = [
      ...guides.slice(0, n),
      ...Array.from({ length: Math.max(0, n - guides.length) }, (_, i) => made(i)),
    ];
    const f = buildSearch(list, words, 'growth');
    const opened = performance.now();
    const big = new PassageIndex(f.core, f.body);
    const open = performance.now() - opened;
    for (const d of devQueries.slice(0, 30)) rank(readQuery(d.q, big), big);
    const started = performance.now();
    for (const d of devQueries) rank(readQuery(d.q, big), big);
    console.log(
      `| ${n} | ${br(f.core)} | ${br(f.body)} | ${open.toFixed(0)} | ${((performance.now() - started) / devQueries.length).toFixed(1)} |`,
    );
  }
}
