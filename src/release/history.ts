/**
 * What was done to a published folder, line by line, and what follows from it. Order counts, never the time:
 * clocks go back.
 */
import { readFileSync } from 'node:fs';
import { prepareWhole } from './durable.ts';

/** How many editions stay. */
export const keptEditions = 5;

/**
 * One line of `history.tsv`. `found` is a switch of which the line was lost because the run was killed right
 * after it.
 */
export interface Deed {
  readonly number: number;
  /** Time of the machine, UTC; for people only. */
  readonly time: string;
  readonly deed: 'publish' | 'rollback' | 'forward' | 'found';
  /** Edition that readers got. */
  readonly edition: string;
}

const form = /^(\d+)\t([^\t]*)\t(publish|rollback|forward|found)\t([0-9a-f]{64})$/;

/** Reads the history; a damaged line is passed over. */
export function readHistory(path: string): Deed[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const match = form.exec(line);
    return match
      ? [
          {
            number: Number(match[1]),
            time: match[2] ?? '',
            deed: match[3] as Deed['deed'],
            edition: match[4] ?? '',
          },
        ]
      : [];
  });
}

/**
 * The history with one line more. `write` replaces the file; the bytes are on the disk already, so it needs
 * no room.
 */
export function record(
  path: string,
  deeds: readonly Deed[],
  deed: Deed['deed'],
  edition: string,
  now: Date,
): { readonly deeds: readonly Deed[]; readonly write: () => void } {
  const all = [...deeds, { number: (deeds.at(-1)?.number ?? 0) + 1, time: now.toISOString(), deed, edition }];
  return {
    deeds: all,
    write: prepareWhole(
      path,
      all.map((deed) => `${deed.number}\t${deed.time}\t${deed.deed}\t${deed.edition}\n`).join(''),
    ),
  };
}

/**
 * Editions in the order in which they went live, and which of them is live. What stands behind it was rolled
 * back.
 */
export interface Line {
  readonly editions: readonly string[];
  readonly at: number;
}

/**
 * Like the undo list of an editor: publishing drops what was rolled back, rolling back moves along the list,
 * `forward` moves the other way. So going back from an edition always leads to the one that readers had
 * before it, never to one that was withdrawn.
 */
export function line(deeds: readonly Deed[]): Line {
  let editions: string[] = [];
  let at = -1;
  for (const { deed, edition } of deeds) {
    const known = editions.indexOf(edition);
    if (known >= 0 && known === at) continue;
    if (known >= 0 && deed !== 'publish') at = known;
    else {
      editions = [...editions.slice(0, at + 1).filter((otherEdition) => otherEdition !== edition), edition];
      at = editions.length - 1;
    }
  }
  return { editions, at };
}

/** The edition `steps` before (after, when negative) the live one, or undefined. */
export const stepsBack = ({ editions, at }: Line, steps: number): string | undefined =>
  at - steps < 0 ? undefined : editions[at - steps];

/** The newest `count` editions of the line, and the live one always. */
export function toKeep({ editions, at }: Line, count: number): ReadonlySet<string> {
  const live = editions[at];
  // An edition that was rolled back counts, so that the rollback can be undone.
  return new Set([...editions.slice(-count), ...(live === undefined ? [] : [live])]);
}
