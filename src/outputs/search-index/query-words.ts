/** The words that questions are read by, joined from the files that authors write. */
import type { Entries } from '../../schemas/collections.ts';
import type { QueryWords } from '../../search/format.ts';

export function queryWords(entries: Entries): QueryWords {
  const data = entries.queryWords[0]?.data;
  const foreign = Object.values(entries.foreignWords[0]?.data ?? {}).flatMap((group) =>
    Object.entries(group),
  );
  const frames = entries.questionFrames[0]?.data;
  return {
    synonyms: [
      ...(data?.synonyms ?? []),
      ...(entries.dialect[0]?.data.words ?? []).flatMap(({ said, written }) =>
        said.map((word): [string, string] => [word, written]),
      ),
    ],
    spellings: foreign.flatMap(([written, said]) => said.map((word): [string, string] => [word, written])),
    shorts: data?.shorts ?? {},
    foreign: [...new Set([...(data?.foreign ?? []), ...foreign.flatMap(([written]) => written.split(' '))])],
    frames: frames?.frames ?? [],
    stops: frames?.stops ?? [],
    polite: frames?.polite ?? [],
    persons: frames?.persons ?? [],
    numberNames: frames?.numberNames ?? [],
  };
}
