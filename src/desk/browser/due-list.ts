/** What waits for an author, at the head of the desk. */
import type { Due, DueKind } from '../due.ts';
import { el, say } from './dom.ts';

/** Most lines of one kind that stand open. */
const mostShown = 8;

const kinds: readonly DueKind[] = ['fault', 'announcement', 'recording', 'rule', 'guide'];

/** Lists of what waits, by kind; `nameOf` tells what a file is called. */
export function dueList(all: readonly Due[], nameOf: (file: string) => string): HTMLElement[] {
  if (all.length === 0) return [el('p', {}, say('dueNone'))];
  const row = ({ file, day, why }: Due): HTMLElement =>
    el(
      'li',
      {},
      el('a', { href: `#${file}` }, nameOf(file)),
      ...(day === undefined ? [] : [el('span', { class: 'hint' }, ` ${say('dueDay', { day: dayOf(day) })}`)]),
      ...(why === undefined ? [] : [el('span', { class: 'hint' }, ` ${why}`)]),
    );
  return kinds.flatMap((kind) => {
    const own = all.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const [shown, more] = [own.slice(0, mostShown), own.slice(mostShown)];
    return [
      el('h3', {}, say(`due_${kind}`, { n: own.length })),
      el('ul', { class: 'entries', 'data-due': kind }, ...shown.map(row)),
      ...(more.length === 0
        ? []
        : [
            el(
              'details',
              {},
              el('summary', {}, say('dueMore', { n: more.length })),
              el('ul', { class: 'entries' }, ...more.map(row)),
            ),
          ]),
    ];
  });
}

/** A day as it is read. */
const dayOf = (day: string): string => day.split('-').reverse().map(Number).join('/');
