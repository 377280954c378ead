/**
 * Names that bind: a question that names a procedure, a paper, an app or a service is answered only by a page
 * that treats it. Pure.
 */
import { fold } from '../../vietnamese/diacritics.ts';
import { syllables } from '../../search/syllables.ts';

/** A name as people say it, and the pages that treat it. */
export interface BoundName {
  readonly kind: 'procedure' | 'service' | 'matter';
  /** As it is printed. */
  readonly name: string;
  /** Code of the procedure on the national portal, where it is known. */
  readonly code?: string | undefined;
  /** Of a matter that no page is about: where to ask. */
  readonly ask?: string | undefined;
  readonly said: readonly string[];
  /** Places in the index of the pages that treat it; empty when none does. */
  readonly pages: readonly number[];
}

/** The file of names that bind, for the index of the same edition. */
export interface BoundFile {
  readonly edition: string;
  readonly names: readonly BoundName[];
}

/** Ways to say a name as they are looked for, with marks and without: the same thousand for each question. */
const spokenForms = new Map<string, readonly [marked: string, bare: string]>();

function spokenAs(words: string): readonly [marked: string, bare: string] {
  let forms = spokenForms.get(words);
  if (forms === undefined) {
    const line = ` ${syllables(words).join(' ')} `;
    spokenForms.set(words, (forms = [line, fold(line)]));
  }
  return forms;
}

/** Tells whether words, ways to say a name, stand in a text in a row. Marks count where any was typed. */
export function hears(text: string): (words: string) => boolean {
  const typed = syllables(text);
  const marked = typed.some((word) => /[^\x00-\x7f]/.test(word));
  const line = ` ${typed.join(' ')} `;
  return (words) => line.includes(spokenAs(words)[marked ? 0 : 1]);
}

/** A page as far as names are looked for in it. */
interface Treating {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly heads: readonly string[];
    readonly asks: readonly string[];
    readonly lines: readonly { readonly text: string }[];
  }[];
}

/** A name that stands only in the text of a page must stand there so often: in passing is not treated. */
const oftenEnough = 3;

/** For each list of ways to say a name, the places of the pages that treat it. */
export function treatedBy(pages: readonly Treating[], lists: readonly (readonly string[])[]): number[][] {
  const line = (texts: readonly string[]): string =>
    ` ${texts.map((text) => syllables(text).join(' ')).join(' | ')} `;
  const read = pages.map(({ title, aliases, sections }, place) => ({
    place,
    named: line([
      title,
      ...aliases,
      ...sections.flatMap((part) => [part.title, ...part.heads, ...part.asks]),
    ]),
    told: line(sections.flatMap((part) => part.lines.map(({ text }) => text))),
  }));
  // Texts are looked through for a name only where its rarest syllable stands.
  const withSyllable = new Map<string, Set<number>>();
  for (const { place, named, told } of read)
    for (const one of `${named}${told}`.split(' '))
      withSyllable.set(one, (withSyllable.get(one) ?? new Set()).add(place));
  const mayHold = (words: string): ReadonlySet<number> =>
    words
      .split(' ')
      .map((one) => withSyllable.get(one) ?? new Set<number>())
      .reduce((fewest, other) => (other.size < fewest.size ? other : fewest));
  return lists.map((said) => {
    const spoken = said.map((words) => ` ${syllables(words).join(' ')} `);
    const places = [...new Set(spoken.flatMap((words) => [...mayHold(words.trim())]))].sort((a, b) => a - b);
    return places.filter((place) => {
      const { named = '', told = '' } = read[place] ?? {};
      if (spoken.some((words) => named.includes(words))) return true;
      return spoken.reduce((times, words) => times + told.split(words).length - 1, 0) >= oftenEnough;
    });
  });
}

/** The name that a question says; the longest one decides. */
export function nameSaid(question: string, names: readonly BoundName[]): BoundName | undefined {
  const isSaid = hears(question);
  return names
    .flatMap((name) => name.said.filter(isSaid).map((words) => ({ name, words })))
    .sort((one, other) => other.words.length - one.words.length)[0]?.name;
}

/** The pages that may answer a question: all, or only those that treat the name that it says. */
export const boundTo = <Ranked extends { readonly page: number }>(
  ranked: readonly Ranked[],
  said: BoundName | undefined,
): readonly Ranked[] =>
  said === undefined ? ranked : ranked.filter(({ page }) => said.pages.includes(page));
