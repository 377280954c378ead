/** What every guide, lesson and easy-read version must hold. */
import { blockLines, screensOf, type BlockLine } from '../../markdown/lines.ts';
import { contradicts, placeByWords } from '../../markdown/step-place.ts';
import type { Section, Step, Tree } from '../../markdown/tree.ts';
import type { Entry } from '../../schemas/collections.ts';
import { sentences, syllables } from '../../vietnamese/sentences.ts';
import { fault } from '../faults.ts';
import type { NumberedEntry, Proving } from '../proving.ts';
import { easyReadFaults } from './easy-read.ts';
import { linkFaults, longestSentence, proseFaults, proseContext, stepFaults } from './prose.ts';

/**
 * A line of prose of a guide, with its place; `madeUp` marks stories and exercises, whose amounts need no
 * source.
 */
export interface GuideLine {
  readonly text: string;
  readonly line: number;
  readonly madeUp: boolean;
  /** The words of a legal text, which stand as they are. */
  readonly quoted?: true;
}

/** Sections whose figures are invented on purpose: stories and exercises. */
const inventedKinds: ReadonlySet<string> = new Set(['story', 'practice', 'homework']);

const stepLines = (step: Step): BlockLine[] => [
  { text: step.title, line: step.line },
  ...blockLines(step.blocks),
];

const sectionLines = (section: Section): BlockLine[] => [
  ...blockLines(section.blocks),
  ...section.steps.flatMap(stepLines),
  ...section.cases.flatMap((trouble) => [
    { text: trouble.sees, line: trouble.line },
    ...(trouble.means ? [{ text: trouble.means, line: trouble.line }] : []),
    ...blockLines(trouble.blocks),
  ]),
];

/** All lines of prose of a guide. */
export function guideLines(tree: Tree): GuideLine[] {
  return [
    ...blockLines(tree.intro).map((line) => ({ ...line, madeUp: false })),
    ...tree.sections.flatMap((section) =>
      sectionLines(section).map((line) => ({ ...line, madeUp: inventedKinds.has(section.kind) })),
    ),
  ];
}

/**
 * What every guide must hold. `parsed` = its body had no fault of its own, so that what is missing is really
 * missing.
 */
export function proveGuide(proving: Proving, entry: NumberedEntry, tree: Tree, parsed: boolean): void {
  const { data } = entry;
  if (parsed) proveParts(proving, entry, tree);
  const { hasRealSource } = proseContext(data.sources);
  const sourced = hasRealSource || quotesRule(tree);
  for (const { text, line, madeUp, quoted } of guideLines(tree)) {
    for (const found of proseFaults(text, { hasRealSource: sourced || madeUp }))
      proving.sayAt(entry, line, 0, found);
    for (const sentence of quoted ? [] : sentences(text)) {
      const count = syllables(sentence);
      if (count > longestSentence)
        proving.sayAt(entry, line, 0, fault('long-sentence', { count, sentence, most: longestSentence }));
    }
  }
  for (const link of tree.links)
    for (const found of linkFaults(link.text)) proving.sayAt(entry, link.line, 0, found);
}

/** A figure that is quoted from a rule has its source there. */
const quotesRule = ({ mentions }: Tree): boolean => mentions.some(({ kind }) => kind === 'rule');

/** The parts that a guide needs. */
function proveParts({ say, sayAt }: Proving, entry: NumberedEntry, tree: Tree): void {
  const { data } = entry;
  const kinds = new Set(tree.sections.map((section) => section.kind));
  const known = [...new Set(tree.sections.map((section) => section.id))];
  for (const section of Object.keys(data.ask))
    if (!known.includes(section)) say(entry, ['ask', section], fault('ask-section', { section, known }));
  if (!kinds.has('steps')) say(entry, [], fault('no-steps'));
  if (data.risk !== 'none' && !kinds.has('safety') && !kinds.has('scam-signs'))
    say(entry, ['risk'], fault('no-safety', { risk: data.risk }));
  const blocks = tree.sections.flatMap((section) => [
    ...section.blocks,
    ...section.steps.flatMap((step) => step.blocks),
    ...section.cases.flatMap((trouble) => trouble.blocks),
  ]);
  if (screensOf([...tree.intro, ...blocks]).length === 0 && data.noScreen === undefined)
    say(entry, [], fault('no-screen'));
  for (const section of tree.sections) {
    if (section.kind === 'trouble' && section.cases.length < 3)
      sayAt(entry, section.line, 0, fault('few-cases', { count: section.cases.length }));
    for (const step of section.steps) {
      for (const found of stepFaults(step.title)) sayAt(entry, step.line, 0, found);
      if (step.on !== undefined && contradicts(step, step.on))
        sayAt(entry, step.line, 0, fault('step-place', { on: step.on, by: placeByWords(step) }));
    }
  }
}

/** What every easy-read version must hold; its facts are those of the full guide. */
export function proveEasyRead(proving: Proving, entry: Entry<'easyRead'>, tree: Tree): void {
  const { id, data } = entry;
  const full = proving.numbered.find((guide) => guide.id === data.guide);
  const found = easyReadFaults({ id, title: data.title, guide: data.guide, tree }, full?.data.risk);
  for (const { field, line, ...one } of found) {
    if (field !== undefined) proving.say(entry, [field], one);
    else proving.sayAt(entry, line, 0, one);
  }
  const { hasRealSource } = proseContext(full?.data.sources ?? []);
  const context = { hasRealSource: hasRealSource || quotesRule(tree) };
  for (const { text, line } of guideLines(tree))
    for (const proseFault of proseFaults(text, context)) proving.sayAt(entry, line, 0, proseFault);
}
