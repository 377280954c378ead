/** Pages that a question names exactly. Pure. */
import { fold } from '../vietnamese/diacritics.ts';
import type { CoreFile } from './format.ts';
import { digitsIn, digitsSaid, documentNumbers, keyOf, numberAsked } from './identifiers.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Query } from './query.ts';
import { syllables } from './syllables.ts';
import { owns } from '../domain/owns.ts';

interface Names {
  /** Title or other name without marks → pages, titles first. */
  readonly pages: ReadonlyMap<string, readonly { readonly page: number; readonly text: string }[]>;
  readonly byNumber: ReadonlyMap<number, number>;
  readonly numbers: readonly number[];
  readonly numberNames: readonly string[];
}
const namesOf = new WeakMap<CoreFile, Names>();

/** Names of all pages; made once, because a slow phone asks with every key. */
function names(index: PassageIndex): Names {
  const { file, evidence } = index;
  let found = namesOf.get(file);
  if (!found) {
    const pages = new Map<string, { page: number; text: string }[]>();
    const add = (page: number, words: readonly string[]): void => {
      const key = words.map(fold).join(' ');
      if (key !== '') pages.set(key, [...(pages.get(key) ?? []), { page, text: words.join(' ') }]);
    };
    for (const field of [0, 1])
      for (const [segment, own] of evidence.segmentField.entries())
        if (own === field) add(evidence.segmentPage[segment] ?? 0, evidence.wordsOf(segment));
    const numbered = index.pages.flatMap((page, place) =>
      page.number > 0 ? [[page.number, place] as const] : [],
    );
    found = {
      pages,
      byNumber: new Map(numbered),
      numbers: numbered.map(([number]) => number),
      numberNames: [...file.numberNames].map(fold).sort((a, b) => b.length - a.length),
    };
    namesOf.set(file, found);
  }
  return found;
}

/** Pages by a document number, a code or a telephone number in the question. */
function byKeys(raw: string, { file }: PassageIndex): number[] {
  const whole = keyOf(raw);
  const keys = [
    ...(/\d/.test(whole) ? [whole] : []),
    ...[...raw.matchAll(documentNumbers)].map(([number]) => keyOf(number)),
    ...digitsIn(raw),
    ...[digitsSaid(syllables(raw).map(fold)) ?? ''],
  ];
  return keys.flatMap((key) => (owns(file.keys, key) ? [...(file.keys[key] ?? [])] : []));
}

/** A document as people say it, without marks: kind, number, perhaps the year. */
const documentSaid =
  /\b(ke hoach|nghi dinh|nghi quyet|quyet dinh|thong tu|kh|nd|nq|qd|tt|luat)(?: so)? (\d{1,5})(?: (?:nam )?((?:19|20)\d\d))?\b/g;
/** How the sign of such a document begins: by its initials; those of laws by the National Assembly. */
const signOf = (kind: string): string => (kind === 'luat' ? 'qh' : kind.replace(/(\w)\w* (\w)\w*/, '$1$2'));

/**
 * Documents whose number begins like this: "kế hoạch 1410", "nghị định 168", "luật 91 năm 2025"; a plan
 * without the word too.
 */
function byBeginning(raw: string, index: PassageIndex): number[] {
  const said = [...syllables(raw).map(fold).join(' ').matchAll(documentSaid)].map(
    ([, word = '', number = '', year = '(?:(?:19|20)\\d\\d)?']) =>
      new RegExp(`^${number}${year}${signOf(word)}`),
  );
  const digits = raw.match(/\d{3,5}/g) ?? [];
  return Object.entries(index.file.keys).flatMap(([key, pages]) => {
    if (said.some((begins) => begins.test(key))) return [...pages];
    return digits.some((number) => key.startsWith(number) && /^\p{L}/u.test(key.slice(number.length)))
      ? pages.filter((page) => index.page(page).kind === 'plan')
      : [];
  });
}

/** The words that say something: politeness and forms of asking at both ends are left out. */
function bare(query: Query): string[] {
  const words = query.groups.filter((group) => group.for === undefined);
  const from = words.findIndex((group) => group.weight > 0.1);
  let to = words.length;
  while (to > from + 1 && (words[to - 1]?.weight ?? 1) <= 0.1) to--;
  return from < 0 ? [] : words.slice(from, to).map((group) => group.text);
}

/** Words that ask for somebody’s number, without marks, before a name and behind it. */
const asksBefore =
  /^(?:(?:goi|cho|xin|tim|toi) )*(?:(?:so )?(?:tong dai|dien thoai)|so(?: may)?|hotline|sdt)(?: cua)? /;
const asksBehind = / (?:la |goi )?(?:so dien thoai|so may|so nao|so gi|bao nhieu)$/;

/** A number that is to be called, told as such: "số 113", "gọi 113". */
const calling = /^(?:(?:goi|bam|so|den|cho|dien thoai|tong dai|hotline) )+(\d[\d ]*)$/;

/**
 * The entry of the directory whose number is asked for by a name that people say, or that is the number, and
 * nothing else.
 */
export function calledPage(raw: string, index: PassageIndex): number | undefined {
  const asked = syllables(raw).map(fold).join(' ');
  const number = keyOf(calling.exec(asked)?.[1] ?? '');
  if (owns(index.file.keys, number))
    return index.file.keys[number]?.find((page) => index.page(page).kind === 'call');
  const name = asked.replace(asksBehind, '').replace(asksBefore, '');
  if (name === asked) return undefined;
  return names(index)
    .pages.get(name)
    ?.find(({ page }) => index.page(page).kind === 'call')?.page;
}

/** The page of the number that the question asks for. */
function byNumber(query: Query, index: PassageIndex): number | undefined {
  const known = names(index);
  const number = numberAsked(bare(query).map(fold), known.numberNames, known.numbers, index.file);
  return number === undefined ? undefined : known.byNumber.get(number);
}

/** Whether the question is the number of a guide or another key, and nothing else. */
export const onlyKey = (raw: string, query: Query, index: PassageIndex): boolean =>
  byNumber(query, index) !== undefined || owns(index.file.keys, keyOf(raw));

/** Pages that the question names: by number, key, title or other name; the surest first, each once. */
export function exactPages(raw: string, query: Query, index: PassageIndex): number[] {
  const known = names(index);
  const words = bare(query);
  const page = byNumber(query, index);
  const typed = words.join(' ');
  const marks = /[^\x00-\x7f]/.test(typed);
  const named = [typed, syllables(raw).join(' ')]
    .flatMap((text) => known.pages.get(fold(text)) ?? [])
    .filter(({ text }) => !marks || text === typed || text === syllables(raw).join(' '));
  const keyed = byKeys(raw, index);
  const calls = keyed.filter((place) => index.page(place).kind === 'call');
  // A short number that help answers to is that number before it is a guide's.
  const bareNumber = /^\d+$/.test(raw.trim());
  const called = calledPage(raw, index);
  return [
    ...new Set([
      ...(called === undefined ? [] : [called]),
      ...(bareNumber ? calls : []),
      ...(page === undefined ? [] : [page]),
      // A whole title is more than a number that stands in it.
      ...named.map((name) => name.page),
      ...keyed,
      ...byBeginning(raw, index),
    ]),
  ];
}

/** The page that a question is the number or key of, and nothing else: "62", "bài 62", "113". */
export const pageOfKey = (raw: string, query: Query, index: PassageIndex): number | undefined =>
  onlyKey(raw, query, index) ? exactPages(raw, query, index)[0] : undefined;
