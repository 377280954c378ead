/** Which words of a text really answer a question, for marking. Pure. */
import { canonical } from '../vietnamese/tone.ts';
import { fold } from '../vietnamese/text.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Query } from './query.ts';

/** The text in runs; those that match are hits. Joined, the runs are the text. */
export function runs(text: string, query: Query, index: PassageIndex): { text: string; hit: boolean }[] {
  const wanted = new Map<number, Set<number> | 'any'>();
  for (const g of query.groups) {
    if (g.weight < 0.3) continue;
    for (const a of g.alternatives) {
      if (a.weight < 0.5) continue;
      const before = wanted.get(a.fold);
      if (a.word === undefined || before === 'any') wanted.set(a.fold, 'any');
      else wanted.set(a.fold, (before ?? new Set<number>()).add(a.word));
    }
  }
  // Stop words are marked only beside another hit, else a line is all marks.
  const stops = new Set(
    query.groups
      .filter((g) => g.weight < 1 && g.for === undefined)
      .flatMap((g) => g.alternatives.map((a) => a.fold)),
  );
  const nfc = text.normalize('NFC');
  const parts = nfc.split(/([\p{L}\p{N}]+)/u).map((t, i) => {
    if (i % 2 === 0) return { text: t, hit: false, stop: false };
    const word = canonical(t);
    const f = index.lexicon.foldId(fold(word));
    const want = f === undefined ? undefined : wanted.get(f);
    const hit = want === 'any' || (want !== undefined && want.has(index.lexicon.wordId(word) ?? -1));
    return { text: t, hit, stop: hit && stops.has(f!) };
  });
  const solid = (i: number): boolean => parts[i]?.hit === true && !parts[i]!.stop;
  const out: { text: string; hit: boolean }[] = [];
  parts.forEach((p, i) => {
    const hit = p.hit && (!p.stop || solid(i - 2) || solid(i + 2));
    const last = out.at(-1);
    if (last && last.hit === hit) last.text += p.text;
    // A space between two marked words belongs to the mark.
    else if (p.text.trim() === '' && last?.hit && parts[i + 1]?.hit === true) last.text += p.text;
    else if (p.text !== '') out.push({ text: p.text, hit });
  });
  return out;
}
