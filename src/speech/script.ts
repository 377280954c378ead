/**
 * From a guide's tree to what is said: one line a sentence, in the order of the page. Read-aloud in the
 * browser, loudspeaker texts and audio files all speak these lines. Pure: what other entries say is passed
 * in.
 */
import type { Lexicon } from '../vietnamese/spoken/lexicon.ts';
import { sayPhone } from '../vietnamese/spoken/phones.ts';
import { spoken } from '../vietnamese/spoken/spoken.ts';
import { sentences } from '../vietnamese/sentences.ts';
import {
  boxTitle,
  plain,
  screenWords,
  type Block,
  type Inline,
  type InlineWords,
  type Section,
  type Step,
  type Tree,
} from '../markdown/tree.ts';

/**
 * What a line is; louder formats pause longer after a heading, and leave screens and pictures (`screen`) out.
 */
export type LineKind = 'title' | 'heading' | 'step' | 'text' | 'row' | 'screen' | 'contact';

export interface SpokenLine {
  /** Its section and place in it, `cac-buoc.2.3`: other sections may change without moving it. */
  readonly id: string;
  readonly kind: LineKind;
  /**
   * The printed words it stands for, as the page shows them; empty when it goes on at the place of the line
   * before.
   */
  readonly shown: string;
  /** The words to say. */
  readonly say: string;
}

/** Words of the page that the tree does not hold. */
export interface ScriptWords extends InlineWords {
  /** Number behind a `<Phone>`, when it shows one. */
  phoneNumber(id: string): string | undefined;
  /** What a call list says of a hotline, as on the page, in order. */
  contact(id: string): readonly { readonly shown: string; readonly number?: string }[];
  stepOf(number: number, of: number): string;
  readonly sees: string;
  readonly means: string;
  readonly do: string;
  readonly warning: string;
  readonly tip: string;
  readonly quote: string;
  /** Until when a figure of a rule is right, as the page says it below its block. */
  until(day: string): string;
  /** Said before a table, with the names of its columns: `Bảng có các cột: {columns}.` */
  columns(names: string): string;
}

/**
 * Longest line in letters: long utterances are cut by some browsers, and a reader who goes back should not go
 * far.
 */
export const longestLine = 220;

/** Cuts at a comma, semicolon or colon, never inside a word. */
export function pieces(text: string, longest = longestLine): string[] {
  const out: string[] = [];
  for (const part of text.split(/(?<=[;:,])\s+/u)) {
    const last = out.at(-1);
    if (last !== undefined && last.length + part.length < longest) out[out.length - 1] = `${last} ${part}`;
    else out.push(part);
  }
  return out;
}

const letters = /[\p{L}\p{N}]/u;
/** A voice stops at the end only if it is told. */
const closed = (say: string): string => (/[.!?…:;]["”’)]*$/u.test(say) ? say : `${say}.`);

/** Collects the lines of one page and gives them their ids. */
export class Script {
  readonly lines: SpokenLine[] = [];
  readonly #lexicon: Lexicon;
  /** Rules whose last day has been told. */
  readonly #ended = new Set<string>();
  #prefix = '';
  #n = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Starts counting anew under a prefix. */
  at(prefix: string): void {
    this.#prefix = prefix;
    this.#n = 0;
  }

  /** One line. `say` is printed text too; it is put into words here. */
  line(kind: LineKind, shown: string, say = shown): void {
    const words = spoken(say, this.#lexicon);
    if (!letters.test(words)) return;
    this.lines.push({ id: `${this.#prefix}.${this.#n++}`, kind, shown, say: closed(words) });
  }

  /**
   * Prose, a line a sentence. `numbers` are printed phone numbers in it, said digit by digit wherever they
   * stand.
   */
  prose(kind: LineKind, text: string, numbers: readonly string[] = []): void {
    for (const sentence of sentences(text)) {
      for (const piece of pieces(sentence))
        this.line(
          kind,
          piece,
          numbers.reduce((text, number) => text.replaceAll(number, sayPhone(number)), piece),
        );
    }
  }

  /** Until when figures of a block are right, once for each rule, where the page says it. */
  ends(inlines: readonly Inline[], words: ScriptWords): void {
    for (const inline of inlines) {
      if (inline.kind !== 'rule' || inline.until === undefined || this.#ended.has(inline.id)) continue;
      this.#ended.add(inline.id);
      this.prose('text', words.until(inline.until.day));
    }
  }

  /** Something shown in one piece, such as a drawing, said in several lines. */
  whole(kind: LineKind, shown: string, say = shown): void {
    sentences(say)
      .flatMap((sentence) => pieces(sentence))
      .forEach((piece, index) => this.line(kind, index === 0 ? shown : '', piece));
  }
}

function blocks(script: Script, list: readonly Block[], words: ScriptWords): void {
  const text = (inlines: readonly Inline[]): string => plain(inlines, words);
  const numbers = (inlines: readonly Inline[]): string[] =>
    inlines.flatMap((inline) => (inline.kind === 'phone' ? (words.phoneNumber(inline.id) ?? []) : []));
  for (const block of list) {
    switch (block.kind) {
      case 'paragraph':
        script.prose('text', text(block.inlines), numbers(block.inlines));
        script.ends(block.inlines, words);
        break;
      case 'list':
        block.items.forEach(({ inlines: item, below }, index) => {
          const [first = '', ...rest] = sentences(text(item));
          // The page counts an ordered list without letters of its own; a listener needs the number.
          if (block.ordered) script.line('text', first, `${index + 1}: ${first}`);
          else script.prose('text', first, numbers(item));
          for (const otherText of rest) script.prose('text', otherText, numbers(item));
          script.ends(item, words);
          if (below) blocks(script, [below], words);
        });
        break;
      case 'table': {
        const [head = [], ...rows] = block.rows.map((row) => row.map(text));
        script.whole('row', head.join(' '), words.columns(head.filter((cell) => cell !== '').join('; ')));
        for (const row of rows)
          script.whole(
            'row',
            row.join(' '),
            `${row
              .map((cell, index) =>
                head[index] && (index > 0 || /^\d/.test(cell)) ? `${head[index]}: ${cell}` : cell,
              )
              .flatMap((cell) => (cell === '' ? [] : cell.replace(/[.;]$/u, '')))
              .join('; ')}.`,
          );
        script.ends(block.rows.flat(2), words);
        break;
      }
      case 'screen':
        script.whole('screen', screenWords(block.screen));
        break;
      case 'picture':
        script.whole('screen', block.picture.alt);
        break;
      case 'warning':
      case 'tip':
      case 'quote':
      case 'path':
        script.line('heading', boxTitle(block, words), `${boxTitle(block, words)}:`);
        blocks(script, block.blocks, words);
        break;
      // In free pages only, which are not read aloud.
      case 'heading':
      case 'made':
        break;
      default:
        block satisfies never;
    }
  }
}

const bare = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** What of a step is said: a picture that only shows what its title or words have said is not told again. */
function saidOf({ title, blocks: list }: Step, words: ScriptWords): Block[] {
  const heard = list.map((block) => (block.kind === 'paragraph' ? plain(block.inlines, words) : ''));
  const told = [title, ...heard].map(bare).join('|');
  return list.filter((own) => own.kind !== 'picture' || !told.includes(bare(own.picture.alt)));
}

function section(script: Script, section: Section, words: ScriptWords): void {
  script.at(section.id);
  script.line('heading', section.title);
  blocks(script, section.blocks, words);
  section.steps.forEach((step, index) => {
    const of = words.stepOf(index + 1, section.steps.length);
    script.at(`${section.id}.${index + 1}`);
    script.line('step', `${of} ${step.title}`, `${of}: ${step.title}`);
    blocks(script, saidOf(step, words), words);
  });
  section.cases.forEach((trouble, index) => {
    script.at(`${section.id}.${index + 1}`);
    script.whole('text', `${words.sees} ${trouble.sees}`, `${words.sees}: ${trouble.sees}`);
    if (trouble.means !== undefined)
      script.whole('text', `${words.means} ${trouble.means}`, `${words.means}: ${trouble.means}`);
    script.line('text', words.do, `${words.do}:`);
    blocks(script, trouble.blocks, words);
  });
  section.contacts.forEach((id) => {
    for (const { shown, number } of words.contact(id)) {
      if (number === undefined) script.prose('contact', shown);
      else script.line('contact', `${shown} ${number}`, `${shown}: ${sayPhone(number)}`);
    }
  });
}

/** Lines of a body. The title and what stands before the body are the caller's, in `script` already. */
export function sayBody(script: Script, tree: Tree, words: ScriptWords): void {
  script.at('mo-dau');
  blocks(script, tree.intro, words);
  for (const otherSection of tree.sections) section(script, otherSection, words);
}
