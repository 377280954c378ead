/** Every word of the interface, from `content/words/vi.yaml`. A key that does not exist, or a gap left open, stops the build. */
import { parse } from 'yaml';
import raw from '../../content/words/vi.yaml?raw';
import { wordsSchema } from '../schemas/edition.ts';

export { dayWords } from '../domain/day-words.ts';

const words = wordsSchema.parse(parse(raw));

/** The text of `group.key`, its `{names}` filled in. */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const [group, name] = key.split('.') as [string, string];
  const text = words[group]?.[name];
  if (text === undefined)
    throw new Error(`Thiếu chữ “${key}” trong content/words/vi.yaml (unknown word key).`);
  return text.replace(/\{(\w+)\}/g, (_, gap: string) => {
    const value = values[gap];
    if (value === undefined) throw new Error(`Chữ “${key}” thiếu giá trị cho {${gap}} (missing value).`);
    return String(value);
  });
}

/** All texts of a group, gaps left open: for a page's script, which fills them. */
export function wordGroup(group: string): Readonly<Record<string, string>> {
  const texts = words[group];
  if (texts === undefined)
    throw new Error(`Thiếu nhóm chữ “${group}” trong content/words/vi.yaml (unknown word group).`);
  return texts;
}
