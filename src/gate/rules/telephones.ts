/** Telephone numbers typed by hand, in any dress: fields, settings and words of the interface, and bodies. */
import { digitsOf, telephonesIn } from '../../domain/telephone.ts';
import { collectionShapes, type Entry } from '../../schemas/collections.ts';
import { fieldKinds } from '../../schemas/fields.ts';
import { schemaAt } from '../../schemas/parts.ts';
import type { Tree } from '../../markdown/tree.ts';
import { fault } from '../faults.ts';
import { entryKey, type Proving } from '../proving.ts';
import { textsOf } from '../texts.ts';
import { unprinted } from './directory.ts';
import { guideLines } from './guide.ts';

/** The numbers that an entry of the directory is about: only there they may stand in sentences. */
function ownNumbers(entry: Entry): ReadonlySet<string> {
  const isContact = (one: Entry): one is Entry<'directory'> => one.collection === 'directory';
  if (!isContact(entry)) return new Set();
  const { numbers, toTry } = entry.data;
  return new Set([...numbers, ...toTry].map(({ number }) => digitsOf(number)));
}

/** Whether a field is made to hold a number, or an address, which has rules of its own. */
const isNumberOrAddress = (entry: Entry, path: readonly (string | number)[]): boolean =>
  schemaAt(collectionShapes[entry.collection].schema, path).some((schema) =>
    ['number', 'address'].includes(fieldKinds.get(schema)?.kind ?? ''),
  );

/** Tells every typed number of every entry, once for each place. */
export function proveTelephones(proving: Proving, trees: ReadonlyMap<string, Tree>): void {
  for (const entry of proving.all)
    proving.guarded(entry, () => {
      const own = ownNumbers(entry);
      for (const { text, path } of textsOf(entry.data, unprinted)) {
        const typed = telephonesIn(text).filter((phone) => !own.has(digitsOf(phone)));
        if (typed.length === 0 || isNumberOrAddress(entry, path)) continue;
        const where = entry.collection === 'programmes' ? 'session' : 'field';
        for (const phone of typed) proving.say(entry, path, fault('typed-phone', { phone, where }));
      }
      // The body of a card is laid out from its fields.
      if (entry.collection !== 'events') proveBody(proving, entry, trees.get(entryKey(entry)));
    });
}

/** Lines as they are written, with props and comments; then as they are read, with entities resolved. */
function proveBody(proving: Proving, entry: Entry, tree: Tree | undefined): void {
  const told = new Set<string>();
  const tell = (text: string, line: number, again: boolean): void => {
    for (const phone of telephonesIn(text)) {
      if (told.has(digitsOf(phone)) && !again) continue;
      told.add(digitsOf(phone));
      proving.sayAt(entry, line, 0, fault('typed-phone', { phone, where: 'body' }));
    }
  };
  const first = proving.places.bodyLine(entry);
  entry.body.split('\n').forEach((text, index) => {
    // Where a link leads is judged as an address.
    tell(text.replace(/\]\([^)]*\)/g, ']'), first + index, true);
  });
  // Spread over the items of a list or the cells of a table.
  let row: string[] = [];
  entry.body.split('\n').forEach((line, index) => {
    for (const cell of line.replace(/^\s*[-*]\s+/, '').split('|')) {
      if (/\S/.test(cell)) row = /^[\d .]+$/.test(cell) ? [...row, cell.trim()] : [];
      if (row.length > 1) tell(row.join(' '), first + index, false);
    }
  });
  for (const { text, line } of tree === undefined ? [] : guideLines(tree)) tell(text, line, false);
}
