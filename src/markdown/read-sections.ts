/** Reads the sections of an entry and the parts that stand only in them: steps and cases. */
import type { Nodes } from 'mdast';
import { slug } from '../vietnamese/text.ts';
import { components } from './components.ts';
import { sectionIds, sectionKinds, sectionTitles, type SectionComponent } from './grammar.ts';
import { readProps } from './props.ts';
import { needed, readBlocks } from './read-blocks.ts';
import type { Jsx, Reading } from './reading.ts';
import type { Block, Section, Step, TroubleCase } from './tree.ts';

export const isJsx = (node: Nodes): node is Jsx =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface SectionProps {
  readonly title?: string;
  /** The id that a part of a free page names. */
  readonly id?: string;
  readonly ids?: readonly string[];
}

/** Numbers steps over the lists of one body. */
export class StepNumbers {
  #lists = 0;
  #last: Writable<Step> | undefined;

  /** Begins another list. */
  nextList(): void {
    this.#lists++;
  }

  /** Gives a step its id and ties it to the one before it. */
  place(step: Omit<Step, 'id' | 'before' | 'after'>): Step {
    const id = this.#lists === 1 ? `buoc-${step.number}` : `buoc-${this.#lists}-${step.number}`;
    const placed: Writable<Step> = { ...step, id, ...(this.#last ? { before: this.#last.id } : {}) };
    if (this.#last) this.#last.after = id;
    this.#last = placed;
    return placed;
  }
}

/** A section; its numbers of steps go on from those before it. */
export function readSection(
  component: Jsx,
  name: SectionComponent,
  reading: Reading,
  numbers: StepNumbers,
): Section {
  const kind = sectionKinds[name];
  const props = readProps<SectionProps>(component, components[name].props, reading);
  const own = props?.title;
  const title = own ?? sectionTitles[kind];
  const id = props?.id ?? (own !== undefined && kind !== 'story' ? slug(own) : sectionIds[kind]);
  if (id === '')
    reading.refuse(component, {
      rule: 'empty-prop',
      message: `Thuộc tính “title” của <${name}> không có chữ nào.`,
      fix: 'viết tên phần bằng chữ',
      hint: 'title gives no section id',
    });
  const base = {
    kind,
    id,
    title,
    line: reading.lineOf(component),
    blocks: [],
    steps: [],
    cases: [],
    contacts: [],
  };
  if (name === 'Steps') return { ...base, steps: readSteps(component, reading, numbers) };
  if (name === 'Trouble') return { ...base, cases: readCases(component, reading) };
  const blocks = readBlocks(component.children, reading, 1, name);
  if (name === 'Call') return { ...base, blocks, contacts: props?.ids ?? [] };
  return { ...base, blocks: needed(component, blocks, reading) };
}

function readSteps(component: Jsx, reading: Reading, numbers: StepNumbers): Step[] {
  numbers.nextList();
  return partsOf(component, 'Step', reading).map((part, index) => {
    const blocks = needed(part, insideOf(part, reading), reading);
    const { title, on } = readProps(part, components.Step.props, reading) ?? { title: '' };
    return numbers.place({
      line: reading.lineOf(part),
      title,
      blocks,
      ...(on !== undefined && { on }),
      number: index + 1,
    });
  });
}

function readCases(component: Jsx, reading: Reading): TroubleCase[] {
  return partsOf(component, 'Case', reading).map((part) => {
    const props = readProps(part, components.Case.props, reading);
    const blocks = needed(part, insideOf(part, reading), reading);
    return { line: reading.lineOf(part), ...(props ?? { sees: '' }), blocks };
  });
}

/** What stands in a step or a case; written on one line, it is one paragraph. */
const insideOf = (part: Jsx, reading: Reading): Block[] =>
  readBlocks(
    part.type === 'mdxJsxTextElement' ? [{ type: 'paragraph', children: part.children }] : part.children,
    reading,
    2,
    part.name ?? '',
  );

/** The parts of a section that holds nothing else. */
function partsOf(component: Jsx, only: 'Step' | 'Case', reading: Reading): Jsx[] {
  const parts: Jsx[] = [];
  for (const child of component.children) {
    if (isJsx(child) && child.name === only) parts.push(child);
    else if (
      child.type === 'paragraph' &&
      child.children.every(
        (run) =>
          (run.type === 'mdxJsxTextElement' && run.name === only) ||
          (run.type === 'text' && run.value.trim() === ''),
      )
    )
      parts.push(...child.children.filter((run) => run.type === 'mdxJsxTextElement'));
    else
      reading.refuse(child, {
        rule: 'children',
        message: `Trong <${component.name}> có chữ nằm ngoài <${only}>.`,
        fix: `đưa vào một <${only} …>, hoặc đưa ra ngoài <${component.name}>`,
        hint: `only ${only} may stand here`,
      });
  }
  if (parts.length === 0)
    reading.refuse(component, {
      rule: 'empty',
      message: `<${component.name}> chưa có <${only}> nào.`,
      fix: `thêm <${only} …>`,
      hint: 'empty section',
    });
  return parts;
}
