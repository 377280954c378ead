/**
 * `npm run eval:search [-- --dist DIR] [-- --passages FILE]`: measures search on the development questions,
 * on exact titles and on the sealed sets that are there, beside Pagefind as it comes and MiniSearch tuned, on
 * the same pages in the same run. With `--passages`, a file in the form of SQuAD, only that is measured.
 * Prints tables; ends with 0.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { typed } from '../src/cli/command-line.ts';
import { brotliCompressSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { sureEnough } from '../src/search/find.ts';
import type { Query } from '../src/search/query.ts';
import { readQuery } from '../src/search/query.ts';
import { syllables } from '../src/search/syllables.ts';
import { fold } from '../src/vietnamese/diacritics.ts';
import { files, index, sources } from '../test/search/index-of-content.ts';
import { figures, type Outcome } from '../test/search/measure.ts';
import { devQueries } from '../test/search/queries.ts';
import { parts, readVoices, voices, type Voice } from '../test/search/sealed/read-sealed.ts';
import { helperFigures, markedRows, markedVoices } from './eval-search/helper.ts';
import { asOnThePage, isAmong, ownAnswers } from './eval-search/own.ts';
import { askPagefind } from './eval-search/pagefind.ts';
import { measurePassages } from './eval-search/passages.ts';
import { sealedSets, type Asked } from './eval-search/sealed.ts';

const { values } = typed(
  { dist: { type: 'string', default: process.env.OUT_DIR ?? 'dist' }, passages: { type: 'string' } },
  { words: Infinity },
);
/** Likelihoods from which on the helper would answer. */
const thresholds = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];
const dist = resolve(values.dist);
const cell = (share: number): string => share.toFixed(2).replace(/^0\./, '.');
const br = (data: unknown): number => brotliCompressSync(JSON.stringify(data)).length;

/** What a way of searching answers: addresses, best first. */
type Engine = (asked: Asked) => readonly string[];

const own: Engine = ({ text }) => ownAnswers(text);

/** The library with folded words and pairs, slips mended from five letters on, over every page. */
function miniSearch(reads: boolean): Engine {
  const tokens = (text: string): string[] => {
    const list = syllables(text).map(fold);
    return [...list, ...list.slice(1).map((word, place) => `${list[place] ?? ''} ${word}`)];
  };
  const mini = new MiniSearch<Record<string, string | number>>({
    fields: ['title', 'aliases', 'ask', 'heads', 'body'],
    searchOptions: {
      boost: { title: 3, aliases: 2.5, ask: 1.8, heads: 1, body: 0.5 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length >= 5 && !term.includes(' ') ? 0.2 : false),
    },
    tokenize: tokens,
    processTerm: (term) => term,
  });
  mini.addAll(
    sources.map((page, id) => ({
      id,
      title: page.title,
      aliases: page.aliases.join('. '),
      ask: page.sections.flatMap((section) => section.asks).join('. '),
      heads: [page.summary, ...page.sections.flatMap(({ title, heads }) => [title, ...heads])].join('. '),
      body: page.sections.flatMap((section) => section.lines.map((line) => line.text)).join('. '),
    })),
  );
  const asRead = (query: Query): string => query.groups.map((group) => group.text).join(' ');
  return ({ text }) =>
    mini
      .search(reads ? asRead(readQuery(text, index)) : text)
      .map((result) => sources[Number(result.id)]?.address ?? '');
}

interface Measured extends Outcome {
  readonly three: boolean;
}
const outcomes = (set: readonly Asked[], engine: Engine): Measured[] =>
  set.map((asked) => {
    const found = engine(asked);
    return {
      style: asked.style,
      place: found.findIndex((address) => isAmong(address, asked.first)) + 1,
      three: found.slice(0, 3).some((address) => isAmong(address, [...asked.first, ...asked.also])),
      empty: found.length === 0,
    };
  });

function print(
  name: string,
  columns: readonly (readonly [string, readonly Measured[]])[],
  set: readonly Asked[],
): void {
  console.log(`\n${name}. Mỗi ô: đúng ở dòng 1 / trong 3 dòng đầu / MRR / số lần không ra gì.\n`);
  console.log(`| kiểu (số câu) | ${columns.map(([column]) => column).join(' | ')} | nói đúng mức chắc |`);
  console.log(`|---|${columns.map(() => '---|').join('')}---|`);
  for (const style of [...new Set(set.map((asked) => asked.style)), undefined]) {
    const asked = set.filter((one) => style === undefined || one.style === style);
    const answerable = asked.filter((one) => one.first.length > 0);
    const honest = asked.filter(
      (one) => asOnThePage(one.text).sure >= sureEnough === one.first.length > 0,
    ).length;
    const cells = columns.map(([, all]) => {
      const these = all.filter(
        (one, place) => (set[place]?.first.length ?? 0) > 0 && (style === undefined || one.style === style),
      );
      if (answerable.length === 0) return '–';
      const { first, mrr, zero } = figures(these);
      const three = these.filter((one) => one.three).length / these.length;
      return `${cell(first)} / ${cell(three)} / ${cell(mrr)} / ${zero}`;
    });
    const row = `${style ?? '**tất cả**'} (${asked.length})`;
    console.log(`| ${[row, ...cells, cell(honest / (asked.length || 1))].join(' | ')} |`);
  }
}

/** A question of the set of voices; any of its pages may stand first. */
const asVoice = ({ pass, text, pages }: Voice): Asked => ({
  style: `${voices[pass - 1] ?? ''}${pages.length === 0 ? ', nothing answers' : ''}`,
  family: text,
  text,
  first: pages,
  also: [],
});

/** The helper's figures at each threshold, on the parts of the sealed sets and on the set of voices. */
function printHelper(): void {
  const sets = [
    ...parts.map((part) => [`phần ${part}`, markedRows(part)] as const),
    ['bộ giọng người', markedVoices()] as const,
  ];
  for (const [name, rows] of sets) {
    const { answerable, nothing, auc, curve } = helperFigures(rows, thresholds);
    console.log(`\nHỏi sổ tay, ${name}: ${answerable} câu có bài, ${nothing} câu không. AUC ${cell(auc)}.\n`);
    console.log('| từ mức | trả lời | đúng bài | đúng chỗ | trả lời nhầm |\n|---|---|---|---|---|');
    for (const { sureAt, answered, rightPage, useful, falsely } of curve)
      console.log(`| ${[sureAt, ...[answered, rightPage, useful, falsely].map(cell)].join(' | ')} |`);
  }
}

async function measureHandbook(): Promise<void> {
  const byNumber = new Map(sources.map((page) => [page.number, page.address]));
  const development = devQueries.map(({ style, q: text, guides }): Asked => ({
    style,
    family: text,
    text,
    first: guides.flatMap((number) => byNumber.get(number) ?? []),
    also: [],
  }));
  const titles = sources
    .filter((page) => page.number === 0 && page.kind !== 'term')
    .map((page): Asked => ({
      style: page.kind,
      family: page.address,
      text: fold(page.title),
      first: [page.address],
      also: [],
    }));
  const sets: (readonly [string, readonly Asked[]])[] = [
    ['Câu hỏi thử của người làm', development],
    ['Tên trang không phải bài, gõ không dấu', titles],
    ...sealedSets('test/search/sealed').map(([part, set]) => [`Bộ niêm phong, phần ${part}`, set] as const),
    ['Bộ giọng người, chỉ để đo', readVoices().map(asVoice)],
  ];
  const pagefind = await askPagefind(
    dist,
    sets.flatMap(([, set]) => set.map((asked) => asked.text)),
  );
  const engines: (readonly [string, Engine])[] = [
    ['sổ tay', own],
    ['MiniSearch', miniSearch(false)],
    ['MiniSearch, câu do sổ tay đọc', miniSearch(true)],
    ...(pagefind ? [['Pagefind', ({ text }: Asked) => pagefind.get(text) ?? []] as const] : []),
  ];
  for (const [name, set] of sets) {
    const columns = engines.map(([column, engine]) => [column, outcomes(set, engine)] as const);
    print(name, columns, set);
  }
  printHelper();
  const bytes = `tim/goc.json ${br(files.core)}, tim/them.json ${br(files.body)}`;
  console.log(`\nTệp, byte nén brotli: ${bytes}; ${sources.length} mục.`);
  const folder = join(dist, 'pagefind');
  if (existsSync(folder)) {
    const parts = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const size = parts.reduce((sum, part) => sum + readFileSync(join(part.parentPath, part.name)).length, 0);
    console.log(`Pagefind: ${parts.length} tệp, ${size} byte.`);
  }
}

if (values.passages === undefined) await measureHandbook();
else measurePassages(values.passages);
