/**
 * A drill with a script: presses are buttons, fields can be typed into, what happens is announced, and a
 * second wrong press opens the hint. Addresses behind `#` lead on as they do without it. It keeps
 * nothing; at the right end it tells, for whoever remembers.
 */
import { tellAchieved } from '../../client/own-way.ts';
import { one } from '../../client/page-parts.ts';
import { offerVoices } from './hear.ts';
import { liveKeys } from './live-keys.ts';
import { writtenWithTelex } from './telex-keys.ts';
import { typedAs } from './typed.ts';

const drill = one(HTMLElement, '[data-drill]');
const told = one(HTMLElement, '[data-told]');
/** Wrong presses by the state in which they were made. */
const wrong = new Map<string, number>();
/** Whether the reader pressed or typed anything. */
let pressed = false;
const all = <Kind extends Element>(selector: string, within: ParentNode = drill): Kind[] => [
  ...within.querySelectorAll<Kind>(selector),
];

/** A second press on the same address must lead there again. */
function go(hash: string): void {
  pressed = true;
  if (location.hash === hash) show();
  else location.hash = hash;
}

for (const link of all<HTMLAnchorElement>('a[data-press]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.textContent = link.textContent.trim();
  button.addEventListener('click', () => {
    go(link.hash);
  });
  link.replaceWith(button);
}

for (const box of all<HTMLElement>('[data-field]')) {
  const ways = all<HTMLAnchorElement>('a[data-types]', box);
  const form = document.createElement('form');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const send = document.createElement('button');
  const fault = document.createElement('p');
  input.id = `${box.parentElement?.id ?? ''}-o`;
  input.autocomplete = 'off';
  input.setAttribute('autocapitalize', 'off');
  input.spellcheck = false;
  input.inputMode = box.dataset.field === 'digits' ? 'numeric' : 'text';
  label.htmlFor = input.id;
  label.textContent = box.dataset.label ?? '';
  send.className = 'begin';
  send.textContent = drill.dataset.send ?? '';
  fault.id = `${input.id}-loi`;
  input.setAttribute('aria-describedby', fault.id);
  const telex = box.dataset.field === 'telex';
  form.append(label, input);
  if (telex) {
    const { blank = '', back = '', keys: all = '' } = drill.dataset;
    form.append(liveKeys(input, { blank, back, all }));
  }
  form.append(fault, send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const way = ways.find(({ textContent }) => {
      const text = textContent.trim();
      const capitals = box.dataset.field === 'password';
      return typedAs(telex ? writtenWithTelex(text) : text, capitals) === typedAs(input.value, capitals);
    });
    const state = box.parentElement;
    if (way) {
      form.reset();
      fault.textContent = '';
      go(way.hash);
    } else if (state) {
      fault.textContent = box.dataset.other ?? '';
      const hint = count(state);
      told.textContent = `${fault.textContent} ${hint}`;
      input.focus();
    }
  });
  box.textContent = '';
  box.append(form);
}

/** Counts a wrong press; from the second on the hint is open. Answers with the hint to announce. */
function count(state: HTMLElement): string {
  const times = (wrong.get(state.id) ?? 0) + 1;
  wrong.set(state.id, times);
  const hint = state.querySelector('details');
  if (times < 2 || !hint) return '';
  hint.open = true;
  return `${drill.dataset.hint ?? ''}: ${hint.querySelector('[data-hint]')?.textContent ?? ''}`;
}

/** Brings the reader to what the address names, and says it. */
function show(): void {
  const now = document.getElementById(location.hash.slice(1));
  if (!now || !drill.contains(now)) return;
  const of = document.getElementById(now.dataset.of ?? '');
  const hint = of ? count(of) : '';
  const said = all('[data-say]', now).map(({ textContent }) => textContent.trim());
  told.textContent = [...said, hint].join(' ').trim();
  now.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  // Who was sent the address of the end has pressed nothing.
  if (now.classList.contains('end') && pressed) tellAchieved({ drill: Number(drill.dataset.drill) });
}

void offerVoices(all('[data-heard]'), drill.dataset.listen ?? '');

for (const again of all<HTMLAnchorElement>('[data-again]', document))
  again.addEventListener('click', () => {
    wrong.clear();
    for (const hint of all<HTMLDetailsElement>('details')) hint.open = false;
    // No event follows where the address is that one already.
    if (location.hash === again.hash) setTimeout(show);
  });
addEventListener('hashchange', show);
