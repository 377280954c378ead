/** What may be printed of the directory, wherever it is typed, and what an edition may change in it. */
import { digitsOf } from '../../domain/telephone.ts';
import type { Tree } from '../../markdown/tree.ts';
import type { Entry } from '../../schemas/collections.ts';
import { findReferences } from '../references.ts';
import { collectionShapes } from '../../schemas/collections.ts';
import { fault, type Fault } from '../faults.ts';
import { entryKey, type Proving } from '../proving.ts';
import { textsOf } from '../texts.ts';

/** A number that no page may show, as digits, and the fault that says so. */
interface Withheld {
  readonly digits: string;
  readonly told: Fault;
}

/** The forms in which people write a number: as dialled abroad and at home. */
const formsOf = (number: string): string[] => {
  const digits = digitsOf(number);
  return number.startsWith('+84') ? [digits, `0${digits.slice(2)}`] : [digits];
};

/** All numbers that must not be printed: untried ones that this edition has not called, and refused ones. */
function withheldNumbers({ entries }: Proving): Withheld[] {
  const tested = (entries.site[0]?.data.directory.tested ?? []).flatMap(({ number }) => formsOf(number));
  const printed = entries.directory.flatMap(({ data }) =>
    data.numbers.flatMap(({ number }) => formsOf(number)),
  );
  const free = new Set([...tested, ...printed]);
  return entries.directory.flatMap(({ file, data }) =>
    [
      ...data.toTry.map(({ number }) => ({ number, refused: false })),
      ...data.refused.map(({ number }) => ({ number, refused: true })),
    ].flatMap(({ number, refused }) =>
      formsOf(number)
        .filter((digits) => !free.has(digits))
        .map((digits) => ({ digits, told: fault('withheld-number', { number, entry: file, refused }) })),
    ),
  );
}

/** Withheld numbers in a text, whatever stands between their digits. */
function withheldIn(text: string, all: readonly Withheld[]): Withheld[] {
  if (!/\d{2}/.test(text)) return [];
  const runs = new Set((text.replace(/(?<=\d)[ .\-()]+(?=\d)/g, '').match(/\d+/g) ?? []).map(String));
  return all.filter(({ digits }) => runs.has(digits));
}

/** Fields that editors alone read. */
export const unprinted: ReadonlySet<string> = new Set(['toTry', 'refused', 'doubt', 'copies', 'url']);
type Path = readonly (string | number)[];

function proveWithheld(proving: Proving): void {
  const all = withheldNumbers(proving);
  if (all.length === 0) return;
  for (const entry of proving.all) proving.guarded(entry, () => proveOne(proving, entry, all));
}

function proveOne(proving: Proving, entry: Entry, all: readonly Withheld[]): void {
  for (const { text, path } of textsOf(entry.data, unprinted))
    for (const { told } of withheldIn(text, all)) proving.say(entry, path, told);
  if (isCard(entry)) return;
  entry.body.split('\n').forEach((text, index) => {
    for (const { told } of withheldIn(text, all))
      proving.sayAt(entry, proving.places.bodyLine(entry) + index, 0, told);
  });
}

/** The body of a card is laid out from its fields: what stands in a field is told there alone. */
const isCard = ({ collection }: Entry): boolean => collection === 'events';

/** Ids of the directory that an entry names. */
function named(
  entry: Entry,
  trees: ReadonlyMap<string, Tree>,
): { readonly id: string; readonly path: Path; readonly line?: number }[] {
  const tree = trees.get(entryKey(entry));
  const sections = isCard(entry) ? [] : (tree?.sections ?? []);
  return [
    ...findReferences(collectionShapes[entry.collection].schema, entry.data)
      .filter(({ targets, path }) => targets.includes('directory') && path[0] !== 'directory')
      .map(({ id, path }) => ({ id, path })),
    ...(tree?.mentions ?? [])
      .filter(({ kind }) => kind === 'phone')
      .map(({ id, line }) => ({ id, path: [], line })),
    ...sections.flatMap(({ contacts, line }) => contacts.map((id) => ({ id, path: [], line }))),
  ];
}

/** Proves the directory against everything else: what is withheld, what is hidden, what was called. */
export function proveDirectory(proving: Proving, trees: ReadonlyMap<string, Tree>): void {
  proveWithheld(proving);
  const [site] = proving.entries.site;
  const choices = site?.data.directory;
  if (site === undefined || choices === undefined) return;
  const hidden = new Set(choices.hide);
  if (hidden.size > 0)
    for (const entry of proving.all)
      for (const { id, path, line } of named(entry, trees)) {
        if (!hidden.has(id)) continue;
        if (line === undefined) proving.say(entry, path, fault('hidden-named', { id }));
        else proving.sayAt(entry, line, 0, fault('hidden-named', { id }));
      }
  choices.tested.forEach(({ id, number }, index) => {
    const entry = proving.entries.directory.find((one) => one.id === id);
    if (entry === undefined) return;
    const known = [...entry.data.numbers, ...entry.data.toTry].map((one) => one.number);
    if (!known.some((one) => digitsOf(one) === digitsOf(number)))
      proving.say(
        site,
        ['directory', 'tested', index, 'number'],
        fault('tested-number', { number, id, known }),
      );
  });
}
