/** A reader of entries that knows from earlier builds what stands in files with the same bytes. */
import type { KeptWork } from '../../domain/kept-work.ts';
import { readEntryBytes, type ReadEntry } from '../../gate/read-entry.ts';
import type { EntryReader } from '../../gate/read.ts';
import type { Collection } from '../../schemas/collections.ts';

/** What of an entry without a fault can be written down: everything but how its places are found. */
type Said<C extends Collection> = Omit<ReadEntry<C>, 'locate'>;
const isSaid = <C extends Collection>(value: unknown): value is Said<C> | null =>
  value === null || (typeof value === 'object' && 'data' in value && 'bodyLine' in value);

/** Files with a fault are read each time; so is one that relations give a fault, when its place is asked. */
export function entriesBefore(known: KeptWork): EntryReader {
  return (collection, inside, file, bytes) => {
    let read: ReturnType<typeof readEntryBytes<typeof collection>> | undefined;
    const now = () => (read ??= readEntryBytes(collection, inside, file, bytes));
    const kept = known.again(
      'entry',
      [collection, inside, file, bytes],
      () => {
        const { entry, problems } = now();
        if (entry === undefined || problems.length > 0) return null;
        const { locate: _, ...said } = entry;
        return said;
      },
      isSaid<typeof collection>,
    );
    if (read !== undefined || kept === null) return now();
    const locate = (path: readonly (string | number)[]) =>
      now().entry?.locate(path) ?? { line: 1, column: 1 };
    return { entry: { ...kept, locate }, problems: [] };
  };
}
