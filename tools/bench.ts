/**
 * `npm run bench`: what the handbook costs to check, to build and to open. Medians of several runs, taken in
 * turn, so that a busy
 * minute of the machine falls on all alike. CPU seconds are the figure to compare. Prints; gates nothing.
 *
 *   --runs=3         runs of each build            --views=7      views of each page
 *   --sizes=0,1000   guides beside the real ones   --peers        Starlight and Astro + MDX + Pagefind with the same guides, the second size
 *   --no-paint       no browser                    --scratch=DIR  where copies are built and peers installed
 *   --second         builds nothing: only the second page and the cost of its short form, from dist/
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median, type Cost } from './bench/measure.ts';
import { buildOnce, checkOnce, cool, guidesOnce, pagesOf, scratchCopy } from './bench/ours.ts';
import { middle, openBrowser, serve, view, type View } from './bench/page.ts';
import { install, makePeers } from './bench/peers.ts';
import { secondPage } from './bench/second-page.ts';
import { present } from '../test/present.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    views: { type: 'string', default: '7' },
    sizes: { type: 'string', default: '0,1000' },
    peers: { type: 'boolean', default: false },
    second: { type: 'boolean', default: false },
    'no-paint': { type: 'boolean', default: false },
    scratch: { type: 'string', default: join(tmpdir(), 'so-tay-so-bench') },
  },
});
const root = process.cwd();
const scratch = resolve(values.scratch);
const runs = Number(values.runs);
/** The guide that is opened: a middling one of the real ones. */
const guide = 'tien/quet-ma-qr-de-tra-tien';

/** Something that is built and measured. */
interface Case {
  readonly name: string;
  readonly build: () => Promise<Cost>;
  readonly dist: string;
  readonly address: string;
  readonly costs: Cost[];
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
const cases: Case[] = [];
const ours = (name: string, dir: string, extra: number, { guidesOnly = false } = {}): Case => {
  scratchCopy(root, dir, extra, { guidesOnly });
  return {
    name,
    dist: join(dir, 'dist'),
    address: `/huong-dan/${guide}/`,
    costs: [],
    build: () => {
      cool(dir);
      return guidesOnly ? guidesOnce(dir) : buildOnce(dir);
    },
  };
};
const sizes = values.sizes.split(',').map(Number);
for (const extra of sizes)
  cases.push(
    ours(extra === 0 ? 'Sổ tay' : `Sổ tay, thêm ${extra} bài`, join(scratch, `ours-${extra}`), extra),
  );
/** The size at which others are compared, and one guide changed. */
const compared = sizes[1] ?? present(sizes[0], 'item 0 of sizes');
const guidesOnly: Case[] = [];
if (values.peers) {
  // The other generators are given the guides and nothing else, so the handbook is measured like that too:
  // the same text, with search.
  for (const extra of sizes.filter((size) => size >= compared))
    guidesOnly.push(
      ours(`Sổ tay, thêm ${extra} bài, cùng chữ`, join(scratch, `ours-guides-${extra}`), extra, {
        guidesOnly: true,
      }),
    );
  cases.push(...guidesOnly);
  const versions = await install(root, join(scratch, 'peers'));
  const { peers, guides } = makePeers(join(scratch, 'peers'), join(scratch, `ours-${compared}`));
  console.log(`So với: ${versions}. Cùng ${guides} bài, cùng chữ.`);
  for (const peer of peers)
    cases.push({
      name: peer.name,
      build: peer.build,
      dist: join(peer.dir, 'dist'),
      address: peer.address(guide),
      costs: [],
    });
}

// Builds, in turn.
const checks = cases.slice(0, sizes.length).map((benchCase) => ({
  name: `Kiểm tra: ${benchCase.name}`,
  dir: join(benchCase.dist, '..'),
  costs: [] as Cost[],
}));
const again: { name: string; costs: Cost[] }[] = [];
for (let i = 0; i < runs; i++) {
  for (const check of checks) await run(check, () => checkOnce(check.dir));
  for (const benchCase of cases) await run(benchCase, benchCase.build);
}
// One guide changed, everything else as the last build left it.
const against = present(cases[sizes.indexOf(compared)], 'an item of cases');
const changed = { name: `Đổi một bài: ${against.name}`, costs: [] as Cost[] };
for (let i = 0; i < runs; i++) {
  const file = join(against.dist, '../content/guides', `${guide}.mdx`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^minutes: .*$/m, `minutes: ${11 + i}`));
  await run(changed, () => buildOnce(join(against.dist, '..')));
}
again.push(changed);

console.log(
  `\nDựng, trung vị của ${runs} lần, ${process.version}. CPU gồm mọi tiến trình (kiểm tra, dựng trang, chỉ mục tìm kiếm).\n`,
);
head(['', 'trang', 'CPU', 'thực', 'trang mỗi giây CPU', 'bộ nhớ tiến trình lớn nhất']);
for (const check of checks) {
  const middle = middleOf(check.costs);
  row([check.name, '', seconds(middle.cpu), seconds(middle.wall), '', `${middle.peak.toFixed(0)} MB`]);
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
  ]);
}
for (const repeat of again) {
  const middle = middleOf(repeat.costs);
  row([repeat.name, '', seconds(middle.cpu), seconds(middle.wall), '', `${middle.peak.toFixed(0)} MB`]);
}

// Whether the cost of a page stays the same, however many there are.
for (const list of [cases.slice(0, sizes.length), guidesOnly]) {
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
  const rivals = cases.slice(sizes.length + guidesOnly.length);
  console.log('\nTỷ số so với từng bộ dựng (nhỏ hơn 1 là nhẹ hơn):\n');
  head(['', ...rivals.flatMap((benchCase) => [`CPU / ${benchCase.name}`, `bộ nhớ / ${benchCase.name}`])]);
  for (const benchCase of [against, present(guidesOnly[0], 'item 0 of guidesOnly')]) {
    const mine = middleOf(benchCase.costs);
    row([
      benchCase.name,
      ...rivals.flatMap((otherBenchCase) => {
        const middle = middleOf(otherBenchCase.costs);
        return [(mine.cpu / middle.cpu).toFixed(2), (mine.peak / middle.peak).toFixed(2)];
      }),
    ]);
  }
}

if (!values['no-paint']) {
  const shown = cases.filter((benchCase) => !guidesOnly.includes(benchCase));
  const sites = await Promise.all(shown.map((benchCase) => serve(benchCase.dist)));
  const browser = await openBrowser();
  const seen: View[][] = shown.map(() => []);
  try {
    // The first view warms the browser and the server and is not counted.
    for (let i = 0; i <= Number(values.views); i++) {
      for (const [index, benchCase] of shown.entries()) {
        const measured = await view(
          browser,
          present(sites[index], 'an item of sites').origin + benchCase.address,
        );
        if (i > 0) present(seen[index], 'an item of seen').push(measured);
      }
    }
  } finally {
    await browser.close();
    for (const site of sites) site.close();
  }
  console.log(
    `\nMở bài “${guide}” lần đầu: 3G chậm (400 ms, 400 kbit/s), máy chậm 4 lần, màn 390 px; trung vị của ${values.views} lần, trong ngoặc là lần nhanh nhất.\n`,
  );
  head(['', 'yêu cầu', 'byte trên đường truyền', 'HTML (brotli)', 'phần tử', 'FCP', 'LCP', 'TBT', 'CLS']);
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
    ]);
  }
}
await printSecondPage(present(cases[0], 'item 0 of cases').dist);
for (const benchCase of cases) rmSync(join(benchCase.dist, '..'), { recursive: true, force: true });
