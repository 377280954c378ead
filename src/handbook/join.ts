/**
 * Joins proven entries to the Handbook, in two phases: drafts of all entries (`drafts.ts`), then what points
 * back (`links.ts`,
 * `join-sessions.ts`). What comes out is closed to writing. Pure: no Astro, so that pages, formats and
 * commands all see the same.
 */
import { photoAddress, propAddress } from '../domain/address.ts';
import { withRules } from '../gate/figures.ts';
import type { Proof } from '../gate/prove.ts';
import { defaultLanguage } from '../domain/language.ts';
import { collator } from '../vietnamese/text.ts';
import type { Entries } from '../schemas/collections.ts';
import type { MeasuredData } from '../schemas/measured.ts';
import type { Redirect } from '../schemas/edition.ts';
import type { WithdrawnData } from '../schemas/withdrawn.ts';
import { draftAll, need, needAll, treeOf, type Draft, type Drafts } from './drafts.ts';
import type { Contact, FreePage, Guide, Handbook, Measured, PrintKit, Shelf, Term } from './handbook.ts';
import { joinDirectory } from './join-directory.ts';
import { joinChecks, joinDrills, joinPractices, joinProgrammes } from './join-sessions.ts';
import { borrowPicks, levelPlace, linkAll, pickFor } from './links.ts';
import { joinRules, joinStall } from './join-rules.ts';
import { looksDigest } from './looks.ts';

const inOrder = (a: { readonly data: { readonly order: number } }, b: typeof a): number =>
  a.data.order - b.data.order;

const joinRecordings = ({ recordings }: Entries, { guides }: Drafts) =>
  recordings.map((one) => ({ ...one, guide: need(guides, one.data.guide) }));

/**
 * Shelves with something on them: an edition may have left out all guides of one, and it has no page then.
 */
const filled = (shelves: ReadonlyMap<string, Draft<Shelf>>): Draft<Shelf>[] =>
  [...shelves.values()].filter(({ guides }) => guides.length > 0);

/**
 * Joins proven entries. Call only when `proof.problems` is empty. @throws Error when a reference leads
 * nowhere
 */
export function joinHandbook(written: Entries, proof: Pick<Proof, 'trees'>): Handbook {
  const entries = withRules(written);
  const drafts = draftAll(entries, proof);
  const linked = linkAll(drafts, entries);
  const programmes = joinProgrammes(entries, drafts, linked);
  for (const { page, name, ...pick } of entries.printKit[0]?.data.serves ?? [])
    pickFor(drafts, [pick], { kind: 'form', page, name });
  borrowPicks(drafts);
  const drills = joinDrills(entries, drafts);
  const checks = joinChecks(entries, drafts, drills);
  const madeUp = entries.madeUp[0]?.data;
  const directory = joinDirectory(entries.directory, only(entries.site));
  const rules = joinRules(written, proof, drafts);
  for (const map of Object.values(drafts)) for (const draft of map.values()) close(draft);
  const guides = [...drafts.guides.values()];
  const stall = joinStall(entries, drafts, rules);
  return close({
    site: only(entries.site),
    words: only(entries.words.filter(({ id }) => id === defaultLanguage)),
    guides,
    byId: drafts.guides,
    easyRead: [...drafts.easyRead.values()],
    topics: filled(drafts.topics).sort(inOrder),
    tracks: filled(drafts.tracks).sort(inOrder),
    audiences: [...drafts.audiences.values()].sort(inOrder),
    areas: [...drafts.areas.values()].sort(inOrder),
    skills: [...drafts.skills.values()].sort((a, b) => collator.compare(a.data.code, b.data.code)),
    workstreams: [...drafts.workstreams.values()].sort(inOrder),
    plans: [...linked.plans],
    tasks: [...linked.tasks],
    units: [...drafts.units.values()].sort(
      (a, b) =>
        levelPlace(a.data.level) - levelPlace(b.data.level) || collator.compare(a.data.name, b.data.name),
    ),
    terms: joinTerms(entries, guides, drafts),
    directory,
    rules,
    emergencies: joinEmergencies(entries, drafts, directory),
    ...(entries.danger[0] === undefined ? {} : { danger: entries.danger[0].data }),
    ...(entries.boundNames[0] === undefined ? {} : { boundNames: entries.boundNames[0].data }),
    ...(entries.measured[0] === undefined ? {} : { measured: measuredOf(entries.measured[0].data) }),
    modes: [...entries.modes]
      .sort(inOrder)
      .map((mode) => ({ id: mode.id, data: mode.data, file: mode.file, tree: treeOf(mode, proof) })),
    pages: joinPages(entries, proof),
    programmes,
    practices: joinPractices(entries, drafts, programmes),
    props: entries.props.map(({ id, data, file }) => ({ id, data, file, address: propAddress(id) })),
    photos: entries.photos.map(({ id, data, file }) => ({ id, data, file, address: photoAddress(id) })),
    drills,
    checks,
    recordings: joinRecordings(entries, drafts),
    ...(madeUp ? { madeUp } : {}),
    printKit: joinPrintKit(entries, drafts),
    ...(stall ? { stall } : {}),
    ...joinMoved(entries, drafts),
    indicators: linked.indicators,
    edition: newestCheck(entries),
  });
}

const measuredOf = (data: MeasuredData): Measured => ({ data, current: data.digest === looksDigest() });

/** Closes an object and its lists to writing. */
function close<T extends object>(joined: T): T {
  for (const value of Object.values(joined)) if (Array.isArray(value)) Object.freeze(value);
  return Object.freeze(joined);
}

/** The addresses that stand on paper under the number of a guide that was taken out. */
const leadingTo = ({ number, address, date, reason }: WithdrawnData): Redirect[] =>
  ['', 'kiem/', 'in/', 'loa/', 'nhung/', 'trinh-chieu/'].map((form) => ({
    from: `/${form}${number}/`,
    to: address,
    date,
    reason,
  }));

/** Addresses that lead on, and guides that were taken out. */
const joinMoved = (entries: Entries, drafts: Drafts): Pick<Handbook, 'redirects' | 'withdrawn'> => ({
  redirects: [
    ...(entries.redirects[0]?.data.redirects ?? []),
    ...entries.withdrawn.flatMap(({ data }) => leadingTo(data)),
  ],
  withdrawn: entries.withdrawn.map(({ data }) => ({
    ...data,
    instead: needAll(drafts.guides, data.instead),
  })),
});

/** The data of a collection of one entry. */
function only<D>([entry]: readonly { readonly data: D }[]): D {
  if (entry === undefined) throw new Error('Thiếu tệp của cả sổ tay trong content/ (an entry is missing).');
  return entry.data;
}

/** Terms in dictionary order, with the guides that name or explain them. */
function joinTerms(entries: Entries, guides: readonly Guide[], drafts: Drafts): Term[] {
  const mentioned = new Map<string, Guide[]>();
  for (const guide of guides) {
    const terms = guide.tree.mentions.filter(({ kind }) => kind === 'term').map(({ id }) => id);
    for (const id of new Set(terms)) mentioned.set(id, [...(mentioned.get(id) ?? []), guide]);
  }
  return [...entries.terms]
    .sort((a, b) => collator.compare(a.data.term, b.data.term))
    .map(({ id, data, file }) => ({
      id,
      data,
      file,
      address: `/tu-dien/#${id}`,
      guides: [...new Set<Guide>([...needAll(drafts.guides, data.guides), ...(mentioned.get(id) ?? [])])],
    }));
}

/** Free pages, each under the one that it belongs to. */
function joinPages(entries: Entries, proof: Pick<Proof, 'trees'>): FreePage[] {
  const drafts = new Map(
    entries.pages.map((entry): [string, Draft<FreePage>] => {
      const { id, data, file } = entry;
      return [id, { id, data, file, address: data.address, tree: treeOf(entry, proof) }];
    }),
  );
  for (const page of drafts.values())
    if (page.data.under !== undefined) page.under = need(drafts, page.data.under);
  return [...drafts.values()].sort(inOrder).map(close);
}

function joinEmergencies(
  entries: Entries,
  { guides }: Drafts,
  directory: readonly Contact[],
): Handbook['emergencies'] {
  const calls = new Map(directory.map((contact) => [contact.id, contact]));
  return [...entries.emergencies].sort(inOrder).map(({ id, data }) => ({
    id,
    data,
    ...(data.guide === undefined ? {} : { guide: need(guides, data.guide) }),
    calls: needAll(calls, data.calls),
  }));
}

function joinPrintKit(entries: Entries, { guides }: Drafts): PrintKit {
  const kit = entries.printKit[0]?.data;
  const named = (ids?: readonly string[]): Guide[] => needAll(guides, ids);
  return {
    posters: named(kit?.posters),
    mentorCards: (kit?.mentorCards ?? []).map((card) => ({
      title: card.title,
      guides: named(card.guides),
    })),
    family: named(kit?.family),
    familyNumbers: kit?.familyNumbers ?? [],
    festival: named(kit?.festival),
  };
}

/** Newest day on which any entry was checked. */
function newestCheck(entries: Entries): string {
  let newest = '1970-01-01';
  for (const { data } of Object.values(entries).flat())
    if ('checked' in data && typeof data.checked === 'string' && data.checked > newest) newest = data.checked;
  return newest;
}
