/** Every id that an entry names, in its fields, its folder and its body. */
import { collectionShapes, type Entry } from '../../schemas/collections.ts';
import type { Tree } from '../../markdown/tree.ts';
import { numbered } from '../../schemas/fields.ts';
import { fault } from '../faults.ts';
import { folderOf, type Proving } from '../proving.ts';
import { findReferences } from '../references.ts';
import { partFault } from './rules-register.ts';
import { unknownUnit } from './plans.ts';

const chained: ReadonlySet<string> = new Set(['before', 'parent', 'under', 'carriesOut']);

/** Declared references of one entry: each leads somewhere, none twice in one list. */
export function proveReferences(proving: Proving, entry: Entry): void {
  const seen = new Set<string>();
  for (const { id, path, targets } of findReferences(collectionShapes[entry.collection].schema, entry.data)) {
    if (!proving.has(id, targets))
      proving.say(
        entry,
        path,
        targets.includes('units')
          ? unknownUnit(proving, entry, id)
          : fault('dangling', {
              id,
              cure: proving.suggest(id, targets),
              targets: `reference to ${targets.join('|')}`,
            }),
      );
    // Fields that must not run in a circle say so themselves.
    if (
      id === entry.id &&
      targets.some((target) => target === entry.collection) &&
      !chained.has(String(path[0]))
    )
      proving.say(entry, path, fault('self', { id }));
    if (typeof path.at(-1) !== 'number') continue;
    const key = `${path.slice(0, -1).join('.')} ${id}`;
    if (seen.has(key)) proving.say(entry, path, fault('repeated', { id }));
    seen.add(key);
  }
}

/** Folders that are themselves references. */
export function proveFolders(proving: Proving): void {
  for (const [collection, target] of [
    ['tasks', 'plans'],
    ['guides', 'topics'],
    ['market', 'tracks'],
    ['events', 'topics'],
  ] as const) {
    for (const entry of proving.entries[collection]) {
      const folder = folderOf(entry.id);
      if (!proving.has(folder, [target]))
        proving.say(entry, [], fault('folder', { folder, target, cure: proving.suggest(folder, [target]) }));
    }
  }
}

const mentioned = {
  term: ['terms'],
  phone: ['directory'],
  guide: numbered,
  rule: ['rules'],
  audience: ['audiences'],
  task: ['tasks'],
  topic: ['topics'],
  plan: ['plans'],
  photo: ['photos'],
} as const;

/** Ids in a body: terms, telephone numbers, guides, whom to call. */
export function proveMentions(proving: Proving, entry: Entry, tree: Tree): void {
  for (const { kind, id, part, line, column } of tree.mentions) {
    // Addresses, named blocks and offered forms of free pages have rules of their own.
    if (kind === 'page' || kind === 'block' || kind === 'form') continue;
    if (!proving.has(id, mentioned[kind]))
      proving.sayAt(
        entry,
        line,
        column,
        fault('dangling', { id, cure: proving.suggest(id, mentioned[kind]), targets: kind }),
      );
    else if (kind === 'guide' && id === entry.id) proving.sayAt(entry, line, column, fault('self', { id }));
    else if (kind === 'rule') {
      const found = partFault(proving, { id, part });
      if (found !== undefined) proving.sayAt(entry, line, column, found);
    }
  }
  // Whom a card names to call is a field of its own, proven with its other references.
  for (const section of entry.collection === 'events' ? [] : tree.sections) {
    for (const [index, id] of section.contacts.entries())
      if (section.contacts.indexOf(id) < index)
        proving.sayAt(entry, section.line, 0, fault('repeated', { id }));
      else if (!proving.has(id, ['directory']))
        proving.sayAt(
          entry,
          section.line,
          0,
          fault('dangling', {
            id,
            what: 'số gọi',
            cure: proving.suggest(id, ['directory']),
            targets: 'directory',
          }),
        );
  }
}
