/** Pages and sections as search reads them, from the same trees that the gate and the pages use. */
import { pages as single } from '../../domain/address.ts';
import { easyReadAddress, modeAddress } from '../../domain/address.ts';
import { entryKey, type Proof } from '../../gate/prove.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { sectionTitles } from '../../markdown/grammar.ts';
import {
  blockLines,
  plain,
  type Block,
  type InlineWords,
  type Section,
  type Tree,
} from '../../markdown/tree.ts';
import type { Entries } from '../../schemas/collections.ts';
import type { PageSource, SectionSource } from '../../search/build.ts';
import type { PassageLine } from '../../search/format.ts';

/** Every page that has passages: guides, lessons, modes, easy-read versions, terms, the phone numbers; and by name alone plans and lists. */
export function pageSources(h: Handbook, entries: Entries, proof: Pick<Proof, 'trees'>): PageSource[] {
  const phone = (id: string): string => {
    const c = h.hotlines.find((x) => x.id === id)?.data;
    return c === undefined ? id : c.number === undefined ? c.name : `${c.name} (${c.number})`;
  };
  const words: InlineWords = {
    phone,
    guide: (id) => {
      const g = h.byId.get(id);
      return g === undefined ? id : `${g.data.title} (bài ${g.data.number})`;
    },
  };
  const easyOf = new Map(entries.easyRead.map((e) => [e.data.guide, e]));
  return [
    ...h.guides.map((g) => guideSource(g, words, h)),
    ...h.modes.map((m): PageSource => ({
      kind: 'mode',
      number: 0,
      address: modeAddress(m.id),
      title: m.data.title,
      level: 'first',
      audiences: m.data.helps,
      aliases: [m.data.helpsWords],
      summary: m.data.summary,
      sections: sections(m.tree, {}, words, h),
    })),
    ...[...easyOf.values()].map((e): PageSource => ({
      kind: 'easy',
      number: 0,
      address: easyReadAddress(e.id),
      title: e.data.title,
      level: 'first',
      audiences: [],
      aliases: [],
      summary: '',
      sections: sections(
        proof.trees.get(entryKey(e)) ?? { intro: [], sections: [], mentions: [], links: [] },
        {},
        words,
        h,
      ),
    })),
    ...h.terms.map((t): PageSource => ({
      kind: 'term',
      number: 0,
      address: t.address,
      title: t.data.term,
      level: 'first',
      audiences: [],
      aliases: [...(t.data.long ? [t.data.long] : []), ...t.data.aliases],
      summary: '',
      sections: [
        {
          kind: 'intro',
          id: '',
          title: t.data.term,
          standing: true,
          heads: [],
          asks: [],
          lines: [{ as: 'p', text: t.data.meaning }],
        },
      ],
    })),
    {
      kind: 'page',
      number: 0,
      address: single.calls,
      title: h.words['calls']?.['title'] ?? 'Số điện thoại',
      level: 'first',
      audiences: [],
      aliases: ['tổng đài', 'số nóng', 'đường dây nóng'],
      summary: '',
      sections: h.hotlines.map((c): SectionSource => ({
        kind: 'call',
        id: c.id,
        title: c.data.name,
        standing: false,
        heads: [c.data.use],
        asks: [],
        lines: [callLine(h, c.id)],
      })),
    },
    ...[...h.topics, ...h.tracks].map((s) => named(s.address, s.data.title)),
    ...h.audiences.map((a) =>
      named(a.address, `${h.words['guide']?.['for'] ?? ''} ${a.data.title.toLowerCase()}`.trim()),
    ),
    ...h.workstreams.map((w) => named(w.address, w.data.title)),
    ...h.plans.map((p) =>
      named(p.address, p.data.title, [
        p.data.short,
        ...(p.data.number === null ? [] : [p.data.number]),
        p.data.place,
      ]),
    ),
    ...(
      [
        'numbers',
        'skills',
        'plans',
        'workstreams',
        'units',
        'calendar',
        'targets',
        'coverage',
        'sources',
        'data',
        'about',
      ] as const
    ).map((k) => named(single[k], h.words['nav']?.[k] ?? k)),
  ];
}

/** A page that is found by its name. */
function named(address: string, title: string, aliases: readonly string[] = []): PageSource {
  return {
    kind: 'page',
    number: 0,
    address,
    title,
    level: 'first',
    audiences: [],
    aliases,
    summary: '',
    sections: [],
  };
}

function guideSource(g: Guide, words: InlineWords, h: Handbook): PageSource {
  return {
    kind: g.lesson ? 'lesson' : 'guide',
    number: g.data.number,
    address: g.address,
    title: g.data.title,
    level: g.data.level,
    audiences: g.data.audiences,
    aliases: g.data.aliases,
    summary: g.data.summary,
    sections: sections(g.tree, g.data.ask, words, h),
  };
}

function sections(
  tree: Tree,
  ask: Readonly<Record<string, readonly string[]>>,
  words: InlineWords,
  h: Handbook,
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
    ...tree.sections.map((s): SectionSource => ({
      kind: s.kind,
      id: s.id,
      title: s.title,
      standing: s.title === sectionTitles[s.kind],
      heads: [
        ...s.steps.map((x) => x.title),
        ...s.cases.flatMap((c) => (c.means === undefined ? [c.sees] : [c.sees, c.means])),
      ],
      asks: ask[s.id] ?? [],
      lines: sectionLines(s, words, h),
    })),
  ];
}

function sectionLines(s: Section, words: InlineWords, h: Handbook): PassageLine[] {
  const text = (blocks: readonly Block[]): string =>
    blockLines(blocks, words)
      .map((l) => l.text)
      .join(' ');
  return [
    ...lines(s.blocks, words),
    ...s.steps.map((x, i): PassageLine => ({ as: 'step', no: i + 1, title: x.title, text: text(x.blocks) })),
    ...s.cases.map((c): PassageLine => ({
      as: 'case',
      title: c.sees,
      text: [...(c.means === undefined ? [] : [`${c.means.replace(/[.!?]$/, '')}.`]), text(c.blocks)].join(
        ' ',
      ),
    })),
    ...s.contacts.map((id) => callLine(h, id)),
  ];
}

function callLine(h: Handbook, id: string): PassageLine {
  const c = h.hotlines.find((x) => x.id === id)?.data;
  if (c === undefined) return { as: 'call', text: id };
  return c.number === undefined
    ? { as: 'call', title: c.name, text: `${c.where ?? ''} ${c.use}.`.trim() }
    : {
        as: 'call',
        title: `${c.name}: ${c.number}`,
        text: `${c.use}.`,
        link: `tel:${c.number.replace(/\D/g, '')}`,
      };
}

function lines(blocks: readonly Block[], words: InlineWords): PassageLine[] {
  return blocks.flatMap((b): PassageLine[] => {
    switch (b.kind) {
      case 'paragraph':
        return [{ as: 'p', text: plain(b.inlines, words) }];
      case 'list':
        return b.items.map((i) => ({ as: 'li', text: plain(i, words) }));
      case 'table':
        return b.rows.map((r) => ({ as: 'li', text: r.map((c) => plain(c, words)).join(': ') }));
      case 'screen':
      case 'picture':
        return [];
      case 'warning':
      case 'tip':
        return [
          {
            as: 'warning',
            ...(b.title === undefined ? {} : { title: b.title }),
            text: blockLines(b.blocks, words)
              .map((l) => l.text)
              .join(' '),
          },
        ];
    }
  });
}
