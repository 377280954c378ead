/**
 * A guide as a plain document: everything that its page says, in reading order, with all names and numbers
 * filled in. Books, text files, braille and packages are written from it, so that none can leave a step out.
 */
import type { PictureName } from '../domain/picture-names.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { addDays, isStale } from '../domain/days.ts';
import { promiseOf } from '../domain/promise.ts';
import { sectionTitles } from '../markdown/grammar.ts';
import {
  listInlines,
  runText,
  screenWords,
  type Block,
  type Inline,
  type ListBlock,
  type Section,
  type Tree,
} from '../markdown/tree.ts';
import { visitBlock } from '../markdown/walk.ts';
import type { Source } from '../schemas/fields.ts';
import { proseContext, type ProseContext } from '../views/prose.ts';
import { sureWords } from '../words/source.ts';
import { callableBy, costOf, nameInSentence, proofOf, whereBeside } from '../words/contact.ts';
import { wordsFor, type Speech } from '../words/words.ts';

/** A run of words; `guide` is the number of a guide that it names. */
export interface TextRun {
  readonly text: string;
  readonly strong?: true;
  readonly guide?: number;
  /** An address outside the handbook. */
  readonly url?: string;
}

/** An item of a list, with the list that stands below it. */
interface TextItem {
  readonly runs: readonly TextRun[];
  readonly below?: TextList;
}
/** A list of a document. */
type TextList = Extract<Part, { kind: 'list' }>;

/** A piece of a document. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string; readonly id?: string }
  /** The first words of a trouble bear its place in the guide. */
  | { readonly kind: 'text'; readonly runs: readonly TextRun[]; readonly at?: string }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly TextItem[];
    }
  | {
      readonly kind: 'table';
      readonly title?: string | undefined;
      readonly rows: readonly (readonly (readonly TextRun[])[])[];
    }
  /** A drawing, with what it says to somebody who does not see it. */
  | { readonly kind: 'drawing'; readonly says: string; readonly picture?: PictureName }
  /** A warning or a tip; the title says which. */
  | { readonly kind: 'box'; readonly title: string; readonly parts: readonly Part[] }
  | {
      readonly kind: 'step';
      /** Place in the guide, as a voice names it: `cac-buoc.2`. */
      readonly at: string;
      /** “Bước 2 trên 5”. */
      readonly place: string;
      readonly title: string;
      readonly parts: readonly Part[];
    };

/** A guide with all its words. */
export interface GuideText {
  readonly number: number;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** “Bài 83”. */
  readonly name: string;
  /** Its page, from the root of the site. */
  readonly address: string;
  readonly shelf: string;
  readonly checked: string;
  /** What stands between the title and the first section: what is gained, time, what to learn before. */
  readonly facts: readonly string[];
  readonly parts: readonly Part[];
  /** One line a source. */
  readonly sources: readonly string[];
  /** The same by name and day alone. */
  readonly origins: readonly string[];
  readonly easy?: { readonly title: string; readonly review: string; readonly parts: readonly Part[] };
}

const line = (text: string): Part => ({ kind: 'text', runs: [{ text }] });

/** Reads trees of one language with the names of one handbook. */
class Reader {
  readonly #prose: ProseContext;
  readonly #say: Speech;
  /** Rules of which it was said until when they are right; once in a document is enough. */
  readonly #ended = new Set<string>();
  constructor(handbook: Handbook, say: Speech) {
    this.#prose = proseContext(handbook);
    this.#say = say;
  }

  #run(inline: Inline): TextRun {
    const strong =
      inline.kind === 'strong' || inline.marks?.includes('strong') ? { strong: true as const } : {};
    if (inline.kind === 'guide') {
      const { title, number } = this.#prose.guide(inline.id);
      const name = this.#say.t('guide.number').toLowerCase();
      return { text: `${title} (${name} ${number})`, guide: number, ...strong };
    }
    const text = runText(inline, { guide: (id) => id, phone: (id) => this.#contactName(id) });
    return inline.kind === 'link' ? { text, url: inline.url, ...strong } : { text, ...strong };
  }

  #contactName(id: string): string {
    const { data } = this.#prose.contact(id);
    return data.number ?? (data.chooses === undefined ? data.name : nameInSentence(data));
  }

  #until(inlines: readonly Inline[]): Part[] {
    return inlines.flatMap((inline) => {
      if (inline.kind !== 'rule' || inline.until === undefined || this.#ended.has(inline.id)) return [];
      this.#ended.add(inline.id);
      const { day, ask } = inline.until;
      const { t, dayWords } = this.#say;
      return [line(`${t('rules.until', { day: dayWords(day) })} ${t('books.after', { ask })}`)];
    });
  }

  #runs(inlines: readonly Inline[]): TextRun[] {
    return inlines.map((inline) => this.#run(inline));
  }

  #list({ ordered, start = 1, items }: ListBlock): TextList {
    const read = items.map(({ inlines, below }) => ({
      runs: this.#runs(inlines),
      ...(below && { below: this.#list(below) }),
    }));
    return { kind: 'list', ordered, start, items: read };
  }

  #block(block: Block): Part[] {
    const runs = (inlines: readonly Inline[]): TextRun[] => this.#runs(inlines);
    return visitBlock<Part[]>(block, {
      paragraph: ({ inlines }) => [{ kind: 'text', runs: runs(inlines) }, ...this.#until(inlines)],
      list: (list) => [this.#list(list), ...this.#until(listInlines(list))],
      table: ({ title, rows }) => [
        { kind: 'table', title, rows: rows.map((row) => row.map(runs)) },
        ...this.#until(rows.flat(2)),
      ],
      screen: ({ screen }) => [{ kind: 'drawing', says: screenWords(screen) }],
      picture: ({ picture }) => [{ kind: 'drawing', says: picture.alt, picture: picture.name }],
      heading: ({ inlines }) => [
        {
          kind: 'heading',
          text: runs(inlines)
            .map(({ text }) => text)
            .join(''),
        },
      ],
      made: () => [],
      box: ({ kind, title, blocks }) => [
        {
          kind: 'box',
          title:
            kind === 'path'
              ? title
              : title === undefined
                ? this.#say.t(`guide.${kind}`)
                : `${this.#say.t(`guide.${kind}`)}: ${title}`,
          parts: this.#blocks(blocks),
        },
      ],
    });
  }
  #blocks(blocks: readonly Block[]): Part[] {
    return blocks.flatMap((block) => this.#block(block));
  }

  #call(id: string): Part {
    const { data } = this.#prose.contact(id);
    const [first] = data.numbers;
    const called = callableBy(data);
    const where = whereBeside(data);
    const notes = [first && costOf(first), proofOf(data)].filter((note) => note !== undefined);
    const said = [
      `${data.when}.`,
      ...(where === undefined ? [] : [where]),
      ...notes.map((note) => `${note}.`),
    ];
    const numbers = called.map(({ name, number }) => (called.length > 1 ? `${name} ${number}` : number));
    const name = called.length === 0 ? data.name : `${data.name}: ${numbers.join('; ')}`;
    return { kind: 'text', runs: [{ text: name, strong: true }, { text: `. ${said.join(' ')}` }] };
  }

  #section(section: Section): Part[] {
    const { t } = this.#say;
    const { kind, title, id, blocks, steps, cases, contacts } = section;
    const labelled = (label: string, text: string): Part => ({
      kind: 'text',
      runs: [{ text: `${label}: `, strong: true }, { text }],
    });
    return [
      { kind: 'heading', text: title === sectionTitles[kind] ? t(`section.${kind}`) : title, id },
      ...this.#blocks(blocks),
      ...steps.map<Part>((step) => ({
        kind: 'step',
        at: `${id}.${step.number}`,
        place: t('guide.stepOf', { n: step.number, of: steps.length }),
        title: step.title,
        parts: this.#blocks(step.blocks),
      })),
      ...cases.flatMap(({ sees, means, blocks: what }, index) => [
        { ...labelled(t('guide.sees'), sees), at: `${id}.${index + 1}` },
        ...(means === undefined ? [] : [labelled(t('guide.means'), means)]),
        labelled(t('guide.do'), ''),
        ...this.#blocks(what),
      ]),
      ...contacts.map((contact) => this.#call(contact)),
    ];
  }

  parts({ intro, sections }: Tree): Part[] {
    return [...this.#blocks(intro), ...sections.flatMap((section) => this.#section(section))];
  }
}

/** A source by its name and day. */
function originLine({ title, document, date }: Source, { dayWords }: Speech): string {
  const name = [title, ...(document === undefined ? [] : [document])].join(', ');
  return date === undefined ? name : `${name} (${dayWords(date)})`;
}

function sourceLine(source: Source, say: Speech): string {
  const { t, dayWords } = say;
  const { url, seen } = source;
  const sure = `${t('guide.seen', { day: dayWords(seen) })}; ${sureWords(source, t)}`;
  const line = `${originLine(source, say)} – ${sure}`;
  return url === undefined ? line : `${line}: ${url}`;
}

/** What a page says above its body: that it is past its day, that a card is not whole, how long it takes. */
function factsOf(guide: Guide, handbook: Handbook, say: Speech): string[] {
  const { t, dayWords } = say;
  const { data, card, before } = guide;
  const stale = isStale(data.checked, data.reviewEvery, handbook.edition);
  return [
    ...(stale ? [t('guide.stale', { day: dayWords(addDays(data.checked, data.reviewEvery)) })] : []),
    ...(promiseOf(data) === data.summary ? [] : [promiseOf(data)]),
    ...(card && !card.complete ? [t('lifeEvent.incomplete', { n: card.blanks.length })] : []),
    `${t('guide.time')} ${t('guide.minutes', { n: data.minutes })}.`,
    ...(before.length === 0
      ? []
      : [
          `${t('guide.before')}: ${before
            .map((other) => `${other.data.title} (${t('guide.number').toLowerCase()} ${other.data.number})`)
            .join('; ')}.`,
        ]),
  ];
}

/** What to do next, each with its number. */
function nextParts({ next }: Guide, speech: Speech): Part[] {
  const name = speech.t('guide.number').toLowerCase();
  const items = next.map(({ data: { title, number } }) => ({
    runs: [{ text: `${title} (${name} ${number})`, guide: number }],
  }));
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: speech.t('guide.next') },
        { kind: 'list', ordered: false, start: 1, items },
      ];
}

/** A guide with all its words. */
export function guideText(guide: Guide, handbook: Handbook): GuideText {
  const { data, easyRead, rules } = guide;
  const say = wordsFor(data.lang);
  const legal = rules.flatMap(({ data: rule }) => rule.sources);
  const all = [...data.sources, ...legal];
  return {
    number: data.number,
    lang: say.lang,
    title: data.title,
    summary: data.summary,
    name: `${say.t('guide.number')} ${data.number}`,
    address: guide.address,
    shelf: guide.shelf.data.title,
    checked: say.t('books.checked', { day: say.dayWords(data.checked) }),
    facts: factsOf(guide, handbook, say),
    parts: [...new Reader(handbook, say).parts(guide.tree), ...nextParts(guide, say)],
    sources: [...new Set(all.map((source) => sourceLine(source, say)))],
    origins: [...new Set(all.map((source) => originLine(source, say)))],
    ...(easyRead && {
      easy: {
        title: easyRead.data.title,
        review: easyRead.data.review,
        parts: new Reader(handbook, say).parts(easyRead.tree),
      },
    }),
  };
}
