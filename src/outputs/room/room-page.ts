/**
 * The page of a room: reads people, phones and network from the address, fits the session, and writes every
 * change back into the address. Nothing is kept and nothing is sent.
 */
import { pageData } from '../../client/page-data.ts';
import { one, wordsOf } from '../../client/page-parts.ts';
import { element } from '../../client/passage-view.ts';
import { setContent } from '../../client/set-content.ts';
import type { BuilderData } from '../../sessions/data.ts';
import { countKeys, counts, readRoom, roomQuery } from './address.ts';
import { fitRoom, networks, places, type Room, type RoomSession } from './phones-and-people.ts';
import { ownSession } from './own.ts';
import { tellRoom, type Told } from './tell.ts';

/** What the template wrote: a ready session, or the guides of which one is put together in the address. */
type PageData = { readonly words: Readonly<Record<string, string>> } & (
  { readonly session: RoomSession } | Pick<BuilderData, 'guides' | 'audiences'>
);
const data = pageData('du-lieu-lop') as PageData;
const word = wordsOf(new Map(Object.entries(data.words)));
const form = one(HTMLFormElement, '[data-ask]');
const plan = one(HTMLElement, '[data-plan]');
const own =
  'session' in data ? { session: data.session, query: '' } : ownSession(location.search, data, word);

const box = (name: string): HTMLInputElement => one(HTMLInputElement, `[name=${name}]`, form);
const choice = (name: string): HTMLSelectElement => one(HTMLSelectElement, `[name=${name}]`, form);

function fillForm(room: Room): void {
  for (const key of countKeys) box(key).value = String(room[key]);
  choice('network').value = room.network;
  choice('place').value = room.place;
}

/** What the form says; a number that is being typed keeps the last one. */
function formRoom(last: Room): Room {
  const count = (key: keyof typeof counts): number => {
    const value = box(key).valueAsNumber;
    const { least, most } = counts[key];
    return Number.isInteger(value) && value >= least && value <= most ? value : last[key];
  };
  return {
    people: count('people'),
    helpers: count('helpers'),
    android: count('android'),
    iphone: count('iphone'),
    network: networks.find((name) => name === choice('network').value) ?? last.network,
    place: places.find((name) => name === choice('place').value) ?? last.place,
  };
}

function draw(told: Told): void {
  const items = (texts: readonly string[]): HTMLLIElement[] => texts.map((text) => element('li', '', text));
  for (const name of ['honest', 'groups', 'turns', 'drop'] as const)
    setContent(one(HTMLElement, `[data-list=${name}]`, plan), ...items(told[name]));
  one(HTMLElement, '[data-facts]', plan).textContent = told.facts;
  one(HTMLElement, '[data-lead=groups]', plan).textContent = told.seats;
  const labelled = (name: 'th' | 'td', label: string, ...content: (Node | string)[]): HTMLElement => {
    const cell = element(name, '', ...content);
    cell.dataset.label = word(label);
    if (name === 'th') cell.setAttribute('scope', 'row');
    return cell;
  };
  const rows = told.parts.map((part) =>
    element(
      'tr',
      '',
      labelled('th', 'minute', part.time),
      labelled('td', 'part', element('b', '', part.title)),
      labelled('td', 'way', part.lines.join(' ')),
    ),
  );
  setContent(one(HTMLElement, '[data-parts]', plan), ...rows);
}

function begin({ session, query }: NonNullable<typeof own>): void {
  let room = readRoom(location.search);
  const status = one(HTMLElement, '[data-status]');
  const link = one(HTMLAnchorElement, '[data-own-address]');
  const show = (): void => {
    draw(tellRoom(fitRoom(session, room), room, session.parts, word));
    link.href = `?${[query, roomQuery(room)].filter((part) => part !== '').join('&')}`;
    link.textContent = link.href;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    room = formRoom(room);
    show();
    history.replaceState(history.state, '', link.href);
    status.textContent = one(HTMLElement, '[data-list=honest]', plan).textContent;
  });
  form.addEventListener('change', () => fillForm(room));
  addEventListener('popstate', () => {
    room = readRoom(location.search);
    fillForm(room);
    show();
  });
  fillForm(room);
  show();
  for (const part of document.querySelectorAll<HTMLElement>('[data-ask],[data-plan],[data-shared]'))
    part.hidden = false;
}

if (own) begin(own);
const print = one(HTMLButtonElement, '[data-print]');
print.hidden = false;
print.addEventListener('click', () => globalThis.print());
