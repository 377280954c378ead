/**
 * What a screen reader would say of a finished page: the phrases of a virtual one, in order, and their
 * structure without authors' words.
 */
import { readFileSync } from 'node:fs';
import { virtual } from '@guidepup/virtual-screen-reader';
import { JSDOM } from 'jsdom';
import { vi } from 'vitest';
import { parse } from 'yaml';
import { sectionTitles } from '../../src/markdown/grammar.ts';
import { present } from '../present.ts';

/**
 * Every phrase from the top of the page to its end. `leaveOut` is a selector of parts that are not read. The
 * virtual reader has no style sheet, so what the style hides in base (paper only, one step at a time) is
 * taken out here; closed parts are read as open.
 */
export async function heard(html: string, leaveOut = ''): Promise<string[]> {
  const { window } = new JSDOM(html.replace(/<style[\s\S]*?<\/style>/g, ''), {
    url: 'https://example.test/',
  });
  // Roles are worked out from the constructors of the page; without them every field would be a text field.
  vi.stubGlobal('Element', window.Element);
  for (const element of window.document.querySelectorAll(
    `.paper-only, .steps .turn, .part > .all, script, noscript, [data-unheard]${leaveOut && `, ${leaveOut}`}`,
  ))
    element.remove();
  try {
    await virtual.start({
      container: window.document.body,
      window: window as unknown as Window & typeof globalThis,
    });
    for (let i = 0; i < 40_000 && (await virtual.lastSpokenPhrase()) !== 'end of document'; i++)
      await virtual.next();
    return await virtual.spokenPhraseLog();
  } finally {
    await virtual.stop();
    vi.unstubAllGlobals();
    window.close();
  }
}

/** Roles that must have a name of their own. */
export const namedRoles = [
  'link',
  'button',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'image',
  'columnheader',
  'heading',
  'region',
  'navigation',
  'option',
] as const;
const roles = [
  ...namedRoles,
  'banner',
  'main',
  'contentinfo',
  'complementary',
  'search',
  'form',
  'list',
  'listitem',
  'table',
  'rowgroup',
  'row',
  'cell',
  'rowheader',
  'caption',
  'group',
  'paragraph',
  'term',
  'definition',
  'figure',
  'status',
  'log',
  'note',
  'time',
  'document',
  'strong',
  'emphasis',
  'blockquote',
  'separator',
  'listbox',
  'article',
];
const state =
  /, (?:level \d+|position \d+|set size \d+|current page|not checked|checked|not selected|selected|not expanded|expanded|disabled|\d+ level .*|max value .*|placeholder .*)/g;

/** A phrase taken apart; a phrase without a role is text. */
export function phraseParts(phrase: string): { role: string; name: string; states: string[] } {
  const role = roles.find((candidate) => phrase === candidate || phrase.startsWith(`${candidate}, `)) ?? '';
  const rest = phrase.slice(role.length);
  return {
    role,
    name: rest.replace(state, '').replace(/^, /, '').trim(),
    states: [...rest.matchAll(state)].map((match) => match[0].slice(2)),
  };
}

interface Node {
  phrase: string;
  inside: Node[];
}

/** Phrases as a tree: what is said between a phrase and its “end of”. */
function tree(phrases: readonly string[]): Node[] {
  const open: Node[] = [];
  for (const phrase of phrases) {
    const start = phrase.startsWith('end of ')
      ? open.findLastIndex((node) => node.phrase === phrase.slice('end of '.length))
      : -1;
    if (start >= 0) present(open[start], 'an item of open').inside.push(...open.splice(start + 1));
    else open.push({ phrase, inside: [] });
  }
  return open;
}

/**
 * Groups of words for paper, files and voices. What they say is data elsewhere (“Học sinh, sinh viên” counts
 * on a sheet and is a group of readers).
 */
const notOnScreen = ['tally', 'draft', 'sheet', 'print', 'deck'];
const templates = [
  ...Object.entries(
    parse(readFileSync(new URL('../../content/words/vi.yaml', import.meta.url), 'utf8')) as Record<
      string,
      Record<string, string>
    >,
  ).flatMap(([name, group]) => (notOnScreen.includes(name) ? [] : Object.values(group))),
  ...Object.values(sectionTitles),
];
const plain = new Set(
  templates.filter((template) => !template.includes('{')).map((template) => template.toLowerCase()),
);
const filled = templates
  .filter(
    (template) =>
      template.includes('{') && template.replace(/\{\w+\}/g, '').replace(/[^\p{L}]/gu, '').length >= 4,
  )
  .map((template) => ({
    words: template,
    matches: new RegExp(
      `^${template
        .split(/\{\w+\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.+')}$`,
      'u',
    ),
  }));

/** Words of the interface stay; what an author or the data wrote becomes “…”. */
function own(name: string): string {
  if (name === '') return '';
  if (plain.has(name.toLowerCase().replace(/[:.,]$/, ''))) return name;
  return filled.find((pattern) => pattern.matches.test(name))?.words ?? '…';
}

/**
 * Structure of a page: roles, levels, names that belong to the interface; inside a part each form once, no
 * counts. It does not change when an author edits words or adds a guide, a step or a row like the others.
 * Without `names` no name is kept.
 */
export function structure(phrases: readonly string[], names = true): string {
  const lines = (nodes: readonly Node[], sorted: boolean): string[] => {
    const blocks: string[] = [];
    for (const node of nodes) {
      const { role, name, states } = phraseParts(node.phrase);
      const level = states.filter((state) => state.startsWith('level') && role === 'heading');
      const line = [role, role === 'columnheader' ? name : names ? own(name) : name && '…', ...level]
        .filter((state) => state !== '')
        .join(', ');
      // A name is often said again by the text inside: once is enough. Items of a list come in the order of
      // the data.
      const inside = lines(node.inside, role === 'list' || role === 'rowgroup').filter(
        (otherLine) => !(otherLine === '…' && line.endsWith('…')),
      );
      const block = [line, ...inside.map((line) => `  ${line}`)].join('\n');
      if (!blocks.includes(block)) blocks.push(block);
    }
    return (sorted ? blocks.sort() : blocks).flatMap((block) => block.split('\n'));
  };
  return `${lines(tree(phrases), false).join('\n')}\n`;
}
