/** What tests of exported forms share: the real handbook, and every word that a guide must keep. */
import { program } from '../../src/cli/debian.ts';
import type { Guide } from '../../src/handbook/handbook.ts';
import type { ExportInput } from '../../src/outputs/output.ts';
import { realHandbook } from '../real.ts';

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
export const mustSay = ({ tree, data, easyRead }: Guide): string[] => [
  data.title,
  data.summary,
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
