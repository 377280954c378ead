/**
 * Reading aloud with engines as they are found on phones: played by a made-up engine and a clock that the
 * test turns.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  limitOf,
  lineReader,
  mostHung,
  patience,
  settling,
  type Engine,
  type Heard,
  type Told,
} from '../../src/client/line-reader.ts';

type Act = (heard: Heard, text: string) => void;
const lines = ['Bài 83: Mã OTP.', 'Mã OTP là gì.', 'Không đưa mã cho ai.', 'Gọi công an.', 'Hết.'];

/** Speaks a line in a second. */
const speaks: Act = (heard) => {
  setTimeout(() => heard.start(), 20);
  setTimeout(() => heard.end(), 1000);
};
const hangs: Act = (heard) => void setTimeout(() => heard.start(), 20);
const nothing: Act = () => undefined;
const errs =
  (kind: string, begun = false): Act =>
  (heard) => {
    if (begun) heard.start();
    heard.error(kind);
  };

class MadeUpEngine implements Engine {
  readonly said: { text: string; rate: number; at: number }[] = [];
  cancelled: number[] = [];
  remote = false;
  speaking = false;
  /** Milliseconds after `cancel()` in which it swallows what it is given. */
  deaf = 0;
  acts: Act[];
  readonly usual: Act;
  constructor(usual: Act, ...acts: Act[]) {
    this.usual = usual;
    this.acts = acts;
  }
  say(text: string, rate: number, heard: Heard): void {
    this.said.push({ text, rate, at: Date.now() });
    const last = this.cancelled.at(-1);
    if (last !== undefined && Date.now() - last < this.deaf) return;
    (this.acts.shift() ?? this.usual)(heard, text);
  }
  cancel(): void {
    this.cancelled.push(Date.now());
    this.speaking = false;
  }
  busy(): boolean {
    return this.speaking;
  }
}

function read(engine: MadeUpEngine, rate = 1) {
  const told: Told[] = [];
  const at: number[] = [];
  const reader = lineReader(lines, engine, () => rate, {
    reached: (line) => at.push(line),
    playing: () => undefined,
    tell: (what) => told.push(what),
  });
  return { reader, told, at, texts: () => engine.said.map(({ text }) => text) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a sound engine: each line once, in turn, at once and never cancelled', () => {
  const engine = new MadeUpEngine(speaks);
  const { reader, told, texts } = read(engine, 1.25);
  reader.start(0);
  expect(engine.said).toHaveLength(1);
  vi.advanceTimersByTime(1000 * lines.length);
  expect(texts()).toEqual(lines);
  expect(engine.said.every(({ rate }) => rate === 1.25)).toBe(true);
  // One `cancel()`, when all is read.
  expect(engine.cancelled).toHaveLength(1);
  expect(told.at(-1)).toBe('end');
  expect(reader.playing).toBe(false);
});

describe('an engine that begins and never ends', () => {
  test('goes on after the limit of the line, says so, and forgets it when the next is read', () => {
    const engine = new MadeUpEngine(speaks, speaks, hangs);
    const { reader, told, texts } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(1000 + limitOf(lines[1] ?? '', 1) - 1000);
    expect(told).not.toContain('hung');
    vi.advanceTimersByTime(2000);
    expect(told.at(-1)).toBe('hung');
    expect(texts()).toEqual(lines.slice(0, 3));
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(lines);
    expect(told.filter((what) => what === 'hung')).toHaveLength(1);
    expect(told.at(-1)).toBe('end');
  });
  test('stops after three in a row, at the first of them', () => {
    const engine = new MadeUpEngine(hangs, speaks);
    const { reader, told, texts, at } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(200_000);
    expect(texts()).toEqual(lines.slice(0, 1 + mostHung));
    expect(told.at(-1)).toBe('stuck');
    expect(reader.playing).toBe(false);
    expect(reader.line).toBe(1);
    expect(at.at(-1)).toBe(1);
    reader.start(reader.line);
    vi.advanceTimersByTime(settling.first);
    expect(texts().at(-1)).toBe(lines[1]);
  });
  test('the limit grows with the line and with a lower speed, and a higher speed does not shorten it', () => {
    expect(limitOf('a'.repeat(100), 1)).toBe(21_000);
    expect(limitOf('a'.repeat(200), 1)).toBe(37_000);
    expect(limitOf('a'.repeat(100), 0.5)).toBe(37_000);
    expect(limitOf('a'.repeat(100), 2)).toBe(21_000);
  });
  test('one that falls silent without telling is taken as done', () => {
    const engine = new MadeUpEngine(speaks, (heard) => {
      engine.speaking = true;
      heard.start();
      setTimeout(() => (engine.speaking = false), 1400);
    });
    const { reader, told, texts } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(3000);
    expect(texts()[1]).toBe(lines[1]);
    expect(told).not.toContain('hung');
  });
});

describe('an engine that swallows', () => {
  test('what is said right after cancel() is said after a while', () => {
    const engine = new MadeUpEngine(speaks);
    engine.deaf = 50;
    const { reader, told, texts } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(500);
    reader.start(1);
    reader.start(2);
    vi.advanceTimersByTime(settling.first + 100);
    expect(texts()).toEqual([lines[0], lines[2]]);
    expect(told.every((what) => what === '')).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(texts().at(-1)).toBe(lines[3]);
  });
  test('one that is deaf for longer hears the second try', () => {
    const engine = new MadeUpEngine(speaks);
    engine.deaf = settling.again - 50;
    const { reader, told, texts } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(500);
    reader.start(3);
    vi.advanceTimersByTime(settling.first + patience.device + settling.again + 100);
    expect(texts()).toEqual([lines[0], lines[3], lines[3]]);
    expect(told.every((what) => what === '')).toBe(true);
  });
  test('a line that never begins is tried twice and no more, and the cause is silence', () => {
    const engine = new MadeUpEngine(nothing);
    const { reader, told, texts } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(patience.device + settling.again + patience.again - 1);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual([lines[0], lines[0]]);
    expect(told).toEqual(['silent']);
    expect(reader.playing).toBe(false);
  });
  test('a voice over the network is waited for longer, and named', () => {
    const engine = new MadeUpEngine((heard) => void setTimeout(() => heard.start(), patience.remote - 100));
    engine.remote = true;
    const { reader, told, texts } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(patience.remote);
    expect(texts()).toHaveLength(1);
    expect(told).toEqual(['network']);
  });
});

describe('an error is told truly', () => {
  const stops: readonly [kind: string, begun: boolean, tries: number, told: Told][] = [
    ['not-allowed', false, 1, 'refused'],
    ['interrupted', true, 1, 'cut'],
    ['canceled', true, 1, 'cut'],
    ['interrupted', false, 2, 'cut'],
    ['canceled', false, 2, 'cut'],
    ['audio-busy', false, 1, 'audioBusy'],
    ['audio-hardware', false, 1, 'noAudio'],
    ['network', false, 1, 'netVoice'],
    ['network', true, 1, 'netVoice'],
    ['language-unavailable', false, 2, 'notLoaded'],
    ['voice-unavailable', false, 2, 'notLoaded'],
    ['synthesis-unavailable', false, 1, 'unavailable'],
    ['synthesis-failed', true, 1, 'failed'],
    ['synthesis-failed', false, 2, 'failed'],
    ['', true, 1, 'failed'],
  ];
  test.each(stops)('%s, begun %s: tried %i times, then %s', (kind, begun, tries, what) => {
    const engine = new MadeUpEngine(errs(kind, begun));
    const { reader, told } = read(engine);
    reader.start(2);
    vi.advanceTimersByTime(60_000);
    expect(engine.said).toHaveLength(tries);
    expect(told.at(-1)).toBe(what);
    expect(reader.playing).toBe(false);
    expect(reader.line).toBe(2);
  });
  test('an end without a beginning is a voice that is not there', () => {
    const engine = new MadeUpEngine((heard) => heard.end());
    const { reader, told } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(60_000);
    expect(engine.said).toHaveLength(2);
    expect(told).toEqual(['notLoaded']);
  });
  test.each(['text-too-long', 'invalid-argument'])('%s passes over the line', (kind) => {
    const engine = new MadeUpEngine(speaks, errs(kind));
    const { reader, told, texts } = read(engine);
    reader.start(0);
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(lines);
    expect(told).toContain('hung');
    expect(told.at(-1)).toBe('end');
  });
});

test('stopping keeps the place, and what an older line tells later is not heard', () => {
  const heard: Heard[] = [];
  const engine = new MadeUpEngine((ear) => {
    heard.push(ear);
    ear.start();
  });
  const { reader, told } = read(engine);
  reader.start(2);
  reader.stop();
  expect(engine.cancelled).toHaveLength(1);
  heard[0]?.error('canceled');
  heard[0]?.end();
  vi.advanceTimersByTime(100_000);
  expect(engine.said).toHaveLength(1);
  expect(told).toEqual(['']);
  expect(reader.line).toBe(2);
});

test('a press before the first and after the last line stays within the text', () => {
  const engine = new MadeUpEngine(hangs);
  const { reader } = read(engine);
  reader.start(-1);
  expect(reader.line).toBe(0);
  reader.start(99);
  expect(reader.line).toBe(lines.length - 1);
});
