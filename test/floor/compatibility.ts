/**
 * Looks up in browser-compat-data what finished files send: properties, values, functions, selectors,
 * at-rules, syntax and calls. What a
 * browser of the floor does not know is named, as `property:text-wrap`, with the browsers that lack it.
 */
import { createRequire } from 'node:module';
import { parse as parseScript, type AnyNode } from 'acorn';
import postcss, { type AtRule, type Rule } from 'postcss';
import { floor } from '../../src/floor/browsers.ts';

interface Statement {
  readonly version_added?: string | boolean | null;
  readonly version_removed?: string | boolean;
  readonly flags?: readonly unknown[];
  readonly alternative_name?: string;
  readonly prefix?: string;
}
interface Entry {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
  readonly [part: string]: unknown;
}
const data: Readonly<Record<string, Entry>> = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** Names of the browsers of the floor in the data. */
const browsers: readonly (readonly [string, number])[] = [
  ['chrome', floor.get('chrome') ?? 0],
  ['safari_ios', floor.get('ios_saf') ?? 0],
  ['firefox', floor.get('firefox') ?? 0],
];

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;
/** The entry at a path of names, if there is one. */
function entryAt(...path: readonly string[]): Entry | undefined {
  let here: unknown = data;
  for (const name of path) here = isEntry(here) && Object.hasOwn(here, name) ? here[name] : undefined;
  return isEntry(here) ? here : undefined;
}

/** Browsers of the floor that do not know the thing; `undefined` when the data does not know it either. */
function lacking(entry: Entry | undefined): readonly string[] | undefined {
  const support = entry?.__compat?.support;
  if (!support) return undefined;
  return browsers
    .filter(([browser, version]) => {
      const told = [support[browser] ?? []].flat();
      return !told.some(
        ({ version_added: added, version_removed: removed, flags, alternative_name: other, prefix }) =>
          !flags &&
          !other &&
          !prefix &&
          !removed &&
          (added === true || (typeof added === 'string' && parseFloat(added.replace('≤', '')) <= version)),
      );
    })
    .map(([browser, version]) => `${browser} ${version}`);
}

/** Young things of a text by name, with the browsers that lack them. */
export type Young = ReadonlyMap<string, readonly string[]>;

const words = /(?<![\w-])-?[a-z][a-z-]*(?![\w-]*\()/g;
const calls = /(?<![\w-])(-?[a-z][a-z-]*)\(/g;

/**
 * Whether the rule stands where its browser is known to have `:has`, which is younger than everything else
 * that stands there.
 */
const behindHas = (rule: Rule): boolean =>
  rule.selector.includes(':has(') ||
  (function inside(node: postcss.Node | undefined): boolean {
    if (!node) return false;
    return (
      (node.type === 'atrule' && (node as AtRule).params.includes('selector(:has')) || inside(node.parent)
    );
  })(rule.parent);

/** What a style sheet sends that is younger than the floor. Throws on text that is not a style sheet. */
export function youngInStyle(css: string): Young {
  const young = new Map<string, readonly string[]>();
  const note = (name: string, entry: Entry | undefined, unknownIsYoung = false): void => {
    const lack = lacking(entry) ?? (unknownIsYoung ? ['not in the data'] : []);
    if (lack.length > 0) young.set(name, lack);
  };
  const sheet = postcss.parse(css);
  sheet.walkDecls(({ prop, value, parent }) => {
    if (parent?.type === 'atrule') {
      note(`descriptor:${prop}`, entryAt('css', 'at-rules', (parent as AtRule).name, prop), true);
      return;
    }
    if (!prop.startsWith('--')) note(`property:${prop}`, entryAt('css', 'properties', prop), true);
    const bare = value.replace(/"[^"]*"|url\([^)]*\)|var\(--[\w-]+/g, '');
    for (const [word] of bare.matchAll(words))
      if (!prop.startsWith('--')) note(`value:${prop}: ${word}`, entryAt('css', 'properties', prop, word));
    for (const [, name = ''] of bare.matchAll(calls))
      note(`function:${name}`, entryAt('css', 'types', name) ?? entryAt('css', 'types', 'color', name));
    if (prop === 'content' && /\/\s*"/.test(value))
      note('value:content: / ""', entryAt('css', 'properties', 'content', 'alt_text'), true);
  });
  sheet.walkAtRules(({ name, params }) => {
    note(`at-rule:${name}`, entryAt('css', 'at-rules', name), true);
    if (name === 'media')
      for (const [, feature = ''] of params.matchAll(/\(([a-z-]+)/g))
        note(
          `media:${feature}`,
          entryAt('css', 'at-rules', 'media', feature.replace(/^(?:min|max)-/, '')),
          true,
        );
  });
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.includes('keyframes')) return;
    if (rule.parent?.type === 'rule') young.set('syntax:nesting', ['all']);
    const behind = behindHas(rule);
    for (const [, name = ''] of rule.selector.matchAll(/::?([a-z-]+)/g))
      if (!behind || name === 'has') note(`selector:${name}`, entryAt('css', 'selectors', name), true);
    // The signs that join selectors also stand in attributes, where they join nothing.
    if (!behind && /:not\([^()]*(?:,|[ >+~])/.test(rule.selector.replace(/\[[^\]]*\]/g, '[]')))
      young.set('selector:not of a list', ['chrome 80']);
  });
  return young;
}

/** By the name of a member or a global, the entries that have it. */
const members = new Map<string, Entry[]>();
const globals = new Map<string, Entry[]>();
const keep = (map: Map<string, Entry[]>, name: string, entry: unknown): void => {
  if (isEntry(entry) && entry.__compat) map.set(name, [...(map.get(name) ?? []), entry]);
};
for (const kind of [entryAt('api'), entryAt('javascript', 'builtins')])
  for (const [owner, entry] of Object.entries(kind ?? {})) {
    keep(globals, owner, entry);
    if (isEntry(entry))
      for (const [name, member] of Object.entries(entry)) keep(members, name.replace(/_static$/, ''), member);
  }
/** Browsers that lack all things of this name: then ours cannot be an older one. */
const lackingAll = (entries: readonly Entry[] | undefined): readonly string[] =>
  entries
    ?.map((entry) => lacking(entry) ?? [])
    .reduce((fewest, lack) => (lack.length < fewest.length ? lack : fewest)) ?? [];

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/**
 * What a script sends that is younger than the floor: syntax, calls, globals. Throws on text that is not a
 * script.
 */
export function youngInScript(code: string): Young {
  const young = new Map<string, readonly string[]>();
  const visit = (node: AnyNode): void => {
    if (node.type === 'ChainExpression') young.set('syntax:?.', ['safari_ios 13']);
    if (node.type === 'LogicalExpression' && node.operator === '??')
      young.set('syntax:??', ['safari_ios 13']);
    if (node.type === 'AssignmentExpression' && /^(?:\?\?|\|\||&&)=$/.test(node.operator))
      young.set('syntax:??=', ['chrome 80', 'safari_ios 13', 'firefox 78']);
    if (
      node.type === 'PrivateIdentifier' ||
      node.type === 'StaticBlock' ||
      node.type === 'PropertyDefinition'
    )
      young.set('syntax:class fields', ['safari_ios 13']);
    if (node.type === 'Literal' && node.bigint) young.set('syntax:BigInt', ['safari_ios 13']);
    if (node.type === 'Literal' && node.regex && /\(\?<[=!]/.test(node.regex.pattern))
      young.set('syntax:look behind', ['safari_ios 13']);
    if (node.type === 'Literal' && node.regex && /[vd]/.test(node.regex.flags))
      young.set('syntax:regular expression flag', ['all']);
    // Names of one letter are the minifier's.
    if (
      node.type === 'MemberExpression' &&
      !node.computed &&
      node.property.type === 'Identifier' &&
      node.property.name.length > 1
    ) {
      const lack = lackingAll(members.get(node.property.name));
      if (lack.length > 0) young.set(`member:${node.property.name}`, lack);
    }
    if (
      (node.type === 'NewExpression' || node.type === 'CallExpression') &&
      node.callee.type === 'Identifier'
    ) {
      const lack = lackingAll(globals.get(node.callee.name));
      if (lack.length > 0) young.set(`global:${node.callee.name}`, lack);
    }
    for (const value of Object.values(node))
      for (const inner of [value].flat()) if (isNode(inner)) visit(inner);
  };
  visit(parseScript(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return young;
}
