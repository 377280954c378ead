/** What sheets and slides share: words for names inside a sentence, short addresses, contacts with a place to write a number. */
import { absolute, numberAddress } from '../domain/address.ts';
import type { Guide, Handbook, Hotline } from '../handbook/handbook.ts';
import { linesOf } from '../domain/paper.ts';
import { sentences } from '../vietnamese/sentences.ts';
import type { Block, Inline, InlineWords, ScreenDrawing, Section } from '../markdown/tree.ts';
import type { SectionKind } from '../markdown/grammar.ts';
import { t } from '../words/words.ts';

/** Nothing can be tapped on paper: a number stands as digits, another guide as “bài 83”. */
export function paperWords(h: Handbook): InlineWords {
  const hotlines = new Map(h.hotlines.map((x) => [x.id, x]));
  return {
    phone: (id) => {
      const x = hotlines.get(id)!;
      return x.data.number ?? x.data.name.toLowerCase();
    },
    guide: (id) => t('print.guideNo', { n: h.byId.get(id)!.data.number }),
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
export const callLine = (x: Hotline): CallLine => ({
  name: x.data.name,
  local: x.local,
  ...(x.data.number ? { number: x.data.number } : {}),
});

/** The contacts that a guide names, in its order. */
export function callsOf(g: Guide, h: Handbook): CallLine[] {
  const ids = [...new Set(g.tree.sections.flatMap((s) => s.contacts))];
  return ids.map((id) => callLine(h.hotlines.find((x) => x.id === id)!));
}

/** How to get to a guide from paper: what the code holds, what one types, what one says. */
export interface WayIn {
  readonly code: string;
  readonly address: string;
  readonly say: string;
}
export function wayIn(g: Guide, h: Handbook): WayIn {
  const code = absolute(h.site.url, numberAddress(g.data.number));
  return { code, address: bare(code), say: t('print.say', { n: g.data.number }) };
}
/** An address as it is printed: without scheme and last slash. */
export const bare = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The first section of a kind. */
export const sectionOf = (g: Guide, kind: SectionKind): Section | undefined =>
  g.tree.sections.find((s) => s.kind === kind);

/** The points of a section: items of its lists, its paragraphs, rows of its tables, and those inside its boxes. */
export function points(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((b): (readonly Inline[])[] => {
    switch (b.kind) {
      case 'paragraph':
        return [b.inlines];
      case 'list':
        return [...b.items];
      case 'table':
        return b.rows
          .slice(1)
          .map((row) =>
            row.flatMap((cell, i) => [...(i > 0 ? [{ kind: 'text' as const, text: ': ' }] : []), ...cell]),
          );
      case 'warning':
      case 'tip':
        return points(b.blocks);
      case 'screen':
      case 'picture':
        return [];
    }
  });
}

/** Height of a drawn screen whose letters have this size and whose inside has this width, in the unit of both. The figures are those of `styles/sheet.css`, where letters have 12 points. */
export function screenHeight(s: ScreenDrawing, size: number, inner: number): number {
  const line = 1.3;
  const em = inner / size;
  const boxes = [...s.fields, ...s.rows, ...s.buttons].map((x) => linesOf(x, em - 1.2, true) * line + 0.75);
  const parts = [
    0.25,
    linesOf(s.title, em, true) * line,
    ...(s.says ? [linesOf(s.says, em - 0.8) * line] : []),
    ...boxes,
  ];
  return size * (parts.reduce((a, b) => a + b, 0) + (parts.length - 1) / 3 + 1.6);
}

/** Sentences that can stand alone: what is said between quotation marks stays together. */
export function wholeSentences(text: string): string[] {
  const whole: string[] = [];
  let open = false;
  for (const s of sentences(text)) {
    if (open) whole.push(`${whole.pop()!} ${s}`);
    else whole.push(s);
    const last = whole.at(-1)!;
    open = last.split('“').length > last.split('”').length;
  }
  return whole;
}
