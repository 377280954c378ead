/** Pages and sections as search reads them, from the same trees that the gate and the pages use. */
import { pages as single } from '../../domain/address.ts';
import { easyReadAddress, modeAddress } from '../../domain/address.ts';
import type { Findable } from '../../domain/findable.ts';
import { entryKey, type Proof } from '../../gate/prove.ts';
import type { Contact, Guide, Handbook, Term } from '../../handbook/handbook.ts';
import { sectionTitles } from '../../markdown/grammar.ts';
import { blockLines } from '../../markdown/lines.ts';
import { plain, type Block, type InlineWords, type Section, type Tree } from '../../markdown/tree.ts';
import type { Entries } from '../../schemas/collections.ts';
import type { PageSource, SectionSource } from './build.ts';
import { isListed } from '../../views/directory.ts';
import { callableBy, proofOf, shortName, whereBeside } from '../../words/contact.ts';
import type { PassageLine } from '../../search/format.ts';
import { liveText } from '../../views/free-page.ts';

/**
 * Every page that has passages: guides, lessons, modes, easy-read versions, terms, the phone numbers; and
 * behind them the pages that are found by name alone.
 */
export function pageSources(
  handbook: Handbook,
  entries: Entries,
  proof: Pick<Proof, 'trees'>,
  named: readonly PageSource[],
): PageSource[] {
  const phone = (id: string): string => {
    const data = handbook.directory.find((contact) => contact.id === id)?.data;
    return data === undefined ? id : data.number === undefined ? data.name : `${data.name} (${data.number})`;
  };
  const words: InlineWords = {
    phone,
    guide: (id) => {
      const guide = handbook.byId.get(id);
      return guide === undefined ? id : `${guide.data.title} (bài ${guide.data.number})`;
    },
    live: (run) => liveText(handbook, run),
  };
  return [
    ...handbook.guides.map((guide) => guideSource(guide, words, handbook)),
    ...handbook.modes.map((mode) => modeSource(mode, words, handbook)),
    // The last entry of a guide stands for all of them.
    ...[...new Map(entries.easyRead.map((entry) => [entry.data.guide, entry])).values()].map((entry) =>
      easySource(entry, proof, words, handbook),
    ),
    ...handbook.terms.map(termSource),
    ...handbook.directory.filter(isListed).map((contact) => callSource(contact, handbook)),
    ...named.map((page) => withOwnWords(page, handbook, words)),
  ];
}

function modeSource(
  { id, data, tree }: Handbook['modes'][number],
  words: InlineWords,
  handbook: Handbook,
): PageSource {
  return {
    kind: 'mode',
    number: 0,
    address: modeAddress(id),
    title: data.title,
    level: 'first',
    audiences: data.helps,
    aliases: [data.helpsWords],
    summary: data.summary,
    sections: sections(tree, {}, words, handbook),
  };
}

function easySource(
  entry: Entries['easyRead'][number],
  { trees }: Pick<Proof, 'trees'>,
  words: InlineWords,
  handbook: Handbook,
): PageSource {
  const tree = trees.get(entryKey(entry)) ?? { intro: [], sections: [], mentions: [], links: [] };
  return {
    kind: 'easy',
    number: 0,
    address: easyReadAddress(entry.id),
    title: entry.data.title,
    level: 'first',
    audiences: [],
    aliases: [],
    summary: '',
    sections: sections(tree, {}, words, handbook),
  };
}

function termSource({ address, data }: Term): PageSource {
  return {
    kind: 'term',
    number: 0,
    address,
    title: data.term,
    level: 'first',
    audiences: [],
    aliases: [...(data.long ? [data.long] : []), ...data.aliases],
    summary: '',
    sections: [
      {
        kind: 'intro',
        id: '',
        title: data.term,
        standing: true,
        heads: [],
        asks: [],
        lines: [{ as: 'p', text: data.meaning }],
      },
    ],
  };
}

/** A telephone number as a page of its own: it is what somebody looks for. */
function callSource({ id, data }: Contact, handbook: Handbook): PageSource {
  return {
    kind: 'call',
    number: 0,
    address: `${single.calls}#${id}`,
    title: data.name,
    level: 'first',
    audiences: [],
    aliases: [shortName(data), ...data.aliases].filter((name) => name !== data.name),
    summary: '',
    sections: [
      {
        kind: 'call',
        id,
        title: data.name,
        standing: true,
        heads: [data.when],
        asks: [],
        lines: callLines(handbook, id),
      },
    ],
    // As they are printed: what somebody types when they look for one of them.
    keys: data.numbers.map(({ number }) => number),
  };
}

/** A page that is found by its name. */
export const namedSource = (item: Findable, names: readonly string[]): PageSource => ({
  kind: item.kind,
  number: 0,
  address: item.address,
  title: item.title,
  level: 'first',
  audiences: item.audiences ?? [],
  aliases: [...(item.aliases ?? []), ...names],
  summary: item.summary ?? '',
  sections: [],
  ...(item.owner === undefined ? {} : { owner: item.owner }),
  ...(item.keys === undefined ? {} : { keys: item.keys }),
});

/** A free page says more than its name: what editors wrote is found too. */
function withOwnWords(named: PageSource, handbook: Handbook, words: InlineWords): PageSource {
  const page = handbook.pages.find(({ address }) => address === named.address);
  if (page === undefined) return named;
  return { ...named, summary: page.data.summary, sections: sections(page.tree, {}, words, handbook) };
}

const kindOf = { guides: 'guide', market: 'lesson', events: 'event' } as const;

function guideSource(guide: Guide, words: InlineWords, handbook: Handbook): PageSource {
  return {
    kind: kindOf[guide.collection],
    number: guide.data.number,
    address: guide.address,
    title: guide.data.title,
    level: guide.data.level,
    audiences: guide.data.audiences,
    aliases: guide.data.aliases,
    summary: guide.data.summary,
    sections: sections(guide.tree, guide.data.ask, words, handbook),
    // Codes of its procedures: what an officer types, and what a paper from the counter shows.
    keys: guide.card?.data.procedures.flatMap(({ code }) => code ?? []) ?? [],
    cites: guide.data.sources.map(({ title }) => title),
  };
}

function sections(
  tree: Tree,
  ask: Readonly<Record<string, readonly string[]>>,
  words: InlineWords,
  handbook: Handbook,
): SectionSource[] {
  const intro: SectionSource[] =
    tree.intro.length === 0
      ? []
      : [
          {
            kind: 'intro',
            id: '',
            title: '',
            standing: true,
            heads: [],
            asks: [],
            lines: lines(tree.intro, words),
          },
        ];
  return [
    ...intro,
    ...tree.sections.map((section): SectionSource => ({
      kind: section.kind === 'part' ? 'more' : section.kind,
      id: section.id,
      title: section.title,
      standing: section.title === sectionTitles[section.kind],
      heads: [
        ...section.steps.map((step) => step.title),
        ...section.cases.flatMap((trouble) =>
          trouble.means === undefined ? [trouble.sees] : [trouble.sees, trouble.means],
        ),
      ],
      asks: ask[section.id] ?? [],
      lines: sectionLines(section, words, handbook),
    })),
  ];
}

function sectionLines(section: Section, words: InlineWords, handbook: Handbook): PassageLine[] {
  const text = (blocks: readonly Block[]): string =>
    blockLines(blocks, words)
      .map((line) => line.text)
      .join(' ');
  return [
    ...lines(section.blocks, words),
    ...section.steps.map((step, index): PassageLine => ({
      as: 'step',
      no: index + 1,
      title: step.title,
      text: text(step.blocks),
    })),
    ...section.cases.map((trouble): PassageLine => ({
      as: 'case',
      title: trouble.sees,
      text: [
        ...(trouble.means === undefined ? [] : [`${trouble.means.replace(/[.!?]$/, '')}.`]),
        text(trouble.blocks),
      ].join(' '),
    })),
    ...section.contacts.flatMap((id) => callLines(handbook, id)),
  ];
}

/** Whom to call: a line for each who is named. */
function callLines(handbook: Handbook, id: string): PassageLine[] {
  const data = handbook.directory.find((contact) => contact.id === id)?.data;
  if (data === undefined) return [{ as: 'call', text: id }];
  const called = callableBy(data);
  if (called.length === 0)
    return [{ as: 'call', title: data.name, text: `${whereBeside(data) ?? ''} ${data.when}.`.trim() }];
  const text = [data.when, proofOf(data)].flatMap((said) => (said === undefined ? [] : `${said}.`)).join(' ');
  return called.map(({ name, number }): PassageLine => ({
    as: 'call',
    title: `${name}: ${number}`,
    text,
    link: `tel:${number.replace(/\D/g, '')}`,
  }));
}

function lines(blocks: readonly Block[], words: InlineWords): PassageLine[] {
  return blocks.flatMap((block): PassageLine[] => {
    switch (block.kind) {
      case 'paragraph':
        return [{ as: 'p', text: plain(block.inlines, words) }];
      case 'list':
        return block.items.flatMap(({ inlines, below }) => [
          { as: 'li', text: plain(inlines, words) },
          ...lines(below ? [below] : [], words),
        ]);
      case 'table':
        return block.rows.map((row) => ({
          as: 'li',
          text: row.map((inlines) => plain(inlines, words)).join(': '),
        }));
      case 'heading':
        return [{ as: 'p', text: plain(block.inlines, words) }];
      case 'screen':
      case 'picture':
      case 'made':
        return [];
      case 'warning':
      case 'tip':
      case 'quote':
      case 'path':
        return [
          {
            as: 'warning',
            ...(block.title === undefined ? {} : { title: block.title }),
            text: blockLines(block.blocks, words)
              .map((line) => line.text)
              .join(' '),
          },
        ];
      default:
        return block satisfies never;
    }
  });
}
