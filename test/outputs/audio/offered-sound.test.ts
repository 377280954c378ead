/** What the player of a page is told of the sound that the edition offers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { markExport } from '../../../src/books/made-exports.ts';
import type { Track } from '../../../src/books/sound/guide-sound.ts';
import { offeredSound, timedParts } from '../../../src/books/sound/offered-sound.ts';
import { slots } from '../../../src/books/sound/slots.ts';
import type { Handbook } from '../../../src/handbook/handbook.ts';
import { subtitles } from '../../../src/outputs/audio/lists.ts';
import { guideScript } from '../../../src/speech/guide-script.ts';
import { handbook } from '../exported.ts';
import { plainGuide, recordingOf, withVoice } from '../recorded.ts';

const folder = mkdtempSync(join(tmpdir(), 'tieng-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const all = slots(plainGuide, handbook);
const steps = all.filter(({ step }) => step);
const { number } = plainGuide.data;

/** A file in which each of these parts is heard for four seconds in two lines, after an opening. */
function trackOf(heard: readonly { readonly part: string }[]): Track {
  const begins = (index: number): number => 5 + index * 5;
  return {
    guide: plainGuide,
    machine: true,
    sound: new Uint8Array(),
    small: new Uint8Array(),
    cues: [
      { from: 0, to: 3, text: 'Giọng máy.' },
      ...heard.flatMap(({ part }, index) => [
        { from: begins(index), to: begins(index) + 2, text: `${part} --> một` },
        { from: begins(index) + 2, to: begins(index) + 4, text: 'hai' },
      ]),
    ],
    chapters: [
      { title: 'Giọng máy', from: 0, to: 5 },
      ...heard.map(({ part }, index) => ({
        title: part,
        part,
        from: begins(index),
        to: begins(index) + 5,
      })),
    ],
  };
}

/** An edition that offers sound of these parts, made before. */
function offering(heard: readonly { readonly part: string }[], edition: Handbook): Handbook {
  const files = { [`${number}.mp3`]: 'tiếng', [`${number}.vtt`]: subtitles(trackOf(heard)) };
  mkdirSync(join(folder, 'am-thanh'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'am-thanh', name), content);
  markExport(folder, 'audio', 'so-tay-so', {
    inputs: 'a',
    files: Object.entries(files).map(([name, content]) => ({
      name: `am-thanh/${name}`,
      bytes: Buffer.byteLength(content),
    })),
  });
  return { ...edition, site: { ...edition.site, downloads: [{ form: 'audio' }] } };
}

test('the cues of a file name its parts, each to the end of its last line', () => {
  const parts = timedParts(subtitles(trackOf(all)));
  expect(parts.map(({ part }) => part)).toEqual(all.map(({ part }) => part));
  expect(parts[0]).toEqual({ part: all[0]?.part, from: 5, to: 9 });
  expect(parts.at(-1)?.to).toBe(all.length * 5 + 4);
});

test('each part is given with its lines, and together they are what the page says', () => {
  const sound = offeredSound(plainGuide, offering(all, withVoice()), folder);
  expect(sound?.file).toBe(`/tai-ve/am-thanh/${number}.mp3`);
  expect(sound?.by).toContain('giọng máy');
  let line = 0;
  for (const [first, lines] of sound?.parts ?? []) {
    expect(first).toBe(line);
    line += lines;
  }
  expect(line).toBe(guideScript(plainGuide, handbook).length);
});

test('of a guide whose steps people have read only these are given, with the reader', () => {
  const recording = recordingOf(
    plainGuide,
    '2026-11-01',
    steps.map(({ part, words }) => ({ part, words, file: 'a.mp3' })),
  );
  const edition = offering(steps, { ...handbook, recordings: [recording] });
  const sound = offeredSound(plainGuide, edition, folder);
  expect(sound?.by).toContain('Bà Lan');
  expect(sound?.by).not.toContain('giọng máy');
  expect(sound?.parts.length).toBe(steps.length);
  const script = guideScript(plainGuide, handbook);
  for (const [first, lines] of sound?.parts ?? [])
    expect(script.slice(first, first + lines).some(({ kind }) => kind === 'step')).toBe(true);
});

test('an edition that offers no sound, or not of this guide, gives none', () => {
  const edition = offering(all, withVoice());
  expect(offeredSound(plainGuide, withVoice(), folder)).toBeUndefined();
  const other = handbook.guides.find((guide) => guide.data.number !== number);
  expect(other && offeredSound(other, edition, folder)).toBeUndefined();
});
