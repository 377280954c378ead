/** Runs in the file: opens guides by their place in the address, finds, turns modes on, walks by steps. */
import { inflateSync, strFromU8 } from 'fflate';
import { one } from '../../client/page-parts.ts';
import { callsPlace, isCarried, isFrame, placeOf, type Carried, type Frame } from './carried.ts';
import { between, decoded, unlettered } from './coding.ts';
import { finder } from './finder.ts';

/** Bytes of a data element, inflated. */
function bytesOf(selector: string): Uint8Array {
  return inflateSync(unlettered(one(HTMLScriptElement, selector).text));
}

function unpack(): Carried {
  const words = strFromU8(bytesOf('#chu')).split(between);
  const found: unknown = JSON.parse(decoded(words, bytesOf('#bai')));
  if (!isCarried(found)) throw new Error('this file is not whole');
  return found;
}
let unpacked: Carried | undefined;
/** What is packed. Unpacking takes a slow phone half a second, so it waits until it is needed. */
const carried = (): Carried => (unpacked ??= unpack());

function frame(): Frame {
  const found: unknown = JSON.parse(one(HTMLScriptElement, '#khung').text);
  if (!isFrame(found)) throw new Error('this file is not whole');
  return found;
}
const { words, rivals, setting } = frame();
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

/** Name of a guide, as the list has it. */
const nameOf = (number: number): string =>
  list.querySelector(`a[href="${placeOf(number)}"]`)?.textContent ?? '';

/** Shows what the address names: a guide, a place in it, the directory, or the list. */
function show(): void {
  const place = location.hash;
  const { guides, calls } = place === '' ? { guides: [], calls: undefined } : carried();
  const guide = guides.find(
    ([number]) => place === placeOf(number) || place.startsWith(`${placeOf(number)}-`),
  );
  const shown: readonly [string, string, string] | undefined =
    guide === undefined
      ? place === callsPlace && calls !== undefined
        ? ['vi', ...calls]
        : undefined
      : [guide[1], nameOf(guide[0]), guide[3]];
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

const search = finder(
  [...list.querySelectorAll('a')].map((link) => ({ link, name: link.textContent })),
  () => carried().guides,
);
/** Shows what was found; how many is told once they are all known. */
function answer(links: readonly HTMLAnchorElement[], whole: boolean): void {
  rows.textContent = '';
  for (const link of links) {
    const row = document.createElement('li');
    row.append(link.cloneNode(true));
    rows.append(row);
  }
  if (whole)
    status.textContent = links.length === 0 ? words.none : words.found.replace('{n}', String(links.length));
}
field.addEventListener('input', () => {
  if (field.value.trim() !== '') {
    search.find(field.value, answer);
    return;
  }
  search.stop();
  rows.textContent = '';
  status.textContent = '';
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
setTimeout(() => {
  search.learn();
}, 300);
