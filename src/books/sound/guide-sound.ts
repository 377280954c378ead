/**
 * The sound of a guide, packed, with the times of its parts: for files to hear and for books that are heard
 * while they are read. What was made is kept in `.cache/am-thanh` by the digest of what it was made from.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { mp3, opus, packed, type Chapter } from './programs.ts';
import { readers, said, type Cue, type Voices } from './say.ts';
import { slots, takes, type Slot, type Take } from './slots.ts';

/** What was made before is kept here. */
const kept = '.cache/am-thanh';
/** Changes when the same words would be said otherwise, or when more is kept of them. */
const version = 2;

/** A guide with its parts, and who has read which. */
export interface SoundPlan {
  readonly guide: Guide;
  readonly all: readonly Slot[];
  readonly read: ReadonlyMap<string, Take>;
}

/** A guide that may be heard. */
export interface Track {
  readonly guide: Guide;
  /** Whether a machine says what nobody has read. */
  readonly machine: boolean;
  /** MP3. */
  readonly sound: Uint8Array;
  /** The same as Opus. */
  readonly small: Uint8Array;
  /** Lines with their times. */
  readonly cues: readonly Cue[];
  /** Parts with their times, one after the other without a gap, from the first second on. */
  readonly chapters: readonly Chapter[];
}

/** Guides with their parts. */
export const soundPlans = (guides: readonly Guide[], handbook: Handbook): SoundPlan[] =>
  guides.map((guide) => {
    const all = slots(guide, handbook);
    return { guide, all, read: takes(guide, handbook, all) };
  });

/** Those with sound: with a machine all, else those whose steps people have all read. */
export function audiblePlans(plans: readonly SoundPlan[], { site }: Handbook): SoundPlan[] {
  const readWhole = ({ all, read }: SoundPlan): boolean =>
    read.size > 0 && all.every(({ step, part }) => !step || read.has(part));
  return plans.filter((plan) => site.machineVoice !== undefined || readWhole(plan));
}

/** Programs by their Debian packages. @throws Error that says what to install */
export function voicesOf({ site }: Handbook, program: (name: string, from: string) => string): Voices {
  const voice = site.machineVoice;
  return {
    ffmpeg: program('ffmpeg', 'ffmpeg'),
    machine: voice && { espeak: program('espeak-ng', 'espeak-ng'), voice },
  };
}

function digestOf({ all, read, guide }: SoundPlan, names: object, voices: Voices): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([version, guide.data.number, names, voices.machine?.voice ?? '']));
  for (const { part, title, words } of all) {
    const file = read.get(part)?.file;
    hash.update(JSON.stringify([part, title, words])).update(file === undefined ? '' : readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

type Times = Pick<Track, 'cues' | 'chapters'>;
const isTimes = (found: unknown): found is Times =>
  typeof found === 'object' && found !== null && 'cues' in found && 'chapters' in found;

/** The sound of a guide with its times: from what is kept, or made and kept. */
export function trackOf(plan: SoundPlan, handbook: Handbook, voices: Voices): Track {
  const { guide, all, read } = plan;
  const machine = voices.machine !== undefined;
  const label = machine ? ` (${t('audio.machine')})` : '';
  const names = {
    title: `${t('guide.number')} ${guide.data.number}. ${guide.data.title}${label}`,
    artist: handbook.site.owner,
    album: handbook.site.name,
    track: String(guide.data.number),
    date: guide.data.checked,
    language: 'vie',
    comment: readers(read).join(' '),
  };
  const place = join(kept, digestOf(plan, names, voices));
  const [whole, small, times] = [`${place}.mp3`, `${place}.opus`, `${place}.json`];
  if ([whole, small, times].every((file) => existsSync(file))) {
    const found: unknown = JSON.parse(readFileSync(times, 'utf8'));
    if (isTimes(found))
      return { guide, machine, sound: readFileSync(whole), small: readFileSync(small), ...found };
  }
  const { sounds, chapters, cues } = said(guide, handbook, all, read, voices);
  const sound = packed(voices.ffmpeg, mp3, sounds, names, chapters);
  const light = packed(voices.ffmpeg, opus, sounds, names, chapters);
  mkdirSync(kept, { recursive: true });
  writeFileSync(times, JSON.stringify({ cues, chapters }));
  // Named last: a run that was broken off leaves no half file behind.
  for (const [file, bytes] of [
    [small, light],
    [whole, sound],
  ] as const) {
    writeFileSync(`${place}.tam`, bytes);
    renameSync(`${place}.tam`, file);
  }
  return { guide, machine, sound, small: light, cues, chapters };
}
