/** Guides as sound: a file a guide with chapters and words, a list, a feed, a zip; scripts to record from. */
import { zipSync } from 'fflate';
import { audiblePlans, soundPlans, trackOf, voicesOf } from '../../books/sound/guide-sound.ts';
import type { SoundPlan } from '../../books/sound/guide-sound.ts';
import type { ExportedFile, ExportInput } from '../output.ts';
import { feed, playlist, scriptText, subtitles } from './lists.ts';

/** A script to record from, for each guide that people have not read whole. */
const scripts = (plans: readonly SoundPlan[]): ExportedFile[] =>
  plans
    .filter(({ all, read }) => read.size < all.length)
    .map(({ guide, all }) => ({
      name: `am-thanh/kich-ban/${guide.data.number}.txt`,
      content: scriptText(guide, all),
    }));

/** Files of a choice: sounds where there is a voice, scripts where people have not read. */
export async function sound({ handbook, choice, program, say }: ExportInput): Promise<ExportedFile[]> {
  const plans = soundPlans(choice.guides, handbook);
  const audible = audiblePlans(plans, handbook);
  const toRecord = scripts(plans);
  if (audible.length === 0) return Promise.resolve(toRecord);
  const voices = voicesOf(handbook, program);
  const tracks = audible.map((plan, index) => {
    const track = trackOf(plan, handbook, voices);
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
