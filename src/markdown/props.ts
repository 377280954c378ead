/**
 * Reads the props of a component: literals only, of the shape that `components.ts` declares; what is wrong is
 * told in plain words.
 */
import type { z } from 'zod';
import { figuresIn } from '../domain/rule-figure.ts';
import { hiddenCharacter } from '../vietnamese/hidden-characters.ts';
import { nearest } from '../vietnamese/text.ts';
import { isSign, signNames } from '../domain/picture-names.ts';
import { componentNames, propWords, shapeOf, splitList, splitPairs } from './components.ts';
import { isSectionName } from './grammar.ts';
import { tagCure } from './syntax.ts';
import { freePagesOnly, type Jsx, type Reading, type Refusal } from './reading.ts';

type Literals = Readonly<Record<string, string>>;
/** A schema of props that knows the names of its fields. */
type PropsSchema<Props> = z.ZodType<Props> & { readonly shape: Readonly<Record<string, z.ZodType>> };

/** Proves that a component is one of ours. */
export function knownComponent(component: Jsx, reading: Reading): boolean {
  const shape = shapeOf(component.name);
  if (shape?.freePages && !reading.freePage) {
    reading.refuse(component, freePagesOnly(component.name));
    return false;
  }
  if (shape !== undefined) return true;
  const name = component.name ?? '';
  const names = componentNames(reading.freePage);
  const like = nearest(name, names);
  const html = /^[a-z]/.test(name);
  reading.refuse(component, {
    rule: html ? 'raw-html' : 'unknown-component',
    message: html ? `Thẻ HTML <${name}> không được dùng trong bài.` : `Không có khối <${name}>.`,
    fix:
      like !== undefined
        ? `có phải <${like}>?`
        : (tagCure(name) ?? `dùng chữ thường, hoặc một khối trong docs/viet-bai.md: ${names.join(', ')}`),
    hint: html ? 'raw HTML is not allowed' : 'unknown component',
  });
  return false;
}

/** Props as they are written. What is no literal, written twice or hidden is refused and left out. */
function literalsOf(component: Jsx, reading: Reading): Literals {
  const found = new Map<string, string>();
  for (const attribute of component.attributes) {
    const fault = literalFault(component, attribute, found, reading.visible);
    if (fault) reading.refuse(component, fault);
    else if (attribute.type === 'mdxJsxAttribute')
      found.set(attribute.name, typeof attribute.value === 'string' ? attribute.value : '');
  }
  return Object.fromEntries(found);
}

function literalFault(
  component: Jsx,
  attribute: Jsx['attributes'][number],
  seen: ReadonlyMap<string, string>,
  visible: boolean,
): Refusal | undefined {
  if (
    attribute.type !== 'mdxJsxAttribute' ||
    (attribute.value !== null && typeof attribute.value === 'object')
  )
    return {
      rule: 'expression',
      message: `<${component.name}> có thuộc tính viết bằng ngoặc { }.`,
      fix: 'viết giá trị trong ngoặc kép, ví dụ: title="Bấm nút"',
      hint: 'only literal props are allowed',
    };
  if (seen.has(attribute.name))
    return {
      rule: 'duplicate-prop',
      message: `<${component.name}> ghi “${attribute.name}” hai lần.`,
      fix: 'giữ một',
      hint: 'prop is written twice',
    };
  const markup = /\*\*|\]\(|<\/?[a-z][a-z0-9]*\s?\/?>|&[a-z]+;/i.exec(attribute.value ?? '')?.[0];
  if (markup !== undefined)
    return {
      rule: 'loose-mark',
      message: `Thuộc tính “${attribute.name}” có dấu “${markup}”, hiện nguyên trên trang.`,
      fix: 'trong thuộc tính chỉ viết chữ thường: giữ chữ, bỏ dấu',
      hint: 'markup in a prop',
    };
  const hidden = visible ? hiddenCharacter(attribute.value ?? '') : undefined;
  if (hidden !== undefined)
    return {
      rule: 'control',
      message: `Thuộc tính “${attribute.name}” có ký tự ẩn ${hidden}.`,
      fix: 'thay ký tự ấy bằng chữ thường mà bạn muốn viết',
      hint: 'control character in a prop',
    };
  return undefined;
}

/** The props of a component, proven; `undefined` after telling what is wrong. */
export function readProps<Props>(
  component: Jsx,
  schema: PropsSchema<Props>,
  reading: Reading,
): Props | undefined {
  const literals = figured(component, literalsOf(component, reading), reading);
  const result = schema.safeParse(literals);
  if (result.success) {
    if (shapeOf(component.name)?.freePages) mentionAll(component, result.data, schema.shape, reading);
    return result.data;
  }
  for (const issue of result.error.issues)
    for (const fault of explain(component.name ?? '', issue, literals, Object.keys(schema.shape)))
      // A prop that is there but no good is not missing too.
      if (fault.rule !== 'missing-prop' || !reading.faultOnLine(component, ['empty-prop', 'expression']))
        reading.refuse(component, fault);
  return undefined;
}

/** Remembers what the props of a part of a free page name. */
function mentionAll(
  component: Jsx,
  props: unknown,
  shape: Readonly<Record<string, z.ZodType>>,
  reading: Reading,
): void {
  for (const [field, value] of Object.entries(props ?? {})) {
    const names = shape[field] && propWords(shape[field]).names;
    if (names === undefined) continue;
    for (const id of [value].flat()) reading.mention(names, component, String(id));
  }
}

/** Props with the figures of rules in their places. A name that makes an address takes none. */
function figured(component: Jsx, literals: Literals, reading: Reading): Literals {
  const { title } = literals;
  if (title !== undefined && isSectionName(component.name) && figuresIn(title).length > 0)
    reading.refuse(component, {
      rule: 'rule-in-title',
      message: `Tên phần “${title}” có con số của quy định.`,
      fix: 'đặt tên không có con số; con số viết trong phần ấy',
      hint: 'a section title makes an address',
    });
  return Object.fromEntries(
    Object.entries(literals).map(([name, value]) => [name, reading.figured(component, value)]),
  );
}

function explain(name: string, issue: z.core.$ZodIssue, literals: Literals, known: string[]): Refusal[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownProp(name, key, known));
  const field = String(issue.path[0] ?? '');
  const value = literals[field];
  if (value === undefined)
    return [
      {
        rule: 'missing-prop',
        message: `<${name}> thiếu “${field}”.`,
        fix: `viết <${name} ${field}="…">`,
        hint: 'required prop is missing',
      },
    ];
  if (value.trim() === '')
    return [
      {
        rule: 'empty-prop',
        message: `Thuộc tính “${field}” của <${name}> để trống.`,
        fix: 'viết giá trị trong ngoặc kép',
        hint: 'empty prop',
      },
    ];
  if (field === 'signs') return [wrongSign(value, literals)];
  if (issue.code === 'invalid_value') return [unknownValue(name, field, value, issue.values)];
  return [field === 'press' ? wrongPress(value, literals) : wrongValue(name, field, value)];
}

function unknownProp(name: string, key: string, known: readonly string[]): Refusal {
  const like = nearest(key, known);
  const fix = known.length > 0 ? `dùng được: ${known.join(', ')}` : 'bỏ thuộc tính này';
  return {
    rule: 'unknown-prop',
    message: `<${name}> không có thuộc tính “${key}”.`,
    fix: like ? `có phải “${like}”?` : fix,
    hint: 'unknown prop',
  };
}

function unknownValue(name: string, field: string, value: string, values: readonly unknown[]): Refusal {
  const names = values.map(String);
  const like = nearest(value, names);
  const picture = name === 'Picture';
  return {
    rule: picture ? 'picture-name' : 'prop-value',
    message: picture
      ? `Không có hình vẽ tên “${value}”.`
      : `<${name} ${field}="${value}"> không có trong danh sách.`,
    fix: like !== undefined ? `có phải “${like}”?` : `chọn một trong: ${names.join(', ')}`,
    hint: picture ? 'picture is not in the set' : 'value is not in the list',
  };
}

const wrongValue = (name: string, field: string, value: string): Refusal => ({
  rule: 'prop-value',
  message:
    name === 'Guides'
      ? '<Guides> chọn bài theo nhiều cách cùng lúc.'
      : `Thuộc tính “${field}” của <${name}> không nhận “${value}”.`,
  fix:
    name === 'Guides'
      ? 'giữ một trong: ids, audience, task, topic'
      : 'chỉ dùng a–z không dấu, số và gạch ngang, ví dụ: co-gi',
  hint: 'value has the wrong form',
});

const placesIn = (literals: Literals): string[] =>
  ['buttons', 'rows', 'fields'].flatMap((field) => splitList(literals[field]));

/** A sign that is not in the set, or that stands at words which the screen does not show. */
function wrongSign(value: string, literals: Literals): Refusal {
  const unknown = splitPairs(value).find(({ sign }) => !isSign(sign));
  const places = placesIn(literals);
  const lost = splitPairs(value).find(({ at }) => !places.includes(at));
  return {
    rule: 'screen-sign',
    message:
      unknown === undefined
        ? `Dấu đặt ở “${lost?.at ?? ''}”, mà màn hình không có chữ ấy.`
        : `Dấu “${unknown.sign}” không có trong bộ dấu.`,
    fix:
      unknown === undefined
        ? `chọn một trong: ${places.join(', ') || '(chưa có dòng nào)'}`
        : `viết chữ: dấu, ví dụ Gửi: send; có phải “${nearest(unknown.sign, signNames) ?? 'settings'}”?`,
    hint: 'a sign is unknown, or stands at words that the screen does not show',
  };
}

function wrongPress(value: string, literals: Literals): Refusal {
  const places = placesIn(literals);
  if (places.includes(value))
    return {
      rule: 'screen-press',
      message: `press="${value}" trùng hai chỗ trong hình.`,
      fix: 'đặt hai tên khác nhau, như trên màn hình thật',
      hint: 'press names two places',
    };
  return {
    rule: 'screen-press',
    message: `press="${value}" không có trong buttons, rows hay fields.`,
    fix: `chọn một trong: ${places.join(', ') || '(chưa có nút nào)'}`,
    hint: 'press must name a button, row or field',
  };
}
