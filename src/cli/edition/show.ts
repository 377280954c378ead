/**
 * What an edition shows of the handbook. Whatever it leaves out goes with all that names it: a name in a list
 * is taken out of the list, a row about it goes, a page that is about it alone goes too. Texts keep their
 * lines. Only a list that may not be empty refuses.
 */
import { isMap } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { numbered } from '../../schemas/fields.ts';
import { findReferences } from '../../gate/references.ts';
import { collectionNames, collectionShapes, type Collection } from '../../schemas/collections.ts';
import { sectionFolders, showSchema, type Show } from '../../schemas/show.ts';
import { nearest } from '../../vietnamese/text.ts';
import { cut, documentOf, lineAt } from './cut.ts';
import { droppable, mayBeEmpty } from './droppable.ts';
import type { ViewFile } from './mount.ts';

/** An entry of the view, by where it lies. */
interface Place {
  readonly inside: string;
  readonly collection: Collection;
  readonly id: string;
}

/** The view without what is not shown. */
interface Pruned {
  readonly files: ReadonlyMap<string, ViewFile>;
  readonly problems: readonly Problem[];
}

/** What the settings say of `show`; all of the handbook where they say nothing, or say it wrongly. */
export function showOf(settings: Buffer): Show {
  const document = documentOf(settings.toString('utf8'));
  if (document.errors.length > 0 || !isMap(document.contents)) return {};
  const wanted: unknown = document.toJS();
  const read = z.object({ show: showSchema }).safeParse(wanted);
  return read.success ? read.data.show : {};
}

/**
 * Ids that the settings show or leave out and that the handbook does not have. A misspelt group would
 * empty every list that names the right one, so it is told alone, before anything is taken out. A file
 * that is left out may be gone from a newer handbook: that stops nothing. Plans are told by the gate: one's
 * own may be still to be written.
 */
export function unknownShown(
  files: ReadonlyMap<string, ViewFile>,
  settings: Buffer,
  file: string,
): { readonly problems: Problem[]; readonly notices: Problem[] } {
  const text = settings.toString('utf8');
  const show = showOf(settings);
  const known = [...files.keys()].map((inside) => inside.replace(/^content\/|\.\w+$/g, ''));
  const unknown = (list: 'audiences' | 'practices' | 'without', folder = '') => {
    const names = known.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
    return (show[list] ?? []).flatMap((id, index) => {
      if (names.includes(id)) return [];
      const path = ['show', list, index];
      const place = { line: lineAt(documentOf(text), text, path), field: path.join('.') };
      return [{ id, like: nearest(id, names), place }];
    });
  };
  const problems = (['audiences', 'practices'] as const).flatMap((list) =>
    unknown(list, `${list}/`).map(({ id, like, place }) => {
      const cure = like === undefined ? `chọn một mã có trong content/${list}` : `có phải “${like}”?`;
      return problemAt(file, fault('dangling', { id, cure, targets: `reference to ${list}` }), place);
    }),
  );
  const notices = unknown('without').map(({ place, ...found }) =>
    problemAt(file, fault('show-without', found), place),
  );
  return { problems, notices };
}

/** Takes out of the view what the settings do not show. */
export function prune(files: ReadonlyMap<string, ViewFile>, show: Show): Pruned {
  if (Object.keys(show).length === 0) return { files, problems: [] };
  const places = [...files.keys()].flatMap((inside) => placeOf(inside) ?? []);
  const gone = new Gone(places, files, show);
  const pruned = new Map(files);
  let problems: Problem[] = [];
  // What goes may take others with it.
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    problems = [];
    for (const place of places) {
      const file = files.get(place.inside);
      if (file === undefined || gone.has(place)) continue;
      const left = without(place, file, gone);
      if (left === undefined) gone.add(place);
      else {
        pruned.set(place.inside, { ...file, bytes: left.bytes });
        problems.push(...left.problems);
      }
    }
    for (const unit of idleUnits(places, files, pruned, gone)) gone.add(unit);
  }
  for (const place of places) if (gone.has(place)) pruned.delete(place.inside);
  return { files: pruned, problems };
}

/** Offices that only plans and tasks name that are not shown: they would stand in lists with nothing to do. */
function idleUnits(
  places: readonly Place[],
  files: ReadonlyMap<string, ViewFile>,
  pruned: ReadonlyMap<string, ViewFile>,
  gone: Gone,
): Place[] {
  const textOf = (file: ViewFile | undefined): string => file?.bytes.toString('utf8') ?? '';
  const isCampaign = ({ collection }: Place): boolean => collection === 'plans' || collection === 'tasks';
  const hidden = places.filter((place) => isCampaign(place) && gone.has(place));
  if (hidden.length === 0) return [];
  const before = hidden.map(({ inside }) => textOf(files.get(inside))).join('\n');
  const named = places.filter(
    (place) => place.collection === 'units' && !gone.has(place) && before.includes(place.id),
  );
  const texts = places
    .filter((place) => !gone.has(place))
    .map(({ inside }) => ({ inside, text: textOf(pruned.get(inside)) }));
  return named.filter(
    ({ id, inside }) => !texts.some((other) => other.inside !== inside && other.text.includes(id)),
  );
}

/** Entries that are not shown. */
class Gone {
  readonly #gone = new Set<string>();
  readonly #there: ReadonlySet<string>;
  readonly #ids = new Set<string>();

  readonly #files: ReadonlyMap<string, ViewFile>;

  constructor(places: readonly Place[], files: ReadonlyMap<string, ViewFile>, show: Show) {
    this.#files = files;
    this.#there = new Set(places.map(keyOf));
    for (const place of places) if (!isShown(place, show)) this.add(place);
  }

  get size(): number {
    return this.#gone.size;
  }

  add(place: Place): void {
    this.#gone.add(keyOf(place));
    this.#ids.add(place.id);
  }

  has = (place: Omit<Place, 'inside'>): boolean => this.#gone.has(keyOf(place));

  /** Whether a text may name something that is gone; quick, and wrong only on the safe side. */
  mayBeIn = (text: string): boolean => [...this.#ids].some((id) => text.includes(id));

  /** The title of a guide that is gone, in the quotation marks of a sentence and safe in a line of YAML. */
  titleOf = (id: string): string => {
    const inside = [...this.#files.keys()].find(
      (path) => path.includes(`/${id}.`) && /^content\/(?:guides|market|events)\//.test(path),
    );
    const text = inside === undefined ? '' : (this.#files.get(inside)?.bytes.toString('utf8') ?? '');
    const title = /^title: *(?:"((?:[^"\\]|\\.)*)"|'(.*)'|(.*?)) *$/m.exec(text);
    const words = title?.slice(1).find((one: string | undefined) => one !== undefined) ?? id;
    return `“${words.replace(/[\\"“”]/g, '').replace(/: /g, ' – ')}”`;
  };

  /** Whether a reference leads to what is gone, and to nothing else. */
  leadsTo = (id: string, targets: readonly Collection[]): boolean => {
    const keys = targets.map((collection) => keyOf({ collection, id }));
    const known = keys.filter((key) => this.#there.has(key));
    return known.length > 0 && known.every((key) => this.#gone.has(key));
  };
}

const keyOf = ({ collection, id }: Omit<Place, 'inside'>): string => `${collection} ${id}`;

function isShown({ inside, collection, id }: Place, show: Show): boolean {
  const listed = (list: readonly string[] | undefined, name = id): boolean => list?.includes(name) ?? true;
  if (show.without?.includes(inside.replace(/^content\/|\.\w+$/g, ''))) return false;
  const section = sectionFolders.find((folder) => folder === collectionShapes[collection].folder);
  if (section !== undefined) return listed(show.sections, section);
  if (collection === 'plans') return listed(show.plans);
  if (collection === 'tasks') return listed(show.plans, id.split('/')[0]);
  if (collection === 'audiences') return listed(show.audiences);
  return collection === 'practices' ? listed(show.practices) : true;
}

/** Patterns of the collections, as expressions over paths. */
const patterns = collectionNames.map((collection) => {
  const { folder, pattern } = collectionShapes[collection];
  const start = folder === '' ? 'content/' : `content/${folder}/`;
  const expression = pattern.replaceAll('.', '\\.').replaceAll('*', '[^/.][^/]*');
  return { collection, start, pattern: new RegExp(`^${expression}$`) };
});

function placeOf(inside: string): Place | undefined {
  const found = patterns.find(
    ({ start, pattern }) => inside.startsWith(start) && pattern.test(inside.slice(start.length)),
  );
  if (found === undefined) return undefined;
  const { collection, start } = found;
  return { inside, collection, id: inside.slice(start.length).replace(/\.\w+$/, '') };
}

/** What is left of a file when what it names is gone; undefined when it is about that alone. */
function without(
  { collection }: Place,
  { bytes, origin }: ViewFile,
  gone: Gone,
): { readonly bytes: Buffer; readonly problems: Problem[] } | undefined {
  const whole = bytes.toString('utf8');
  if (!gone.mayBeIn(whole)) return { bytes, problems: [] };
  const text = unnamed(whole, gone);
  const parts = /^(---[ \t]*\n)([\s\S]*?\n)(---[ \t]*(?:\n[\s\S]*)?)$/.exec(text);
  const [opening = '', head = text, body = ''] = parts?.slice(1) ?? [];
  const document = documentOf(head);
  const { schema } = collectionShapes[collection];
  const data: unknown = document.toJS();
  const references = findReferences(schema, data).filter(({ id, targets }) => gone.leadsTo(id, targets));
  const wanted = references.map(({ path }) => droppable(schema, path));
  const drops = wanted.filter((drop) => drop !== undefined);
  if (drops.length < wanted.length) return undefined;
  const emptied = mayBeEmpty(schema, data, drops);
  const cutHead = cut(document, head, emptied.drops);
  // Too few are left of a list, or of too many kinds: named is what spoils it by itself.
  const alone = (drop: (typeof drops)[number]): boolean => spoilt(schema, data, cut(document, head, [drop]));
  const spoils = emptied.refused.length === 0 && spoilt(schema, data, cutHead);
  const guilty = spoils ? drops.filter(alone) : [];
  const refused = spoils ? (guilty.length > 0 ? guilty : drops) : emptied.refused;
  const problems = refused.map((path) => {
    const field = path.join('.');
    const within = references.filter((one) => path.every((step, index) => step === one.path[index]));
    const line = lineAt(document, head, path) + (opening === '' ? 0 : 1);
    return problemAt(origin, fault('show-empty', { field, named: within.map(({ id }) => id) }), {
      line,
      field,
    });
  });
  return { bytes: Buffer.from(`${opening}${cutHead}${body}`), problems };
}

/** Whether an entry that was right is so no more. */
const spoilt = (schema: z.ZodType, before: unknown, after: string): boolean =>
  schema.safeParse(before).success && !schema.safeParse(documentOf(after).toJS()).success;

/**
 * A text whose lists of what is gone are gone, and whose mentions of a guide that is gone say its title, as
 * one speaks of what is not at hand.
 */
function unnamed(text: string, gone: Gone): string {
  return text
    .replace(/<Guides\s+(audience|task)="([^"]+)"\s*\/>/g, (block, by: string, id: string) =>
      gone.leadsTo(id, [by === 'audience' ? 'audiences' : 'tasks']) ? '' : block,
    )
    .replace(/<Guide\s+id="([^"]+)"\s*\/>/g, (mention, id: string) =>
      gone.leadsTo(id, numbered) ? gone.titleOf(id) : mention,
    );
}
