/** Sheets of the tally that the device keeps, and sums that come as files. Nothing is sent. */
import { sheetOfFile } from './tally-file.ts';
import { sheetsOf, tallyHash, type TallySheet } from '../../sessions/tally.ts';
import { mayRemember } from '../../client/shared-machine.ts';

const key = 'so-dem';

/** What is kept on this device; empty where nothing is. */
export const keptSheets = (): readonly TallySheet[] =>
  mayRemember() ? sheetsOf(localStorage.getItem(key) ?? '') : [];

/** Keeps sheets; none forgets them. @returns whether the device does as it is told */
export function keepSheets(sheets: readonly TallySheet[]): boolean {
  if (!mayRemember()) return false;
  try {
    if (sheets.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, tallyHash(sheets));
    return true;
  } catch {
    return false;
  }
}

/** The sheets of files; `names` are rows by id. `broken` is the first file that is another table. */
export async function sheetsOfFiles(
  files: Iterable<File>,
  names: ReadonlyMap<string, string>,
): Promise<{ readonly sheets: readonly TallySheet[]; readonly broken?: string }> {
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  const sheets: TallySheet[] = [];
  for (const file of files) {
    const sheet = sheetOfFile(await new Response(file).text(), (name) => ids.get(name));
    if (!sheet) return { sheets, broken: file.name };
    sheets.push(sheet);
  }
  return { sheets };
}
