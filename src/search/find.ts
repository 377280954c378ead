/**
 * The list of results for a question: what is found exactly, then what titles and names make sure of, then
 * everything else. Made in two steps, because the second file comes later: rows of the first step keep their
 * places in the second. Pure.
 */
import { certainty } from './answer.ts';
import { exactPages, onlyKey } from './exact.ts';
import { readDanger, type DangerWords } from './danger.ts';
import type { PageKind } from './format.ts';
import type { PassageIndex } from './passage-index.ts';
import { readQuery, type Group, type Query, type QueryOptions } from './query.ts';
import { rank, type RankedPage } from './rank.ts';
import { sheetRows, sheetAsked } from './sheets.ts';

/** A row: a page, or a sheet that is made of it. */
export interface Row {
  readonly page: number;
  /** Place in the sheets of the first file. */
  readonly sheet?: number;
  /** Found by its number, its key or its very name. */
  readonly exact: boolean;
  /** What words made of it; absent when it was found by a key. */
  readonly ranked?: RankedPage;
}
export interface Found {
  readonly query: Query;
  readonly rows: readonly Row[];
  /** How sure the first row is, 0 to 1. */
  readonly sure: number;
  /** Whether more rows come with the second file. */
  readonly complete: boolean;
}

/** From this certainty on the titles alone decide the first rows. */
const standsAlone = 0.6;
/** Most rows that the first step puts up, and the least share of the best score that they have. */
const [mostStanding, nearBest] = [3, 0.6];
/** A name is as good as typed from this likeness on. */
const nearName = 0.9;
/** Rows with less than this of the best row's coverage and score answer nothing. */
const [leastCoverage, leastScore] = [0.5, 0.25];
/** The least share of the score where the question is the very name of a page of tools or of paper. */
const leastBesideTool = 0.5;
/** From this coverage on a guide teaches what a word of the glossary explains. */
const taughtFrom = 0.6;
/** Below this certainty the handbook may not have what is asked for; then a few rows are enough. */
export const sureEnough = 0.55;
const mostUnsure = 8;
/**
 * So few words that say something mean one thing together; where no two neighbours among them stand together
 * in any title, name or question, and no whole wording is like theirs, a page that has them apart tells of
 * other things.
 */
const [fewWords, likeNone, strangeSure] = [3, 0.3, 0.5];
/** Certainty of what was found by a key. */
const byKey = 1;

/** A word explained stands behind the guide that teaches the thing. */
const explains = (kind: PageKind): boolean => kind === 'term';

/**
 * Pages that are found by name and teach nothing: what only shares a word with their name answers nothing.
 */
const isTool = (kind: PageKind): boolean => kind === 'page' || kind === 'tool' || kind === 'paper';

/** Results that say something, best first. */
function worthShowing(ranked: readonly RankedPage[], least: number): RankedPage[] {
  const best = ranked[0];
  if (!best) return [];
  const coverage = Math.max(...ranked.slice(0, 5).map((page) => page.coverage));
  return ranked.filter(
    (page) => page.coverage >= leastCoverage * coverage && page.score >= least * best.score,
  );
}

/** The rows of the first step: sure by titles, names and questions. */
function standing(query: Query, index: PassageIndex): { readonly rows: RankedPage[]; readonly sure: number } {
  const ranked = rank(query, index.evidence);
  const sure = certainty(query, ranked);
  const named = ranked
    .filter((page) => page.named >= nearName && !explains(index.page(page.page).kind))
    .sort((a, b) => b.named - a.named || b.score - a.score);
  const best = ranked[0];
  const first =
    best && sure >= standsAlone
      ? ranked.slice(0, mostStanding).filter((page) => page.score >= nearBest * best.score)
      : [];
  return { rows: [...new Set([...named.slice(0, mostStanding), ...first])], sure };
}

/**
 * Whether a page holds the words of the question only one by one, as any page may: “cách nấu phở”. Without
 * marks, and of foreign words, nothing of the kind can be said.
 */
function isByChance({ groups }: Query, best: RankedPage | undefined, { evidence }: PassageIndex): boolean {
  const says = ({ weight, for: stands }: Group): boolean => weight >= 1 && stands === undefined;
  const told = groups.filter(says);
  const pairs = told.flatMap((group) => {
    const next = groups[groups.indexOf(group) + 1];
    return group.joined && next && says(next) ? [[group, next] as const] : [];
  });
  const together = ([one, other]: readonly [Group, Group]): boolean =>
    one.alternatives.some((left) =>
      other.alternatives.some((right) => evidence.pairUses(left.fold, right.fold) > 0),
    );
  return (
    (best?.likeness ?? 0) < likeNone &&
    told.length <= fewWords &&
    pairs.length > 0 &&
    told.every(({ alternatives: [first] }) => first === undefined || first.word !== undefined) &&
    !pairs.some(together)
  );
}

export interface FindOptions extends QueryOptions {
  /** The second file will not come: what the first has is all there is. */
  readonly whole?: boolean;
  /** The page that the reader has chosen as the own one; a sheet named alone is that page's. */
  readonly own?: number;
  /**
   * The words of danger: what tells what to do about what has happened stands first where titles are sure of
   * nothing, else second.
   */
  readonly danger?: DangerWords | undefined;
}

/** The page that tells what to do about what has happened, by the slots alone: they are there at once. */
function urgentPage(raw: string, query: Query, index: PassageIndex, words: DangerWords): number {
  const read = [raw, query.shown].map((text) => readDanger(text, words)).find(({ kind }) => kind === 'box');
  return read ? index.pages.findIndex(({ address }) => address === read.guide) : -1;
}

/** Rows in the order in which they are added, each once. Pages of which `wanted` is false are left out. */
function collector(wanted: (page: number) => boolean): {
  readonly rows: Row[];
  readonly add: (row: Row) => void;
} {
  const rows: Row[] = [];
  const seen = new Set<string>();
  const add = (row: Row): void => {
    const key = `${row.page} ${row.sheet ?? ''}`;
    if (seen.has(key) || !wanted(row.page)) return;
    seen.add(key);
    rows.push(row);
  };
  return { rows, add };
}

/** How sure rows are that were found by words alone; `byWords` is what the words say. */
const sureByWords = (query: Query, first: Row | undefined, index: PassageIndex, byWords: number): number =>
  isByChance(query, first?.ranked, index) ? Math.min(byWords, strangeSure) : byWords;

/** What the index, as complete as it is, finds. Pages of which `wanted` is false are left out. */
export function find(
  raw: string,
  index: PassageIndex,
  options: FindOptions = {},
  wanted: (page: number) => boolean = () => true,
): Found {
  const query = readQuery(raw, index, options);
  const exact = options.typing === true ? [] : exactPages(raw, query, index);
  const alone = onlyKey(raw, query, index);
  const { rows: first, sure } = alone ? { rows: [], sure: 0 } : standing(query, index);
  const asked = sheetAsked(query, index);
  const sheets = asked === undefined ? [] : sheetRows(asked, query, index, options.own);
  const tools = exact.filter((page) => isTool(index.page(page).kind));
  const least = tools.length > 0 ? leastBesideTool : leastScore;
  const later = (index.complete || options.whole === true) && !alone;
  const rest = later ? worthShowing(rank(query, index), least) : [];
  const { rows, add } = collector(wanted);
  const rankedOf = (page: number): RankedPage | undefined =>
    first.find((candidate) => candidate.page === page) ?? rest.find((candidate) => candidate.page === page);
  const ranked = (page: number): Pick<Row, 'ranked'> => {
    const found = rankedOf(page);
    return found ? { ranked: found } : {};
  };
  const addExact = (page: number): void => add({ page, exact: true, ...ranked(page) });
  const meaning = exact.filter((page) => explains(index.page(page).kind));
  const taught = first.filter((page) => page.coverage >= taughtFrom && !explains(index.page(page.page).kind));
  // What is already made of the reader's own page stands before the tool that makes it.
  if (tools.length === exact.length) for (const row of sheets) if (row.page === options.own) add(row);
  for (const page of exact) if (!meaning.includes(page)) addExact(page);
  for (const row of sheets) add(row);
  // What a word means is told first to who asks for that, or when nothing teaches the thing itself.
  if (!query.asksMeaning)
    for (const each of taught.slice(0, 1)) add({ page: each.page, exact: false, ranked: each });
  for (const page of meaning) addExact(page);
  const urgent = options.danger && exact.length === 0 ? urgentPage(raw, query, index, options.danger) : -1;
  const addUrgent = (): void => {
    if (urgent >= 0) add({ page: urgent, exact: false, ...ranked(urgent) });
  };
  if (first.length === 0) addUrgent();
  for (const each of [...first, ...rest]) {
    if (rows.length === 1) addUrgent();
    add({ page: each.page, exact: false, ranked: each });
  }
  addUrgent();
  const certain =
    exact.length > 0 || sheets.length > 0 || urgent >= 0
      ? byKey
      : sureByWords(query, rows[0], index, Math.max(sure, certainty(query, rest)));
  return {
    query,
    rows: certain < sureEnough ? rows.slice(0, mostUnsure) : rows,
    sure: certain,
    complete: index.complete,
  };
}
