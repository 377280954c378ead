/** The arithmetic of the session builder: minutes add up for every choice, rests and notes come where a trainer would want them. */
import { describe, expect, test } from 'vitest';
import { devices, longestWithoutBreak, minutesOf } from '../../src/sessions/parts.ts';
import {
  frame,
  leastForGuide,
  makePlan,
  neededMinutes,
  planLimits,
  share,
  type PlanGuide,
  type SessionChoice,
} from '../../src/sessions/plan.ts';

const guide = (number: number, more: Partial<PlanGuide> = {}): PlanGuide => ({
  number,
  title: `Bài ${number}`,
  minutes: 10 + (number % 5) * 5,
  risk: 'none',
  before: [],
  ...more,
});
const known = new Map([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, guide(n)]));
const choice = (more: Partial<SessionChoice> = {}): SessionChoice => ({
  guides: [1],
  minutes: 60,
  audience: '',
  device: 'android',
  ...more,
});
const kinds = (more: Partial<SessionChoice>): string[] =>
  makePlan(choice(more), known).parts.map((p) => p.kind);

describe('every choice', () => {
  test('has parts that follow each other and add up, each of them long enough, or says how long it must be', () => {
    let made = 0;
    let refused = 0;
    const faults: string[] = [];
    for (let minutes = planLimits.minutes.least; minutes <= planLimits.minutes.most; minutes++) {
      for (let n = 1; n <= planLimits.guides; n++) {
        for (const audience of ['', 'nguoi-cao-tuoi'])
          for (const device of devices) {
            const c = choice({ guides: [...known.keys()].slice(0, n), minutes, audience, device });
            const { parts, notes } = makePlan(c, known);
            const short = notes.find((x) => x.kind === 'too-short');
            if (short) {
              refused++;
              expect(parts).toEqual([]);
              // What is asked for is enough, and five minutes less are not.
              expect(makePlan({ ...c, minutes: short.need }, known).parts.length).toBeGreaterThan(0);
              if (short.need - 5 >= planLimits.minutes.least)
                expect(makePlan({ ...c, minutes: short.need - 5 }, known).parts).toEqual([]);
              continue;
            }
            made++;
            const told = `${minutes} minutes, ${n} guides, ${audience}, ${device}`;
            const fault = (right: boolean, what: string): void => {
              if (!right) faults.push(`${told}: ${what}`);
            };
            fault(minutesOf(parts) === minutes && parts[0]!.from === 0, `adds up to ${minutesOf(parts)}`);
            parts.forEach((p, i) => {
              fault(
                p.to - p.from === p.minutes && (i === 0 || p.from === parts[i - 1]!.to),
                `part ${i} does not follow`,
              );
              fault(p.minutes >= (p.kind === 'practice' ? 5 : 3), `${p.kind} of ${p.minutes} minutes`);
              // Nobody rests right after the greeting or twice in a row.
              if (p.kind === 'break')
                fault(
                  parts[i - 1]!.kind === 'practice' && parts[i + 1]!.kind !== 'break',
                  'a rest in the wrong place',
                );
            });
            for (const g of c.guides) {
              const own = parts.filter((p) => p.guide === g);
              fault(
                own[0]?.kind === 'demonstration' && minutesOf(own) >= leastForGuide,
                `guide ${g} has ${minutesOf(own)} minutes`,
              );
              // Hands have more time than eyes.
              fault(
                minutesOf(own, 'practice') > minutesOf(own, 'demonstration'),
                `guide ${g} is shown longer than done`,
              );
            }
            fault(
              [...new Set(parts.flatMap((p) => p.guide ?? []))].join() === c.guides.join(),
              'guides in another order',
            );
            fault(
              parts
                .map((p) => p.kind)
                .slice(-2)
                .join() === 'questions,wrap-up',
              'another end',
            );
            fault(minutes <= longestWithoutBreak || minutesOf(parts, 'break') >= 10, 'long without a rest');
          }
      }
    }
    expect(faults).toEqual([]);
    expect(made).toBeGreaterThan(5000);
    expect(refused).toBeGreaterThan(500);
  });
});

describe('by hand', () => {
  test('sixty minutes, one guide: ten to greet, the rest shown and done', () => {
    const { parts, notes } = makePlan(choice(), known);
    expect(parts.map((p) => [p.kind, p.from, p.to])).toEqual([
      ['welcome', 0, 10],
      ['demonstration', 10, 21],
      ['practice', 21, 48],
      ['questions', 48, 53],
      ['wrap-up', 53, 60],
    ]);
    expect(notes).toEqual([]);
  });
  test('two guides share the time by their own minutes', () => {
    const { parts } = makePlan(choice({ guides: [5, 4], minutes: 75 }), known);
    // 10 and 30 minutes of their own; 53 are free.
    expect([5, 4].map((g) => minutesOf(parts.filter((p) => p.guide === g)))).toEqual([18, 35]);
  });
  test('a break comes after 75 minutes, for older learners after 60, and stands between guides', () => {
    expect(kinds({ minutes: 75, guides: [1, 2] })).not.toContain('break');
    expect(kinds({ minutes: 76, guides: [1, 2] })).toEqual([
      'welcome',
      'demonstration',
      'practice',
      'break',
      'demonstration',
      'practice',
      'questions',
      'wrap-up',
    ]);
    expect(kinds({ minutes: 60, guides: [1, 2], audience: 'nguoi-cao-tuoi' })).toContain('break');
    expect(kinds({ minutes: 59, guides: [1, 2], audience: 'nguoi-cao-tuoi' })).not.toContain('break');
  });
  test('one long guide is halved by its break, and done again after it', () => {
    const { parts } = makePlan(choice({ minutes: 90 }), known);
    expect(parts.map((p) => [p.kind, p.again ?? false])).toEqual([
      ['welcome', false],
      ['demonstration', false],
      ['practice', false],
      ['break', false],
      ['practice', true],
      ['questions', false],
      ['wrap-up', false],
    ]);
  });
  test('two breaks in three hours, apart from each other', () => {
    const at = makePlan(choice({ minutes: 180, guides: [1, 2, 3] }), known)
      .parts.filter((p) => p.kind === 'break')
      .map((p) => p.from);
    expect(at.length).toBe(2);
    expect(at[1]! - at[0]!).toBeGreaterThan(40);
  });
  test('both kinds of phone: more is shown; no phones: a shorter greeting', () => {
    const shown = (device: SessionChoice['device']): number =>
      minutesOf(makePlan(choice({ device }), known).parts, 'demonstration');
    expect(shown('both')).toBeGreaterThan(shown('android'));
    expect(frame(choice({ device: 'none' })).welcome).toBeLessThan(frame(choice()).welcome);
  });
  test('too short says how long; nothing chosen and nothing known say so', () => {
    expect(makePlan(choice({ guides: [1, 2, 3, 4], minutes: 45 }), known)).toEqual({
      parts: [],
      notes: [{ kind: 'too-short', need: neededMinutes(choice({ minutes: 45 }), 4) }],
    });
    expect(neededMinutes(choice({ minutes: 45 }), 4)).toBe(65);
    expect(makePlan(choice({ guides: [] }), known)).toEqual({ parts: [], notes: [{ kind: 'no-guides' }] });
    expect(makePlan(choice({ guides: [404] }), known)).toEqual({
      parts: [],
      notes: [{ kind: 'unknown-guide', guide: 404 }, { kind: 'no-guides' }],
    });
  });
  test('an unknown guide is told and the others are planned', () => {
    const { parts, notes } = makePlan(choice({ guides: [404, 1] }), known);
    expect(minutesOf(parts)).toBe(60);
    expect(notes).toEqual([{ kind: 'unknown-guide', guide: 404 }]);
  });
  test('advice: too many, too tight, wrong order, what is needed first, the other phone, money', () => {
    const own = new Map(
      [
        guide(1, { minutes: 40 }),
        guide(2, { before: [1] }),
        guide(3, { before: [99] }),
        guide(4, { only: 'iphone', risk: 'money' }),
      ].map((g) => [g.number, g]),
    );
    const told = (c: Partial<SessionChoice>): string[] =>
      makePlan(choice(c), own).notes.map((n) => JSON.stringify(Object.values(n)));
    expect(told({ guides: [2, 1, 3, 4], minutes: 75 })).toEqual([
      '["many",4]',
      '["tight",115,53]',
      '["wrong-order",2,1]',
      '["needs",3,[99]]',
      '["other-device",4,"iphone"]',
      '["risky",4,"money"]',
    ]);
    expect(told({ guides: [1, 2], minutes: 120 })).toEqual([]);
    expect(told({ guides: [4], device: 'both' })).toEqual(['["risky",4,"money"]']);
  });
});

test('shares add up to the total, are never below the least, and follow the weights', () => {
  let seen = 0;
  for (let total = 20; total < 170; total += 7)
    for (const weights of [[1], [1, 1], [10, 30], [3, 3, 3], [180, 1, 1], [5, 10, 15, 20]]) {
      if (total < weights.length * 10) continue;
      seen++;
      const parts = share(total, weights, 10);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(10);
      weights.forEach((w, i) =>
        weights.forEach((o, j) => {
          if (w > o) expect(parts[i]! >= parts[j]!).toBe(true);
        }),
      );
    }
  expect(seen).toBeGreaterThan(80);
});
