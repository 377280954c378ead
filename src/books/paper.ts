/**
 * What sheets and slides share: words for names inside a sentence, short addresses, contacts with a place to
 * write a number.
 */
import { absolute, numberAddress } from '../domain/address.ts';
import type { Contact, Guide, Handbook } from '../handbook/handbook.ts';
import { linesOf } from '../domain/paper.ts';
import { sentences } from '../vietnamese/sentences.ts';
import {
  plain,
  type Block,
  type Inline,
  type InlineWords,
  type ScreenDrawing,
  type Section,
} from '../markdown/tree.ts';
import type { SectionKind } from '../markdown/grammar.ts';
import { callableBy } from '../words/contact.ts';
import { t } from '../words/words.ts';

/** Nothing can be tapped on paper: a number stands as digits, another guide as “bài 83”. */
export function paperWords(handbook: Handbook): InlineWords {
  const directory = new Map(handbook.directory.map((contact) => [contact.id, contact]));
  return {
    phone: (id) => {
      const contact = directory.get(id)!;
      return contact.data.number ?? contact.data.name.toLowerCase();
    },
    guide: (id) => t('print.guideNo', { n: handbook.byId.get(id)!.data.number }),
  };
}

/** Whom to call, as a line on paper. */
export interface CallLine {
  readonly name: string;
  /** Absent when everyone has to look it up; paper then leaves a line to write on. */
  readonly number?: string;
  /** The edition's own contact. */
  readonly local: boolean;
}
/** One line, or one for each of several people of one role; with `each` false one line for all of them. */
export function callLines({ local, data }: Contact, each = true): CallLine[] {
  const called = callableBy(data);
  if (called.length === 0 || (called.length > 1 && !each)) return [{ name: data.name, local }];
  return called.map(({ name, number }) => ({ name, local, number }));
}

/** The contacts that a guide names, in its order; `each` as above. */
export function callsOf(guide: Guide, handbook: Handbook, each = true): CallLine[] {
  const ids = [...new Set(guide.tree.sections.flatMap((section) => section.contacts))];
  return ids.flatMap((id) =>
    callLines(
      handbook.directory.find((contact) => contact.id === id)!,
      each,
    ),
  );
}

/** How to get to a guide from paper: what the code holds, what one types, what one says. */
export interface WayIn {
  readonly code: string;
  readonly address: string;
  readonly say: string;
}
export function wayIn(guide: Guide, handbook: Handbook): WayIn {
  const code = absolute(handbook.site.url, numberAddress(guide.data.number));
  return { code, address: bare(code), say: t('print.say', { n: guide.data.number }) };
}
/** An address as it is printed: without scheme and last slash. */
export const bare = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The first section of a kind. */
export const sectionOf = (guide: Guide, kind: SectionKind): Section | undefined =>
  guide.tree.sections.find((section) => section.kind === kind);

/** A row of a table as a sentence: with more than two columns each figure says what it is of. */
function rowPoint(row: readonly (readonly Inline[])[], heads: readonly (readonly Inline[])[]): Inline[] {
  return row.flatMap((cell, index): Inline[] => {
    if (index === 0) return [...cell];
    const head = row.length > 2 ? plain(heads[index] ?? []) : '';
    const name = head === '' ? '' : `${head.charAt(0).toLowerCase()}${head.slice(1)} `;
    return [{ kind: 'text', text: `${index === 1 ? ': ' : '; '}${name}` }, ...cell];
  });
}

/**
 * The points of a section: items of its lists, its paragraphs, rows of its tables, and those inside its
 * boxes.
 */
export function points(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((block): (readonly Inline[])[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block.inlines];
      case 'list':
        return block.items.flatMap(({ inlines, below }) => [inlines, ...points(below ? [below] : [])]);
      case 'table':
        return block.rows.slice(1).map((row) => rowPoint(row, block.rows[0] ?? []));
      case 'warning':
      case 'tip':
      case 'quote':
        return points(block.blocks);
      case 'path':
        return [[{ kind: 'strong', text: block.title }], ...points(block.blocks)];
      case 'heading':
        return [block.inlines];
      case 'screen':
      case 'picture':
      case 'made':
        return [];
      default:
        return block satisfies never;
    }
  });
}

/**
 * Height of a drawn screen whose letters have this size and whose inside has this width, in the unit of both.
 * The figures are those of `styles/sheet.css`, where letters have 12 points.
 */
export function screenHeight(drawing: ScreenDrawing, size: number, inner: number): number {
  const line = 1.3;
  const em = inner / size;
  const boxes = [...drawing.fields, ...drawing.rows, ...drawing.buttons].map(
    (field) => linesOf(field, em - 1.2, true) * line + 0.75,
  );
  const parts = [
    0.25,
    linesOf(drawing.title, em, true) * line,
    ...(drawing.says ? [linesOf(drawing.says, em - 0.8) * line] : []),
    ...boxes,
  ];
  return size * (parts.reduce((a, b) => a + b, 0) + (parts.length - 1) / 3 + 1.6);
}

/** Sentences that can stand alone: what is said between quotation marks stays together. */
export function wholeSentences(text: string): string[] {
  const whole: string[] = [];
  let open = false;
  for (const sentence of sentences(text)) {
    if (open) whole.push(`${whole.pop()!} ${sentence}`);
    else whole.push(sentence);
    const last = whole.at(-1)!;
    open = last.split('“').length > last.split('”').length;
  }
  return whole;
}
