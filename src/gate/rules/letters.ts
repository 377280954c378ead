/**
 * Letters that are not what they look like, and text pasted from old fonts: in any line of a file, and in
 * what escapes and entities bring in.
 */
import { lookAlikes, wrongDs } from '../../vietnamese/look-alikes.ts';
import { lostLetters } from '../../vietnamese/lost-letters.ts';
import { oldFontText } from '../../vietnamese/old-fonts.ts';
import { fault, type Fault } from '../faults.ts';

/** A fault with its place in the line, from 0. */
export interface LetterFault {
  readonly index: number;
  readonly fault: Fault;
}

/**
 * Faults of the letters of one line; one for each kind, at its first place, because a pasted paragraph has
 * hundreds.
 */
export function letterFaults(line: string): LetterFault[] {
  const lost = lostLetters(line);
  // The other rules would take its letters for those of an old font.
  if (lost !== undefined) return [{ index: lost.index, fault: fault(lost.how, lost) }];
  const eths = wrongDs(line);
  const old = oldFontText(line);
  const [eth] = eths;
  // An address is judged as a whole, with its host: `domain/outside-address.ts`.
  const [twin] = lookAlikes(line.replace(/https?:\/\/\S+/g, (address) => ' '.repeat(address.length)));
  // An eth among old letters is one of them.
  const faults: LetterFault[] =
    old !== undefined && !(eth !== undefined && eths.every(({ found }) => old.found === found))
      ? [
          {
            index: old.index,
            fault: fault('old-font', {
              found: old.found,
              right: old.right,
              encoding: old.font,
              ...(old.also && { also: `, hoặc “${old.also.right}” nếu là phông ${old.also.font}` }),
            }),
          },
        ]
      : eth === undefined
        ? []
        : [{ index: eth.index, fault: fault('wrong-d', eth) }];
  return twin === undefined ? faults : [...faults, { index: twin.index, fault: fault('look-alike', twin) }];
}
