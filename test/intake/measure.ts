/**
 * How right the intake is: what it proposes for a document beside what a person read in it, field by field.
 * Used by tests and by `npm run eval:intake`.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Entries } from '../../src/schemas/collections.ts';
import { readDocument, textsOf } from '../../src/intake/read/read.ts';
import { propose, type Proposal } from '../../src/intake/propose.ts';
import { plainName } from '../../src/intake/recognise/units.ts';
import { fold } from '../../src/vietnamese/diacritics.ts';

export const fields = ['tasks', 'lead', 'coordinating', 'time', 'result', 'targets'] as const;
export type Field = (typeof fields)[number];

/** Facts of one document as comparable strings. */
type Facts = Readonly<Record<Field, ReadonlySet<string>>>;

/** One field: how many facts are right, proposed and true. */
export interface Score {
  readonly right: number;
  readonly proposed: number;
  readonly truth: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

const timeKey = (time: object): string =>
  JSON.stringify(
    Object.entries(time)
      .filter(([name]) => name !== 'words' && name !== 'event')
      .sort(([one], [other]) => one.localeCompare(other)),
  );
const isStated = (time: { readonly kind: string }): boolean => time.kind !== 'not-stated';

const target = z.object({
  item: z.string(),
  year: z.number().optional(),
  by: z.string().optional(),
  comparator: z.string(),
  value: z.number(),
  most: z.number().optional(),
  unit: z.string(),
  of: z.string().optional(),
});
type TruthTarget = z.output<typeof target>;

/** What a person read in a document, before the intake was run on it. */
const truthSchema = z.object({
  /** The document beside it. */
  file: z.string(),
  /** Where the facts come from. */
  source: z.string(),
  /** Seen while the reader was mended, measured once and then mended on, or never mended on. */
  set: z.enum(['development', 'test', 'sealed']).optional(),
  tasks: z.array(
    z.object({
      item: z.string(),
      lead: z.array(z.string()).default([]),
      coordinating: z.array(z.string()).default([]),
      time: z.looseObject({ kind: z.string() }).optional(),
      result: z.string().optional(),
    }),
  ),
  targets: z.array(target).default([]),
});
type Truth = z.output<typeof truthSchema>;

const targetKey = ({ item, year, by, comparator, value, most, unit, of }: TruthTarget): string =>
  [item, year, by, comparator, value, most, unit, of].map((part) => part ?? '').join('|');

const emptyFacts = (): Record<Field, Set<string>> => ({
  tasks: new Set(),
  lead: new Set(),
  coordinating: new Set(),
  time: new Set(),
  result: new Set(),
  targets: new Set(),
});

/** Facts of a truth file. */
function factsOfTruth({ tasks, targets }: Truth): Facts {
  const facts = emptyFacts();
  for (const { item, lead, coordinating, time, result } of tasks) {
    facts.tasks.add(item);
    for (const unit of lead) facts.lead.add(`${item}|${plainName(unit)}`);
    for (const unit of coordinating) facts.coordinating.add(`${item}|${plainName(unit)}`);
    if (time && isStated(time)) facts.time.add(`${item}|${timeKey(time)}`);
    if (result !== undefined) facts.result.add(`${item}|${result}`);
  }
  for (const target of targets) facts.targets.add(targetKey(target));
  return facts;
}

/** Facts of a plan that stands in the handbook, read by hand from its document. */
function factsOfContent(entries: Entries, plan: string): Facts {
  const facts = emptyFacts();
  for (const { id, data } of entries.tasks) {
    if (!id.startsWith(`${plan}/`)) continue;
    facts.tasks.add(data.item);
    for (const unit of data.lead) facts.lead.add(`${data.item}|${unit}`);
    for (const unit of data.coordinating) facts.coordinating.add(`${data.item}|${unit}`);
    if (isStated(data.time)) facts.time.add(`${data.item}|${timeKey(data.time)}`);
    if (data.result !== null) facts.result.add(`${data.item}|${data.result}`);
  }
  const found = entries.plans.find(({ id }) => id === plan);
  for (const target of found?.data.indicators ?? [])
    facts.targets.add(`${targetKey(target)}|${target.measure}|${target.group}`);
  return facts;
}

/** Facts that are proposed: units by id, or by name where the truth has names. */
function factsOfProposal(proposal: Proposal, units: 'ids' | ReadonlyMap<string, string>): Facts {
  const facts = emptyFacts();
  const named = (id: string): string => (units === 'ids' ? id : plainName(units.get(id) ?? id));
  for (const { item, lead, coordinating, time, result } of proposal.tasks) {
    facts.tasks.add(item);
    for (const unit of lead.value) facts.lead.add(`${item}|${named(unit)}`);
    for (const unit of coordinating.value) facts.coordinating.add(`${item}|${named(unit)}`);
    if (time && isStated(time.value)) facts.time.add(`${item}|${timeKey(time.value)}`);
    if (result.value !== null) facts.result.add(`${item}|${result.value}`);
  }
  for (const { found, group } of proposal.targets)
    facts.targets.add(
      units === 'ids' ? `${targetKey(found)}|${found.measure}|${group?.value ?? ''}` : targetKey(found),
    );
  return facts;
}

const wordsOf = (text: string): Set<string> => new Set(fold(text).match(/[a-z0-9]+/g) ?? []);

/** Results are told in other words by hand: the same when they share seven of ten words. */
function sameResult(one: string, other: string): boolean {
  const [item, ...left] = one.split('|');
  const [otherItem, ...right] = other.split('|');
  if (item !== otherItem) return false;
  const [first, second] = [wordsOf(left.join('|')), wordsOf(right.join('|'))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return (2 * shared) / (first.size + second.size || 1) >= 0.7;
}

/** Compares one field. */
function scoreField(field: Field, proposed: Facts, truth: Facts): Score {
  const [asked, known] = [[...proposed[field]], [...truth[field]]];
  const same = (one: string, other: string): boolean =>
    field === 'result' ? sameResult(one, other) : one === other;
  const wrong = asked.filter((one) => !known.some((other) => same(one, other)));
  const missed = known.filter((one) => !asked.some((other) => same(other, one)));
  return { right: asked.length - wrong.length, proposed: asked.length, truth: known.length, wrong, missed };
}

/** Compares field by field. */
function score(proposed: Facts, truth: Facts): Record<Field, Score> {
  const of = (field: Field): Score => scoreField(field, proposed, truth);
  return {
    tasks: of('tasks'),
    lead: of('lead'),
    coordinating: of('coordinating'),
    time: of('time'),
    result: of('result'),
    targets: of('targets'),
  };
}

/**
 * Facts that no words of the document bear: a unit whose name does not stand at its place, a number of a time
 * or a target that does not, a result or a task that is not the document's.
 */
function inventedIn(
  proposal: Proposal,
  words: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
): string[] {
  const whole = plainName(words.join(' '));
  const bag = new Set(whole.split(' '));
  const invented: string[] = [];
  const bears = (text: string): boolean =>
    plainName(text)
      .split(' ')
      .every((word) => word === '' || bag.has(word));
  for (const { item, title, summary, lead, coordinating, time, result } of proposal.tasks) {
    for (const text of [title.value, summary.value, result.value ?? ''])
      if (!bears(text)) invented.push(`${item}: ${text}`);
    for (const list of [lead, coordinating])
      for (const id of list.value)
        if (!(names.get(id) ?? []).some((name) => bears(name))) invented.push(`${item}: ${id}`);
    if (time?.whys.length === 0)
      for (const number of JSON.stringify(time.value).match(/\d+/g) ?? [])
        if (!time.places.some(({ text }) => numbersOf(text).has(Number(number))))
          invented.push(`${item}: ${number}`);
  }
  for (const { found } of proposal.targets)
    if (!numbersOf(found.told.text).has(found.value)) invented.push(`${found.item}: ${found.value}`);
  return invented;
}

/** Numbers of a text, quarters and their months with them. */
function numbersOf(text: string): ReadonlySet<number> {
  const plain = text.replace(/(?<=\d)\.(?=\d{3})/g, '').replace(/(?<=\d),(?=\d)/g, '.');
  const found = new Set((plain.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
  ['I', 'II', 'III', 'IV'].forEach((roman, index) => {
    if (new RegExp(`qu[ýí].*\\b${roman}\\b`, 'iu').test(text))
      for (const one of [index + 1, index * 3 + 1, index * 3 + 3]) found.add(one);
  });
  return found;
}

/** Names by which the units of a proposal may stand in the document. */
function unitNames(proposal: Proposal, entries: Entries): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ...entries.units.map(({ id, data }): [string, string[]] => [
      id,
      [data.name, ...(data.short === undefined ? [] : [data.short]), ...data.spellings],
    ]),
    ...proposal.units.map(({ id, name }): [string, string[]] => [id, [name]]),
  ]);
}

export interface Measured {
  readonly name: string;
  readonly scores: Record<Field, Score>;
  readonly invented: readonly string[];
  readonly proposal: Proposal;
}

/** One of the campaign's own plans against the entries that were made from it by hand. */
export async function measureSeed(entries: Entries, plan: string): Promise<Measured> {
  const document = await readDocument(readFileSync(`test/intake/seeds/${plan}.txt`), `${plan}.txt`);
  const issuer = entries.plans.find(({ id }) => id === plan)?.data.issuer;
  const proposal = propose(document, entries, { id: plan, ...(issuer === undefined ? {} : { issuer }) });
  const scores = score(factsOfProposal(proposal, 'ids'), factsOfContent(entries, plan));
  return {
    name: plan,
    scores,
    invented: inventedIn(proposal, textsOf(document), unitNames(proposal, entries)),
    proposal,
  };
}

/** A plan of another shape against what was read in it by hand; a unit counts by any name it goes by. */
export async function measurePlan(entries: Entries, truthFile: string): Promise<Measured> {
  const truth = readTruth(truthFile);
  const file = join(dirname(truthFile), truth.file);
  const document = await readDocument(readFileSync(file), basename(file));
  const proposal = propose(document, entries, { id: 'ke-hoach-thu' });
  const names = unitNames(proposal, entries);
  const told = new Set(
    truth.tasks.flatMap(({ lead, coordinating }) => [...lead, ...coordinating]).map(plainName),
  );
  const byTruth = new Map(
    [...names].map(([id, all]): [string, string] => [
      id,
      all.find((name) => told.has(plainName(name))) ?? all[0] ?? id,
    ]),
  );
  const scores = score(factsOfProposal(proposal, byTruth), factsOfTruth(truth));
  return { name: truth.file, scores, invented: inventedIn(proposal, textsOf(document), names), proposal };
}

/** What a person read in a document. */
export const readTruth = (file: string): Truth => truthSchema.parse(parse(readFileSync(file, 'utf8')));
