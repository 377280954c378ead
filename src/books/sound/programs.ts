/** What espeak-ng and ffmpeg do for us. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joined, rate } from './level.ts';

/** A kind of finished file. */
interface Packing {
  readonly ending: string;
  readonly args: readonly string[];
}
/** Every phone of the floor plays it; a minute weighs 180 kB. */
export const mp3: Packing = {
  ending: 'mp3',
  args: ['-c:a', 'libmp3lame', '-b:a', '24k', '-id3v2_version', '3', '-write_xing', '0'],
};
/** Newer phones; as clear in two thirds of the bytes or fewer. */
export const opus: Packing = {
  ending: 'opus',
  args: ['-c:a', 'libopus', '-b:a', '16k', '-application', 'voip', '-serial_offset', '1'],
};

/** Voices of espeak-ng by the accent that an edition names. */
export const machineVoices = { bac: 'vi', trung: 'vi-vn-x-central', nam: 'vi-vn-x-south' } as const;
/** Words a minute: slower than the machine’s own 175, for listeners who follow with their hands. */
const pace = '145';

const mostBytes = 512 * 1024 * 1024;

function run(path: string, args: readonly string[], input?: string | Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync(path, args, { input, maxBuffer: mostBytes });
  if (status === 0) return stdout;
  throw new Error(
    `${path} không làm được: ${stderr.toString().trim().split('\n').at(-1) ?? ''} (program failed)`,
  );
}

const samplesOf = (bytes: Buffer): Int16Array => {
  const whole = bytes.length - (bytes.length % 2);
  return new Int16Array(new Uint8Array(bytes.subarray(0, whole)).buffer);
};

/** What follows the name of the part of a sound file that holds its samples, and its length. */
const dataMark = Buffer.from('data');
const markBytes = dataMark.length + 4;

/** A line said by a machine. */
export function machineSays(espeak: string, voice: keyof typeof machineVoices, words: string): Int16Array {
  const wave = run(espeak, ['-v', machineVoices[voice], '-s', pace, '--stdin', '--stdout'], words);
  return samplesOf(wave.subarray(wave.indexOf(dataMark) + markBytes));
}

/** A sound of any kind as samples. */
export const readSound = (ffmpeg: string, file: string): Int16Array =>
  samplesOf(
    run(ffmpeg, ['-v', 'error', '-i', file, '-f', 's16le', '-ac', '1', '-ar', String(rate), 'pipe:1']),
  );

/** A chapter: name, part of the guide, and where it begins and ends, in seconds. */
export interface Chapter {
  /** Place in the guide, as a slot names it; none of what a machine says of itself. */
  readonly part?: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

const escaped = (text: string): string => text.replace(/[=;#\\\n]/g, String.raw`\$&`);

/** Names and chapters as ffmpeg reads them. */
function metadata(names: Readonly<Record<string, string>>, chapters: readonly Chapter[]): string {
  const millis = (seconds: number): number => Math.round(seconds * 1000);
  return [
    ';FFMETADATA1',
    ...Object.entries(names).map(([name, text]) => `${name}=${escaped(text)}`),
    ...chapters.flatMap(({ title, from, to }) => [
      '[CHAPTER]',
      'TIMEBASE=1/1000',
      `START=${millis(from)}`,
      `END=${millis(to)}`,
      `title=${escaped(title)}`,
    ]),
    '',
  ].join('\n');
}

/** Samples with names and chapters; the same bytes from the same samples. */
export function packed(
  ffmpeg: string,
  { ending, args }: Packing,
  sounds: readonly Int16Array[],
  names: Readonly<Record<string, string>>,
  chapters: readonly Chapter[],
): Uint8Array {
  const samples = joined(sounds);
  const work = mkdtempSync(join(tmpdir(), 'am-thanh-'));
  const list = join(work, 'ten.txt');
  const made = join(work, `bai.${ending}`);
  try {
    writeFileSync(list, metadata(names, chapters));
    run(
      ffmpeg,
      [
        ['-v', 'error', '-f', 's16le', '-ac', '1', '-ar', String(rate), '-i', 'pipe:0', '-i', list],
        ['-map', '0:a', '-map_metadata', '1', '-map_chapters', '1', ...args],
        ['-threads', '1', '-fflags', '+bitexact', '-flags:a', '+bitexact', made],
      ].flat(),
      new Uint8Array(samples.buffer),
    );
    return readFileSync(made);
  } finally {
    rmSync(work, { recursive: true });
  }
}
