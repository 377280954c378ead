/**
 * `npm run bench`: what the handbook costs to check, to build and to open. Medians of several runs, taken in
 * turn, so that a busy
 * minute of the machine falls on all alike. CPU seconds are the figure to compare. Prints; gates nothing.
 *
 *   --runs=3         runs of each build            --views=7      views of each page
 *   --sizes=0,1000   guides beside the real ones   --peers        Starlight and Astro + MDX + Pagefind with the same guides
 *   --no-paint       no browser                    --scratch=DIR  where copies are built and peers installed
 *   --second         builds nothing: only the second page and the cost of its short form, from dist/
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { typed } from '../src/cli/command-line.ts';
import { median, type Cost } from './bench/measure.ts';
import {
  buildAgain,
  buildOnce,
  checkOnce,
  cool,
  guidesAgain,
  guidesOnce,
  pagesOf,
  scratchCopy,
} from './bench/ours.ts';
import {
  firstSearch,
  furtherView,
  middle,
  middleAct,
  openBrowser,
  serve,
  view,
  type Act,
  type View,
} from './bench/page.ts';
import { install, makePeers, named, type Peer } from './bench/peers.ts';
import { secondPage } from './bench/second-page.ts';
import { present } from '../test/present.ts';

const { values } = typed({
  runs: { type: 'string', default: '3' },
  views: { type: 'string', default: '7' },
  sizes: { type: 'string', default: '0,1000' },
  peers: { type: 'boolean', default: false },
  second: { type: 'boolean', default: false },
  'no-paint': { type: 'boolean', default: false },
  scratch: { type: 'string', default: join(tmpdir(), 'so-tay-so-bench') },
});
const root = process.cwd();
const scratch = resolve(values.scratch);
const runs = Number(values.runs);
/** The guide that is opened: a middling one of the real ones. */
const guide = 'tien/quet-ma-qr-de-tra-tien';

/** Another one of its shelf. */
const nextGuide = 'tien/chuyen-khoan';

/** Something that is built and measured. */
interface Case extends Omit<Peer, 'dir'> {
  /** The whole handbook, the text of its guides alone, another generator with that text. */
  readonly kind: 'whole' | 'text' | 'peer';
  /** Guides beside the real ones. */
  readonly size: number;
  readonly dist: string;
  /** Of builds from nothing. */
  readonly costs: Cost[];
  /** Of builds after one guide was changed. */
  readonly again: Cost[];
}

const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const head = (cells: readonly string[]): void => {
  row(cells);
  console.log(`|${' --- |'.repeat(cells.length)}`);
};
const seconds = (cpu: number): string => `${cpu.toFixed(1)} s`;

async function run(
  changed: { readonly name: string; readonly costs: Cost[] },
  once: () => Promise<Cost>,
): Promise<void> {
  const cost = await once();
  if (cost.code !== 0) throw new Error(`${changed.name}: ${cost.log.split('\n').slice(-30).join('\n')}`);
  changed.costs.push(cost);
  process.stderr.write(
    `  ${changed.name}: CPU ${seconds(cost.cpu)}, ${seconds(cost.wall)}, ${cost.peak.toFixed(0)} MB\n`,
  );
}

const middleOf = (costs: readonly Cost[]): { cpu: number; wall: number; peak: number } => ({
  cpu: median(costs.map((cost) => cost.cpu)),
  wall: median(costs.map((cost) => cost.wall)),
  peak: median(costs.map((cost) => cost.peak)),
});

/** What a changed guide costs beside a build from nothing: the middle and how far runs lie apart. */
function shareOf({ costs, again }: Case): string {
  const whole = middleOf(costs).cpu;
  const shares = again.map(({ cpu }) => cpu / whole).sort((one, other) => one - other);
  const [least, most] = [shares[0] ?? Number.NaN, shares.at(-1) ?? Number.NaN];
  return `${median(shares).toFixed(2)} (${least.toFixed(2)} đến ${most.toFixed(2)})`;
}

/** A further guide for a reader who has the shared dictionary. */
async function printSecondPage(dist: string): Promise<void> {
  const { guides, dictionary, first, further, cpu } = await secondPage(dist);
  console.log(
    `\nBài đầu và bài sau, ${guides} bài, byte của HTML nén; từ điển nén ${dictionary} byte, tải một lần.\n`,
  );
  head(['', 'giữa', '19 trong 20', 'lớn nhất']);
  row(['Bài đầu (brotli)', first.middle, first.nineteenOfTwenty, first.largest]);
  row(['Bài sau (theo từ điển)', further.middle, further.nineteenOfTwenty, further.largest]);
  const times = (cpu.having / cpu.without).toFixed(2);
  const [without, having] = [seconds(cpu.without), seconds(cpu.having)];
  console.log(`\nNén mọi tệp khi phát hành: ${without} CPU; có bản theo từ điển: ${having} (${times} lần).`);
}

if (values.second) {
  await printSecondPage(join(root, 'dist'));
  process.exit();
}

mkdirSync(scratch, { recursive: true });
const sizes = values.sizes.split(',').map(Number);
/** The size at which readers are compared. */
const compared = sizes[1] ?? present(sizes[0], 'item 0 of sizes');

/** A copy of the handbook; `text` has what other generators are given and nothing else, with search. */
function ours(kind: 'whole' | 'text', size: number): Case {
  const dir = join(scratch, `ours-${kind}-${size}`);
  const textOnly = kind === 'text';
  scratchCopy(root, dir, size, { guidesOnly: textOnly });
  const file = join(dir, 'content/guides', `${guide}.mdx`);
  return {
    name: named(textOnly ? 'Sổ tay, cùng chữ' : 'Sổ tay', size),
    kind,
    size,
    dist: join(dir, 'dist'),
    address: (id) => `/huong-dan/${id}/`,
    build: () => {
      cool(dir);
      return textOnly ? guidesOnce(dir) : buildOnce(dir);
    },
    buildAgain: () => (textOnly ? guidesAgain(dir) : buildAgain(dir)),
    change: (_, word) =>
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^summary: .*$/m, `summary: Trả tiền ${word}.`)),
    search: {
      address: '/tim-kiem/',
      ask: async (page, words) => {
        await page.locator('#q').fill(words);
        await page.keyboard.press('Enter');
        await page.locator('[data-results] li a').first().waitFor();
      },
    },
    costs: [],
    again: [],
  };
}

const cases: Case[] = sizes.map((size) => ours('whole', size));
if (values.peers) {
  cases.push(...sizes.map((size) => ours('text', size)));
  const folder = join(scratch, 'peers');
  console.log(`So với: ${await install(root, folder)}.`);
  for (const size of sizes) {
    const { peers, guides } = makePeers(folder, join(scratch, `ours-whole-${size}`), size);
    console.log(`${named('Cùng chữ', size)}: ${guides} bài.`);
    for (const peer of peers)
      cases.push({ ...peer, kind: 'peer', size, dist: join(peer.dir, 'dist'), costs: [], again: [] });
  }
}

// Builds, in turn.
const checks = cases
  .filter(({ kind }) => kind === 'whole')
  .map(({ name, dist }) => ({ name: `Kiểm tra: ${name}`, dir: join(dist, '..'), costs: [] as Cost[] }));
for (let i = 0; i < runs; i++) {
  for (const check of checks) await run(check, () => checkOnce(check.dir));
  for (const benchCase of cases) await run(benchCase, benchCase.build);
}
// One guide changed, everything else as the last build left it.
for (const { name, kind, again, ...benchCase } of cases) {
  // What is taken over must have been kept.
  if (kind !== 'peer') await benchCase.buildAgain();
  for (let i = 0; i < runs; i++) {
    benchCase.change(guide, `lần ${i + 1}`);
    await run({ name: `Đổi một bài: ${name}`, costs: again }, benchCase.buildAgain);
  }
}

console.log(
  `\nDựng, trung vị của ${runs} lần, ${process.version}. CPU gồm mọi tiến trình (kiểm tra, dựng trang, chỉ mục tìm kiếm).\n`,
);
head([
  '',
  'trang',
  'CPU',
  'thực',
  'trang mỗi giây CPU',
  'bộ nhớ tiến trình lớn nhất',
  'đổi một bài, CPU',
  'phần của bản dựng từ đầu',
]);
for (const check of checks) {
  const middle = middleOf(check.costs);
  row([
    check.name,
    '',
    seconds(middle.cpu),
    seconds(middle.wall),
    '',
    `${middle.peak.toFixed(0)} MB`,
    '',
    '',
  ]);
}
for (const benchCase of cases) {
  const middle = middleOf(benchCase.costs);
  const pages = pagesOf(benchCase.dist);
  row([
    benchCase.name,
    pages,
    seconds(middle.cpu),
    seconds(middle.wall),
    (pages / middle.cpu).toFixed(0),
    `${middle.peak.toFixed(0)} MB`,
    seconds(middleOf(benchCase.again).cpu),
    shareOf(benchCase),
  ]);
}
// Whether the cost of a page stays the same, however many there are.
for (const name of [...new Set(cases.map(({ name }) => name.replace(/, thêm.*/, '')))]) {
  const list = cases.filter((benchCase) => benchCase.name === named(name, benchCase.size));
  for (const [index, benchCase] of list.entries()) {
    const smaller = list[index - 1];
    if (!smaller) continue;
    const [a, b] = [middleOf(smaller.costs), middleOf(benchCase.costs)];
    const [pages, share] = [pagesOf(smaller.dist), pagesOf(benchCase.dist)];
    console.log(
      `\n${benchCase.name}: ${(share / pages).toFixed(2)} lần số trang so với “${smaller.name}”, ${(b.cpu / a.cpu).toFixed(2)} lần CPU; mỗi trang thêm ${(((b.cpu - a.cpu) / (share - pages)) * 1000).toFixed(1)} ms CPU.`,
    );
  }
}
if (values.peers) {
  console.log('\nTỷ số so với từng bộ dựng, cùng số bài (nhỏ hơn 1 là nhẹ hơn):\n');
  head(['', 'CPU / Starlight', 'bộ nhớ / Starlight', 'CPU / Astro + MDX', 'bộ nhớ / Astro + MDX']);
  for (const benchCase of cases.filter(({ kind }) => kind !== 'peer')) {
    const mine = middleOf(benchCase.costs);
    const rivals = cases.filter(({ kind, size }) => kind === 'peer' && size === benchCase.size);
    row([
      benchCase.name,
      ...rivals.flatMap(({ costs }) => {
        const middle = middleOf(costs);
        return [(mine.cpu / middle.cpu).toFixed(2), (mine.peak / middle.peak).toFixed(2)];
      }),
    ]);
  }
}

if (!values['no-paint']) {
  const shown = cases.filter(({ kind, size }) => kind === 'whole' || (kind === 'peer' && size === compared));
  const sites = await Promise.all(shown.map((benchCase) => serve(benchCase.dist)));
  const browser = await openBrowser();
  const seen: View[][] = shown.map(() => []);
  const further: Act[][] = shown.map(() => []);
  const found: Act[][] = shown.map(() => []);
  try {
    // The first view warms the browser and the server and is not counted.
    for (let i = 0; i <= Number(values.views); i++) {
      for (const [index, benchCase] of shown.entries()) {
        const { origin } = present(sites[index], 'an item of sites');
        const first = origin + benchCase.address(guide);
        const measured = await view(browser, first);
        const next = await furtherView(browser, first, origin + benchCase.address(nextGuide));
        const answer = await firstSearch(browser, origin, benchCase.search);
        if (i === 0) continue;
        seen[index]?.push(measured);
        further[index]?.push(next);
        found[index]?.push(answer);
      }
    }
  } finally {
    await browser.close();
    for (const site of sites) site.close();
  }
  console.log(
    `\nMở bài “${guide}” lần đầu: 3G chậm (400 ms, 400 kbit/s), máy chậm 4 lần, màn 390 px; trung vị của ${values.views} lần, trong ngoặc là lần nhanh nhất.\n`,
  );
  head([
    ...['', 'yêu cầu', 'byte trên đường truyền', 'HTML (brotli)', 'phần tử', 'FCP', 'LCP', 'TBT', 'CLS'],
    ...['bài sau: byte', 'bài sau: FCP', 'trang tìm và lần tìm đầu: byte', 'lần tìm đầu: chờ'],
  ]);
  for (const [index, benchCase] of shown.entries()) {
    const view = middle(present(seen[index], 'an item of seen'));
    const ms = (fcp: number): string => `${fcp.toFixed(0)} ms`;
    row([
      benchCase.name,
      view.requests,
      view.bytes,
      view.html,
      view.elements,
      `${ms(view.fcp)} (${ms(Math.min(...present(seen[index], 'an item of seen').map((view) => view.fcp)))})`,
      ms(view.lcp),
      ms(view.tbt),
      view.cls.toFixed(4),
      ...[further, found].flatMap((acts) => {
        const { bytes, wait } = middleAct(acts[index] ?? []);
        return [bytes, ms(wait)];
      }),
    ]);
  }
}
await printSecondPage(present(cases[0], 'item 0 of cases').dist);
for (const benchCase of cases) rmSync(join(benchCase.dist, '..'), { recursive: true, force: true });
