/**
 * Good entries changed by chance, kind by kind: each is refused with a place and a cure, or what a reader
 * would get is right. `MUTATIONS=5000 SEED=1` tries more of them and others.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { prove } from '../../src/gate/prove.ts';
import { readContent, type ReadEntry } from '../../src/gate/read.ts';
import { readEntryBytes } from '../../src/gate/read-entry.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { collectionShapes, type Collection } from '../../src/schemas/collections.ts';
import { withFreshTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';

/** What must become of a changed entry. */
type Fate =
  | { readonly is: 'refused' }
  /** Words that must be in what a reader gets, and words that must not. */
  | { readonly is: 'right'; readonly shows?: string; readonly hides?: string }
  /** Chance decides; whatever is accepted must be right. */
  | { readonly is: 'either' };
interface Mutant {
  readonly text: string;
  readonly fate: Fate;
}
type Kind = (text: string, pick: (count: number) => number) => Mutant | undefined;

const refused: Fate = { is: 'refused' };
const replaced = (text: string, from: RegExp, to: string): string | undefined =>
  from.test(text) ? text.replace(from, () => to) : undefined;
/** A change that must be refused wherever it can be made. */
const bad =
  (from: RegExp, ...choices: readonly string[]): Kind =>
  (text, pick) => {
    const changed = replaced(text, from, choices[pick(choices.length)] ?? '');
    return changed === undefined ? undefined : { text: changed, fate: refused };
  };
/** Something in a section of its own at the end of a body. */
const section =
  (fate: (words: string) => Fate, ...choices: readonly string[]): Kind =>
  (text, pick) => {
    const words = choices[pick(choices.length)] ?? '';
    // Only guides and lessons have such sections.
    if (!text.startsWith('---\nnumber: ') || !text.includes('<Steps')) return undefined;
    return { text: `${text}\n<More title="Thêm nữa">\n\n${words}\n\n</More>\n`, fate: fate(words) };
  };
const badBody = (...choices: readonly string[]): Kind => section(() => refused, ...choices);

const addresses = [
  'javascript:alert(1)',
  'data:text/html,x',
  'https://dichvuc\u043Eng.gov.vn/',
  'https://dichvucong.gov.vn@doc-hai.example/',
  'https://127.0.0.1/',
  'https://gao.example:8443/',
  'https://xn--dichvucng-g4h.gov.vn/',
  'https://gao.example/r?u=https%3A%2F%2Fdoc-hai.example',
  'https://gao.example/r?url=//doc-hai.example',
  'https://gao.example/vneid.apk',
  'https://gao.example/dichvucong.gov.vn/',
  'https://gao.example/#@dichvucong.gov.vn',
  'https://zalo.me/0912345678',
];
const numbers = [
  '0912345678',
  '(091) 2345678',
  '０９１２３４５６７８',
  '+84 912 345 678',
  '1900-1234',
  'không chín một hai ba bốn năm sáu bảy tám',
  'O912 345 678',
  '0912/345/678',
  '⓪⑨①②③④⑤⑥⑦⑧',
  '84912345678',
];
const letters = [
  'ChiÕn dÞch',
  'ñieän thoaïi',
  'ОТР',
  'g\u200Bạo',
  'g\u202Eạo',
  'Ðiện',
  'g\u{E0041}ạo',
  'ᴏᴛᴘ',
  'g\u0336ạo',
  'Cá»™ng',
  '\uE000',
  'hoir ngaan hangf veef taif khoanr cuar banj',
];
/** Words that stand nowhere else in the good tree. */
const own = ['lúa nếp quýt', 'măng cụt chín', 'ruộng bậc thang'];

const kinds: Readonly<Record<string, Kind>> = {
  'address: of a source': bad(/(?<=\n {4}url: ).*/, ...addresses),
  'date: ahead': bad(/(?<=\nchecked: ).*/, '2096-01-01', '3026-11-21'),
  'date: no day': bad(/(?<=\nchecked: ).*/, '2026-02-30', 'hôm qua', '21/11/2026', '2026-13-01'),
  'date: of a source ahead': bad(/(?<=\n {4}seen: ).*/, '2096-01-01'),
  'field: missing': bad(/^(?:title|summary|term|meaning|name|checked|level): .*\n/m, ''),
  'field: unknown': bad(/\nchecked: /, '\nghi-chu: x\nchecked: ', '\ntitel: x\nchecked: '),
  'field: twice': bad(/\nchecked: /, '\nchecked: 2026-11-20\nchecked: '),
  'field: of another kind': bad(/(?<=\nminutes: ).*/, 'mười', '-3', '[1]', '1e9', ''),
  'field: a value of no list': bad(/(?<=\n(?:level|risk): ).*/, 'khong-co', 'FIRST'),
  'field: too many': bad(
    /(?<=\naliases: ).*/,
    `[${Array.from({ length: 40 }, (_, index) => `a${index}`).join(', ')}]`,
  ),
  'reference: dangling': bad(
    /(?<=\n(?:audiences|skills|workstreams|next): \[)[^\]]*/,
    'khong-co',
    'bep/khong-co',
  ),
  'yaml: open quote': bad(/(?<=\n(?:title|term|name): )/, '"'),
  'yaml: tab': bad(/\nchecked: /, '\n\tchecked: '),
  'number: typed in a field': (text, pick) =>
    bad(/(?<=\n(?:summary|meaning): ).*/, `Gọi ${numbers[pick(numbers.length)]} để hỏi.`)(text, pick),
  'letters: in a field': (text, pick) =>
    bad(/(?<=\n(?:summary|meaning): ).*/, `Lời ${letters[pick(letters.length)]} này.`)(text, pick),
  'body: number': badBody(...numbers.map((number) => `Gọi ${number} để hỏi.`)),
  'body: letters': badBody(
    ...letters.map((words) => `Lời ${words} này.`),
    'Lời g&#x200B;ạo.',
    'Mã &#x41E;&#x422;&#x420;.',
  ),
  'body: link': badBody(...addresses.map((address) => `Xem [trang này](${address}).`)),
  'body: text of another host': badBody('Xem [vneid.gov.vn](https://gao.example/a).'),
  'body: component': badBody('<Setp title="x">a</Setp>', '<Step title="x">a</Step>', '<Tip></Tip>', '<Tip>a'),
  'body: reference': badBody(
    '<Guide id="bep/khong-co" />',
    '<Term id="x">a</Term>',
    '<Phone id="khong-co" />',
  ),
  'body: html': badBody(
    '<b>đậm</b>',
    '<script>x</script>',
    '<img src="x" />',
    '<a href="javascript:x">a</a>',
  ),
  'body: braces': badBody('Có {x} ở đây.', '{1 + 1}', 'export const x = 1', 'Tuổi <15 thì thôi.'),
  'body: heading, picture': badBody('## Tên', '![ảnh](https://gao.example/a.png)'),
  'body: marks left open': badBody(
    'Chữ **đậm mà quên đóng.',
    'Xem [trang] (https://gao.example/).',
    'Lời &khongco; này.',
  ),
  'body: table': badBody(
    '| a | b |\n| - | - |\n| 1 | 2 | 3 |',
    '| | |\n| - | - |\n| 1 | 2 |',
    '| a | b |\n| - | - |',
  ),
  'body: list': badBody('- một\n- \n- ba', '- 0912\n- 345\n- 678'),
  'body: no marks': badBody('Cong hoa xa hoi chu nghia nam doc lap tu do.'),
  'body: other writing': badBody('```\nmã\n```', 'Trên.\n\n---\n\nDưới.', '<center>Giữa</center>'),
  'field: markup': bad(/(?<=\n(?:summary|meaning): ).*/, 'Rửa **rau**.', 'Rửa <b>rau</b>.', 'Rửa &amp; nấu.'),
  'body: conflict': badBody('<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x'),
  'right: a paragraph': section((words) => ({ is: 'right', shows: words }), ...own),
  'right: weight': section(
    (words) => ({ is: 'right', shows: words.replaceAll('*', '') }),
    ...own.map((words) => `**${words}**`),
  ),
  'right: a list': section(
    (words) => ({ is: 'right', shows: words.slice(2) }),
    ...own.map((words) => `- ${words}`),
  ),
  'right: a note of authors': section(
    () => ({ is: 'right', hides: 'ghi chú riêng' }),
    'Lời.\n\n<!-- ghi chú riêng -->',
  ),
  'right: an entity': section(() => ({ is: 'right', shows: 'muối & mè' }), 'Rang muối &amp; mè.'),
  'right: a folded field': (text) => {
    const changed = replaced(text, /(?<=\nsummary: ).*/, '>-\n  Vo gạo, đong nước,\n  măng cụt chín.');
    return changed === undefined
      ? undefined
      : { text: changed, fate: { is: 'right', shows: 'măng cụt chín' } };
  },
  'right: line ends of Windows': (text) => ({ text: text.replaceAll('\n', '\r\n'), fate: { is: 'right' } }),
  'right: a comment in YAML': (text) => ({
    text: text.replace(/\nchecked: (.*)/, '\nchecked: $1 # lời riêng'),
    fate: { is: 'right', hides: 'lời riêng' },
  }),
};

const at = (text: string, pick: (count: number) => number): number => pick(text.length + 1);
const lineKind =
  (change: (lines: string[], index: number, other: number) => void): Kind =>
  (text, pick) => {
    const lines = text.split('\n');
    change(lines, pick(lines.length), pick(lines.length));
    return { text: lines.join('\n'), fate: { is: 'either' } };
  };
const signs = [
  ...'< > { } [ ] ( ) " \' ` * _ # | \\ & : - ! \u00A0 \uD83D à \u0301'.split(' '),
  ...[' ', '\t', '\n', '\u200B', '&#0;', '---', '{/*', '*/}', '<!--'],
];
const byChance: Readonly<Record<string, Kind>> = {
  'chance: a line gone': lineKind((lines, index) => lines.splice(index, 1)),
  'chance: a line twice': lineKind((lines, index) => lines.splice(index, 0, lines[index] ?? '')),
  'chance: two lines changed places': lineKind((lines, index, other) => {
    [lines[index], lines[other]] = [lines[other] ?? '', lines[index] ?? ''];
  }),
  'chance: the end gone': (text, pick) => ({ text: text.slice(0, at(text, pick)), fate: { is: 'either' } }),
  'chance: a letter gone': (text, pick) => {
    const index = at(text, pick);
    return { text: text.slice(0, index) + text.slice(index + 1), fate: { is: 'either' } };
  },
  'chance: a sign more': (text, pick) => {
    const index = at(text, pick);
    const sign = signs[pick(signs.length)] ?? '';
    return { text: text.slice(0, index) + sign + text.slice(index), fate: { is: 'either' } };
  },
};

interface Source {
  readonly collection: Collection;
  readonly inside: string;
  readonly file: string;
  readonly text: string;
}
const good = withFreshTree({}, (root) => {
  const { entries } = readContent(root);
  const sources = Object.values(entries)
    .flat()
    .map(({ collection, file }: ReadEntry): Source => {
      const folder = `content/${collectionShapes[collection].folder}`.replace(/\/?$/, '/');
      return {
        collection,
        file,
        inside: file.slice(folder.length),
        text: readFileSync(join(root, file), 'utf8'),
      };
    });
  return { entries, sources };
});

/** The good tree with one entry read from other bytes. */
function check({ collection, inside, file }: Source, text: string) {
  const read = readEntryBytes(collection, inside, file, new TextEncoder().encode(text));
  if (read.entry === undefined) return { problems: read.problems };
  const { entry } = read;
  const entries = {
    ...good.entries,
    [collection]: good.entries[collection].map((one: ReadEntry) => (one.file === file ? entry : one)),
  };
  const located = new Map<unknown, ReadEntry>(
    Object.values(entries)
      .flat()
      .map((one: ReadEntry) => [one, one]),
  );
  const proof = prove(entries, {
    field: (one, path) => located.get(one)?.locate(path) ?? { line: 0, column: 0 },
    bodyLine: (one) => located.get(one)?.bodyLine ?? 1,
  });
  return {
    entry,
    tree: proof.trees.get(`${collection}/${entry.id}`),
    problems: [...read.problems, ...proof.problems],
  };
}

/** All texts in a value. */
function stringsIn(value: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'string') found.push(one);
    return one;
  });
  return found;
}

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/\p{L}+/gu) ?? [];
/** What a body says beside tags, addresses and notes. */
const said = (body: string): string =>
  body
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?[A-Z][^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/&#?\w+;/g, ' ');

/** Why what a reader would get of an accepted entry is wrong; undefined when it is right. */
function wrong(text: string, { entry, tree }: ReturnType<typeof check>, fate: Fate): string | undefined {
  if (entry === undefined) return 'nothing was read, and nothing was told';
  const drawn = stringsIn({ data: entry.data, intro: tree?.intro, sections: tree?.sections })
    .join(' ')
    .replace(/\s/g, ' ');
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFFFD]/u.test(drawn)) return 'a character that nobody sees';
  if (drawn !== drawn.normalize('NFC')) return 'letters in two parts';
  if (/(?:javascript|data|file|vbscript):/i.test(drawn)) return 'an address that runs';
  if (fate.is === 'right' && fate.shows !== undefined && !drawn.includes(fate.shows))
    return `not shown: ${fate.shows}`;
  if (fate.is === 'right' && fate.hides !== undefined && drawn.includes(fate.hides))
    return `shown: ${fate.hides}`;
  const [, head = text, body = ''] =
    /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? [];
  const has = new Set(wordsOf(drawn));
  const source = [...stringsIn(parse(head)), ...(tree === undefined ? [] : [said(body)])];
  const lost = source.flatMap(wordsOf).find((word) => !has.has(word));
  return lost === undefined ? undefined : `lost on the way: ${lost}`;
}

/** Why a refusal does not help its author; undefined when it does. */
function unkind(problems: readonly Problem[], file: string): string | undefined {
  const told = problems.find((problem) => problem.file === file) ?? problems[0];
  if (problems.some(({ rule }) => rule === 'crash')) return 'the check itself broke';
  const dumb = problems.find(({ message, fix }) => message.trim() === '' || fix.trim() === '');
  if (dumb !== undefined) return `no cure: ${dumb.rule}`;
  // The whole file, or a field that is missing, has no line of its own.
  return told === undefined || told.line < 0 ? 'no place' : undefined;
}

const runs = Number(process.env.MUTATIONS ?? 250);
const seed = Number(process.env.SEED ?? 24);

/** Each kind with the entries on which it can be made. */
const possible = Object.entries({ ...kinds, ...byChance }).map(([name, kind]) => ({
  name,
  kind,
  sources: good.sources.filter(({ text }) => kind(text, () => 0) !== undefined),
}));
const count = { refused: 0, right: 0 };
const met = new Map<string, number>();

/** Makes one changed entry and looks at what becomes of it. */
function tryOne(what: number, which: number, chances: readonly number[]): void {
  const { name, kind, sources } = present(possible[what], 'a kind');
  const source = present(sources[which % sources.length], `an entry for ${name}`);
  let turn = 0;
  const mutant = kind(source.text, (many) => (chances[turn++] ?? 0) % Math.max(1, many));
  fc.pre(mutant !== undefined && mutant.text !== source.text);
  const { fate, text } = present(mutant, name);
  const result = check(source, text);
  const told = result.problems.map(({ message }) => message).join('\n');
  const about = `${name}, ${source.file}\n${text}\n${told}`;
  met.set(name, (met.get(name) ?? 0) + 1);
  if (result.problems.length > 0) {
    expect(fate.is, about).not.toBe('right');
    expect(unkind(result.problems, source.file), about).toBeUndefined();
    count.refused++;
  } else {
    expect(fate.is, about).not.toBe('refused');
    expect(wrong(text, result, fate), about).toBeUndefined();
    count.right++;
  }
}

test(`${runs} changed entries: refused with a place and a cure, or right`, () => {
  fc.assert(
    fc.property(
      fc.nat(possible.length - 1),
      fc.nat(),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      tryOne,
    ),
    { seed, numRuns: runs, endOnFailure: true },
  );
  const { refused: no, right } = count;
  console.log(`${no + right} changed entries of ${met.size} kinds: ${no} refused, ${right} right, 0 wrong`);
  expect(no + right).toBe(runs);
  const unmet = possible.filter(({ name }) => !met.has(name));
  // Other seeds and fewer runs may miss a kind; the run that is always made misses none.
  if (process.env.MUTATIONS === undefined) expect(unmet.map(({ name }) => name)).toEqual([]);
}, 900_000);
