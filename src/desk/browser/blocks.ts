/** Draws a body as a list of its parts: steps, cases, paragraphs, screens. No author sees a tag. */
import { isRuns, type Block, type ListBlock } from '../body.ts';
import type { PartForm } from '../form-kinds.ts';
import { wordsOf } from '../merge.ts';
import { sampleBlock, type Sample } from '../sample.ts';
import { button, el, freshId, say, wordFor } from './dom.ts';
import { drawnPart, isDrawn } from './drawn-part.ts';
import type { Names } from './fields.ts';
import { RichDrawer } from './rich.ts';

type Blocks = readonly Block[];
type Change = (blocks: Blocks) => void;

/** Plain blocks that any part may hold. */
const plainKinds = ['paragraph', 'list', 'ordered'] as const;

const titleOf = (name: string): string => wordFor(`part_${name}`) ?? name;

const newList = (ordered: boolean): ListBlock => ({ kind: 'list', ordered, start: 1, items: [[]] });

/** A new block of a kind, with what it must have. */
function newBlock(kind: string): Block {
  if (kind === 'paragraph') return { kind, runs: [] };
  if (kind === 'list' || kind === 'ordered') return newList(kind === 'ordered');
  if (kind === 'heading') return { kind, depth: 3, runs: [] };
  const inner: Readonly<Record<string, readonly string[]>> = {
    Steps: ['Step'],
    Trouble: ['Case', 'Case', 'Case'],
    Step: ['paragraph'],
    Case: ['paragraph'],
    Practice: ['paragraph'],
    Story: ['paragraph'],
    Warning: ['paragraph'],
    Tip: ['paragraph'],
    Quote: ['paragraph'],
    Path: ['ordered'],
    More: ['paragraph'],
    Part: ['paragraph'],
    Needs: ['list'],
    Safety: ['list'],
    ScamSigns: ['list'],
    Helper: ['list'],
    Homework: ['list'],
  };
  return { kind: 'part', name: kind, props: {}, children: (inner[kind] ?? []).map(newBlock) };
}

/** The parts that a new guide begins with. */
export const newBody = (grammar: string): Blocks => {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    guide: ['paragraph', 'Needs', 'Steps', 'Trouble', 'Safety', 'Call', 'Practice', 'Helper'],
    lesson: [
      'paragraph',
      'Story',
      'Needs',
      'Steps',
      'Trouble',
      'Safety',
      'Call',
      'Practice',
      'Homework',
      'Helper',
    ],
    'easy-read': ['paragraph', 'Steps'],
    page: ['paragraph', 'Part'],
  };
  return (kinds[grammar] ?? ['paragraph']).map(newBlock);
};

/** Draws blocks. */
export class BlockDrawer {
  readonly #rich: RichDrawer;
  readonly #parts: readonly PartForm[];
  readonly #names: Names;
  readonly #grammar: string;
  readonly #sample: Sample | undefined;

  constructor(names: Names, parts: readonly PartForm[], grammar: string, sample?: Sample) {
    this.#sample = sample;
    this.#names = names;
    this.#parts = parts.filter((part) => grammar === 'page' || !part.freePages);
    this.#rich = new RichDrawer(names, this.#parts);
    this.#grammar = grammar;
  }

  /** Blocks one below the other, each to be moved or taken out, and a list of what may be added. */
  list(given: Blocks, inside: string, path: string, change: Change): HTMLElement {
    let blocks = given;
    const holder = el('div', { class: 'blocks' });
    const set = (next: Blocks, redraw: boolean): void => {
      blocks = next;
      change(next);
      if (redraw) draw();
    };
    const row = (block: Block, index: number): HTMLElement => {
      const at = path === '' ? String(index) : `${path}.${String(index)}`;
      const name = this.#nameOf(block, index);
      const update = (next: Block): void => set(blocks.with(index, next), false);
      const move = (to: number): void =>
        set(blocks.toSpliced(index, 1).toSpliced(to, 0, ...blocks.slice(index, index + 1)), true);
      const label = (what: string): { 'aria-label': string } => ({ 'aria-label': `${say(what)}: ${name}` });
      const tools = el('span', { class: 'tools' });
      if (index > 0) tools.append(button(say('up'), () => move(index - 1), label('up')));
      if (index < blocks.length - 1) tools.append(button(say('down'), () => move(index + 1), label('down')));
      tools.append(button(say('remove'), () => set(blocks.toSpliced(index, 1), true), label('remove')));
      return el(
        'section',
        { class: `block ${block.kind}`, 'data-at': `b:${at}`, 'aria-label': name },
        el('header', {}, el('strong', {}, name), tools),
        ...this.#said(block, at),
        ...this.#inner(block, at, name, update),
      );
    };
    const draw = (): void => {
      const allowed = this.#allowed(inside);
      holder.replaceChildren(
        ...blocks.map(row),
        ...(allowed.length === 0
          ? []
          : [this.#adder(allowed, (kind) => set([...blocks, newBlock(kind)], true))]),
      );
    };
    draw();
    return holder;
  }

  /** What the good entry says at this place, for a new one. */
  #said(block: Block, at: string): HTMLElement[] {
    const kind = block.kind === 'part' ? block.name : block.kind;
    const found = this.#sample && sampleBlock(this.#sample, at, kind);
    const words = found === undefined ? '' : wordsOf(found.kind === 'part' ? found.props : found);
    return words === '' ? [] : [el('p', { class: 'hint' }, say('sampleSays', { text: words }))];
  }

  #nameOf(block: Block, index: number): string {
    const kind = block.kind === 'part' ? block.name : block.kind;
    return kind === 'Step' || kind === 'Case' ? `${titleOf(kind)} ${String(index + 1)}` : titleOf(kind);
  }

  #adder(allowed: readonly string[], add: (kind: string) => void): HTMLElement {
    const id = freshId();
    const select = el(
      'select',
      { id },
      ...allowed.map((kind) => el('option', { value: kind }, titleOf(kind))),
    );
    return el(
      'p',
      { class: 'adder' },
      el('label', { for: id }, say('addBlock')),
      ' ',
      select,
      ' ',
      button(say('addThis'), () => add(select.value)),
    );
  }

  /** Kinds that may stand inside a part, or at the top of the body. */
  #allowed(inside: string): readonly string[] {
    const only = this.#parts.filter(({ place }) => place === inside).map(({ name }) => name);
    if (only.length > 0 && inside !== 'top') return only;
    if (inside === 'top') {
      if (this.#grammar === 'prose') return plainKinds;
      const sections =
        this.#grammar === 'easy-read'
          ? ['Steps']
          : only.filter((name) => this.#grammar === 'lesson' || !['Story', 'Homework'].includes(name));
      return [...sections, ...plainKinds];
    }
    const blocks = this.#parts.filter(({ place }) => place === 'block').map(({ name }) => name);
    return [...plainKinds, ...(this.#grammar === 'page' ? ['heading'] : []), ...blocks];
  }

  #inner(block: Block, at: string, name: string, update: (block: Block) => void): HTMLElement[] {
    switch (block.kind) {
      case 'paragraph':
      case 'heading': {
        let held = block;
        return [this.#rich.sentence(block.runs, name, (runs) => update((held = { ...held, runs })))];
      }
      case 'list':
        return [this.#items(block, name, update)];
      case 'table':
        return [this.#table(block, update)];
      case 'part':
        return this.#part(block, at, update);
      case 'kept':
        return [el('pre', {}, block.source)];
      default:
        return block satisfies never;
    }
  }

  /** The items of a list; one `within` another holds no third. */
  #items(block: ListBlock, name: string, update: (block: ListBlock) => void, within = false): HTMLElement {
    let held = block;
    const holder = el(block.ordered ? 'ol' : 'ul', { class: 'items' });
    const set = (items: typeof block.items, redraw: boolean): void => {
      held = { ...held, items };
      update(held);
      if (redraw) draw();
    };
    const draw = (): void => {
      holder.replaceChildren(
        ...held.items.map((item, index) => {
          const label = `${name}, ${say('item', { n: index + 1 })}`;
          return el(
            'li',
            {},
            isRuns(item)
              ? this.#rich.sentence(item, label, (runs) => set(held.items.with(index, runs), false))
              : this.#items(item, label, (list) => set(held.items.with(index, list), false), true),
            button(say('remove'), () => set(held.items.toSpliced(index, 1), true), {
              'aria-label': `${say('remove')}: ${label}`,
            }),
          );
        }),
        el(
          'li',
          { class: 'adder' },
          button(say('addItem'), () => set([...held.items, []], true)),
          ...(within ? [] : [' ', button(say('addBelow'), () => set([...held.items, newList(false)], true))]),
        ),
      );
    };
    draw();
    return holder;
  }

  #table(block: Block & { kind: 'table' }, update: (block: Block) => void): HTMLElement {
    let held = block;
    const cell = (row: number, column: number): HTMLElement =>
      this.#rich.sentence(
        held.rows[row]?.[column] ?? [],
        say('cell', { row: row + 1, column: column + 1 }),
        (runs) => {
          held = { ...held, rows: held.rows.with(row, (held.rows[row] ?? []).with(column, runs)) };
          update(held);
        },
      );
    return el(
      'table',
      {},
      ...held.rows.map((cells, row) =>
        el('tr', {}, ...cells.map((_, column) => el(row === 0 ? 'th' : 'td', {}, cell(row, column)))),
      ),
    );
  }

  #part(block: Block & { kind: 'part' }, at: string, update: (block: Block) => void): HTMLElement[] {
    let held = block;
    const form = this.#parts.find(({ name }) => name === block.name);
    const drawing = el('div', {}, ...(isDrawn(block) ? [drawnPart(block)] : []));
    const props = (form?.props ?? []).map((prop) => {
      const set = (value: string): void => {
        const { [prop.name]: _, ...others } = held.props;
        const ordered = (form?.props ?? []).flatMap(({ name }): [string, string][] => {
          const text = name === prop.name ? value : others[name];
          return text === undefined || text === '' ? [] : [[name, text]];
        });
        held = { ...held, props: Object.fromEntries(ordered) };
        update(held);
        drawing.replaceChildren(...(isDrawn(held) ? [drawnPart(held)] : []));
      };
      return this.#prop(prop, block, set);
    });
    const children =
      form?.leaf === true && block.children.length === 0
        ? []
        : [this.list(block.children, block.name, at, (next) => update((held = { ...held, children: next })))];
    return [...props, drawing, ...children];
  }

  /** A prop of a part: words, a choice, or entries by their names. */
  #prop(
    prop: PartForm['props'][number],
    block: Block & { kind: 'part' },
    set: (value: string) => void,
  ): HTMLElement {
    const id = freshId();
    const held = block.props[prop.name] ?? '';
    const label = el('label', { for: id }, prop.title, ...(prop.needed ? [] : [` (${say('optional')})`]));
    if (prop.folders.length > 0)
      return el('div', { class: 'field' }, label, this.#entryList(id, held, prop, set));
    if (prop.choices.length > 0) {
      const select: HTMLSelectElement = el(
        'select',
        { id, change: () => set(select.value) },
        el('option', { value: '' }, say('choose')),
        ...prop.choices.map((value) => el('option', { value, selected: value === held }, value)),
      );
      return el('div', { class: 'field' }, label, select);
    }
    const area: HTMLTextAreaElement = el('textarea', {
      id,
      rows: 1,
      input: () => set(area.value.replace(/\s+/g, ' ').trim().normalize('NFC')),
    });
    area.value = held;
    return el('div', { class: 'field' }, label, area);
  }

  /** Entries of other collections, chosen by name: one, or as many as are wanted. */
  #entryList(
    id: string,
    held: string,
    { many, folders }: PartForm['props'][number],
    set: (value: string) => void,
  ): HTMLElement {
    const ids = held.split(/[,\s]+/).filter((one) => one !== '');
    const entries = folders.flatMap((folder) => this.#names.get(folder) ?? []);
    const select: HTMLSelectElement = el(
      'select',
      {
        id,
        ...(many ? { multiple: true, size: 6 } : {}),
        change: () => {
          const chosen = [...select.selectedOptions].map(({ value }) => value);
          // Those that stood there keep their order; new ones come after them.
          set(
            [
              ...ids.filter((one) => chosen.includes(one)),
              ...chosen.filter((one) => !ids.includes(one)),
            ].join(', '),
          );
        },
      },
      ...(many ? [] : [el('option', { value: '' }, say('choose'))]),
      ...entries.map(({ id: value, name }) => el('option', { value, selected: ids.includes(value) }, name)),
    );
    return select;
  }
}
