/** A card's fields laid out as a body: nothing is lost, blanks say whom to ask, faults name their line. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layOutCard } from '../../src/gate/card-body.ts';
import { prove } from '../../src/gate/prove.ts';
import type { ReadEntry } from '../../src/gate/read.ts';
import { isComplete, mostUnknown, unknownsOf } from '../../src/schemas/life-event.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { plain } from '../../src/markdown/tree.ts';
import { points } from '../../src/books/paper.ts';
import { realContent } from '../real.ts';
import { floor } from '../national/edition.ts';

const entries = realContent();
const cards = entries.events;

describe('every card', () => {
  test('there are at least thirty that count', () => {
    expect(cards.filter(({ data }) => isComplete(data)).length).toBeGreaterThanOrEqual(floor(30));
  });

  test.each(cards.map((card) => [card.id, card] as const))('%s keeps all its legs and blanks', (_, card) => {
    const { tree, problems } = parseBody(card.file, card.body, 'guide');
    expect(problems).toEqual([]);
    const steps = tree.sections.filter(({ kind }) => kind === 'steps').flatMap((section) => section.steps);
    expect(steps.map(({ title }) => title)).toEqual(card.data.road.map((leg) => leg.do));
    const said = tree.sections
      .flatMap((section) => [
        ...points(section.blocks),
        ...section.steps.flatMap((step) => points(step.blocks)),
      ])
      .map((run) => plain(run));
    const blanks = said.filter((text) => text.includes('Chưa rõ:'));
    expect(blanks).toHaveLength(unknownsOf(card.data).length);
    for (const blank of blanks) expect(blank).toMatch(/ Hỏi \S/);
    for (const leg of card.data.road)
      if (typeof leg.cost === 'string') expect(said.some((text) => text.startsWith('Tiền: '))).toBe(true);
  });
});

test('a card with too many blanks is not counted', () => {
  const first = cards.find(({ data }) => unknownsOf(data).length === 0);
  if (first === undefined) throw new Error('no card without blanks');
  const blank = { unknown: 'số ngày', ask: 'xã.' };
  const holed = (count: number) => ({ ...first.data, bring: Array.from({ length: count }, () => blank) });
  expect(unknownsOf(first.data)).toEqual([]);
  expect(isComplete(holed(mostUnknown))).toBe(true);
  expect(isComplete(holed(mostUnknown + 1))).toBe(false);
});

test('a quotation mark or a bar in a word does not break the body', () => {
  const [first] = cards;
  if (first === undefined) throw new Error('no cards');
  const { body } = layOutCard({
    ...first.data,
    stuck: first.data.stuck.map((one) => ({ ...one, sees: 'Máy hiện "lỗi" và <chờ>' })),
  });
  const { problems, tree } = parseBody('a.yaml', body, 'guide');
  expect(problems).toEqual([]);
  expect(tree.sections.flatMap((section) => section.cases).map(({ sees }) => sees)).toContain(
    'Máy hiện "lỗi" và <chờ>',
  );
});

test('a fault in a field is told with the line of that field', () => {
  const [card] = cards;
  if (card === undefined) throw new Error('no cards');
  const faulty = { ...card.data, fraud: ['Gọi 0912 345 678 để hỏi.'] };
  const { body, fields } = layOutCard(faulty);
  const entry: ReadEntry<'events'> = { ...card, data: faulty, body, bodyFields: fields };
  const { problems } = prove(
    { ...entries, events: [entry, ...cards.slice(1)] },
    {
      field: (_, path) => entry.locate(path),
      bodyLine: () => 1,
      laidOut: (_, line) => {
        const path = fields[line - 1];
        return path && entry.locate(path);
      },
    },
  );
  const typed = problems.filter(({ rule, file }) => rule === 'typed-phone' && file === card.file);
  const line = readFileSync(card.file, 'utf8')
    .split('\n')
    .findIndex((text) => text.startsWith('fraud:'));
  expect(typed.map((problem) => problem.line)).toEqual([line + 2]);
});
