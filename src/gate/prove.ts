/**
 * Ring 2 of the checks: what holds between entries. Pure; the same rules run in the command-line check and in
 * the build.
 */
import type { Tree } from '../markdown/tree.ts';
import { collectionShapes, type Entries, type Entry } from '../schemas/collections.ts';
import type { Problem } from '../domain/problem.ts';
import { entryKey, noPlaces, Proving, type Places } from './proving.ts';
import { ReadBodies } from './read-bodies.ts';
import { proveAnnouncement } from './rules/announcement.ts';
import { proveDirectory } from './rules/directory.ts';
import { guideLines, proveEasyRead, proveGuide } from './rules/guide.ts';
import { proveHosts } from './rules/hosts.ts';
import { letterFaults } from './rules/letters.ts';
import { proveDevices, proveFilters, proveMarks } from './rules/marks.ts';
import { proveLimits } from './rules/too-many.ts';
import { modeProblems } from './rules/modes.ts';
import { proveNames, proveNumbers } from './rules/numbers.ts';
import { provePageAddresses, provePageBodies } from './rules/pages.ts';
import { provePlans, proveUnitNames, proveUnseen } from './rules/plans.ts';
import { proveMarkup } from './rules/markup.ts';
import { proveRedirects } from './rules/redirects.ts';
import { figureFinder, withRules } from './figures.ts';
import { proveQuotes, proveTyped } from './rules/rules-register.ts';
import { proveFolders, proveMentions, proveReferences } from './rules/references.ts';
import { proveAnnouncementNames, provePractices, proveProgrammes } from './rules/teaching.ts';
import { proveStarts } from './rules/starts.ts';
import { proveRepeats } from './rules/repeats.ts';
import { proveDays, proveRanges, proveRoles, proveTimes } from './rules/time.ts';
import { proveTitles } from './rules/titles.ts';
import { proveTelephones } from './rules/telephones.ts';
import { proveWords } from './rules/words.ts';
import { circle } from './rules/unique.ts';

export { entryKey, type Places } from './proving.ts';

/** The result: every problem, and the trees that were parsed on the way. */
export interface Proof {
  readonly problems: Problem[];
  /** Parsed bodies by `collection/id`. */
  readonly trees: ReadonlyMap<string, Tree>;
}

/** What earlier proofs of this process read: `npm run dev` proves everything at each change. */
const readBefore = new ReadBodies();

/** Proves all relations and parses all bodies, but those in `bodies` that are as they were. */
export function prove(entries: Entries, places: Places = noPlaces, bodies = readBefore): Proof {
  const proving = new Proving(withRules(entries), places);
  proveQuotes(proving, entries);
  for (const entry of proving.all) proving.guarded(entry, () => proveReferences(proving, entry));
  proveFolders(proving);
  proveNumbers(proving);
  proveNames(proving);
  proveRanges(proving);
  proveRoles(proving);
  proveDays(proving);
  proveTimes(proving);
  proveTitles(proving);
  proveLimits(proving);
  proveRepeats(proving);
  proveMarkup(proving);
  proveMarks(proving);
  proveFilters(proving);
  proveDevices(proving);
  provePlans(proving);
  proveUnseen(proving);
  proveWords(proving);
  proveUnitNames(proving);
  proveCircles(proving);
  proveStarts(proving);
  proveRedirects(proving);
  provePageAddresses(proving);
  proving.problems.push(...modeProblems(proving.entries.modes));
  const trees = proveBodies(proving, bodies);
  provePageBodies(proving, trees);
  proveTyped(proving, entries, trees, bodies.parse);
  proveDirectory(proving, trees);
  proveTelephones(proving, trees);
  proveHosts(proving, trees);
  proveProgrammes(proving, trees);
  provePractices(proving);
  proveAnnouncementNames(proving);
  for (const announcement of proving.entries.announcements)
    proving.guarded(announcement, () => proveAnnouncement(proving, announcement, trees));
  return { problems: proving.problems, trees };
}

/** Chains that must not run in a circle. */
function proveCircles({ entries, numbered, say }: Proving): void {
  const parent = (entry: Entry<'audiences'> | Entry<'units'>): string[] =>
    entry.data.parent === undefined ? [] : [entry.data.parent];
  circle(numbered, (entry) => entry.data.before, 'before', say);
  circle(entries.audiences, parent, 'parent', say);
  circle(entries.units, parent, 'parent', say);
  circle(entries.pages, (entry) => (entry.data.under === undefined ? [] : [entry.data.under]), 'under', say);
  circle(entries.plans, (entry) => entry.data.carriesOut, 'carriesOut', say);
}

const isGuide = (entry: Entry): entry is Entry<'guides'> => entry.collection === 'guides';
const isLesson = (entry: Entry): entry is Entry<'market'> => entry.collection === 'market';
const isCard = (entry: Entry): entry is Entry<'events'> => entry.collection === 'events';
const isEasyRead = (entry: Entry): entry is Entry<'easyRead'> => entry.collection === 'easyRead';

/** Letters that entities bring in, which the bytes do not show. */
function proveEntities(proving: Proving, entry: Entry, tree: Tree): void {
  if (!/&#?\w+;/.test(entry.body)) return;
  const told = new Set(
    entry.body.split('\n').flatMap((line) => letterFaults(line).map((one) => one.fault.rule)),
  );
  for (const { text, line } of guideLines(tree))
    for (const { fault: found } of letterFaults(text))
      if (!told.has(found.rule)) proving.sayAt(entry, line, 0, found);
}

/** Every body, by the grammar of its collection and the rules of its kind. */
function proveBodies(proving: Proving, bodies: ReadBodies): ReadonlyMap<string, Tree> {
  bodies.begin(proving.entries.rules);
  const trees = new Map<string, Tree>();
  const find = figureFinder(proving.entries.rules);
  for (const entry of proving.all)
    proving.guarded(entry, () => {
      const grammar = collectionShapes[entry.collection].body;
      if (grammar === undefined) return;
      const firstLine = proving.places.bodyLine(entry);
      const { tree, problems } = bodies.of(entry, grammar, firstLine, find);
      for (const problem of problems)
        proving.problems.push({ ...problem, ...proving.places.laidOut?.(entry, problem.line) });
      trees.set(entryKey(entry), tree);
      proveMentions(proving, entry, tree);
      proveEntities(proving, entry, tree);
      if (isGuide(entry) || isLesson(entry) || isCard(entry))
        proveGuide(proving, entry, tree, problems.length === 0);
      if (isEasyRead(entry) && problems.length === 0) proveEasyRead(proving, entry, tree);
    });
  return trees;
}
