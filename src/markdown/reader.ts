/**
 * The one reading of an entry's MDX. It is parsed to a tree, never run; what is not in the grammar is refused
 * with its place; the rest becomes typed sections and blocks. The gate, the processor, search passages,
 * speech and other formats all read this tree.
 */
import type { Root } from 'mdast';
import type { Problem } from '../domain/problem.ts';
import { noFigures, type FindFigure } from '../domain/rule-figure.ts';
import { isSectionName, type SectionComponent } from './grammar.ts';
import { readBlocks } from './read-blocks.ts';
import { isJsx, readSection, StepNumbers } from './read-sections.ts';
import { freePagesOnly, Reading, type Jsx, type Refusal } from './reading.ts';
import { parseSyntax, syntaxCure, syntaxFault, tooDeepLine } from './syntax.ts';
import type { Block, Section, Tree } from './tree.ts';

/** Which sections an entry may have. */
export type BodyGrammar = 'guide' | 'lesson' | 'easy-read' | 'prose' | 'page';
const lessonOnly: ReadonlySet<string> = new Set(['Story', 'Homework']);

const nested: Omit<Refusal, 'hint'> = {
  rule: 'too-deep',
  message: 'Lồng quá sâu.',
  fix: 'viết phẳng hơn, tối đa ba tầng',
};

/**
 * Parses a body. `firstLine` is the line of the file on which the body starts, so that problems name the
 * file's own lines; `find` knows the figures of rules.
 */
export function parseBody(
  file: string,
  body: string,
  grammar: BodyGrammar,
  firstLine = 1,
  find: FindFigure = noFigures,
): { tree: Tree; problems: Problem[] } {
  const reading = new Reading(file, body, firstLine, grammar === 'page', find);
  const { problems, mentions, links } = reading;
  const root = readSyntax(body, reading, firstLine);
  const { intro, sections } =
    root === undefined ? { intro: [], sections: [] } : readBody(root, grammar, reading);
  return { tree: { intro, sections, mentions, links }, problems };
}

function readSyntax(body: string, reading: Reading, firstLine: number): Root | undefined {
  // Deep nesting can exhaust the parser's stack, so it is refused before parsing.
  const deep = tooDeepLine(body);
  if (deep !== undefined) {
    reading.refuse(
      { position: { start: { line: deep, column: 1 } } },
      { ...nested, hint: 'nesting too deep' },
    );
    return undefined;
  }
  try {
    return parseSyntax(body);
  } catch (error) {
    const { line, column, deep: exhausted, message, reason } = syntaxFault(error, body, firstLine);
    reading.refuse(
      { position: { start: { line, column } } },
      exhausted
        ? { ...nested, hint: reason }
        : {
            rule: 'mdx-syntax',
            message: `Khối viết chưa đúng: ${message}`,
            fix: syntaxCure(message, body.split('\n')[line - 1] ?? ''),
            hint: reason,
          },
    );
    return undefined;
  }
}

function readBody(root: Root, grammar: BodyGrammar, reading: Reading): Pick<Tree, 'intro' | 'sections'> {
  const intro: Block[] = [];
  const sections: Section[] = [];
  const numbers = new StepNumbers();
  for (const child of root.children) {
    if (isJsx(child) && isSectionName(child.name)) {
      const misplaced = misplacedSection(child.name, grammar);
      if (misplaced) reading.refuse(child, misplaced);
      else
        sections.push(onlyOnce(child, readSection(child, child.name, reading, numbers), sections, reading));
      continue;
    }
    const found = readBlocks([child], reading, 0, 'bài');
    if (found.length > 0 && sections.length > 0)
      reading.refuse(child, {
        rule: 'stray',
        message: 'Có chữ nằm ngoài các phần.',
        fix: `đưa vào một phần, ví dụ <${grammar === 'page' ? 'Part' : 'More'} title="…">`,
        hint: 'text outside a section',
      });
    intro.push(...found);
  }
  return { intro: grammar === 'page' ? withLead(intro) : intro, sections: stepsFirst(sections) };
}

/** What comes right after the steps, in this order. */
const afterSteps: readonly string[] = ['needs', 'story'];

/**
 * Sections in the order in which a reader meets them: what to do comes first, what it takes and what it was
 * good for in a story right after the steps, wherever the author wrote them. A phone shows the first step
 * sooner, and every form tells it in the same order.
 */
function stepsFirst(sections: readonly Section[]): readonly Section[] {
  const lastSteps = sections.findLastIndex(({ kind }) => kind === 'steps');
  const moved = afterSteps.flatMap((kind) => sections.filter((section) => section.kind === kind));
  if (lastSteps < 0 || moved.length === 0) return sections;
  const others = (part: readonly Section[]): Section[] => part.filter((section) => !moved.includes(section));
  return [...others(sections.slice(0, lastSteps + 1)), ...moved, ...others(sections.slice(lastSteps + 1))];
}

/** The first paragraph of a free page is its opening words. */
const withLead = ([first, ...rest]: readonly Block[]): Block[] =>
  first === undefined ? [] : [first.kind === 'paragraph' ? { ...first, lead: true } : first, ...rest];

/** Why a section may not stand in this kind of entry. */
function misplacedSection(name: SectionComponent, grammar: BodyGrammar): Refusal | undefined {
  if (grammar === 'prose')
    return {
      rule: 'place',
      message: `<${name}> không dùng trong loại tệp này.`,
      fix: 'chỉ viết đoạn văn',
      hint: 'prose only',
    };
  if (grammar === 'easy-read' && name !== 'Steps')
    return {
      rule: 'place',
      message: `Bản dễ đọc chỉ có <Steps>, gặp <${name}>.`,
      fix: 'đưa ý này vào một <Step>',
      hint: 'easy-read has steps only',
    };
  if (grammar !== 'page' && name === 'Part') return freePagesOnly(name);
  if (grammar !== 'lesson' && lessonOnly.has(name))
    return {
      rule: 'place',
      message: `<${name}> chỉ dùng trong bài chợ số.`,
      fix: 'dùng <More title="…"> hoặc <Practice>',
      hint: 'lesson-only section',
    };
  return undefined;
}

function onlyOnce(component: Jsx, read: Section, before: readonly Section[], reading: Reading): Section {
  if (before.some(({ id }) => id === read.id))
    reading.refuse(component, {
      rule: 'duplicate-section',
      message: `Có hai phần cùng mã “${read.id}”.`,
      fix:
        read.kind === 'steps' || read.kind === 'more' || read.kind === 'part'
          ? 'đặt title khác nhau cho từng phần'
          : 'gộp lại thành một phần',
      hint: 'duplicate section id',
    });
  return read;
}
