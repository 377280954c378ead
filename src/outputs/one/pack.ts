/** Packs the text that a file carries. */
import { deflateSync, strToU8 } from 'fflate';
import { between, lettered, shortWords } from './coding.ts';

/** Two texts of letters. */
interface Packed {
  readonly words: string;
  readonly places: string;
}

const packed = (bytes: Uint8Array): string => lettered(deflateSync(bytes, { level: 9, mem: 12 }));

/**
 * A text as its words and their places. Tags are words too, so a drawing that comes twice is written once.
 * @throws Error when it has more words than two bytes can tell apart, or a line break
 */
export function pack(text: string): Packed {
  const pieces = text.match(/ ?\p{L}+|<[^<>]*>|\p{N}|[^<>\p{L}\p{N}]|[<>]/gu) ?? [];
  if (text.includes(between)) throw new Error('a packed text has no line breaks');
  const times = new Map<string, number>();
  for (const piece of pieces) times.set(piece, (times.get(piece) ?? 0) + 1);
  const words = [...times].sort(([, one], [, other]) => other - one).map(([word]) => word);
  const short = shortWords(words.length);
  if (short < 1) throw new Error(`Một tệp không chứa hết ${words.length} từ khác nhau. (too many words)`);
  const places = new Map(words.map((word, place) => [word, place]));
  const bytes = pieces.flatMap((piece) => {
    const place = places.get(piece) ?? 0;
    const rest = place - short;
    return rest < 0 ? [place] : [short + Math.floor(rest / 256), rest % 256];
  });
  return { words: packed(strToU8(words.join(between))), places: packed(Uint8Array.from(bytes)) };
}
