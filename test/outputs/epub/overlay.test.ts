/** A book that is heard while it is read: what is heard when, by the sounds, epubcheck and ffprobe. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { program } from '../../../src/cli/debian.ts';
import { slots } from '../../../src/books/sound/slots.ts';
import { book } from '../../../src/outputs/epub/write.ts';
import type { ExportedFile } from '../../../src/outputs/output.ts';
import { present } from '../../present.ts';
import { everything, handbook } from '../exported.ts';
import { choiceOf, plainGuide, recordingOf, withNumbers, withVoice } from '../recorded.ts';
import { epubcheck, isJudge } from './epubcheck.ts';
import { floor } from '../../national/edition.ts';

const home = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'sach-nghe-'));
beforeAll(() => {
  // Sounds stand and are kept by their path from the project.
  process.chdir(work);
});
afterAll(() => {
  process.chdir(home);
  rmSync(work, { recursive: true });
});

const steps = slots(plainGuide, handbook).filter(({ step }) => step);
const read = (count: number) =>
  recordingOf(
    plainGuide,
    '2026-01-02',
    steps.slice(0, count).map(({ part, words }) => ({ part, words, file: 'b.wav' })),
  );

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

const [espeak, ffmpeg, ffprobe] = ['espeak-ng', 'ffmpeg', 'ffprobe'].map(program);
const absent = [espeak, ffmpeg, ffprobe].includes(undefined);
describe.skipIf(absent)('a book with sound (Debian espeak-ng, ffmpeg)', () => {
  let people: readonly ExportedFile[] = [];
  let machine: readonly ExportedFile[] = [];
  beforeAll(() => {
    mkdirSync('content/audio/ba-lan', { recursive: true });
    const tone = ['-f', 'lavfi', '-i', 'sine=frequency=300:duration=2'];
    spawnSync(ffmpeg ?? '', [...tone, 'content/audio/ba-lan/b.wav'], { stdio: 'ignore' });
    const recordings = [read(steps.length)];
    people = book({
      ...everything,
      handbook: { ...handbook, recordings },
      choice: choiceOf([plainGuide, withNumbers]),
    });
    const spoken = { ...everything, handbook: withVoice({ recordings: [read(1)] }) };
    machine = book({ ...spoken, choice: choiceOf([withNumbers, plainGuide]) });
  }, 120_000);

  const opened = (files: readonly ExportedFile[]) => {
    const zip = unzipSync(Buffer.from(present(files[1], 'a second book').content));
    const source = (name: string): string => strFromU8(present(zip[`sach/${name}`], name));
    const page = (name: string): Document =>
      new JSDOM(source(name), { contentType: 'application/xhtml+xml' }).window.document;
    return { zip, page, package: page('sach.opf') };
  };
  const seconds = (text: string | null | undefined): number => Number(/^([\d.]+)s$/.exec(text ?? '')?.[1]);
  /** What is heard of a chapter, in its order: words of the page, and from when to when. */
  const heard = (files: readonly ExportedFile[], number: number) => {
    const { zip, page } = opened(files);
    const chapter = page(`bai-${number}.xhtml`);
    return [...page(`bai-${number}.smil`).querySelectorAll('par')].map((par) => {
      const [file, id = ''] = (par.querySelector('text')?.getAttribute('src') ?? '').split('#');
      const sound = par.querySelector('audio');
      expect(file).toBe(`bai-${number}.xhtml`);
      expect(zip).toHaveProperty([`sach/${sound?.getAttribute('src') ?? ''}`]);
      const words = present(chapter.getElementById(id), id).textContent.replace(/\s+/g, ' ');
      return {
        words,
        from: seconds(sound?.getAttribute('clipBegin')),
        to: seconds(sound?.getAttribute('clipEnd')),
      };
    });
  };
  const durations = (files: readonly ExportedFile[]): Map<string | null, number> =>
    new Map(
      [...opened(files).package.querySelectorAll('meta[property="media:duration"]')].map((meta) => [
        meta.getAttribute('refines'),
        seconds(meta.textContent),
      ]),
    );
  const lengthOf = (files: readonly ExportedFile[], number: number): number => {
    writeFileSync('nghe.mp3', present(opened(files).zip[`sach/tieng/${number}.mp3`], 'sound'));
    const asked = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', 'nghe.mp3'];
    return Number(spawnSync(ffprobe ?? '', asked, { encoding: 'utf8' }).stdout);
  };

  test('of two guides the one whose steps somebody has read is heard, step by step', () => {
    const { number } = plainGuide.data;
    const pieces = heard(people, number);
    expect(pieces.length).toBe(steps.length);
    steps.forEach(({ lines }, index) => {
      for (const { shown } of lines.filter(({ kind }) => kind === 'text'))
        expect(pieces[index]?.words).toContain(shown);
    });
    const silent = opened(people).zip;
    expect(Object.keys(silent).filter((name) => name.endsWith('.mp3'))).toEqual([`sach/tieng/${number}.mp3`]);
  });

  test('a machine reads every other part, each beside its own words', () => {
    let lines = 0;
    for (const guide of [withNumbers, plainGuide]) {
      const parts = slots(guide, handbook);
      const pieces = heard(machine, guide.data.number);
      expect(pieces.length).toBe(parts.length);
      parts.forEach((part, index) => {
        for (const { shown } of part.lines.filter(({ kind }) => kind === 'text' || kind === 'step')) {
          // Dots and colons stand otherwise in a book; in the title too, which is a heading there.
          if (index > 0) expect(letters(pieces[index]?.words ?? ''), part.part).toContain(letters(shown));
          lines += 1;
        }
      });
    }
    expect(lines).toBeGreaterThan(floor(20));
  });

  test('the pieces follow each other without a gap, as long as the sound and as the book says', () => {
    for (const [files, numbers] of [
      [people, [plainGuide.data.number]],
      [machine, [withNumbers.data.number, plainGuide.data.number]],
    ] as const) {
      const told = durations(files);
      let all = 0;
      for (const number of numbers) {
        const pieces = heard(files, number);
        pieces.forEach(({ from, to }, index) => {
          expect(from).toBe(index === 0 ? 0 : pieces[index - 1]?.to);
          expect(to).toBeGreaterThan(from);
        });
        const end = pieces.at(-1)?.to ?? 0;
        expect(Math.abs(end - lengthOf(files, number))).toBeLessThan(0.2);
        expect(told.get(`#tieng-${number}`)).toBeCloseTo(end, 2);
        all += end;
      }
      expect(told.get(null)).toBeCloseTo(all, 2);
      expect(told.size).toBe(numbers.length + 1);
    }
  });

  test('says who reads, and that it is heard and read at once; the light book stays without sound', () => {
    const said = (files: readonly ExportedFile[]): string =>
      opened(files).package.documentElement.textContent;
    expect(said(people)).toContain('Bà Lan, Nghệ An');
    expect(said(people)).not.toContain('giọng máy');
    expect(said(machine)).toContain('giọng máy');
    expect(said(machine)).toContain('synchronizedAudioText');
    const [light] = machine;
    expect(Object.keys(unzipSync(Buffer.from(present(light, 'book').content))).join()).not.toMatch(
      /mp3|smil/,
    );
    const { package: opf, zip } = opened(machine);
    const name = opf.querySelector('meta[property="media:active-class"]')?.textContent ?? '';
    expect(strFromU8(present(zip['sach/kieu.css'], 'style'))).toContain(`.${name}{`);
  });

  test('the same bytes when made twice', () => {
    const recordings = [read(steps.length)];
    const input = {
      ...everything,
      handbook: { ...handbook, recordings },
      choice: choiceOf([plainGuide, withNumbers]),
    };
    rmSync('.cache', { recursive: true });
    book(input).forEach(({ content }, index) => {
      expect(Buffer.compare(Buffer.from(content), Buffer.from(present(people[index], 'book').content))).toBe(
        0,
      );
    });
  });

  test.skipIf(!isJudge)('epubcheck (Debian epubcheck): no fault and no warning', { timeout: 120_000 }, () => {
    // Here one part is read by a person and the others by a machine.
    writeFileSync('nghe.epub', present(machine[1], 'a second book').content);
    expect(epubcheck('nghe.epub')).toMatch(/0 fatals \/ 0 errors \/ 0 warnings/);
  });
});
