/** Runs in the file: opens guides by their place in the address, finds, turns modes on, walks by steps. */
import { inflateSync, strFromU8 } from 'fflate';
import { one } from '../../client/page-parts.ts';
import { fold } from '../../vietnamese/text.ts';
import { callsPlace, isCarried, placeOf, type Carried, type CarriedGuide } from './carried.ts';
import { between, decoded, unlettered } from './coding.ts';

/** Bytes of a data element, inflated. */
function bytesOf(selector: string): Uint8Array {
  return inflateSync(unlettered(one(HTMLScriptElement, selector).text));
}

function carried(): Carried {
  const words = strFromU8(bytesOf('#chu')).split(between);
  const found: unknown = JSON.parse(decoded(words, bytesOf('#bai')));
  if (!isCarried(found)) throw new Error('this file is not whole');
  return found;
}

const { guides, calls, words, rivals, setting } = carried();
const root = document.documentElement;
const main = one(HTMLElement, 'main');
const list = one(HTMLElement, '#l');
const page = one(HTMLElement, '#p');
const rows = one(HTMLElement, '#r');
const status = one(HTMLElement, '#s');
const field = one(HTMLInputElement, '#q');
const walk = document.createElement('p');
const [back, next] = ['before', 'after'].map((key) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = key === 'before' ? words.before : words.after;
  walk.append(button, ' ');
  return button;
});
let step = 0;

/** Shows one step where that mode is on, all of them elsewhere. */
function showStep(): void {
  const steps = [...page.querySelectorAll<HTMLElement>('.t')];
  const single = (root.dataset.cheDo ?? '').split(' ').includes('tung-buoc') && steps.length > 1;
  steps.forEach((element, index) => (element.hidden = single && index !== step));
  walk.remove();
  if (!single || back === undefined || next === undefined) return;
  back.disabled = step === 0;
  next.disabled = step === steps.length - 1;
  steps[step]?.after(walk);
}
function turn(by: number): void {
  step += by;
  showStep();
}
back?.addEventListener('click', () => {
  turn(-1);
});
next?.addEventListener('click', () => {
  turn(1);
});

/** Markup that came with the file, read without running anything. */
function put(lang: string, title: string, body: string): void {
  const head = document.createElement('h1');
  head.textContent = title;
  page.lang = lang;
  page.textContent = '';
  page.append(head, document.createRange().createContextualFragment(body));
}

/** Shows what the address names: a guide, a place in it, the directory, or the list. */
function show(): void {
  const place = location.hash;
  const guide = guides.find(
    ([number]) => place === placeOf(number) || place.startsWith(`${placeOf(number)}-`),
  );
  const shown: readonly [string, string, string] | undefined =
    guide === undefined
      ? place === callsPlace
        ? ['vi', ...calls]
        : undefined
      : [guide[1], guide[2], guide[4]];
  list.hidden = shown !== undefined;
  page.hidden = shown === undefined;
  if (shown === undefined) return;
  put(...shown);
  step = 0;
  showStep();
  const inside = page.querySelector(`[id="${place.slice(1).replace(/[^\w-]/g, '')}"]`);
  (inside ?? main).scrollIntoView();
  main.focus({ preventScroll: true });
}
addEventListener('hashchange', show);

interface Findable {
  readonly guide: CarriedGuide;
  readonly title: string;
  readonly text: string;
}
/** Letters without marks, a space around each word. */
const plain = (text: string): string => ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `;
const findables: Findable[] = [];
/** Reads some guides more for the search. */
function learn(count: number): void {
  for (const guide of guides.slice(findables.length, findables.length + count)) {
    const text = plain(guide[4].replace(/<[^>]*>/g, ' '));
    findables.push({ guide, title: plain(`${guide[2]} ${guide[3]}`), text });
  }
}
/** Reads them all a few at a time, while nobody waits. */
function learnAll(): void {
  learn(6);
  if (findables.length < guides.length) setTimeout(learnAll, 20);
}
const has = (text: string, word: string): boolean => text.includes(` ${word}`);
const times = (text: string, word: string): number => text.split(` ${word}`).length - 1;

/** Guides that hold every word, those with it in their name first. */
function found(query: string): readonly CarriedGuide[] {
  const asked = plain(query).trim();
  if (asked === '') return [];
  const byNumber = /^(?:bai |so )*(\d+)$/.exec(asked)?.[1];
  const numbered = guides.filter(([number]) => String(number) === byNumber);
  if (numbered.length > 0) return numbered;
  learn(guides.length);
  const wanted = asked.split(' ');
  return findables
    .flatMap(({ guide, title, text }) => {
      if (!wanted.every((word) => has(title, word) || has(text, word))) return [];
      const named = wanted.filter((word) => has(title, word)).length;
      const often = wanted.reduce((sum, word) => sum + Math.log(1 + times(text, word)), 0);
      const together = has(title, asked) ? 6 : has(text, asked) ? 2 : 0;
      return [{ guide, score: together + 4 * named + often / Math.log(50 + text.length) }];
    })
    .sort((first, second) => second.score - first.score)
    .slice(0, 30)
    .map(({ guide }) => guide);
}

field.addEventListener('input', () => {
  const answers = found(field.value);
  rows.textContent = '';
  for (const [number, lang, title] of answers) {
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = placeOf(number);
    link.lang = lang;
    link.textContent = title;
    row.append(link);
    rows.append(row);
  }
  const asked = field.value.trim() !== '';
  status.textContent = asked
    ? answers.length === 0
      ? words.none
      : words.found.replace('{n}', String(answers.length))
    : '';
});

const boxes = [...document.querySelectorAll<HTMLInputElement>('#d input')];
function setModes(modes: readonly string[]): void {
  root.dataset.cheDo = modes.join(' ');
  for (const box of boxes) box.checked = modes.includes(box.value);
  showStep();
}
for (const box of boxes)
  box.addEventListener('change', () => {
    const against = rivals.filter((pair) => pair.includes(box.value)).flat();
    const on = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const modes = on.filter((mode) => mode === box.value || !box.checked || !against.includes(mode));
    setModes(modes);
    // A browser may keep nothing for a file from a disk.
    try {
      localStorage.setItem(setting, modes.join(','));
    } catch {
      return;
    }
  });
try {
  setModes((localStorage.getItem(setting) ?? '').split(',').filter((mode) => mode !== ''));
} catch {
  setModes([]);
}
one(HTMLElement, '#d').hidden = false;
one(HTMLElement, '#f').hidden = false;
show();
setTimeout(learnAll, 300);
