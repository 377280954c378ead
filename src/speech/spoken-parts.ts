/** The parts in which a guide is read aloud, one recording each. Pure. */
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { guideScript } from './guide-script.ts';
import type { SpokenLine } from './script.ts';

/** A part of a guide: its opening, a section, a step, a trouble. */
export interface SpokenPart {
  /** Place in the guide: `cac-buoc.2`. */
  readonly part: string;
  /** Its first line as the page shows it: name of a chapter. */
  readonly title: string;
  readonly lines: readonly SpokenLine[];
  readonly step: boolean;
}

const partOf = ({ id }: SpokenLine): string => id.slice(0, id.lastIndexOf('.'));

/** What is said in a part: a recording keeps the digest of these words. */
export const wordsOfPart = (lines: readonly SpokenLine[]): string => lines.map(({ say }) => say).join('\n');

/** Every part of a guide in its order. A heading alone is said with the part that follows it. */
export function spokenParts(guide: Guide, handbook: Handbook): SpokenPart[] {
  const groups = [...Map.groupBy(guideScript(guide, handbook), partOf)];
  let heads: readonly SpokenLine[] = [];
  return groups.flatMap(([part, own]): SpokenPart[] => {
    const lines = [...heads, ...own];
    heads = lines.every(({ kind }) => kind === 'heading') && part !== groups.at(-1)?.[0] ? lines : [];
    if (heads.length > 0) return [];
    const [first] = own;
    return [{ part, title: first?.shown ?? '', lines, step: first?.kind === 'step' }];
  });
}
