/** Characters that nobody sees and that change what is read: controls, directions, marks of zero width. */

/** Characters that turn the direction of text. */
export const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * Tab and line feed are the only control characters that belong in text. Zero-width spaces and marks split
 * words that look whole; tag characters (U+E0000–E007F) and fillers carry words that nobody sees; a joiner is
 * at home between emoji and in other scripts, but not beside a Latin letter; half of a surrogate pair becomes
 * U+FFFD on the page. Private characters and those that are none show a box, the braille blank nothing, and a
 * variation selector hides behind a letter. Strokes through letters hide what is written.
 */
export const control =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u0334-\u0338\u034F\u0488\u0489\u115F\u1160\u180E\u200B\u2028\u2029\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFD\u2800\u17B4\u17B5\u{1D173}-\u{1D17A}\u{E0000}-\u{E01EF}]|[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]|(?<=\p{Script=Latin}[\u0300-\u036F]*)[\uFE00-\uFE0F]|(?<=\p{Script=Latin}[\u0300-\u036F]*)[\u200C\u200D]|[\u200C\u200D](?=\p{Script=Latin})/u;

/** A character by its code, as `U+202E`. */
export const codeName = (text: string, index: number): string =>
  `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The first hidden character of a text, as `U+202E`, or undefined: YAML escapes and entities bring in what
 * the bytes do not show.
 */
export function hiddenCharacter(text: string): string | undefined {
  const index = [text.search(bidi), text.search(control)].find((found) => found >= 0);
  return index === undefined ? undefined : codeName(text, index);
}
