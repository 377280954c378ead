/**
 * Lines into paragraphs: text files and pages break sentences where the line was full. A line goes on the
 * sentence before it unless it begins something new.
 */
import type { Paragraph } from '../document.ts';
import words from '../recognise/words.json' with { type: 'json' };

export interface Line {
  readonly text: string;
  readonly place: string;
}

/** A number, a letter, a dash or a heading word at the start of a line. */
const opens = new RegExp(
  [
    String.raw`^(?:[IVX]+\s*[.\-–)/]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s|\d{1,2}(?:\.\d{1,2})+\s`,
    String.raw`[a-zđ]\)\s|[A-ZĐ]\.\s|[-–+•*]\s|${words.lineOpens.join('|')})`,
  ].join('|'),
  'u',
);
const label = new RegExp(String.raw`^(?:[-–+]\s*)?(?:${words.lineLabels.join('|')})[^:]{0,40}:`, 'u');
const endsSentence = /(?:[.:!?…]|\.\/\.)["”’)]*$/u;
const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
const beginsSmall = (text: string): boolean => /^[\p{Ll},;)]/u.test(text) && !/^[a-zđ]\)/u.test(text);

/** Length of a full line: nine of ten lines are no longer. */
function fullLine(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** Paragraphs, each at the place of its first line. Numbers of pages are left out. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const kept = lines.filter(
    ({ text }) => text !== '' && !/^\d{1,3}$/.test(text) && !/^[-–_*=]{3,}$/.test(text),
  );
  const full = fullLine(kept);
  // A file whose lines are whole paragraphs has no full line.
  const wraps = full < 200;
  const found: { text: string; place: string }[] = [];
  let last = '';
  for (const { text, place } of kept) {
    const before = found.at(-1);
    const goesOn =
      before !== undefined &&
      !opens.test(text) &&
      !label.test(text) &&
      (beginsSmall(text)
        ? !endsSentence.test(last) || wraps
        : wraps &&
          !endsSentence.test(last) &&
          isCapitals(text) === isCapitals(last) &&
          last.length > full * 0.62);
    if (goesOn) before.text += ` ${text}`;
    else found.push({ text, place });
    last = text;
  }
  return found.map((one) => ({ kind: 'paragraph', ...one }));
}
