/** Two authors at one entry: nothing that either wrote is lost. */
import { expect, test } from 'vitest';
import type { Block } from '../../src/desk/body.ts';
import { merged, partAt, takeTheirs, wordsOf, type Content } from '../../src/desk/merge.ts';
import { openEntry, saveEntry } from '../../src/desk/entry.ts';
import { present } from '../present.ts';

const said = (text: string): Block => ({ kind: 'paragraph', runs: [{ kind: 'text', text }] });
const step = (title: string, ...children: Block[]): Block => ({
  kind: 'part',
  name: 'Step',
  props: { title },
  children,
});
const steps = (...children: Block[]): Block => ({ kind: 'part', name: 'Steps', props: {}, children });
const base: Content = {
  head: { title: 'Nấu cơm', minutes: 10, aliases: ['thổi cơm'], time: { kind: 'once', month: '2026-12' } },
  blocks: [said('Mở đầu.'), steps(step('Vo gạo', said('Rửa hai lần.')), step('Bật nồi', said('Đèn sáng.')))],
};

test('changes at different places are both kept, in a sentence, a step, a list and a group', () => {
  const theirs: Content = {
    head: { ...base.head, aliases: ['nấu cơm', 'thổi cơm'], time: { kind: 'once', month: '2027-01' } },
    blocks: [said('Mở đầu.'), steps(step('Vo gạo', said('Rửa ba lần.')), step('Bật nồi', said('Đèn sáng.')))],
  };
  const mine: Content = {
    head: { ...base.head, minutes: 15, time: { kind: 'once', month: '2026-12', words: 'Cuối năm' } },
    blocks: [
      said('Mở đầu khác.'),
      steps(
        step('Vo gạo', said('Rửa hai lần.')),
        step('Bật nồi', said('Đèn sáng.')),
        step('Chờ', said('Đợi.')),
      ),
    ],
  };
  expect(merged(base, theirs, mine)).toEqual({
    head: {
      title: 'Nấu cơm',
      minutes: 15,
      aliases: ['nấu cơm', 'thổi cơm'],
      time: { kind: 'once', month: '2027-01', words: 'Cuối năm' },
    },
    blocks: [
      said('Mở đầu khác.'),
      steps(
        step('Vo gạo', said('Rửa ba lần.')),
        step('Bật nồi', said('Đèn sáng.')),
        step('Chờ', said('Đợi.')),
      ),
    ],
    clashes: [],
  });
});

test('where both changed one sentence or one field, mine stands and theirs is there to be taken', () => {
  const theirs: Content = {
    head: { ...base.head, title: 'Nấu cơm điện' },
    blocks: [said('Họ viết.'), ...base.blocks.slice(1)],
  };
  const mine: Content = {
    head: { ...base.head, title: 'Nấu cơm ngon' },
    blocks: [said('Tôi viết.'), ...base.blocks.slice(1)],
  };
  const { clashes, ...both } = merged(base, theirs, mine);
  expect(both).toEqual(mine);
  expect(clashes.map(({ path }) => path.join('.'))).toEqual(['head.title', 'blocks.0.runs']);
  expect(clashes.map((clash) => wordsOf(partAt(both, clash.path)))).toEqual(['Nấu cơm ngon', 'Tôi viết.']);
  expect(clashes.map((clash) => wordsOf(clash.theirs))).toEqual(['Nấu cơm điện', 'Họ viết.']);
  expect(clashes.reduce<Content>(takeTheirs, both)).toEqual(theirs);
});

test('a step that one took out and the other changed is a clash over all of its list', () => {
  const [first = said('')] = base.blocks;
  const theirs: Content = { ...base, blocks: [first, steps(step('Vo gạo', said('Rửa hai lần.')))] };
  const mine: Content = {
    ...base,
    blocks: [first, steps(step('Vo gạo', said('Rửa hai lần.')), step('Bật nồi', said('Đèn đỏ.')))],
  };
  const { clashes, ...both } = merged(base, theirs, mine);
  expect(both.blocks).toEqual(mine.blocks);
  expect(takeTheirs(both, present(clashes[0], 'clash')).blocks).toEqual(theirs.blocks);
});

test('what is merged is written over the file of the other author with their bytes', () => {
  const file = 'content/guides/bep/x.mdx';
  const before =
    '---\ntitle: "Nấu cơm"\n---\n\nMở đầu.\n\n' +
    '<Steps>\n<Step title="Vo gạo">\n\nRửa.\n\n</Step>\n\n</Steps>\n';
  const theirs = before.replace('Mở đầu.', 'Mở đầu dài,\nhai dòng.');
  const contentOf = (text: string): Content => {
    const { head, body } = openEntry(file, text);
    return { head, blocks: body?.blocks ?? [] };
  };
  const mine = { ...contentOf(before), head: { title: 'Nấu cơm điện' } };
  const both = merged(contentOf(before), contentOf(theirs), mine);
  expect(saveEntry(file, theirs, both.head, both.blocks, () => [])).toBe(
    theirs.replace('"Nấu cơm"', '"Nấu cơm điện"'),
  );
});
