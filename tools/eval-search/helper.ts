/** What the helper would answer, held against answers marked beforehand: for measuring and for floors. */
import { linesToShow, pagesToRead, rankPassages } from '../../src/search/answer.ts';
import { boundTo, nameSaid } from '../../src/outputs/search-index/bound.ts';
import { calledPage } from '../../src/search/exact.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { textFile } from '../../src/outputs/search-index/text-file.ts';
import { chosen, signsOf, sureAt, type Signs } from '../../src/outputs/search-index/doubt.ts';
import { files, index } from '../../test/search/index-of-content.ts';
import {
  answerRow,
  familyRow,
  readSealed,
  readVoices,
  searchRow,
  type Part,
} from '../../test/search/sealed/read-sealed.ts';
import { isAmong } from './own.ts';

/** Where an answer stands: a section of a page, or words that the quoted lines must hold. */
type Mark = { readonly page: string } & ({ readonly section: string } | { readonly words: string });

/** What the helper looked up for a question; danger is not read here. */
function lookedUp(raw: string) {
  const query = readQuery(raw, index);
  const ranked = rank(query, index);
  const called = calledPage(raw, index);
  const said = called === undefined ? nameSaid(query.shown, files.bound.names) : undefined;
  const able = called === undefined ? boundTo(ranked, said) : ranked.filter(({ page }) => page === called);
  const pages = pagesToRead(able, index);
  const texts = new Map(
    pages.flatMap(({ page }) => {
      const text = files.texts.get(textFile(index.page(page)));
      return text ? [[page, text] as const] : [];
    }),
  );
  return { query, pages, texts, called, named: said !== undefined };
}

/** A page that may answer: its address and its signs. */
export interface Candidate {
  readonly address: string;
  readonly signs: Signs;
}

/** The pages that may answer a question; none where it is answered or refused by a name. */
export function candidates(raw: string): Candidate[] {
  const { query, pages, texts, called, named } = lookedUp(raw);
  if (called !== undefined) return [];
  const all = rankPassages(query, index, pages, texts);
  return pages.flatMap((page) => {
    const best = all.find((passage) => passage.page === page.page);
    const { address } = index.page(page.page);
    return best ? [{ address, signs: signsOf({ query, index, pages, page, best, named }) }] : [];
  });
}

interface Reply {
  readonly sure: number;
  readonly page: string;
  /** Whether the quoted lines hold one of the answers. */
  readonly holds: (marks: readonly Mark[]) => boolean;
}

/** What the helper would say. */
export function helperReply(raw: string): Reply {
  const { query, pages, texts, called, named } = lookedUp(raw);
  const { sure, found } = chosen(query, index, pages, texts, named);
  const [best] = found;
  if (!best) return { sure: 0, page: '', holds: () => false };
  const page = index.page(best.page).address;
  const shown = linesToShow(best.passage, query, index);
  const quoted = shown.map((line) => [line.title ?? '', line.text].join(' '));
  return {
    sure: called === undefined ? sure : 1,
    page,
    holds: (marks) =>
      marks.some(
        (mark) =>
          isAmong(page, [mark.page]) &&
          ('words' in mark
            ? quoted.some((line) => line.includes(mark.words))
            : mark.section === '*' || mark.section === best.passage.id),
      ),
  };
}

/** Figures of the helper at one likelihood from which on it answers. */
interface HelperFigures {
  readonly sureAt: number;
  /** Share of the answerable that get an answer; of those the right page, and lines that hold the answer. */
  readonly answered: number;
  readonly rightPage: number;
  readonly useful: number;
  /** Share of what nothing answers that gets an answer all the same. */
  readonly falsely: number;
}

/** Area under the curve: how often one of the first list is above one of the second. */
export const above = (ones: readonly number[], others: readonly number[]): number =>
  ones
    .flatMap((one) => others.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)))
    .reduce<number>((total, each) => total + each, 0) / (ones.length * others.length || 1);

/** A question and where its answer stands; no marks where nothing answers it. */
interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What the helper is asked of one part of the sealed sets. */
export function markedRows(part: Part): Marked[] {
  const none = new Set(
    readSealed(part, 'families', familyRow).flatMap((row) => ('none' in row ? [row.family] : [])),
  );
  return [
    ...readSealed(part, 'assistant-answerable', answerRow).map(({ text, answers }) => ({
      text,
      marks: answers,
    })),
    ...[
      ...readSealed(part, 'assistant-nothing', searchRow),
      ...readSealed(part, 'search-nothing', searchRow).filter(({ family }) => none.has(family)),
    ].map(({ text }) => ({ text, marks: [] })),
  ];
}

/** The set of voices: pages are marked there, no lines, so every line of a right page holds the answer. */
export const markedVoices = (): Marked[] =>
  readVoices().map(({ text, pages }) => ({ text, marks: pages.map((page) => ({ page, section: '*' })) }));

/** Measures the helper on questions, at several thresholds. */
export function helperFigures(rows: readonly Marked[], thresholds: readonly number[] = [sureAt]) {
  const asked = rows.map(({ text, marks }) => {
    const said = helperReply(text);
    const right = isAmong(
      said.page,
      marks.map(({ page }) => page),
    );
    return { ...said, some: marks.length > 0, right, useful: said.holds(marks) };
  });
  const answerable = asked.filter(({ some }) => some);
  const nothing = asked.filter(({ some }) => !some).map(({ sure }) => sure);
  const share = (count: number, of: number): number => count / (of || 1);
  const curve = thresholds.map((least): HelperFigures => {
    const given = answerable.filter(({ sure }) => sure >= least);
    return {
      sureAt: least,
      answered: share(given.length, answerable.length),
      rightPage: share(given.filter(({ right }) => right).length, given.length),
      useful: share(given.filter(({ useful }) => useful).length, given.length),
      falsely: share(nothing.filter((sure) => sure >= least).length, nothing.length),
    };
  });
  const auc = above(
    answerable.map(({ sure }) => sure),
    nothing,
  );
  return { answerable: answerable.length, nothing: nothing.length, auc, curve };
}
