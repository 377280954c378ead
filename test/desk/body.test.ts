/**
 * Bodies are read and written without loss: every byte when nothing changed, every word when all is written
 * anew.
 */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isRuns,
  joined,
  readDeskBody,
  type Block,
  type Item,
  type Run,
  type Runs,
} from '../../src/desk/body.ts';
import { bare, runsText, writeDeskBody } from '../../src/desk/body-write.ts';
import { parseBody, type BodyGrammar } from '../../src/markdown/reader.ts';
import { someOf, whole } from '../whole.ts';

const grammars: Readonly<Record<string, BodyGrammar>> = {
  guides: 'guide',
  market: 'lesson',
  modes: 'guide',
  pages: 'page',
  plans: 'prose',
  'easy-read': 'easy-read',
};
const bodies = globSync('content/**/*.mdx').map((file) => {
  const text = readFileSync(file, 'utf8');
  const body = text.slice(/^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0);
  return { file, body, grammar: grammars[file.split('/')[1] ?? ''] ?? 'guide' };
});
/** A quarter of them by what stands in them, all in a whole run: each is written and parsed several times. */
const someBodies = someOf(bodies, 4, ({ body }) => body);
const below = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => [block, ...(block.kind === 'part' ? below(block.children) : [])]);
/** The tree that pages are drawn from, without the lines on which things stand. */
const treeOf = (body: string, grammar: BodyGrammar): unknown => {
  const { tree, problems } = parseBody('x', body, grammar);
  expect(problems).toEqual([]);
  return JSON.parse(
    JSON.stringify({ intro: tree.intro, sections: tree.sections }, (name, value: unknown) =>
      name === 'line' ? undefined : value,
    ),
  );
};

test('every body written without a change has the same bytes, and nothing in it is beyond the desk', () => {
  let blocks = 0;
  for (const { file, body } of bodies) {
    const read = readDeskBody(body);
    expect(writeDeskBody(read.blocks, read), file).toBe(body);
    const all = below(read.blocks);
    blocks += all.length;
    expect(
      all.filter(({ kind }) => kind === 'kept'),
      file,
    ).toEqual([]);
  }
  expect(bodies.length).toBeGreaterThan(170);
  expect(blocks).toBeGreaterThan(5000);
});

test('every body written anew from its blocks alone gives the same page', () => {
  for (const { file, body, grammar } of someBodies) {
    const anew = writeDeskBody(readDeskBody(body).blocks.map(bare));
    expect(treeOf(anew, grammar), file).toEqual(treeOf(body, grammar));
  }
  expect(someBodies.length).toBeGreaterThan(bodies.length / 8);
});

/** The last words of an item, lengthened. */
const lengthenedItem = (item: Item, more: Run): Item =>
  isRuns(item)
    ? joined([...item, more])
    : { ...item, items: item.items.with(-1, lengthenedItem(item.items.at(-1) ?? [], more)) };

/** The blocks with the last paragraph inside them lengthened. */
function lengthened(blocks: readonly Block[]): readonly Block[] {
  const block = blocks.at(-1);
  if (block === undefined) return [];
  const more: Run = { kind: 'text', text: ' Thêm một câu.' };
  if (block.kind === 'part' && block.children.length > 0)
    return blocks.with(-1, { ...block, children: lengthened(block.children) });
  if (block.kind === 'paragraph') return blocks.with(-1, { ...block, runs: joined([...block.runs, more]) });
  if (block.kind === 'list')
    return blocks.with(-1, {
      ...block,
      items: block.items.with(-1, lengthenedItem(block.items.at(-1) ?? [], more)),
    });
  return [...lengthened(blocks.slice(0, -1)), block];
}

test('one changed sentence changes one line', () => {
  let tried = 0;
  for (const { file, body } of bodies) {
    const read = readDeskBody(body);
    for (const index of read.blocks.keys()) {
      const changed = [...lengthened(read.blocks.slice(0, index + 1)), ...read.blocks.slice(index + 1)];
      const text = writeDeskBody(changed, read);
      const before = body.split('\n');
      const other = text.split('\n').filter((line, row) => line !== before[row]);
      expect(text.split('\n').length, file).toBe(before.length);
      expect(other.length, `${file}\n${other.join('\n')}`).toBeLessThanOrEqual(1);
      tried += other.length;
    }
  }
  expect(tried).toBeGreaterThan(1000);
});

test('a step that is taken out, put in or moved leaves the others as they are written', () => {
  let tried = 0;
  for (const { file, body, grammar } of someBodies) {
    const read = readDeskBody(body);
    read.blocks.forEach((block, index) => {
      if (block.kind !== 'part' || block.children.length < 2 || block.name !== 'Steps') return;
      const withChildren = (children: readonly Block[]): string =>
        writeDeskBody(read.blocks.with(index, { ...block, children }), read);
      const turned = withChildren(block.children.toReversed());
      expect(
        turned
          .split('\n')
          .filter((line) => line !== '')
          .toSorted(),
      ).toEqual(
        body
          .split('\n')
          .filter((line) => line !== '')
          .toSorted(),
      );
      treeOf(turned, grammar);
      const fewer = readDeskBody(withChildren(block.children.slice(1)));
      expect(fewer.blocks.map(bare), file).toEqual(
        read.blocks.with(index, { ...block, children: block.children.slice(1) }).map(bare),
      );
      tried++;
    });
  }
  expect(tried).toBeGreaterThan(someBodies.length / 2);
});

const signs = fc.constantFrom(...Array.from('aăđẹo 1.,;:–“”()[]{}<>*_~`|#&\\/!?+-=$%^@"').concat("'"));
const words = fc
  .array(signs, { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/@|www|https?:/i.test(text));
const props = words.map((text) => text.replaceAll('|', ''));
const run: fc.Arbitrary<Run> = fc.oneof(
  words.map((text): Run => ({ kind: 'text', text })),
  fc.record({
    kind: fc.constant('piece' as const),
    name: fc.constant('Term'),
    props: fc.record({ id: props }),
    text: words,
  }),
  fc.record({
    kind: fc.constant('piece' as const),
    name: fc.constant('Phone'),
    props: fc.record({ id: props }),
    text: fc.constant(''),
  }),
  words.map((text): Run => ({ kind: 'link', url: 'https://vidu.gov.vn/a', text })),
  words.map((text): Run => ({ kind: 'text', text, marks: ['strong'] })),
);
const space: Run = { kind: 'text', text: ' ' };
/** Two pieces alone on a line are two lines to the parser; a sentence has words. */
const runs: fc.Arbitrary<Runs> = fc
  .tuple(words, fc.array(run, { maxLength: 3 }))
  .map(([first, list]) => joined([{ kind: 'text', text: first }, ...list.flatMap((one) => [space, one])]));
/** Words of an item, and the list below them where it has any. */
const withBelow = ([words, below, ordered]: [Runs, Runs[], boolean]): Item[] => [
  words,
  ...(below.length === 0 ? [] : [{ kind: 'list', ordered, start: 1, items: below } as const]),
];
const inside: fc.Arbitrary<Block> = fc.oneof(
  runs.map((list): Block => ({ kind: 'paragraph', runs: list })),
  fc
    .array(fc.tuple(runs, fc.array(runs, { maxLength: 2 }), fc.boolean()), { minLength: 1, maxLength: 3 })
    .map((items): Block => ({ kind: 'list', ordered: false, start: 1, items: items.flatMap(withBelow) })),
  props.map((alt): Block => ({ kind: 'part', name: 'Picture', props: { name: 'stop', alt }, children: [] })),
);
/** Two lists side by side would be one. */
const blocks = fc
  .array(inside, { minLength: 1, maxLength: 4 })
  .filter((list) => list.every(({ kind }, index) => kind !== 'list' || list[index - 1]?.kind !== 'list'));
const part = (name: string, field: string, children: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> =>
  fc
    .tuple(props, children)
    .map(([title, list]): Block => ({ kind: 'part', name, props: { [field]: title }, children: list }));
const steps = part('Steps', 'title', fc.array(part('Step', 'title', blocks), { minLength: 1, maxLength: 3 }));
const cases = part('More', 'title', blocks);

const tries = whole ? 1000 : 150;

test('whatever words and signs are typed, what is written is read back as the same blocks', () => {
  let weightless = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(steps, cases), { minLength: 1, maxLength: 3 }), (list) => {
      const text = writeDeskBody(list);
      const read = readDeskBody(text).blocks.map(bare);
      const weight = JSON.stringify(list).includes('"marks"') && !JSON.stringify(read).includes('"marks"');
      if (weight) weightless++;
      else expect(read).toEqual(list);
      expect(writeDeskBody(readDeskBody(text).blocks, readDeskBody(text))).toBe(text);
    }),
    { numRuns: tries, seed: 20_261_129 },
  );
  expect(weightless).toBeLessThan(0.3 * tries);
});

test('words that nobody could take for markup are written as they are typed', () => {
  expect(runsText([{ kind: 'text', text: 'Gọi số ở mặt sau thẻ (nếu còn thẻ) – đừng gọi số lạ.' }])).toBe(
    'Gọi số ở mặt sau thẻ (nếu còn thẻ) – đừng gọi số lạ.',
  );
  expect(
    runsText([
      { kind: 'text', text: 'Đọc ' },
      { kind: 'piece', name: 'Term', props: { id: 'otp' }, text: 'mã OTP' },
      { kind: 'text', text: ' là mất tiền', marks: ['strong'] },
    ]),
  ).toContain('<Term id="otp">mã OTP</Term>');
});
