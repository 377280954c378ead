/** Reads the sealed sets of search, when they are there: questions by style, labels by family. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A question, the pages that may stand first (none = nothing answers), and those accepted behind them. */
export interface Asked {
  readonly style: string;
  readonly family: string;
  readonly text: string;
  readonly first: readonly string[];
  readonly also: readonly string[];
}

const question = z.object({ family: z.string(), text: z.string() });
const label = z.object({
  family: z.string(),
  first: z.array(z.string()).default([]),
  also: z.array(z.string()).default([]),
});

const rows = <Row>(file: string, shape: z.ZodType<Row>): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => shape.parse(JSON.parse(line)));

/** Parts by name; empty where there is no such folder. */
export function sealedSets(folder: string): (readonly [part: string, set: readonly Asked[]])[] {
  return ['train', 'test']
    .filter((part) => existsSync(join(folder, part)))
    .map((part) => {
      const labels = new Map(
        rows(join(folder, part, 'families.jsonl'), label).map((row) => [row.family, row]),
      );
      const styles = readdirSync(join(folder, part)).filter((name) => /^search-.*\.jsonl$/.test(name));
      const set = styles.sort().flatMap((name) =>
        rows(join(folder, part, name), question).map((row): Asked => ({
          style: name.slice('search-'.length, -'.jsonl'.length),
          family: row.family,
          text: row.text,
          first: labels.get(row.family)?.first ?? [],
          also: labels.get(row.family)?.also ?? [],
        })),
      );
      return [part, set] as const;
    });
}
