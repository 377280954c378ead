/** Rules with all that stands on them. */
import { announcementAddress, pages, programmeAddress, ruleAddress, termAddress } from '../domain/address.ts';
import { ruleSentence } from '../domain/rule-words.ts';
import { quotedIn } from '../gate/figures.ts';
import { findReferences } from '../gate/references.ts';
import { entryKey, type Proof } from '../gate/prove.ts';
import { collectionShapes, type Collection, type Entries, type Entry } from '../schemas/collections.ts';
import { need, type Drafts } from './drafts.ts';
import type { Rule, RuleUse, Stall } from './handbook.ts';

/** Where an entry is read, and what it is called. */
type Naming = (entry: Entry) => { readonly text: string; readonly href?: string };

const isAnnouncement = (entry: Entry): entry is Entry<'announcements'> =>
  entry.collection === 'announcements';

/** Guides, lessons and cards of life: each has a number, a page and a sheet that goes out of date. */
const isGuide = (collection: Collection): boolean => ['guides', 'market', 'events'].includes(collection);

/** Fields that name an entry, best first. */
const nameFields = ['title', 'term', 'name', 'short'] as const;

function nameOf(data: object): string {
  for (const field of nameFields) {
    const name: unknown = Object.entries(data).find(([key]) => key === field)?.[1];
    if (typeof name === 'string') return name;
  }
  return '';
}

/** Names by collection; what has no page of its own goes without an address. */
function namer({ guides, easyRead }: Drafts): Naming {
  const ofGuide = (id: string): { text: string; href?: string } => {
    const guide = guides.get(id);
    return guide ? { text: `${guide.data.number}. ${guide.data.title}`, href: guide.address } : { text: id };
  };
  return (entry) => {
    if (isGuide(entry.collection)) return ofGuide(entry.id);
    if (entry.collection === 'easyRead') {
      const easy = easyRead.get(entry.id);
      return { text: easy?.data.title ?? entry.id, ...(easy ? { href: easy.address } : {}) };
    }
    if (isAnnouncement(entry)) {
      const guide = guides.get(entry.data.guide);
      return guide
        ? { text: guide.data.title, href: announcementAddress(guide.data.number) }
        : { text: entry.id };
    }
    const text = nameOf(entry.data) || entry.id;
    if (entry.collection === 'stall') return { text: nameOf(entry.data), href: pages.stall };
    if (entry.collection === 'terms') return { text, href: termAddress(entry.id) };
    if (entry.collection === 'programmes') return { text, href: programmeAddress(entry.id) };
    return { text };
  };
}

/** Rules that fields point at without quoting a figure. */
const ruleReferences = ({ collection, data }: Entry): { readonly id: string }[] =>
  collection === 'stall'
    ? findReferences(collectionShapes.stall.schema, data).filter(({ targets }) => targets.includes('rules'))
    : [];

/** Quotes of one rule by one entry are one use, with their number. */
function usesOf(entries: Entries, { trees }: Pick<Proof, 'trees'>, drafts: Drafts): Map<string, RuleUse[]> {
  const uses = new Map<string, RuleUse[]>();
  const name = namer(drafts);
  for (const entry of Object.values(entries).flat()) {
    const quoted = [
      ...quotedIn(entry.data),
      ...ruleReferences(entry),
      ...(trees.get(entryKey(entry))?.mentions.filter(({ kind }) => kind === 'rule') ?? []),
    ];
    for (const id of new Set(quoted.map((quote) => quote.id))) {
      const times = quoted.filter((quote) => quote.id === id).length;
      const use = { collection: entry.collection, id: entry.id, file: entry.file, times, ...name(entry) };
      uses.set(id, [...(uses.get(id) ?? []), use]);
    }
  }
  return uses;
}

/** Collections in the order in which an editor looks through what stands on a rule. */
const looked: readonly Collection[] = [
  'guides',
  'market',
  'events',
  'easyRead',
  'programmes',
  'announcements',
  'terms',
];
const placeOf = (collection: Collection): number =>
  (looked.indexOf(collection) + looked.length + 1) % (looked.length + 1);

/** All rules by id, and the guides that stand on them get their lists. `written` still names the figures. */
export function joinRules(written: Entries, proof: Pick<Proof, 'trees'>, drafts: Drafts): Rule[] {
  const uses = usesOf(written, proof, drafts);
  const rules = written.rules.map(({ id, data, file }): Rule => ({
    id,
    data,
    file,
    address: ruleAddress(id),
    sentence: ruleSentence(data),
    uses: [...(uses.get(id) ?? [])].sort((a, b) => placeOf(a.collection) - placeOf(b.collection)),
  }));
  for (const rule of rules)
    for (const use of rule.uses) if (isGuide(use.collection)) drafts.guides.get(use.id)?.rules.push(rule);
  return rules;
}

/** Questions about a stall, with the rules and guides that its duties name. */
export function joinStall(
  { stall: [entry] }: Entries,
  { guides }: Drafts,
  rules: readonly Rule[],
): Stall | undefined {
  if (entry === undefined) return undefined;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const duties = entry.data.duties.map(({ due, rule, guide, ...duty }) => ({
    ...duty,
    ...(due ? { due: { ...due, rule: need(byId, due.rule) } } : {}),
    ...(rule === undefined ? {} : { rule: need(byId, rule) }),
    ...(guide === undefined ? {} : { guide: need(guides, guide) }),
  }));
  return { ...entry.data, duties };
}
