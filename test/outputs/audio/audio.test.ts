/** Sound: who says what, judged by ffprobe and ffmpeg where they are there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { program } from '../../../src/cli/debian.ts';
import { recordingProblems } from '../../../src/outputs/audio/judge.ts';
import { even, loudness, rate } from '../../../src/books/sound/level.ts';
import { soundReport } from '../../../src/outputs/audio/report.ts';
import { slots, takes, unclear } from '../../../src/books/sound/slots.ts';
import { sound } from '../../../src/outputs/audio/write.ts';
import type { ExportedFile } from '../../../src/outputs/output.ts';
import { guideScript } from '../../../src/speech/guide-script.ts';
import { present } from '../../present.ts';
import { everything, handbook } from '../exported.ts';
import { choiceOf, plainGuide, recordingOf, withNumbers, withVoice } from '../recorded.ts';
import { floor } from '../../national/edition.ts';

const home = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'am-thanh-thu-'));
beforeAll(() => {
  // Sounds stand and are kept by their path from the project.
  process.chdir(work);
});
afterAll(() => {
  process.chdir(home);
  rmSync(work, { recursive: true });
});

const own = slots(plainGuide, handbook);
const steps = own.filter(({ step }) => step);

const named = (files: readonly ExportedFile[], name: string): ExportedFile =>
  present(
    files.find((file) => file.name === `am-thanh/${name}`),
    name,
  );

describe('parts to read', () => {
  test('every line of every guide belongs to one part, every step is one', () => {
    let lines = 0;
    for (const guide of handbook.guides) {
      const all = slots(guide, handbook);
      const script = guideScript(guide, handbook);
      expect(all.flatMap((slot) => slot.lines)).toEqual(script);
      expect(all.filter(({ step }) => step).length).toBe(script.filter(({ kind }) => kind === 'step').length);
      expect(new Set(all.map(({ part }) => part)).size).toBe(all.length);
      lines += script.length;
    }
    expect(lines).toBeGreaterThan(floor(10_000));
  });

  const slotSaying = (shown: string) => ({
    part: 'a',
    title: '',
    step: true,
    words: '',
    lines: [{ id: 'a.0', kind: 'text' as const, shown, say: '' }],
  });
  test.each([
    'Gọi 113.',
    'Bấm *101# rồi gọi.',
    'Nộp 50.000 đồng.',
    'Lãi 8 %.',
    'Chừng 3 triệu.',
    'Thông tư 02/2025/TT-BGDĐT.',
    'Gõ vneid.gov.vn vào ô.',
    'Mã là A1B2.',
    'Cao 1,5 mét.',
  ])('a machine does not say: %s', (shown) => {
    expect(unclear(slotSaying(shown))).toBe(true);
  });
  test.each([
    'Bật bảo mật 2 lớp.',
    'Bước 2 trên 5',
    'Xem ngày 28/11/2026.',
    'Từ năm 2026.',
    'Có sóng 4G.',
    'Làm trong 15 phút.',
  ])('a machine may say: %s', (shown) => {
    expect(unclear(slotSaying(shown))).toBe(false);
  });

  test('of two recordings the newer is played; one of other words is not and is reported', async () => {
    const [first, second] = steps;
    if (first === undefined || second === undefined) throw new Error('two steps');
    const old = recordingOf(plainGuide, '2026-01-02', [
      { part: first.part, file: 'a.wav', words: first.words },
      { part: second.part, file: 'b.wav', words: '000000000000' },
    ]);
    const newer = recordingOf(
      plainGuide,
      '2026-02-02',
      [{ part: first.part, file: 'c.wav', words: first.words }],
      'ong-hai',
    );
    const read = takes(plainGuide, { ...handbook, recordings: [newer, old] }, own);
    expect([...read].map(([part, { file }]) => [part, file])).toEqual([
      [first.part, 'content/audio/ong-hai/c.wav'],
    ]);
    const lines = (await soundReport({ ...handbook, recordings: [old] }, true)).join('\n');
    expect(lines).toContain(`${second.part}: lời đã đổi`);
    expect(lines).toContain(second.words);
    expect(lines).not.toContain(`${first.part}: lời`);
  });

  test('parts that are not there, sounds that are missing and sounds that nobody names are told', () => {
    mkdirSync('content/audio/ba-lan', { recursive: true });
    writeFileSync('content/audio/ba-lan/thua.mp3', '');
    const recording = recordingOf(plainGuide, '2026-01-02', [
      { part: 'cac-buoc.99', file: 'khong-co.mp3', words: '000000000000' },
    ]);
    const told = recordingProblems({ ...handbook, recordings: [recording] }).map(({ rule }) => rule);
    rmSync('content', { recursive: true });
    expect(told.sort()).toEqual(['recording', 'recording', 'stray-file']);
  });
});

test('a loud and a soft voice become equally loud, and neither is cut', () => {
  const voice = (height: number): Int16Array =>
    Int16Array.from({ length: rate }, (_, at) =>
      at % 4000 < 2500 ? Math.round(height * Math.sin(at / 9)) : 0,
    );
  const [soft, loud] = [even(voice(300)), even(voice(32_000))];
  expect(20 * Math.log10(loudness(soft) / loudness(loud))).toBeCloseTo(0, 1);
  expect(loud.reduce((most, one) => Math.max(most, Math.abs(one)), 0)).toBeLessThan(28_000);
});

test('without a voice there is no sound, but scripts to record from', async () => {
  const files = await sound({ ...everything, choice: choiceOf([plainGuide]) });
  expect(files.map(({ name }) => name)).toEqual([`am-thanh/kich-ban/${plainGuide.data.number}.txt`]);
  const text = String(present(files[0], 'script').content);
  for (const { part, words, lines } of own) {
    expect(text).toContain(`${part}, mã lời ${words}`);
    for (const { say } of lines) expect(text).toContain(`– ${say}`);
  }
});

/** What ffprobe says of a sound. */
const probed = z.object({
  streams: z.array(z.object({ codec_name: z.string(), channels: z.number(), bit_rate: z.string() })),
  format: z.object({ tags: z.object({ title: z.string() }) }),
  chapters: z.array(
    z.object({ tags: z.object({ title: z.string() }), start_time: z.string(), end_time: z.string() }),
  ),
});
type Probed = z.output<typeof probed>;

const espeak = program('espeak-ng');
const ffmpeg = program('ffmpeg');
const ffprobe = program('ffprobe');
const absent = espeak === undefined || ffmpeg === undefined || ffprobe === undefined;
describe.skipIf(absent)('sounds (Debian espeak-ng, ffmpeg)', () => {
  const guides = [plainGuide, withNumbers];
  let files: readonly ExportedFile[] = [];
  beforeAll(async () => {
    const first = present(steps[0], 'a step');
    mkdirSync('content/audio/ba-lan', { recursive: true });
    // Somebody who speaks softly, far from the microphone.
    const tone = ['-f', 'lavfi', '-i', 'sine=frequency=300:duration=3', '-af', 'volume=-30dB'];
    spawnSync(ffmpeg ?? '', [...tone, 'content/audio/ba-lan/b.wav'], { stdio: 'ignore' });
    const take = recordingOf(plainGuide, '2026-01-02', [
      { part: first.part, file: 'b.wav', words: first.words },
    ]);
    const input = { ...everything, handbook: withVoice({ recordings: [take] }), choice: choiceOf(guides) };
    files = await sound(input);
    const same = (others: readonly ExportedFile[], all: readonly ExportedFile[]): void => {
      for (const { name, content } of all) {
        const other = present(
          others.find((file) => file.name === name),
          name,
        );
        expect(Buffer.compare(Buffer.from(content), Buffer.from(other.content)), name).toBe(0);
      }
    };
    same(await sound(input), files);
    rmSync('.cache', { recursive: true });
    // Said anew by the machine, of one guide: the other is said by the same steps.
    const anew = files.filter(({ name }) => name.startsWith(`am-thanh/${plainGuide.data.number}.`));
    expect(anew.length).toBeGreaterThanOrEqual(3);
    same(await sound({ ...input, choice: choiceOf([plainGuide]) }), anew);
  }, 120_000);

  const probe = (name: string): Probed => {
    writeFileSync(name, named(files, name).content);
    const run = spawnSync(
      ffprobe ?? '',
      ['-v', 'error', '-show_streams', '-show_format', '-show_chapters', '-of', 'json', name],
      { encoding: 'utf8' },
    );
    expect(run.stderr).toBe('');
    return probed.parse(JSON.parse(run.stdout));
  };

  test('are MP3, mono, at most 24 kbit/s, with a chapter a part and “giọng máy” in the name', () => {
    for (const guide of guides) {
      const found = probe(`${guide.data.number}.mp3`);
      expect(found.streams).toEqual([{ codec_name: 'mp3', channels: 1, bit_rate: '24000' }]);
      expect(found.format.tags.title).toContain('(giọng máy)');
      const names = found.chapters.map(({ tags }) => tags.title);
      expect(names).toEqual(['giọng máy', ...slots(guide, handbook).map(({ title }) => title)]);
    }
  });

  test('stand beside themselves as Opus with the same chapters, a third lighter or more', () => {
    for (const guide of guides) {
      const small = Buffer.from(named(files, `${guide.data.number}.opus`).content);
      const whole = Buffer.from(named(files, `${guide.data.number}.mp3`).content);
      expect(small.subarray(0, 4).toString()).toBe('OggS');
      expect(small.includes('OpusHead')).toBe(true);
      for (const { title } of slots(guide, handbook)) expect(small.includes(title), title).toBe(true);
      expect(small.length).toBeLessThanOrEqual((whole.length * 2) / 3);
    }
  });

  test('words with their times: all of the plain guide, no number of the other', () => {
    const cues = String(named(files, `${plainGuide.data.number}.vtt`).content);
    for (const slot of own.filter((one) => !unclear(one)))
      for (const { shown } of slot.lines) expect(cues).toContain(shown.replaceAll('&', '&amp;'));
    const other = String(named(files, `${withNumbers.data.number}.vtt`).content);
    const said = other.split('\n').filter((line) => line !== '' && !line.includes('-->'));
    expect(said.length).toBeGreaterThan(5);
    const hidden = slots(withNumbers, handbook).filter(unclear);
    expect(hidden.length).toBeGreaterThan(0);
    for (const { lines } of hidden)
      for (const { shown } of lines) if (shown !== '') expect(said).not.toContain(shown);
    expect(other).toContain(`Hãy xem`);
    const times = [...other.matchAll(/^([\d:.]+) --> ([\d:.]+)$/gm)].flatMap(([, from, to]) => [from, to]);
    expect(times).toEqual([...times].sort());
  });

  test('a soft recording is as loud as the machine (EBU R 128)', () => {
    const name = `${plainGuide.data.number}.mp3`;
    const found = probe(name);

    const loud = (title: string): number => {
      const chapter = present(
        found.chapters.find(({ tags }) => tags.title === title),
        title,
      );
      const part = ['-ss', chapter.start_time, '-to', chapter.end_time, '-i', name];
      const run = spawnSync(ffmpeg ?? '', ['-hide_banner', ...part, '-af', 'ebur128', '-f', 'null', '-'], {
        encoding: 'utf8',
      });
      return Number(present([...run.stderr.matchAll(/I:\s+(-?[\d.]+) LUFS/g)].at(-1)?.[1], 'loudness'));
    };
    const [person, machine] = [steps[0], steps[1]].map((slot) => loud(present(slot, 'step').title));
    expect(Math.abs((person ?? 0) - (machine ?? 99))).toBeLessThan(4);
  });

  test('the list, the feed and the zip hold every guide', () => {
    const list = String(named(files, 'thu.m3u8').content);
    const feed = new JSDOM(String(named(files, 'podcast-thu.xml').content), { contentType: 'text/xml' })
      .window.document;
    const zip = unzipSync(Buffer.from(named(files, 'thu.zip').content));
    expect(feed.querySelectorAll('item').length).toBe(guides.length);
    for (const { data } of guides) {
      expect(list).toContain(`\n${data.number}.mp3`);
      const size = Buffer.from(named(files, `${data.number}.mp3`).content).length;
      expect(feed.querySelector(`enclosure[url$="/${data.number}.mp3"]`)?.getAttribute('length')).toBe(
        String(size),
      );
      expect(present(zip[`${data.number}.mp3`], 'in zip').length).toBe(size);
    }
    expect(strFromU8(present(zip['podcast-thu.xml'], 'feed'))).toContain('giọng máy');
  });

  test('without a machine a guide is made only when all its steps are read', async () => {
    const parts = steps.map(({ part, words }) => ({ part, words, file: 'b.wav' }));
    const made = async (count: number): Promise<string[]> => {
      const recordings = [recordingOf(plainGuide, '2026-01-02', parts.slice(0, count))];
      const input = { ...everything, handbook: { ...handbook, recordings }, choice: choiceOf([plainGuide]) };
      return (await sound(input)).map(({ name }) => name);
    };
    expect(await made(parts.length - 1)).not.toContain(`am-thanh/${plainGuide.data.number}.mp3`);
    expect(await made(parts.length)).toContain(`am-thanh/${plainGuide.data.number}.mp3`);
  });
});
