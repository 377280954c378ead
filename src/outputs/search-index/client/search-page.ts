/**
 * The search page: first rows from titles on the phone, then the rest. Text only, announced once, nothing
 * sent anywhere.
 */
import '../../../client/composing-keys.ts';
import { isKind, passes, type Filter } from '../../../search/filter.ts';
import type { DangerWords } from '../../../search/danger.ts';
import { find, sureEnough, type Found, type FindOptions } from '../../../search/find.ts';
import { runs } from '../highlight.ts';
import type { PassageIndex } from '../../../search/passage-index.ts';
import { ownAddress } from '../../../client/own-address.ts';
import { markNodes } from '../../../client/passage-view.ts';
import { ownUnit } from '../../../client/own-unit.ts';
import { one, textsOf, wordsOf } from '../../../client/page-parts.ts';
import { loadIndex, loadText, loadWhole } from './search-files.ts';
import { quote, rowKey, rowsAtOnce, rowView } from './search-rows.ts';
import { dangerLearnt, dangerWords, urgentBox } from '../../../client/urgent.ts';
import { offerVoice } from './voice-input.ts';
import { late } from '../../../client/late.ts';
import { setContent } from '../../../client/set-content.ts';

const form = one(HTMLFormElement, '[data-search]');
const input = one(HTMLInputElement, 'input', form);
const status = one(HTMLElement, '[data-status]');
const answerBox = one(HTMLElement, '[data-answer]');
const heading = one(HTMLElement, '[data-heading]');
const list = one(HTMLOListElement, '[data-results]');
const more = one(HTMLElement, '[data-more]');
const wide = one(HTMLElement, '[data-wide]');
const wideResults = one(HTMLElement, '[data-wide-results]');
const wideList = one(HTMLOListElement, 'ol', wideResults);
const understood = one(HTMLElement, '[data-understood]');
const unsure = one(HTMLElement, '[data-unsure]');
const nothing = one(HTMLElement, '[data-nothing]');
const other = one(HTMLElement, '[data-other]');
const urgentPlace = one(HTMLElement, '[data-urgent-place]');
const askLink = one(HTMLAnchorElement, 'a[data-ask]');
const filterBox = one(HTMLDetailsElement, '[data-filter]');
const filtered = one(HTMLElement, '[data-filtered]');
const kindSelect = one(HTMLSelectElement, 'label:nth-of-type(1) select', filterBox);
const audienceSelect = one(HTMLSelectElement, 'label:nth-of-type(2) select', filterBox);
const words = wordsOf(textsOf(form.dataset.words));

/** Rows that quote their passage, and how long the others wait for that, in milliseconds. */
const [quoted, quoteWait] = [3, 1500];
const typingPause = 150;
/** After this long without a key the result is announced. */
const settledPause = 700;

interface Shown {
  readonly index: PassageIndex;
  readonly found: Found;
  readonly raw: string;
  readonly options: FindOptions;
}
let shown: Shown | undefined;
let rows = rowsAtOnce;
let turn = 0;
/** There before the first row, so that no row is moved later; a question that could not wait does without. */
let danger: DangerWords | undefined;
/** How long a first row that is ready waits for the words of danger, in milliseconds. */
const longestWait = 1_000;
const patience = (): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, longestWait);
  });

/** What the reader asked to see. */
function filter(): Filter {
  const audiences = audienceSelect.selectedOptions[0]?.dataset.with ?? '';
  return {
    kind: isKind(kindSelect.value) ? kindSelect.value : '',
    audiences: audiences.split(' ').filter((word) => word !== ''),
  };
}
const isFiltered = (): boolean => kindSelect.value !== '' || audienceSelect.value !== '';
/** The filters in words. */
const filterWords = (): string =>
  [kindSelect, audienceSelect]
    .filter((select) => select.value !== '')
    .map((select) => `“${select.selectedOptions[0]?.textContent.trim() ?? ''}”`)
    .join(', ');

/** The address of what is shown: question and filters, so that it can be shared. */
function addressOf(raw: string): string {
  const query = new URLSearchParams();
  if (raw !== '') query.set('q', raw);
  if (kindSelect.value !== '') query.set('loai', kindSelect.value);
  if (audienceSelect.value !== '') query.set('ai', audienceSelect.value);
  const text = query.toString();
  return text === '' ? location.pathname : `?${text}`;
}

/** The desk of the unit that is kept on this device, as a page of the index. */
function ownDesk(index: PassageIndex): number | undefined {
  const unit = ownUnit();
  const place = unit ? index.pages.findIndex(({ address }) => address === `/don-vi/${unit.id}/`) : -1;
  return place < 0 ? undefined : place;
}

const look = (raw: string, index: PassageIndex, options: FindOptions): Found => {
  const wanted = filter();
  const own = ownDesk(index);
  const all = { ...options, danger, ...(own === undefined ? {} : { own }) };
  return find(raw, index, all, (page) => passes(wanted, index.page(page)));
};

/** Rows on the page. */
const drawn = (): HTMLLIElement[] => [...list.querySelectorAll<HTMLLIElement>(':scope > li')];

/** Draws rows up to `count`. Those that stand stay where they are; the focus may be on one. */
function drawRows(answer: Shown, count: number): void {
  const old = new Map(drawn().map((li) => [li.dataset.row, li]));
  const wanted = answer.found.rows.slice(0, count);
  for (const [at, row] of wanted.entries()) {
    const key = rowKey(row);
    const li = old.get(key) ?? rowView(row, { ...answer, words });
    li.dataset.row = key;
    if (list.children[at] !== li) list.insertBefore(li, list.children[at] ?? null);
  }
  while (list.children.length > wanted.length) list.lastElementChild?.remove();
  list.hidden = wanted.length === 0;
}

/** Fetches the passages of the first rows and draws the rows that waited for them. */
async function drawQuoted(answer: Shown, mine: number): Promise<void> {
  const first = answer.found.rows.slice(0, Math.min(quoted, rows));
  // Nothing stands below the first row yet, so its passage pushes nothing away.
  if (drawn().length === 0) drawRows(answer, 1);
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), quoteWait));
  const texts = await Promise.all(
    first.map((row) => {
      const page = answer.index.page(row.page);
      const isText =
        row.sheet === undefined && row.ranked !== undefined && page.count > 0 && page.kind !== 'call';
      return isText
        ? Promise.race([loadText(page).catch(() => undefined), late])
        : Promise.resolve(undefined);
    }),
  );
  if (mine !== turn) return;
  for (const [at, row] of first.entries()) {
    drawRows(answer, Math.max(at + 1, drawn().length));
    const [li, text] = [drawn()[at], texts[at]];
    if (li && text) quote(li, row, text, { ...answer, words });
  }
}

/** The line over the results, and what is told around them. */
function drawFrame(answer: Shown): void {
  const { found, raw, options } = answer;
  const count = found.rows.length;
  heading.textContent =
    count === 0
      ? words('nothing', { q: raw })
      : words(count === 1 ? 'foundOne' : 'found', { n: count, q: raw });
  more.hidden = count <= rows;
  wide.hidden = !wideResults.hidden;
  understood.hidden = !found.query.rewritten || options.literal === true;
  one(HTMLElement, 'span', understood).textContent = words('understood', { q: found.query.shown });
  filtered.hidden = !isFiltered();
  if (isFiltered()) {
    const all = find(raw, answer.index, options).rows.length;
    one(HTMLElement, 'span', filtered).textContent =
      count === 0
        ? words('filteredOut', { q: raw, by: filterWords(), n: all })
        : words('filtered', { by: filterWords() });
  }
  const doubtful = found.sure < sureEnough && !isFiltered();
  unsure.hidden = !doubtful || count === 0;
  nothing.hidden = !doubtful && count > 0;
  other.hidden = false;
}

/** What the reader hears, once. */
function announce(): void {
  status.textContent = filtered.hidden ? heading.textContent : one(HTMLElement, 'span', filtered).textContent;
}

function showUrgent(box: HTMLDetailsElement | undefined): void {
  for (const place of urgentPlace.querySelectorAll<HTMLElement>(':scope > *')) {
    const on = box !== undefined && place.contains(box);
    place.hidden = !on;
    if (!on) continue;
    box.open = true;
    if (nothingRead) leadTo(one(HTMLElement, 'summary', box));
  }
}

/** A question was sent and no row stands yet: what is shown now is what is read first. */
let nothingRead = false;
/** Puts the reader, and who listens, before a place. */
function leadTo(place: HTMLElement): void {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}

function clear(): void {
  shown = undefined;
  setContent(list);
  setContent(wideList);
  for (const element of [answerBox, wideResults, nothing]) element.hidden = true;
  other.hidden = false;
  status.textContent = '';
  showUrgent(undefined);
}

/** Puts an answer on the page; `whole` when no more rows will come. */
function put(answer: Shown, whole: boolean): void {
  const again = shown?.raw === answer.raw && shown.options === answer.options;
  if (!again) {
    setContent(list);
    setContent(wideList);
    wideResults.hidden = true;
    rows = rowsAtOnce;
  }
  shown = answer;
  askLink.href = `/hoi/?q=${encodeURIComponent(answer.raw)}`;
  showUrgent(urgentBox(answer.raw, answer.found.query.shown));
  nothingRead = false;
  if (whole) drawFrame(answer);
  else heading.textContent = words('waiting');
}

/** Reads danger out of a question once its words are there. */
function tellUrgent(ready: Promise<unknown>, raw: string): void {
  void ready.then(() => {
    if (shown === undefined || shown.raw === raw) showUrgent(urgentBox(raw, shown?.found.query.shown));
  });
}

/** Shows that a question is worked on, before anything of it is known. */
function begin(raw: string): void {
  showUrgent(urgentBox(raw));
  tellUrgent(dangerWords(), raw);
  answerBox.hidden = false;
  if (shown?.raw !== raw) heading.textContent = words('waiting');
  // What stands below goes out of the way at once, not when rows push it.
  if (shown === undefined) other.hidden = true;
}

/**
 * Searches. `typing`: the last word may be unfinished, and nothing is announced or quoted yet. Rows that
 * titles and names are sure of come first; what the second file brings comes below them.
 */
async function search(raw: string, options: FindOptions = {}): Promise<Shown | undefined> {
  const mine = ++turn;
  if (raw === '') {
    clear();
    return undefined;
  }
  begin(raw);
  try {
    let index = await loadIndex();
    danger = await Promise.race([dangerWords(), patience()]);
    if (mine !== turn) return undefined;
    tellUrgent(dangerLearnt(), raw);
    const quoting = options.typing !== true;
    if (!index.complete) {
      const first: Shown = { index, found: look(raw, index, options), raw, options };
      put(first, false);
      if (quoting && first.found.rows.length > 0) await drawQuoted(first, mine);
      if (!quoting) drawRows(first, rows);
      index = await loadWhole().catch(() => index);
      if (mine !== turn) return undefined;
    }
    const found = look(raw, index, index.complete ? options : { ...options, whole: true });
    const answer: Shown = { index, found, raw, options };
    put(answer, true);
    if (quoting) await drawQuoted(answer, mine);
    if (mine !== turn) return undefined;
    drawRows(answer, rows);
    if (quoting) announce();
    return answer;
  } catch {
    if (mine === turn) heading.textContent = status.textContent = words('failed');
    return undefined;
  }
}

/** Adds what every page of the site has, under a heading of its own. */
async function showWide(): Promise<void> {
  const answer = shown;
  if (!answer) return;
  const mine = turn;
  status.textContent = words('wideWait');
  try {
    const { searchWide, wideRow } = await late(() => import('./search-wide.ts'), 'search-wide');
    const found = await searchWide(answer.found.query, answer.index.file.edition);
    if (mine !== turn) return;
    const here = new Set(drawn().map((li) => one(HTMLAnchorElement, 'a', li).getAttribute('href')));
    const mark = (text: string) => markNodes(runs(text, answer.found.query, answer.index));
    const others = found.filter(({ address }) => !here.has(address)).map((page) => wideRow(page, mark));
    setContent(wideList, ...others);
    wide.hidden = true;
    wideResults.hidden = false;
    status.textContent = words(others.length === 0 ? 'wideNone' : 'wideFound', { n: others.length });
    one(HTMLElement, 'h2', wideResults).focus();
  } catch {
    if (mine === turn) status.textContent = words('wideFailed');
  }
}

/** A finished question: the number of a guide goes to it, anything else to the list. */
async function submit(raw: string, options: FindOptions = {}, byHand = false): Promise<void> {
  if (/^\d{1,3}$/.test(raw)) {
    const index = await loadIndex().catch(() => undefined);
    const [only, second] = index ? find(raw, index).rows : [];
    const page = only && !second ? index?.page(only.page) : undefined;
    if (page?.number === Number(raw)) {
      location.replace(ownAddress(page.address));
      return;
    }
  }
  const searching = search(raw, options);
  if (byHand && raw !== '') {
    // The keyboard goes, the field gives way, and who listens stands before the results.
    input.blur();
    leadTo(heading);
    nothingRead = true;
    showUrgent(urgentBox(raw));
  }
  await searching;
}

/** Sets the filters as the address says. */
function readFilters(): void {
  const query = new URLSearchParams(location.search);
  kindSelect.value = query.get('loai') ?? '';
  audienceSelect.value = query.get('ai') ?? '';
  for (const select of [kindSelect, audienceSelect]) if (select.selectedIndex < 0) select.value = '';
  if (isFiltered()) filterBox.open = true;
}

const asked = (): string => new URLSearchParams(location.search).get('q')?.trim() ?? '';
/** What was typed and never sent, when the reader comes back to this page. */
function typedBefore(): string {
  const state: unknown = history.state;
  const typed = typeof state === 'object' && state !== null && 'typed' in state ? state.typed : undefined;
  return typeof typed === 'string' ? typed : '';
}
readFilters();
input.value = typedBefore() || asked();
if (typedBefore() !== '') void search(typedBefore(), { typing: true });
else if (input.value !== '') void submit(input.value);

let pause: ReturnType<typeof setTimeout> | undefined;
let settled: ReturnType<typeof setTimeout> | undefined;
// The index is fetched when the reader turns to the field, so that the first letter already finds it.
input.addEventListener('focus', () => void loadIndex().catch(() => undefined), { once: true });
let typed = '';
function searchSoon(): void {
  clearTimeout(pause);
  clearTimeout(settled);
  const raw = (typed = input.value.trim());
  pause = setTimeout(
    () =>
      void search(raw, { typing: true }).then((answer) => {
        // What was typed comes back with the way back; the address stays what was asked for.
        if (input.value.trim() === raw) history.replaceState({ typed: raw }, '');
        if (answer) settled = setTimeout(() => shown === answer && announce(), settledPause);
      }),
    typingPause,
  );
}
// Also while a keyboard is putting a word together: on many phones every word is put together to the end, and
// the last one never "done".
input.addEventListener('input', searchSoon);
// Some keyboards change the text once more when they end the word and tell of it only so.
input.addEventListener('compositionend', () => {
  if (input.value.trim() !== typed) searchSoon();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  clearTimeout(settled);
  const raw = (typed = input.value.trim());
  if (addressOf(raw) !== location.search) history.pushState(null, '', addressOf(raw));
  void submit(raw, {}, true);
});
one(HTMLButtonElement, 'button', understood).addEventListener(
  'click',
  () => void submit(shown?.raw ?? '', { literal: true }).then(() => input.focus()),
);
one(HTMLButtonElement, 'button', wide).addEventListener('click', () => void showWide());
one(HTMLButtonElement, 'button', more).addEventListener('click', () => {
  if (!shown) return;
  const from = list.children.length;
  rows += rowsAtOnce;
  drawRows(shown, rows);
  drawFrame(shown);
  list.children[from]?.querySelector('a')?.focus();
});
function refilter(): void {
  if (!shown) return;
  history.replaceState(null, '', addressOf(shown.raw));
  setContent(list);
  void search(shown.raw, { ...shown.options, typing: false });
}
filterBox.addEventListener('change', refilter);
one(HTMLButtonElement, 'button', filtered).addEventListener('click', () => {
  kindSelect.value = audienceSelect.value = '';
  heading.focus();
  refilter();
});
addEventListener('popstate', () => {
  readFilters();
  input.value = asked();
  void submit(input.value);
});

// Arrow keys walk from the field through the titles and back.
const titles = (): HTMLAnchorElement[] => [...list.children].map((li) => one(HTMLAnchorElement, 'a', li));
function walk(event: KeyboardEvent, from: number): void {
  const next = event.key === 'ArrowDown' ? from + 1 : event.key === 'ArrowUp' ? from - 1 : undefined;
  if (next === undefined) return;
  const target = next < 0 ? input : titles()[next];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
input.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') walk(event, -1);
});
list.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    input.focus();
    return;
  }
  const at = titles().findIndex((title) => title === document.activeElement);
  if (at >= 0) walk(event, at);
});
offerVoice(
  input,
  { voiceOn: words('voiceOn'), voiceOff: words('voiceOff') },
  (text) => {
    status.textContent = text;
  },
  () => form.requestSubmit(),
);
document.querySelector('[data-unheard]')?.remove();
