/**
 * Words already decided. A rule puts them aside behind one private character, so that no later rule reads
 * them again; at the end they come back with the spaces they need. This is what keeps the rules apart and no
 * word lost. Pure.
 */
const first = 0xe000;
const room = 0xf8ff - first;
const held = /[\uE000-\uF8FF]/gu;
/** Where a held word needs a space before or after it. */
const joint = /(?<=[\uE000-\uF8FF])(?=[\p{L}\p{N}\uE000-\uF8FF(“"‘])|(?<=[\p{L}\p{N}])(?=[\uE000-\uF8FF])/gu;

export class Held {
  readonly #words: string[] = [];

  /**
   * Puts words aside; returns the character that stands for them. Beyond 6,399 pieces in one text it returns
   * the words themselves.
   */
  put(words: string): string {
    if (this.#words.length >= room) return ` ${words} `;
    this.#words.push(words);
    return String.fromCharCode(first + this.#words.length - 1);
  }

  /** The text with all words back in place. */
  release(text: string): string {
    if (this.#words.length === 0) return text;
    return text.replace(joint, ' ').replace(held, (match) => this.#words[match.charCodeAt(0) - first] ?? '');
  }
}

/** Private characters in a text from outside would be taken for held words. */
export function withoutPrivate(text: string): string {
  return text.replace(held, ' ');
}
