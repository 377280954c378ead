/**
 * Signs that telephones show beside common words, where the author of a drawn screen named none: who cannot
 * read the words looks for the sign. Only signs that go with the words in most applications.
 */
import { isSign, type SignName } from '../domain/picture-names.ts';
import beginnings from '../domain/sign-words.json' with { type: 'json' };
import type { ScreenDrawing } from './tree.ts';

/** Under `none`, words of a trap: what leads into it bears no sign that invites. */
const rows = Object.entries(beginnings).flatMap(([name, words]) =>
  words.map((start) => ({ sign: isSign(name) ? name : undefined, start })),
);

/**
 * The sign of the longest beginning that fits: “Thêm lần để dành” is savings, not a plus. One that begins
 * with a number sign is of buttons alone: “Cài đặt” installs, as a row it leads to the settings.
 */
const signOfWords = (words: string, isKey: boolean): SignName | undefined =>
  rows
    .filter(({ start }) => words.startsWith(start) || (isKey && `#${words}`.startsWith(start)))
    .sort((one, other) => other.start.length - one.start.length)[0]?.sign;

/**
 * The sign that a drawn screen shows before words: its author's, the usual one of what is pressed or
 * `always` drawn, or a keyboard where something is typed.
 */
export const signOf = (
  { signs, press, fields, buttons }: ScreenDrawing,
  words: string,
  always = false,
): SignName | undefined =>
  signs?.find(({ at }) => at === words)?.sign ??
  (fields.includes(words)
    ? 'keyboard'
    : words === press || always
      ? signOfWords(words, buttons.includes(words))
      : undefined);
