/**
 * The page of the directory: finds by name, lets a reader say which bank is theirs, and puts that number on
 * top. The page is whole without it.
 */
import { namesHeld } from '../search/names-held.ts';
import { findInList } from './find-in-list.ts';
import { choose, chosenOf } from './my-choice.ts';
import { mayRemember } from './shared-machine.ts';

const box = document.querySelector<HTMLElement>('[data-finder]');
const [call = '', change = '', mine = '', mineSay = ''] = box?.dataset.words?.split('|') ?? [];
const entries = [...document.querySelectorAll<HTMLElement>('.calls > li')];
const nameOf = (entry: Element): string => entry.querySelector('h3')?.textContent?.trim() ?? '';

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

findInList({
  entries,
  namesOf: (entry) => `${nameOf(entry)} ${entry.dataset.say ?? ''}`,
  parts: [...document.querySelectorAll<HTMLElement>('main section, .unsure')],
  holding: namesHeld,
});
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
