/** Targets with their year, number and unit, in the document's words. */
import { fold } from '../../vietnamese/diacritics.ts';
import type { Node, Told } from './outline.ts';
import vocabulary from './words.json' with { type: 'json' };

export interface FoundTarget {
  readonly item: string;
  readonly told: Told;
  readonly year?: number;
  /** The day or month by whose end it holds. */
  readonly by?: string;
  readonly comparator: 'equal' | 'at-least' | 'more-than' | 'range';
  readonly value: number;
  readonly most?: number;
  readonly unit: 'percent' | 'count' | 'million-people';
  readonly of?: string;
  readonly measure: 'skills' | 'confirmed' | 'identity' | 'other';
  readonly whys: readonly string[];
}

const percent = /(\d+(?:[.,]\d+)?)\s*%?\s*(?:(?:[-–]|đến)\s*(\d+(?:[.,]\d+)?)\s*)?%/u;
const things = vocabulary.counted.join('|');
const counted = new RegExp(
  String.raw`(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*(?:(?:[-–]|đến)\s*(\d+)\s*)?(${things})`,
  'u',
);

const numberOf = (text: string): number =>
  Number(/^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(',', '.'));

/** How the number is meant, by the words beside it. */
function comparatorOf(before: string, after: string): 'equal' | 'at-least' | 'more-than' {
  if (
    /(?:ít nhất|tối thiểu|không dưới|không thấp hơn|từ|≥|>=)\s*$/iu.test(before) ||
    /^\s*(?:\p{L}+\s){0,2}trở lên/iu.test(after)
  )
    return /từ\s*$/iu.test(before) && !/trở lên/iu.test(after) ? 'equal' : 'at-least';
  if (/(?:trên|hơn|vượt|>)\s*$/iu.test(before)) return 'more-than';
  return 'equal';
}

/** What is counted. */
function measureOf(text: string): 'skills' | 'confirmed' | 'identity' | 'other' {
  const words = fold(text);
  if (/xac nhan|dat chuan pho cap|dat pho cap/.test(words)) return 'confirmed';
  if (/danh tinh so|dinh danh dien tu muc|tai khoan dinh danh/.test(words)) return 'identity';
  if (/ky nang|hieu biet|kien thuc|tri thuc|su dung (?:duoc|tot|thanh thao)/.test(words)) return 'skills';
  return 'other';
}

/** The year, or the day, in words such as “Đến năm 2026”, “Đến hết tháng 6/2026”. */
export function yearIn(text: string): { readonly year?: number; readonly by?: string } {
  const words = fold(text);
  const [, day, month, ofDay] = /(?:ngay )(\d{1,2})\/(\d{1,2})\/(20\d\d)/.exec(words) ?? [];
  if (ofDay && month && day)
    return { year: Number(ofDay), by: `${ofDay}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  const [, only, ofMonth] =
    /(?:den|het|trong|truoc)[a-z ]* thang (\d{1,2})(?:\/| nam )(20\d\d)/.exec(words) ?? [];
  if (ofMonth && only) return { year: Number(ofMonth), by: `${ofMonth}-${only.padStart(2, '0')}` };
  const [, year] = /(?:nam|den|het|cuoi) (20\d\d)(?! ?[-–] ?20)/.exec(words) ?? [];
  return year ? { year: Number(year) } : {};
}

const numberWhy = 'con số đếm: xem lại số, đơn vị đếm và điều được đếm';

/** The target in one sentence, or undefined when it has no number of its own. */
export function readTarget(
  told: Told,
  item: string,
  context: { readonly year?: number; readonly by?: string },
): FoundTarget | undefined {
  const share = percent.exec(told.text);
  const count = share ? null : counted.exec(told.text.replace(/20\d\d/g, '····'));
  const match = share ?? count;
  if (!match) return undefined;
  const own = yearIn(told.text);
  const { year, by } = own.year === undefined ? context : own;
  const [whole, first = '', last] = match;
  const before = told.text.slice(0, match.index);
  const after = told.text.slice(match.index + whole.length);
  const measure = measureOf(told.text);
  const thing = count?.[3] ?? '';
  const million = thing === 'triệu người';
  const whys = [
    ...(year === undefined ? ['văn bản không ghi năm của chỉ tiêu này'] : []),
    ...(count ? [numberWhy] : []),
    ...(measure === 'other' && !count ? ['điều được đo không thuộc ba loại thường gặp'] : []),
  ];
  return {
    item,
    told,
    ...(year === undefined ? {} : { year }),
    ...(by === undefined ? {} : { by }),
    comparator: last === undefined ? comparatorOf(before, after) : 'range',
    value: numberOf(first),
    ...(last === undefined ? {} : { most: numberOf(last) }),
    unit: share ? 'percent' : million ? 'million-people' : 'count',
    ...(count && !million ? { of: thing } : {}),
    measure: count ? 'other' : measure,
    whys,
  };
}

/** Where another number of a paragraph begins: “; 50 lớp”, “. Có ít nhất 03”, “, trong đó có 20 hộ”. */
const another = new RegExp(
  [
    String.raw`(?<=[;.])\s+(?=(?:\p{L}+,?\s){0,6}\d)`,
    String.raw`,\s+(?=(?:trong đó có\s)?\d[\d.]*\s(?:${things})\s)`,
  ].join('|'),
  'u',
);

/** Sentences of one paragraph with a number each. */
function sentencesOf(told: Told): Told[] {
  const parts = told.text.split(another);
  return parts.map((text) => ({ text: text.replace(/[;,]$/, '').trim(), place: told.place }));
}

/** Targets below a node of the outline. */
export function targetsUnder(
  node: Node,
  year: { readonly year?: number; readonly by?: string } = {},
): FoundTarget[] {
  const here = yearIn(node.text);
  const isHeading = !percent.test(node.text);
  const context = here.year !== undefined && (isHeading || year.year === undefined) ? here : year;
  const found: FoundTarget[] = [];
  const add = (told: Told, item: string): void => {
    for (const sentence of sentencesOf(told)) {
      const target = readTarget(sentence, item, context);
      if (target) found.push(target);
    }
  };
  if (node.item !== '' && node.rank > 1) add(node, node.item);
  node.body.forEach((told) => add(told, node.item));
  let dash = 0;
  for (const child of node.children) {
    if (child.rank < 20) {
      found.push(...targetsUnder(child, context));
      continue;
    }
    dash++;
    const item = node.item === '' ? `ý ${dash}` : `${node.item}, ý ${dash}`;
    const inner = child.children.length > 0 ? targetsUnder({ ...child, item }, context) : [];
    if (inner.length > 0) found.push(...inner);
    else add(child, item);
  }
  return found;
}
