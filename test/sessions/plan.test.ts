/**
 * The arithmetic of the session builder: minutes add up for every choice, rests and notes come where a
 * trainer would want them.
 */
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
import { present } from '../present.ts';

const guide = (number: number, more: Partial<PlanGuide> = {}): PlanGuide => ({
  number,
  title: `Bài ${number}`,
  minutes: 10 + (number % 5) * 5,
  risk: 'none',
  before: [],
  ...more,
});
const known = new Map([1, 2, 3, 4, 5, 6, 7, 8].map((number) => [number, guide(number)]));
const choice = (more: Partial<SessionChoice> = {}): SessionChoice => ({
  guides: [1],
  minutes: 60,
  audience: '',
  device: 'android',
  ...more,
});
const kinds = (more: Partial<SessionChoice>): string[] =>
  makePlan(choice(more), known).parts.map((part) => part.kind);

describe('every choice', () => {
  test('has parts that follow each other and add up, each of them long enough, or says how long it must be', () => {
    let made = 0;
    let refused = 0;
    const faults: string[] = [];
    for (let minutes = planLimits.minutes.least; minutes <= planLimits.minutes.most; minutes++) {
      for (let n = 1; n <= planLimits.guides; n++) {
        for (const audience of ['', 'nguoi-cao-tuoi'])
          for (const device of devices) {
            const sessionChoice = choice({
              guides: [...known.keys()].slice(0, n),
              minutes,
              audience,
              device,
            });
            const { parts, notes } = makePlan(sessionChoice, known);
            const short = notes.find((note) => note.kind === 'too-short');
            if (short) {
              refused++;
              expect(parts).toEqual([]);
              // What is asked for is enough, and five minutes less are not.
              expect(makePlan({ ...sessionChoice, minutes: short.need }, known).parts.length).toBeGreaterThan(
                0,
              );
              if (short.need - 5 >= planLimits.minutes.least)
                expect(makePlan({ ...sessionChoice, minutes: short.need - 5 }, known).parts).toEqual([]);
              continue;
            }
            made++;
            const told = `${minutes} minutes, ${n} guides, ${audience}, ${device}`;
            const fault = (right: boolean, what: string): void => {
              if (!right) faults.push(`${told}: ${what}`);
            };
            fault(
              minutesOf(parts) === minutes && present(parts[0], 'item 0 of parts').from === 0,
              `adds up to ${minutesOf(parts)}`,
            );
            parts.forEach((part, index) => {
              fault(
                part.to - part.from === part.minutes &&
                  (index === 0 || part.from === present(parts[index - 1], 'an item of parts').to),
                `part ${index} does not follow`,
              );
              fault(
                part.minutes >= (part.kind === 'practice' ? 5 : 3),
                `${part.kind} of ${part.minutes} minutes`,
              );
              // Nobody rests right after the greeting or twice in a row.
              if (part.kind === 'break')
                fault(
                  present(parts[index - 1], 'an item of parts').kind === 'practice' &&
                    present(parts[index + 1], 'an item of parts').kind !== 'break',
                  'a rest in the wrong place',
                );
            });
            for (const guideNumber of sessionChoice.guides) {
              const own = parts.filter((part) => part.guide === guideNumber);
              fault(
                own[0]?.kind === 'demonstration' && minutesOf(own) >= leastForGuide,
                `guide ${guideNumber} has ${minutesOf(own)} minutes`,
              );
              // Hands have more time than eyes.
              fault(
                minutesOf(own, 'practice') > minutesOf(own, 'demonstration'),
                `guide ${guideNumber} is shown longer than done`,
              );
            }
            fault(
              [...new Set(parts.flatMap((part) => part.guide ?? []))].join() === sessionChoice.guides.join(),
              'guides in another order',
            );
            fault(
              parts
                .map((part) => part.kind)
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
    expect(parts.map((part) => [part.kind, part.from, part.to])).toEqual([
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
    expect(
      [5, 4].map((guideNumber) => minutesOf(parts.filter((part) => part.guide === guideNumber))),
    ).toEqual([18, 35]);
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
    expect(parts.map((part) => [part.kind, part.again ?? false])).toEqual([
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
      .parts.filter((part) => part.kind === 'break')
      .map((part) => part.from);
    expect(at.length).toBe(2);
    expect(present(at[1], 'item 1 of at') - present(at[0], 'item 0 of at')).toBeGreaterThan(40);
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
      ].map((planGuide) => [planGuide.number, planGuide]),
    );
    const told = (sessionChoice: Partial<SessionChoice>): string[] =>
      makePlan(choice(sessionChoice), own).notes.map((note) => JSON.stringify(Object.values(note)));
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
      weights.forEach((weight, index) =>
        weights.forEach((otherWeight, position) => {
          if (weight > otherWeight)
            expect(
              present(parts[index], 'an item of parts') >= present(parts[position], 'an item of parts'),
            ).toBe(true);
        }),
      );
    }
  expect(seen).toBeGreaterThan(80);
});
