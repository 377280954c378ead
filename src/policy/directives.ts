/** A content security policy as data: read, written and joined. Pure. */

/** Sources by directive, in writing order. */
export type Directives = ReadonlyMap<string, readonly string[]>;

/** Reads a policy. Throws when a directive stands twice, because browsers obey only the first. */
export function parsePolicy(text: string): Directives {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (!name) continue;
    if (directives.has(name)) throw new Error(`Chính sách ghi “${name}” hai lần. (directive twice: ${text})`);
    directives.set(name, sources);
  }
  return directives;
}

/** Writes a policy. */
export const policyText = (directives: Directives): string =>
  [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');

/**
 * The smallest policy under which every one of these still works. `'none'` yields to any other source.
 * Sources are sorted, so that the order of pages does not matter.
 */
export function joinPolicies(policies: readonly Directives[]): Directives {
  const all = new Map<string, Set<string>>();
  for (const policy of policies)
    for (const [name, sources] of policy) {
      const set = all.get(name) ?? new Set();
      for (const source of sources) set.add(source);
      all.set(name, set);
    }
  return new Map(
    [...all].map(([name, sources]) => [
      name,
      [...sources].filter((source) => source !== "'none'" || sources.size === 1).sort(),
    ]),
  );
}
