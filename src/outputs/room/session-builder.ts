/**
 * The session builder: reads the plan from the address, shows it, and writes every change back into the
 * address. Nothing is stored and nothing is sent; the page's policy would not let it.
 */
import { findGuides } from './guide-finder.ts';
import { emptyChoice, moved, readSession, sessionQuery, type AddressSlip } from './session-address.ts';
import { unpackGuides, type BuilderData, type OfferedGuide } from '../../sessions/data.ts';
import { devices, type Timed } from '../../sessions/parts.ts';
import {
  makePlan,
  planLimits,
  type PlanNote,
  type PlanPart,
  type SessionChoice,
} from '../../sessions/plan.ts';
import { qrPath } from '../../formats/qr.ts';
import '../../client/composing-keys.ts';
import { pageData } from '../../client/page-data.ts';
import { one, wordsOf } from '../../client/page-parts.ts';
import { element } from '../../client/passage-view.ts';
import { setContent } from '../../client/set-content.ts';

const data = pageData('du-lieu-soan') as BuilderData;
const guides = unpackGuides(data);
const known = new Map(guides.map((guide) => [guide.number, guide]));
const audiences = new Map(data.audiences);

const root = one(HTMLElement, '[data-builder]');
const find = (selector: string): HTMLElement => one(HTMLElement, selector, root);
const form = one(HTMLFormElement, '[data-choose]', root);
const audienceBox = one(HTMLSelectElement, '#soan-ai', root);
const minutesBox = one(HTMLInputElement, '#soan-phut', root);
const seek = one(HTMLInputElement, '#soan-tim', root);
const chosen = find('[data-chosen]');
const offers = find('[data-offers]');
const status = find('[data-status]');
/** Offers shown at a time: more would be a wall on a small screen. */
const mostOffers = 12;

const word = wordsOf(new Map(Object.entries(data.words)));

let choice: SessionChoice = emptyChoice;
/** What could not be read from the address that was opened; told until the plan is begun anew. */
let slips: readonly AddressSlip[] = [];

const likes = (guide: OfferedGuide): boolean =>
  choice.audience !== '' && guide.audiences.includes(choice.audience);
const address = (): string => data.address + sessionQuery(choice);

/** Takes a new choice: into the address, onto the page, and aloud. */
function take(next: SessionChoice, said: string): void {
  choice = next;
  history.replaceState(history.state, '', sessionQuery(choice));
  show();
  status.textContent = said;
}

function show(): void {
  if (audienceBox.value !== choice.audience) audienceBox.value = choice.audience;
  // A number that is being typed is left alone.
  if (document.activeElement !== minutesBox) minutesBox.value = String(choice.minutes);
  for (const box of form.querySelectorAll<HTMLInputElement>('[name=may]'))
    box.checked = box.value === choice.device;
  showSlips();
  showChosen();
  showOffers();
  showPlan();
}

const items = (texts: readonly string[]): HTMLLIElement[] => texts.map((text) => element('li', '', text));

function showSlips(): void {
  const lost = choice.guides.filter((guide) => !known.has(guide));
  const texts = [...slips.map(slipWords), ...lost.map((guide) => word('slipGuide', { value: guide }))];
  const box = find('[data-slips]');
  box.hidden = texts.length === 0;
  setContent(one(HTMLElement, 'ul', box), ...items(texts));
}
function slipWords(slip: AddressSlip): string {
  switch (slip.kind) {
    case 'not-a-number':
      return word('slipNumber', { value: slip.value });
    case 'twice':
      return word('slipTwice', { value: slip.value });
    case 'too-many':
      return word('slipMany', { value: slip.value, n: planLimits.guides });
    case 'minutes':
      return word('slipMinutes', { value: slip.value, used: slip.used });
    case 'audience':
      return word('slipAudience', { value: slip.value });
    case 'device':
      return word('slipDevice', { value: slip.value });
  }
}

const named = (number: number): string =>
  `${number}. ${known.get(number)?.title ?? word('unknown', { n: number })}`;

/** A button that says which guide it acts on, for those who do not see where it stands. */
function button(text: string, number: number, disabled: boolean, act: () => void): HTMLButtonElement {
  const made = element(
    'button',
    'pill',
    text,
    element('span', 'unseen', ` ${word('ofGuide', { n: number })}`),
  );
  made.type = 'button';
  // Not `disabled`: the focus would fall off the page when a guide reaches the end of the list.
  if (disabled) made.setAttribute('aria-disabled', 'true');
  made.addEventListener('click', () => {
    if (made.getAttribute('aria-disabled') === null) act();
  });
  return made;
}

/**
 * What the lists were last made of. They are left alone while it stays: a list made anew under the finger
 * swallows the press.
 */
const lastMade = { chosen: '', offers: '' };

function showChosen(): void {
  if (lastMade.chosen === `g${choice.guides.join()}`) return;
  lastMade.chosen = `g${choice.guides.join()}`;
  find('[data-none]').hidden = choice.guides.length > 0;
  setContent(
    chosen,
    ...choice.guides.map((guide, index) => {
      const offeredGuide = known.get(guide);
      const move = (step: -1 | 1): void => {
        take(
          moved(choice, index, step),
          word('movedTo', {
            n: guide,
            place: index + step + 1,
            guides: choice.guides.length,
            minutes: choice.minutes,
          }),
        );
        focusButton(index + step, step < 0 ? 0 : 1);
      };
      return element(
        'li',
        '',
        element(
          'p',
          '',
          element('b', '', named(guide)),
          ...(offeredGuide
            ? [' ', element('span', 'quiet', `(${word('guideMinutes', { n: offeredGuide.minutes })})`)]
            : []),
        ),
        element(
          'p',
          'moves',
          button(word('up'), guide, index === 0, () => move(-1)),
          button(word('down'), guide, index === choice.guides.length - 1, () => move(1)),
          button(word('remove'), guide, false, () => {
            const left = choice.guides.filter((otherGuide) => otherGuide !== guide);
            take(
              { ...choice, guides: left },
              word('removed', { n: guide, guides: left.length, minutes: choice.minutes }),
            );
            if (left.length === 0) find('#da-chon').focus();
            else focusButton(Math.min(index, left.length - 1), 2);
          }),
        ),
      );
    }),
  );
}
const focusButton = (row: number, place: number): void => {
  chosen.children[row]?.querySelectorAll('button')[place]?.focus();
};

function showOffers(): void {
  const made = [seek.value, choice.audience, ...choice.guides].join('|');
  if (lastMade.offers === `o${made}`) return;
  lastMade.offers = `o${made}`;
  const free = guides.filter((guide) => !choice.guides.includes(guide.number));
  const found = findGuides(free, seek.value, likes);
  const shown = found.slice(0, mostOffers);
  const full = choice.guides.length >= planLimits.guides;
  const count =
    found.length === 0
      ? word('foundNone')
      : word(found.length > shown.length ? 'foundMore' : 'found', { n: found.length, shown: shown.length });
  find('[data-found]').textContent = full
    ? word('full', { n: planLimits.guides })
    : choice.audience !== '' && found.length > 0
      ? `${count} ${word('suggested')}`
      : count;
  setContent(
    offers,
    ...(full ? [] : shown).map((guide) => {
      const result = element('button', 'offer', word('add', { n: guide.number, title: guide.title }));
      result.type = 'button';
      result.addEventListener('click', () => add(guide));
      return element('li', '', result);
    }),
  );
}

function add(guide: OfferedGuide): void {
  const at = [...offers.children].findIndex((li) => li.contains(document.activeElement));
  take(
    { ...choice, guides: [...choice.guides, guide.number] },
    word('added', { n: guide.number, guides: choice.guides.length + 1, minutes: choice.minutes }),
  );
  // The focus stays among the offers, so that one guide after another can be added.
  const next =
    offers.children[Math.min(Math.max(at, 0), offers.children.length - 1)]?.querySelector('button');
  (next ?? seek).focus();
}

function showPlan(): void {
  const { parts, notes } = makePlan(choice, known);
  const made = parts.length > 0;
  const short = notes.find((note) => note.kind === 'too-short');
  find('[data-facts]').textContent =
    choice.guides.length === 0
      ? ''
      : word('planFor', {
          who: audiences.get(choice.audience) ?? word('everyone'),
          minutes: choice.minutes,
          device: word(`device_${choice.device}`),
        });
  find('[data-empty]').hidden = made || short !== undefined;
  find('[data-made]').hidden = !made;
  find('[data-short]').hidden = short === undefined;
  if (short) showTooShort(short.need);
  setContent(find('[data-parts]'), ...parts.map(partRow));
  find('[data-total]').textContent = word('total', { n: choice.minutes });
  setContent(find('[data-rules]'), ...items(ruleWords(notes)));
  const told = notes.flatMap(noteWords);
  const box = find('[data-notes]');
  box.hidden = told.length === 0;
  setContent(one(HTMLElement, 'ul', box), ...items(told));
  showShare();
}

/**
 * Says how many minutes are needed and offers to take them. Eight guides fit into the longest session, so
 * there is always an answer within the limits.
 */
function showTooShort(need: number): void {
  const box = find('[data-short]');
  one(HTMLElement, 'p', box).textContent = word('tooShort', {
    minutes: choice.minutes,
    guides: choice.guides.filter((guide) => known.has(guide)).length,
    need,
  });
  const use = one(HTMLButtonElement, 'button', box);
  use.textContent = word('useMinutes', { need });
  use.onclick = () => {
    take({ ...choice, minutes: need }, word('changed', { minutes: need, guides: choice.guides.length }));
    one(HTMLElement, '#buoi').scrollIntoView();
    minutesBox.focus();
  };
}

/** One line of the plan: when, what, how. */
function partRow(part: Timed<PlanPart>): HTMLTableRowElement {
  const time = element('th', '', `${part.from}–${part.to}`);
  time.scope = 'row';
  time.dataset.label = word('minute');
  const what = element(
    'td',
    '',
    element('b', '', word(part.again ? 'kind_again' : `kind_${part.kind}`, { n: part.guide ?? '' })),
    ...(part.guide !== undefined && part.kind === 'demonstration'
      ? [element('br', ''), guideLink(part.guide)]
      : []),
  );
  what.dataset.label = word('what');
  const how = element('td', '', howWords(part));
  how.dataset.label = word('how');
  return element('tr', '', time, what, how);
}

function guideLink(guide: number): HTMLAnchorElement {
  const link = element('a', '', known.get(guide)?.title ?? named(guide));
  link.href = `/${guide}/`;
  return link;
}

function howWords(part: PlanPart): string {
  if (part.kind === 'welcome' && choice.device === 'none') return word('how_welcomeNone');
  if (part.kind === 'demonstration' && choice.device === 'both') return word('how_demonstrationBoth');
  return word(part.again ? 'how_again' : `how_${part.kind}`);
}

function ruleWords(notes: readonly PlanNote[]): string[] {
  const risky = (risk: 'login' | 'money'): string =>
    notes.flatMap((note) => (note.kind === 'risky' && note.risk === risk ? [note.guide] : [])).join(', ');
  const [money, login] = [risky('money'), risky('login')];
  return [
    word('safety_hands'),
    word('safety_code'),
    word('safety_papers'),
    ...(money === '' ? [] : [word('safety_money', { list: money })]),
    ...(login === '' ? [] : [word('safety_login', { list: login })]),
  ];
}

function noteWords(note: PlanNote): string[] {
  switch (note.kind) {
    case 'many':
      return [word('noteMany', { guides: note.guides })];
    case 'tight':
      return [word('noteTight', { want: note.want, have: note.have })];
    case 'wrong-order':
      return [word('noteOrder', { guide: note.guide, first: note.first })];
    case 'needs':
      return [word('noteNeeds', { guide: note.guide, first: note.first.join(', ') })];
    case 'other-device':
      return [word('noteDevice', { guide: note.guide, only: word(`only_${note.only}`) })];
    // Told elsewhere: in the rules, beside the table, above the form.
    case 'risky':
    case 'too-short':
    case 'no-guides':
    case 'unknown-guide':
      return [];
  }
}

/** What is handed out and shown for each guide, where this edition has it. */
function showPapers(): void {
  const papers = [
    ...(OFFERED.print ? [{ key: 'handout', folder: '/in/' }] : []),
    ...(OFFERED.slides ? [{ key: 'slides', folder: '/trinh-chieu/' }] : []),
  ];
  const guides = choice.guides.filter((guide) => known.has(guide));
  setContent(
    find('[data-builder-papers]'),
    ...guides.flatMap((guide) =>
      papers.map(({ key, folder }) => {
        const link = element('a', 'pill', word(key, { n: guide }));
        link.href = `${folder}${guide}/`;
        return element('li', '', link);
      }),
    ),
  );
}

function showShare(): void {
  find('[data-share]').hidden = choice.guides.length === 0;
  showPapers();
  const link = one(HTMLAnchorElement, '[data-address]', root);
  link.href = sessionQuery(choice);
  link.textContent = address();
  const room = root.querySelector<HTMLAnchorElement>('[data-room]');
  if (room) room.search = link.search;
  const { side, path } = qrPath(address());
  const svg = one(SVGSVGElement, '[data-qr]', root);
  const make = (name: string, values: Readonly<Record<string, string>>): Element => {
    const namespace = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(values)) namespace.setAttribute(key, value);
    return namespace;
  };
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  setContent(
    svg,
    make('rect', { width: String(side), height: String(side), fill: '#fff' }),
    make('path', { d: path, fill: '#000' }),
  );
}

form.addEventListener('submit', (event) => event.preventDefault());
audienceBox.addEventListener('change', () =>
  take(
    { ...choice, audience: audienceBox.value },
    word('changed', { minutes: choice.minutes, guides: choice.guides.length }),
  ),
);
for (const box of form.querySelectorAll<HTMLInputElement>('[name=may]')) {
  box.addEventListener('change', () =>
    take(
      { ...choice, device: devices.find((device) => device === box.value) ?? choice.device },
      word('changed', { minutes: choice.minutes, guides: choice.guides.length }),
    ),
  );
}
function typedMinutes(): void {
  const { choice: read } = readSession(`?phut=${encodeURIComponent(minutesBox.value)}`, new Set());
  take(
    { ...choice, minutes: read.minutes },
    word('changed', { minutes: read.minutes, guides: choice.guides.length }),
  );
}
// While typing, only a number within the limits is taken: "6" on the way to "60" is not a session of twenty
// minutes.
minutesBox.addEventListener('input', () => {
  const value = minutesBox.valueAsNumber;
  if (Number.isInteger(value) && value >= planLimits.minutes.least && value <= planLimits.minutes.most)
    typedMinutes();
});
minutesBox.addEventListener('blur', () => {
  if (minutesBox.value !== String(choice.minutes)) typedMinutes();
  minutesBox.value = String(choice.minutes);
});
minutesBox.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    event.preventDefault();
    typedMinutes();
    minutesBox.value = String(choice.minutes);
  }
});
const sought = (): void => {
  showOffers();
  status.textContent = find('[data-found]').textContent;
};
seek.addEventListener('input', sought);
seek.addEventListener('compositionend', sought);
seek.addEventListener('keydown', (event) => {
  // Enter adds the first offer: the number typed, or the only guide left.
  if (event.key !== 'Enter' || seek.value.trim() === '') return;
  event.preventDefault();
  const first = offers.querySelector('button');
  if (!first) return;
  seek.value = '';
  first.click();
  showOffers();
  seek.focus();
});
find('[data-print]').addEventListener('click', () => print());
find('[data-copy]').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(address());
    status.textContent = word('copied');
  } catch {
    status.textContent = word('copyFailed');
  }
  status.classList.remove('unseen');
});
find('[data-again]').addEventListener('click', () => {
  slips = [];
  seek.value = '';
  take(emptyChoice, word('cleared'));
  find('#da-chon').focus();
});

/** Reads the address: at the start, and when the page is shown again. */
function open(): void {
  ({ choice, slips } = readSession(location.search, new Set(audiences.keys())));
  show();
}
open();
root.hidden = false;
addEventListener('popstate', open);
document.querySelector('[data-unheard]')?.remove();
