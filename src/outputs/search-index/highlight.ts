/** Which words of a text really answer a question, for marking. Pure. */
import { oneWriting } from '../../search/syllables.ts';
import { fold } from '../../vietnamese/diacritics.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import type { Query } from '../../search/query.ts';

/** The text in runs; those that match are hits. Joined, the runs are the text. */
export function runs(text: string, query: Query, index: PassageIndex): { text: string; hit: boolean }[] {
  const wanted = new Map<number, Set<number> | 'any'>();
  for (const group of query.groups) {
    if (group.weight < 0.3) continue;
    for (const alternative of group.alternatives) {
      if (alternative.weight < 0.5) continue;
      const before = wanted.get(alternative.fold);
      if (alternative.word === undefined || before === 'any') wanted.set(alternative.fold, 'any');
      else wanted.set(alternative.fold, (before ?? new Set<number>()).add(alternative.word));
    }
  }
  // Stop words are marked only beside another hit, else a line is all marks.
  const stops = new Set(
    query.groups
      .filter((group) => group.weight < 1 && group.for === undefined)
      .flatMap((group) => group.alternatives.map((alternative) => alternative.fold)),
  );
  const nfc = text.normalize('NFC');
  const parts = nfc.split(/([\p{L}\p{N}]+)/u).map((part, position) => {
    if (position % 2 === 0) return { text: part, hit: false, stop: false };
    const word = oneWriting(part.toLowerCase());
    const id = index.lexicon.foldId(fold(word));
    const want = id === undefined ? undefined : wanted.get(id);
    const hit = want === 'any' || want?.has(index.lexicon.wordId(word) ?? -1) === true;
    return { text: part, hit, stop: hit && id !== undefined && stops.has(id) };
  });
  const solid = (position: number): boolean => parts[position]?.hit === true && !parts[position].stop;
  const out: { text: string; hit: boolean }[] = [];
  parts.forEach((part, position) => {
    const hit = part.hit && (!part.stop || solid(position - 2) || solid(position + 2));
    const last = out[out.length - 1];
    if (last?.hit === hit) last.text += part.text;
    // A space between two marked words belongs to the mark.
    else if (part.text.trim() === '' && last?.hit && parts[position + 1]?.hit === true)
      last.text += part.text;
    else if (part.text !== '') out.push({ text: part.text, hit });
  });
  return out;
}
