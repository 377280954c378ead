/** What a made-up screen must not show: names, numbers and addresses that could be somebody's. Pure. */
import { fault, type Fault } from '../../gate/faults.ts';
import type { MadeUpData } from '../../schemas/drill.ts';

/** An address with a dot, or the start of something that a phone acts on. */
const address = /(?:https?|tel|sms|mailto):\S*|www\.\S+|[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}(?:\/\S*)?/giu;
/** Six digits and more in one go; sums are cut by dots and have their own shape. */
const longNumber = /(?<![\d.])\+?\d(?:[ -]?\d){5,}(?![\d.])/gu;
/** Where a capital letter says nothing: at the start of a sentence, of a line, of what somebody says. */
const starts = /(?<=(?:^|[.!?…][”’)]?\s+|[“‘(]\s*|\n\s*))\p{Lu}/gu;
const capital = /\p{Lu}[\p{L}\d-]*/u;

/** Everything in a text that is not on the list. */
export function madeUpFaults(text: string, { names, real, numbers }: MadeUpData): Fault[] {
  const links = [...text.matchAll(address)]
    .map(([found]) => found)
    .filter((found) => !/\.example(?:\/|$)/.test(found) && !real.includes(found));
  const long = [...text.matchAll(longNumber)]
    .map(([number]) => number)
    .filter((number) => !numbers.some((start) => number.replace(/\D/g, '').startsWith(start)));
  const rest = [...names, ...real]
    .filter((name) => text.includes(name))
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(wholeName(name), '·'), text.replace(address, '·'));
  const name = capital.exec(rest.replace(starts, (letter) => letter.toLocaleLowerCase('vi')))?.[0];
  return [
    ...links.map((found) => fault('drill-link', { found })),
    ...long.map((number) => fault('drill-number', { number, starts: numbers })),
    ...(name === undefined ? [] : [fault('drill-name', { name })]),
  ];
}

const wholeName = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])${name.replace(/[.*+?^$()[\]{}|\\]/g, String.raw`\$&`)}(?![\\p{L}\\d])`, 'gu');
