/**
 * Stamping: a finished file of a mould becomes that of an edition, the same bytes as its own build would have
 * written. The file is cut once at its marks; each edition puts its texts between the parts.
 */
import { quickDraw } from '../../books/fast-qr.ts';
import { sayPhone } from '../../vietnamese/spoken/phones.ts';
import type { Slots } from './mould.ts';

/** How a slot is written at one place. */
type Written = (slots: Slots) => string;
/** A file cut at its marks: bytes as they are, and what each edition writes between them. */
export type Cut = readonly (Buffer | Written)[];

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const same: Say = (text) => text;

/** Says or writes a text in some way. */
export type Say = (text: string) => string;

/** Every form in which forms write a text of an edition. */
function waysOf(slot: string, say: Say): Say[] {
  if (slot.endsWith('phone'))
    return [same, (text) => text.replaceAll(' ', ''), sayPhone, (text) => upperFirst(sayPhone(text))];
  if (slot === 'address') return [same];
  const said: Say = (text) => lowerFirst(say(text));
  return [same, lowerFirst, say, said, (text) => text.toLowerCase(), encodeURIComponent];
}

/** Said or written once for each edition: a name stands on every page, and saying it takes long. */
function remembered(write: Written): Written {
  const known = new WeakMap<Slots, string>();
  return (slots) => {
    const text = known.get(slots) ?? write(slots);
    known.set(slots, text);
    return text;
  };
}

/** The address of a guide stands on several of its pages. */
const drawn = new WeakMap<Slots, Map<string, ReturnType<typeof quickDraw>>>();
function drawnFor(slots: Slots, text: string): ReturnType<typeof quickDraw> {
  const known = drawn.get(slots) ?? new Map<string, ReturnType<typeof quickDraw>>();
  drawn.set(slots, known);
  const code = known.get(text) ?? quickDraw(text);
  known.set(text, code);
  return code;
}

const code = new RegExp(
  '<svg class="qr" viewBox="0 0 (\\d+) \\1"([^>]*)>' +
    '<rect width="\\1" height="\\1" fill="#fff"></rect><path d="([^"]+)"',
  'g',
);

/** Cuts files of a mould. `say` is how a text is said aloud, `readCode` reads a code of dots back. */
export class Cutter {
  readonly #ways = new Map<string, Written>();
  readonly #marks: RegExp;
  readonly #codes = new Map<string, string | undefined>();
  readonly #readCode: (side: number, path: string) => string | undefined;

  constructor(slots: Slots, say: Say, readCode: (side: number, path: string) => string | undefined) {
    this.#readCode = readCode;
    for (const [slot, mark] of slots)
      for (const way of waysOf(slot, say)) {
        const written = way(mark);
        if (!this.#ways.has(written))
          this.#ways.set(
            written,
            remembered((own) => way(own.get(slot) ?? '')),
          );
      }
    const escaped = [...this.#ways.keys()]
      .sort((one, other) => other.length - one.length)
      .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.#marks = new RegExp(escaped.join('|'), 'g');
  }

  /** The file in parts; undefined when nothing of an edition stands in it. */
  cut(bytes: Buffer): Cut | undefined {
    const text = bytes.toString('utf8');
    const parts: (string | Written)[] = [];
    let done = 0;
    for (const found of text.matchAll(code)) {
      const [whole, side = '', rest = '', path = ''] = found;
      const read = this.#read(Number(side), path);
      const holds = read === undefined ? undefined : this.#words(read);
      if (holds === undefined) continue;
      parts.push(...this.#split(text.slice(done, found.index)), this.#code(rest, holds));
      done = found.index + whole.length;
    }
    parts.push(...this.#split(text.slice(done)));
    return parts.some((part) => typeof part !== 'string')
      ? parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))
      : undefined;
  }

  #read(side: number, path: string): string | undefined {
    if (!this.#codes.has(path)) this.#codes.set(path, this.#readCode(side, path));
    return this.#codes.get(path);
  }

  /** A short text with its marks, as a function of the edition; undefined when it has none. */
  #words(text: string): Written | undefined {
    const parts = this.#split(text);
    return parts.length < 2
      ? undefined
      : (slots) => parts.map((part) => (typeof part === 'string' ? part : part(slots))).join('');
  }

  #code(rest: string, holds: Written): Written {
    const label = this.#words(rest) ?? (() => rest);
    return (slots) => {
      const { side, path } = drawnFor(slots, holds(slots));
      return (
        `<svg class="qr" viewBox="0 0 ${side} ${side}"${label(slots)}>` +
        `<rect width="${side}" height="${side}" fill="#fff"></rect><path d="${path}"`
      );
    };
  }

  #split(text: string): (string | Written)[] {
    const parts: (string | Written)[] = [];
    let done = 0;
    for (const { 0: mark, index } of text.matchAll(this.#marks)) {
      const written = this.#ways.get(mark);
      if (written === undefined) continue;
      parts.push(text.slice(done, index), written);
      done = index + mark.length;
    }
    parts.push(text.slice(done));
    return parts;
  }
}

/** The file of an edition. */
export const stamp = (cut: Cut, slots: Slots): Buffer =>
  Buffer.concat(cut.map((part) => (Buffer.isBuffer(part) ? part : Buffer.from(part(slots)))));
