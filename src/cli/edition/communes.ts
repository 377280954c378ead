/**
 * The communes of a province: read from the list of which `npm run editions` makes their editions, with the
 * plans that lie in their own folders. Nothing is asked of their servers.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { communesSchema, type CommuneRow } from '../../schemas/communes.ts';
import { ownAddress } from '../../schemas/fields.ts';
import { planSchema } from '../../schemas/plan.ts';
import { indicatorRow } from '../../views/indicators.ts';
import { readList, type Listed } from '../editions/list.ts';
import { messageOf } from '../../release/errors.ts';
import { documentOf, lineAt } from './cut.ts';
import { valueOf, withoutLine } from './head.ts';
import type { ViewFile } from './mount.ts';
import { settingsFile } from './settings.ts';

type OwnPlan = CommuneRow['plans'][number];

/** What an edition of the list must say to be led to. */
const placed = z.object({ place: z.string(), url: ownAddress });

/** The head of an entry, without the line that says what it replaces. */
function headOf(bytes: Buffer): unknown {
  const replaces = valueOf(bytes, 'replaces');
  const text = (replaces ? withoutLine(bytes, replaces) : bytes).toString('utf8');
  return parse(/^---\r?\n([\s\S]*?)\n---/.exec(text)?.[1] ?? text);
}

const titled = z.object({ title: z.string() });

/** Titles of the groups that targets count, of the handbook or of a commune's own. */
function groupsOf(files: ReadonlyMap<string, ViewFile>, own: string): (id: string) => string {
  return (id) => {
    const inside = `content/audiences/${id}.yaml`;
    const bytes = existsSync(join(own, inside)) ? readFileSync(join(own, inside)) : files.get(inside)?.bytes;
    const found = titled.safeParse(bytes === undefined ? undefined : headOf(bytes));
    return found.success ? found.data.title : id;
  };
}

/** The plans in a commune's own folder. @throws Error with the file that cannot be read */
function plansOf(files: ReadonlyMap<string, ViewFile>, own: string): OwnPlan[] {
  if (!existsSync(own)) throw new Error(`không có thư mục ${own}`);
  const group = groupsOf(files, own);
  return globSync('content/plans/*.mdx', { cwd: own })
    .sort()
    .map((inside) => {
      const { data, error } = planSchema.safeParse(headOf(readFileSync(join(own, inside))));
      const [issue] = error?.issues ?? [];
      if (data === undefined)
        throw new Error(`${join(own, inside)}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
      const id = basename(inside, '.mdx');
      return {
        id,
        title: data.title,
        number: data.number,
        date: data.date,
        targets: data.indicators.map((indicator) => {
          const row = indicatorRow({
            plan: { data, address: '' },
            indicator,
            audience: { data: { title: group(indicator.group) } },
            others: indicator.alsoFor.map((other) => ({ data: { title: group(other) } })),
          });
          return { of: `${row.group}: ${row.measure}`, year: row.year, words: row.words };
        }),
      };
    });
}

/** A row of the page. @throws Error with what its edition lacks */
function rowOf({ folder, settings, own }: Listed, files: ReadonlyMap<string, ViewFile>): CommuneRow {
  const { data, error } = placed.safeParse(settings);
  const [issue] = error?.issues ?? [];
  if (data === undefined)
    throw new Error(`${folder}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  return { name: data.place, url: data.url, plans: own === undefined ? [] : plansOf(files, own) };
}

/** Reads the list that the settings name, and writes what it holds under them. Answers with what is wrong. */
export function layCommunes(files: Map<string, ViewFile>, edition: string, file: string): Problem[] {
  const settings = files.get(settingsFile);
  if (settings === undefined) return [];
  const text = settings.bytes.toString('utf8');
  const document = documentOf(text);
  const { data } = z.object({ communes: communesSchema }).safeParse(document.toJS());
  if (data === undefined) return [];
  const { list, from } = data.communes;
  try {
    const rows = readList(join(edition, list), join(edition, from)).map((listed) => rowOf(listed, files));
    const bytes = Buffer.from(`${text}communeRows: ${JSON.stringify(rows)}\n`);
    files.set(settingsFile, { ...settings, bytes });
    return [];
  } catch (error) {
    const line = lineAt(document, text, ['communes']);
    return [problemAt(file, fault('communes', { why: messageOf(error) }), { line, field: 'communes' })];
  }
}
