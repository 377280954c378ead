/**
 * Word keys of the interface that no code names. A key is named whole (`'site.skip'`), by a pattern with a
 * gap (`level.${level}`), or by its own name in a file that takes its group whole (`wordGroup('builder')`, or
 * the file of words read as YAML).
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { Finding } from './finding.ts';

const words = 'content/words/vi.yaml';
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Key {
  readonly group: string;
  readonly name: string;
  readonly line: number;
}

function keysOf(root: string): Key[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(readFileSync(join(root, words), 'utf8'), { lineCounter: lines });
  if (!isMap(contents)) throw new Error(`${words}: không đọc được các nhóm chữ (no groups of words).`);
  return contents.items.flatMap(({ key: group, value: names }) =>
    isScalar(group) && isMap(names)
      ? names.items.flatMap(({ key }) =>
          isScalar(key)
            ? [
                {
                  group: String(group.value),
                  name: String(key.value),
                  line: lines.linePos(key.range?.[0] ?? 0).line,
                },
              ]
            : [],
        )
      : [],
  );
}

/**
 * A template literal as a pattern of what it can write: `level.${level}`, and `kind_${kind}` within a group.
 */
const patternsIn = (text: string): RegExp[] =>
  [...text.matchAll(/`([\w-]+\.?[\w-]*\$\{[^`]*)`/g)].map(([, pattern = '']) => {
    const parts = pattern.split(/\$\{[^}]*\}/).map(escape);
    return new RegExp(`^${parts.join('[\\w-]+')}$`);
  });

/** Whether a file takes groups whole, and finds their keys by their own names. */
const takesGroups = (text: string): boolean => /wordGroup\(|words\/vi\.yaml|`\$\{\w+\}\.\$\{/.test(text);

export function unusedWordKeys(root: string): Finding[] {
  const texts = globSync('src/**/*.{ts,astro}', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const all = texts.join('\n');
  const named = new Set([...all.matchAll(/['"`]([\w-]+\.[\w-]+)['"`]/g)].map(([, key]) => key));
  const patterns = texts.flatMap(patternsIn);
  const takers = texts.filter(takesGroups).join('\n');
  const takenWhole = (group: string): boolean => new RegExp(`['"{ ]${escape(group)}['" :}]`).test(takers);
  const nameStands = (name: string): boolean =>
    patterns.some((pattern) => pattern.test(name)) ||
    new RegExp(`['"\`.]${escape(name)}['"\`]?\\b|\\b${escape(name)}:`).test(all);
  return keysOf(root)
    .filter(({ group, name }) => {
      const key = `${group}.${name}`;
      return !(
        named.has(key) ||
        patterns.some((pattern) => pattern.test(key)) ||
        (takenWhole(group) && nameStands(name))
      );
    })
    .map(({ group, name, line }) => ({
      rule: 'words/unused',
      file: words,
      line,
      message: `Không nơi nào dùng chữ “${group}.${name}”: bỏ đi.`,
    }));
}
