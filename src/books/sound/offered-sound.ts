/** The sound of a guide as the edition offers it, with the times of its parts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../../domain/address.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import type { BrowserSound } from '../../speech/browser-script.ts';
import { t } from '../../words/words.ts';
import { exportFolder, madeExport, partSlug } from '../made-exports.ts';
import { readers } from './say.ts';
import { slots, takes, type Slot } from './slots.ts';

/** A part with the seconds where it is heard. */
interface TimedPart {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

const secondsOf = (clock: string): number =>
  clock.split(':').reduce((total, piece) => total * 60 + Number(piece), 0);

/** Parts that the cues of a file name: each lasts to the end of its last cue. */
export function timedParts(subtitles: string): TimedPart[] {
  const parts: TimedPart[] = [];
  for (const [, part, from = '', to = ''] of subtitles.matchAll(
    /\n\n(?:([^\n]+)\n)?([\d:.]+) --> ([\d:.]+)\n/g,
  )) {
    const last = parts.at(-1);
    if (part !== undefined) parts.push({ part, from: secondsOf(from), to: secondsOf(to) });
    else if (last) parts[parts.length - 1] = { ...last, to: secondsOf(to) };
  }
  return parts;
}

/** A file of the sounds that were made, by the end of its name. */
function madeFile({ site }: Handbook, name: string, folder: string): string | undefined {
  for (const row of site.downloads.filter(({ form }) => form === 'audio'))
    if (madeExport(folder, row.form, partSlug(row))?.files.some((file) => file.name === name))
      return join(folder, name);
  return undefined;
}

/** The sound of a guide for the player of its page; none where the edition offers none. */
export function offeredSound(
  guide: Guide,
  handbook: Handbook,
  folder = exportFolder,
): BrowserSound | undefined {
  const name = (ending: string): string => `am-thanh/${guide.data.number}.${ending}`;
  const times = madeFile(handbook, name('vtt'), folder);
  if (times === undefined || madeFile(handbook, name('mp3'), folder) === undefined) return undefined;
  const timed = new Map(timedParts(readFileSync(times, 'utf8')).map((part) => [part.part, part]));
  const all: readonly Slot[] = slots(guide, handbook);
  let line = 0;
  const parts = all.flatMap(({ part, lines }): BrowserSound['parts'][number][] => {
    const first = line;
    line += lines.length;
    const time = timed.get(part);
    return time ? [[first, lines.length, time.from, time.to]] : [];
  });
  const people = readers(takes(guide, handbook, all)).join(' ');
  const by = handbook.site.machineVoice === undefined ? people : `${people} ${t('audio.byMachine')}`.trim();
  return { file: `${pages.downloads}${name('mp3')}`, by, parts };
}
