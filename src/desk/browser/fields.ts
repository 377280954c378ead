/** Draws the form of an entry's head: one labelled control for each field. */
import type { FieldForm, Shape } from '../form-kinds.ts';
import { sampleWords, type Sample } from '../sample.ts';
import { isGroup, isList, type Value } from '../yaml-edit.ts';
import { fieldCell, itemCell, type Cell } from './cell.ts';
import { button, el, freshId, say, wordFor } from './dom.ts';

/** Entries that a reference may name. */
export type Names = ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>;

interface Labels {
  readonly id: string;
  readonly described: string;
  /** Name of the field, for the words of its choices. */
  readonly field: string;
  readonly title: string;
  readonly needed: boolean;
}

/** Longest words of a good entry that a hint gives, in letters. */
const longestSample = 160;

/** Draws fields; knows the names of all entries. */
export class FieldDrawer {
  readonly #names: Names;
  readonly #sample: Sample | undefined;

  constructor(names: Names, sample?: Sample) {
    this.#names = names;
    this.#sample = sample;
  }

  /** What the good entry says in a field, for a new one. */
  #said(path: string): string {
    const words = this.#sample === undefined ? '' : sampleWords(this.#sample, path);
    return words === '' ? '' : ` ${say('sampleSays', { text: words.slice(0, longestSample) })}`;
  }

  /** A field with its name, hint, example and the place for its faults. */
  field(form: FieldForm, parent: Cell<Value>): HTMLElement {
    const cell = fieldCell(parent, form.name);
    const id = freshId();
    const described = freshId();
    const hint = el('p', { id: described, class: 'hint' }, form.hint);
    if (form.example !== undefined) hint.append(` ${say('example', { text: form.example })}`);
    if (['text', 'count', 'list'].includes(form.shape.kind)) hint.append(this.#said(cell.path));
    const labels = { id, described, field: form.name, title: form.title, needed: form.needed };
    const optional = form.needed ? [] : [el('span', { class: 'optional' }, ` (${say('optional')})`)];
    const control = this.#shape(form.shape, cell, labels);
    const simple = ['text', 'count', 'choice', 'ref'].includes(form.shape.kind);
    return simple
      ? el(
          'div',
          { class: 'field', 'data-at': `h:${cell.path}` },
          el('label', { for: id }, form.title, ...optional),
          hint,
          control,
        )
      : el(
          'fieldset',
          { class: 'field', 'data-at': `h:${cell.path}` },
          el('legend', {}, form.title, ...optional),
          hint,
          control,
        );
  }

  #shape(shape: Shape, cell: Cell<Value>, labels: Labels): HTMLElement {
    switch (shape.kind) {
      case 'text':
        return textControl(shape.input, cell, labels);
      case 'count':
        return countControl(cell, labels);
      case 'flag':
        return flagControl(cell, labels);
      case 'choice':
        return choiceControl(shape.values, cell, labels);
      case 'ref':
        return this.#refControl(shape.targets, cell, labels);
      case 'list':
        return this.#list(shape.item, cell, labels);
      case 'table':
        return this.#table(shape.item, cell, labels);
      case 'group':
        return this.#group(shape.fields, cell);
      case 'kinds':
        return this.#kinds(shape, cell, labels);
      case 'either':
        return this.#either(shape.options, cell, labels);
      case 'raw':
        return el('p', { class: 'hint' }, say('byHand'));
      default:
        return shape satisfies never;
    }
  }

  #group(fields: readonly FieldForm[], cell: Cell<Value>): HTMLElement {
    return el('div', { class: 'group' }, ...fields.map((field) => this.field(field, cell)));
  }

  #refControl(targets: readonly string[], cell: Cell<Value>, labels: Labels): HTMLElement {
    const options = targets.flatMap((target) => this.#names.get(target) ?? []);
    return selectControl(
      options.map(({ id, name }) => ({ value: id, text: name })),
      cell,
      labels,
    );
  }

  /** Items one below the other, each to be moved or taken out, and a button for one more. */
  #list(item: Shape, cell: Cell<Value>, labels: Labels): HTMLElement {
    const holder = el('div', { class: 'list' });
    const items = (): readonly Value[] => {
      const value = cell.get();
      return isList(value) ? value : [];
    };
    const change = (list: readonly Value[]): void => {
      cell.set(list.length === 0 && !labels.needed ? undefined : list);
      draw();
    };
    const row = (index: number): HTMLElement => {
      const own = itemCell(cell, index);
      const id = freshId();
      const name = say('nth', { title: labels.title, n: index + 1 });
      const tools = el('span', { class: 'tools' });
      if (index > 0)
        tools.append(
          button(say('up'), () => change(swapped(items(), index - 1)), {
            'aria-label': `${say('up')}: ${name}`,
          }),
        );
      tools.append(
        button(say('remove'), () => change(items().toSpliced(index, 1)), {
          'aria-label': `${say('remove')}: ${name}`,
        }),
      );
      const inner = this.#shape(item, own, { ...labels, id, title: name, needed: true });
      const label = el('label', { for: id, class: 'nth' }, name);
      return el('div', { class: 'item', 'data-at': `h:${own.path}` }, label, inner, tools);
    };
    const add = (): void => {
      change([...items(), emptyOf(item)]);
      const fresh = holder.querySelectorAll<HTMLElement>(':scope > .item');
      [...fresh].at(-1)?.querySelector<HTMLElement>('input,textarea,select')?.focus();
    };
    const draw = (): void => {
      holder.replaceChildren(
        ...items().map((_, index) => row(index)),
        button(say('add', { what: labels.title }), add),
      );
    };
    draw();
    return holder;
  }

  /** Names and their values, as questions by the part of a guide that answers. */
  #table(item: Shape, cell: Cell<Value>, labels: Labels): HTMLElement {
    const holder = el('div', { class: 'list' });
    const rows = (): readonly (readonly [string, Value])[] => {
      const value = cell.get();
      return isGroup(value) ? Object.entries(value) : [];
    };
    const draw = (): void => {
      const name = el('input', { 'aria-label': say('tableName') });
      const add = (): void => {
        if (name.value.trim() === '') return;
        fieldCell(cell, name.value.trim()).set(emptyOf(item));
        draw();
      };
      const drawn = rows().map(([key]) => {
        const own = fieldCell(cell, key);
        const inner = this.#shape(item, own, { ...labels, id: freshId(), title: key, needed: true });
        const remove = (): void => {
          own.set(undefined);
          draw();
        };
        const tools = el(
          'span',
          { class: 'tools' },
          button(say('remove'), remove, { 'aria-label': `${say('remove')}: ${key}` }),
        );
        return el('div', { class: 'item', 'data-at': `h:${own.path}` }, el('strong', {}, key), inner, tools);
      });
      holder.replaceChildren(...drawn, name, button(say('add', { what: labels.title }), add));
    };
    draw();
    return holder;
  }

  /** A group of one of several kinds. */
  #kinds(shape: Shape & { kind: 'kinds' }, cell: Cell<Value>, labels: Labels): HTMLElement {
    const holder = el('div', { class: 'group' });
    const tag = fieldCell(cell, shape.tag);
    const chosen = (): string | undefined => {
      const value = tag.get();
      return typeof value === 'string' ? value : undefined;
    };
    const draw = (): void => {
      const option = shape.options.find(({ value }) => value === chosen());
      const own = shape.options[0]?.fields.find(({ name }) => name === shape.tag);
      const [id, described] = [freshId(), freshId()];
      const select = choiceControl(
        shape.options.map(({ value }) => value),
        {
          ...tag,
          set: (value) => {
            // What the other kind had and this one has not would only be a fault.
            cell.set(value === undefined ? undefined : kept(cell.get(), shape, textOf(value)));
            draw();
          },
        },
        { ...labels, id, described, field: shape.tag },
      );
      const hint = el('p', { class: 'hint', id: described }, own?.hint ?? '');
      const rest = (option?.fields ?? []).filter(({ name }) => name !== shape.tag);
      holder.replaceChildren(
        el(
          'div',
          { class: 'field', 'data-at': `h:${tag.path}` },
          el('label', { for: id }, own?.title ?? labels.title),
          hint,
          select,
        ),
        ...rest.map((field) => this.field(field, cell)),
      );
    };
    draw();
    return holder;
  }

  /** Words, or a group of fields: the author chooses. */
  #either(options: readonly Shape[], cell: Cell<Value>, labels: Labels): HTMLElement {
    const holder = el('div', { class: 'group' });
    const draw = (chosen: number): void => {
      const option = options[chosen];
      const ways = options.map((shape, index) =>
        button(
          say(shape.kind === 'text' ? 'asWords' : 'asFields', { n: index + 1 }),
          () => {
            cell.set(undefined);
            draw(index);
          },
          { 'aria-pressed': String(index === chosen) },
        ),
      );
      holder.replaceChildren(
        el('span', { class: 'tools' }, ...ways),
        ...(option ? [this.#shape(option, cell, labels)] : []),
      );
    };
    const value = cell.get();
    draw(
      Math.max(
        0,
        options.findIndex((shape) => holds(shape, value)),
      ),
    );
    return holder;
  }
}

/** Whether a value could have been written in a shape. */
function holds(shape: Shape, value: Value | undefined): boolean {
  if (isGroup(value)) {
    const names = Object.keys(value);
    return shape.kind === 'group' && names.every((name) => shape.fields.some((field) => field.name === name));
  }
  return isList(value) ? shape.kind === 'list' : shape.kind !== 'group' && shape.kind !== 'list';
}

function kept(value: Value | undefined, shape: Shape & { kind: 'kinds' }, kind: string): Value {
  const names = shape.options.find((option) => option.value === kind)?.fields.map(({ name }) => name) ?? [];
  const before = isGroup(value) ? Object.entries(value).filter(([name]) => names.includes(name)) : [];
  return { ...Object.fromEntries(before), [shape.tag]: kind };
}

const swapped = (list: readonly Value[], index: number): readonly Value[] => {
  const [one = '', other = ''] = list.slice(index, index + 2);
  return list.toSpliced(index, 2, other, one);
};

/** What a new item holds before anything is typed. */
function emptyOf(shape: Shape): Value {
  if (shape.kind === 'list') return [];
  return ['group', 'kinds', 'table'].includes(shape.kind) ? {} : '';
}

const common = ({ id, described, needed }: Labels) => ({
  id,
  'aria-describedby': described,
  'aria-required': needed ? 'true' : undefined,
});

function textControl(input: string, cell: Cell<Value>, labels: Labels): HTMLElement {
  const value = cell.get();
  const held = textOf(value);
  if (['line', 'text', 'address'].includes(input)) {
    const area: HTMLTextAreaElement = el('textarea', {
      ...common(labels),
      rows: input === 'text' ? 3 : 1,
      input: () => cell.set(typed(area.value)),
      keydown: (event) => {
        if (input !== 'text' && event instanceof KeyboardEvent && event.key === 'Enter')
          event.preventDefault();
      },
    });
    area.value = held;
    return area;
  }
  const line: HTMLInputElement = el('input', {
    ...common(labels),
    type: input === 'day' ? 'date' : 'text',
    input: () => cell.set(typed(line.value)),
  });
  line.value = held;
  return line;
}

/** A simple value as it is typed. */
function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const typed = (text: string): string | undefined => (text.trim() === '' ? undefined : text.normalize('NFC'));

function countControl(cell: Cell<Value>, labels: Labels): HTMLElement {
  const box: HTMLInputElement = el('input', {
    ...common(labels),
    type: 'number',
    input: () => cell.set(box.value === '' ? undefined : Number(box.value)),
  });
  const value = cell.get();
  box.value = textOf(value);
  return box;
}

function flagControl(cell: Cell<Value>, labels: Labels): HTMLElement {
  const box: HTMLInputElement = el('input', {
    ...common(labels),
    type: 'checkbox',
    change: () => cell.set(box.checked ? true : labels.needed ? false : undefined),
  });
  box.checked = cell.get() === true;
  return el('label', { class: 'flag' }, box, ` ${labels.title}`);
}

const choiceControl = (values: readonly string[], cell: Cell<Value>, labels: Labels): HTMLElement =>
  selectControl(
    values.map((value) => ({ value, text: wordFor(`${labels.field}_${value}`) ?? value })),
    cell,
    labels,
  );

function selectControl(
  options: readonly { readonly value: string; readonly text: string }[],
  cell: Cell<Value>,
  labels: Labels,
): HTMLElement {
  const held = textOf(cell.get());
  const select: HTMLSelectElement = el(
    'select',
    {
      ...common(labels),
      class: 'wide',
      change: () => cell.set(select.value === '' ? undefined : select.value),
    },
    el('option', { value: '' }, say('choose')),
    ...options.map(({ value, text }) => el('option', { value, selected: value === held }, text)),
  );
  // An id that nobody has stays to be seen; the gate says what it could mean.
  if (held !== '' && !options.some(({ value }) => value === held))
    select.append(el('option', { value: held, selected: true }, held));
  return select;
}
