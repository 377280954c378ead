/** What tests of exported forms share: the real handbook, and every word that a guide must keep. */
import { program } from '../../src/cli/debian.ts';
import type { Guide } from '../../src/handbook/handbook.ts';
import { promiseOf } from '../../src/domain/promise.ts';
import type { Block } from '../../src/markdown/tree.ts';
import type { ExportInput } from '../../src/outputs/output.ts';
import { realHandbook } from '../real.ts';
import { present } from '../present.ts';
import { someOf } from '../whole.ts';

export const handbook = realHandbook();

/** An export of everything. */
export const everything: ExportInput = {
  handbook,
  choice: { of: 'everything', slug: 'so-tay-so', title: handbook.site.name, guides: handbook.guides },
  program: (name) => {
    const path = program(name);
    if (path === undefined) throw new Error(`no ${name}`);
    return path;
  },
  browser: () => {
    throw new Error('no browser');
  },
  say: () => undefined,
};

/** Titles of sections, steps and troubles of a guide, and the numbers to call: what no form may lose. */
export const mustSay = ({ tree, data, easyRead, next }: Guide): string[] => [
  data.title,
  data.summary,
  promiseOf(data),
  ...next.map((other) => other.data.title),
  ...[tree, ...(easyRead ? [easyRead.tree] : [])].flatMap(({ sections }) =>
    sections.flatMap(({ title, steps, cases, contacts }) => [
      title,
      ...steps.map((step) => step.title),
      ...cases.map(({ sees }) => sees),
      ...contacts.flatMap((id) => {
        const contact = handbook.directory.find((entry) => entry.id === id);
        return contact
          ? [contact.data.name, ...contact.data.numbers.slice(0, 1).map(({ number }) => number)]
          : [];
      }),
    ]),
  ),
];

const blocksOf = ({ tree }: Guide): Block[] =>
  tree.sections.flatMap(({ blocks, steps, cases }) => [
    ...blocks,
    ...steps.flatMap((step) => step.blocks),
    ...cases.flatMap((one) => one.blocks),
  ]);
const withBlock = (kind: Block['kind']): Guide =>
  present(
    handbook.guides.find((guide) => blocksOf(guide).some((block) => block.kind === kind)),
    `a guide with a ${kind}`,
  );
const first = (what: string, is: (guide: Guide) => boolean): Guide => present(handbook.guides.find(is), what);
/** A guide with a title three times as long as any may be, and with what would end an element in it. */
const longNamed = (guide: Guide): Guide => ({
  ...guide,
  data: { ...guide.data, title: `${guide.data.title} <b> & “${'rất dài '.repeat(25)}”` },
});

/** One guide of each awkward kind: a table, screens, pictures, boxes, links, easy reading, a long title. */
const awkward: readonly Guide[] = [
  ...new Map(
    [
      withBlock('table'),
      withBlock('screen'),
      withBlock('picture'),
      withBlock('warning'),
      first('an easy-read version', ({ easyRead }) => easyRead !== undefined),
      first('links to other guides', ({ next }) => next.length > 2),
      first('numbers to call at once', ({ data }) => data.stop && data.calls.length > 0),
      first('a card of an event', ({ card }) => card !== undefined),
      longNamed(first('blanks and terms', ({ data }) => data.number === 83)),
    ].map((guide) => [guide.data.number, guide]),
  ).values(),
].sort((one, other) => one.data.number - other.data.number);

/** The awkward ones and about one of 24 of the others, by their words; all of them in a whole run. */
export const counted: readonly Guide[] = [
  ...awkward,
  ...someOf(handbook.guides, 24, ({ data }) => `${data.title}${data.summary}`).filter(({ data }) =>
    awkward.every((one) => one.data.number !== data.number),
  ),
].sort((one, other) => one.data.number - other.data.number);
