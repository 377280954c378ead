/** Guides as sound: a file a guide with chapters and words, a list, a feed, a zip; scripts to record from. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';
import { feed, playlist, scriptText, subtitles, type Track } from './lists.ts';
import { mp3, opus, packed } from './programs.ts';
import { readers, said, type Cue, type Voices } from './say.ts';
import { slots, takes, type Slot, type Take } from './slots.ts';

/** What was made before is kept here by the digest of what it was made from. */
const kept = '.cache/am-thanh';
/** Changes when the same words would be said otherwise. */
const version = 1;

interface Plan {
  readonly guide: Guide;
  readonly all: readonly Slot[];
  readonly read: ReadonlyMap<string, Take>;
}

/** Whether a guide has sound: with a machine all, else those whose steps people have all read. */
const hasSound = ({ all, read }: Plan, machine: boolean): boolean =>
  machine || (read.size > 0 && all.every(({ step, part }) => !step || read.has(part)));

function digestOf({ all, read, guide }: Plan, names: object, voices: Voices): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([version, guide.data.number, names, voices.machine?.voice ?? '']));
  for (const { part, title, words } of all) {
    const file = read.get(part)?.file;
    hash.update(JSON.stringify([part, title, words])).update(file === undefined ? '' : readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

const isCues = (found: unknown): found is readonly Cue[] => Array.isArray(found);

/** The sound of a guide and its cues: from what is kept, or made and kept. */
function made(plan: Plan, handbook: Handbook, voices: Voices): Pick<Track, 'sound' | 'small' | 'cues'> {
  const { guide, all, read } = plan;
  const label = voices.machine === undefined ? '' : ` (${t('audio.machine')})`;
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
  const [whole, small] = [`${place}.mp3`, `${place}.opus`];
  if ([whole, small, `${place}.json`].every((file) => existsSync(file))) {
    const cues: unknown = JSON.parse(readFileSync(`${place}.json`, 'utf8'));
    if (isCues(cues)) return { sound: readFileSync(whole), small: readFileSync(small), cues };
  }
  const { sounds, chapters, cues } = said(guide, handbook, all, read, voices);
  const sound = packed(voices.ffmpeg, mp3, sounds, names, chapters);
  const light = packed(voices.ffmpeg, opus, sounds, names, chapters);
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${place}.json`, JSON.stringify(cues));
  // Named last: a run that was broken off leaves no half file behind.
  for (const [file, bytes] of [
    [small, light],
    [whole, sound],
  ] as const) {
    writeFileSync(`${place}.tam`, bytes);
    renameSync(`${place}.tam`, file);
  }
  return { sound, small: light, cues };
}

/** A script to record from, for each guide that people have not read whole. */
const scripts = (plans: readonly Plan[]): ExportedFile[] =>
  plans
    .filter(({ all, read }) => read.size < all.length)
    .map(({ guide, all }) => ({
      name: `am-thanh/kich-ban/${guide.data.number}.txt`,
      content: scriptText(guide, all),
    }));

/** Files of a choice: sounds where there is a voice, scripts where people have not read. */
export async function sound({ handbook, choice, program, say }: ExportInput): Promise<ExportedFile[]> {
  const voice = handbook.site.machineVoice;
  const plans = choice.guides.map((guide): Plan => {
    const all = slots(guide, handbook);
    return { guide, all, read: takes(guide, handbook, all) };
  });
  const audible = plans.filter((plan) => hasSound(plan, voice !== undefined));
  const toRecord = scripts(plans);
  if (audible.length === 0) return Promise.resolve(toRecord);
  const voices: Voices = {
    ffmpeg: program('ffmpeg', 'ffmpeg'),
    machine: voice && { espeak: program('espeak-ng', 'espeak-ng'), voice },
  };
  const tracks = audible.map((plan, index): Track => {
    const track = { guide: plan.guide, machine: voice !== undefined, ...made(plan, handbook, voices) };
    say(index + 1, audible.length);
    return track;
  });
  const files: Readonly<Record<string, string | Uint8Array>> = Object.fromEntries([
    ...tracks.flatMap((track): [string, string | Uint8Array][] => [
      [`${track.guide.data.number}.mp3`, track.sound],
      [`${track.guide.data.number}.vtt`, subtitles(track)],
    ]),
    [`${choice.slug}.m3u8`, playlist(tracks)],
    [choice.of === 'everything' ? 'podcast.xml' : `podcast-${choice.slug}.xml`, feed(tracks, handbook)],
  ]);
  const zipped = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])),
    // Packed already: a second packing costs time and saves nothing.
    { level: 0, mtime: new Date(`${handbook.edition}T00:00:00`) },
  );
  return [
    ...Object.entries(files).map(([name, content]) => ({ name: `am-thanh/${name}`, content })),
    ...tracks.map(({ guide, small }) => ({ name: `am-thanh/${guide.data.number}.opus`, content: small })),
    { name: `am-thanh/${choice.slug}.zip`, content: zipped },
    ...toRecord,
  ];
}
