/**
 * The page of the directory: finds by name, lets a reader say which bank is theirs, and puts that number on
 * top.
 * The page is whole without it.
 */
import { nameHolds } from '../search/name-match.ts';
import { choose, chosenOf, mayRemember } from './my-choice.ts';

const box = document.querySelector<HTMLElement>('[data-finder]');
const find = document.querySelector<HTMLElement>('[data-find]');
const status = find?.nextElementSibling;
const [call = '', change = '', mine = '', mineSay = '', none = '', found = ''] =
  box?.dataset.words?.split('|') ?? [];
const entries = [...document.querySelectorAll<HTMLElement>('.calls > li')];
const nameOf = (entry: Element): string => entry.querySelector('h3')?.textContent?.trim() ?? '';

/** Shows the entries whose name or other names hold what was typed. */
function filter(asked: string): void {
  let shown = 0;
  for (const entry of entries) {
    const hit = nameHolds(`${nameOf(entry)} ${entry.dataset.say ?? ''}`, asked);
    entry.hidden = !hit;
    if (hit) shown++;
  }
  const finding = asked.trim() !== '';
  // What is found comes right below the field: the way to the groups and what leads them in stand aside.
  for (const aside of document.querySelectorAll<HTMLElement>('[data-aside]')) aside.hidden = finding;
  for (const section of document.querySelectorAll<HTMLElement>('main section'))
    section.hidden = finding && !section.querySelector('.calls > li:not([hidden])');
  for (const list of document.querySelectorAll<HTMLElement>('.unsure'))
    list.hidden = finding && !list.querySelector('.calls > li:not([hidden])');
  if (!status) return;
  if (shown === 0) status.textContent = none;
  else status.textContent = finding ? found.replace('{count}', String(shown)) : '';
}

/** The reader's own numbers on top, each with a way to change it. */
function showChosen(): void {
  if (!box) return;
  box.textContent = '';
  for (const section of document.querySelectorAll<HTMLElement>('[data-kind]')) {
    const kind = section.dataset.kind ?? '';
    const entry = document.getElementById(chosenOf(kind) ?? '');
    if (!entry) continue;
    const number = entry.querySelector<HTMLAnchorElement>('a.number');
    const line = document.createElement('p');
    const link = document.createElement('a');
    link.className = 'pill';
    link.href = number?.href ?? `#${entry.id}`;
    link.textContent = number
      ? `${call} ${nameOf(entry)}: ${number.firstChild?.textContent?.trim() ?? ''}`
      : nameOf(entry);
    line.append(
      link,
      ' ',
      button(change, '', () => again(kind, section)),
    );
    box.append(line);
  }
}

/** Forgets the choice and leads back to the list. */
function again(kind: string, section: HTMLElement): void {
  choose(kind, undefined);
  showChosen();
  section.scrollIntoView();
  section.querySelector<HTMLElement>('button')?.focus();
}

function button(words: string, label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'pill';
  made.textContent = words;
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', press);
  return made;
}

const typed = find?.querySelector('input');
if (find && typed) {
  find.hidden = false;
  typed.addEventListener('input', () => {
    filter(typed.value);
    // A keyboard covers half of a phone: the field goes up, so that what is found can be seen under it.
    if (find.getBoundingClientRect().top > innerHeight / 4) find.scrollIntoView();
  });
}
if (mayRemember()) {
  for (const section of document.querySelectorAll<HTMLElement>('[data-kind]'))
    for (const entry of section.querySelectorAll('.calls > li'))
      entry.append(
        button(mine, mineSay.replace('{name}', nameOf(entry)), () => {
          choose(section.dataset.kind ?? '', entry.id);
          showChosen();
          box?.scrollIntoView();
          box?.querySelector('a')?.focus();
        }),
      );
  showChosen();
}
