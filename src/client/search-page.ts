/**
 * The search page: first answers from the passages on the phone, then every page. Text only, announced once,
 * nothing sent anywhere.
 */
import './composing-keys.ts';
import { certainty, linesToShow, rankPassages, sureAt } from '../search/answer.ts';
import { barIn } from '../search/bar.ts';
import { searchEverywhere, type Found, type Pagefind } from '../search/everywhere.ts';
import { isKind, passes, type Filter } from '../search/filter.ts';
import { fuse } from '../search/fuse.ts';
import { runs } from '../search/highlight.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import { readQuery, type Query } from '../search/query.ts';
import { rank, type RankedPage } from '../search/rank.ts';
import { ownAddress } from './own-address.ts';
import { element, markNodes, quoteView, type Mark } from './passage-view.ts';
import { one, textsOf, wordsOf } from './page-parts.ts';
import { loadIndex, loadText, loadWhole } from './search-files.ts';
import { urgentBox } from './urgent.ts';
import { offerVoice } from './voice-input.ts';
import { setContent } from './set-content.ts';

interface PageData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: string;
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

const form = one(HTMLFormElement, '[data-search]');
const input = one(HTMLInputElement, 'input', form);
const status = one(HTMLElement, '[data-status]');
const list = one(HTMLOListElement, '[data-results]');
const more = one(HTMLElement, '[data-more]');
const wide = one(HTMLElement, '[data-wide]');
const understood = one(HTMLElement, '[data-understood]');
const nothing = one(HTMLElement, '[data-nothing]');
const urgentPlace = one(HTMLElement, '[data-urgent-place]');
const askLink = one(HTMLAnchorElement, 'a[data-ask]');
const filterBox = one(HTMLElement, '[data-filter]');
const kindSelect = one(HTMLSelectElement, 'label:nth-of-type(1) select', filterBox);
const audienceSelect = one(HTMLSelectElement, 'label:nth-of-type(2) select', filterBox);
const texts = textsOf(form.dataset.words);
const words = wordsOf(texts);

/** Rows shown at first, and with each press of "more". */
const pageSize = 8;
/** Rows that quote their passage. */
const quoted = 3;
const typingPause = 150;
/** After this long without a key the result is announced and its passages are fetched. */
const settledPause = 700;

let pagefind: Promise<Pagefind<PageData>> | undefined;
function loadPagefind(edition: string): Promise<Pagefind<PageData>> {
  return (pagefind ??= (async () => {
    // Made after the build, so it must not be resolved by the bundler.
    const address = '/pagefind/pagefind.js';
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind<PageData> & {
      options(options: object): Promise<void>;
      init(): Promise<void>;
    };
    // Without its worker: a worker from a string address would break the page's policy.
    await pagefind.options({ noWorker: true, metaCacheTag: edition, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  })().catch((error: unknown) => {
    pagefind = undefined;
    throw error;
  }));
}

interface Shown {
  readonly index: PassageIndex;
  readonly query: Query;
  readonly ranked: readonly RankedPage[];
  readonly raw: string;
  readonly sure: number;
  everywhere: readonly Found<PageData>[];
}
let shown: Shown | undefined;
let rows = pageSize;
let turn = 0;

const markWith =
  (answer: Shown): Mark =>
  (text) =>
    markNodes(runs(text, answer.query, answer.index));

function kindWords(index: PassageIndex, page: number): string {
  const { number, kind } = index.page(page);
  return number > 0
    ? words(kind === 'lesson' ? 'lesson' : 'guide', { n: number })
    : (texts.get(kind) ?? words('page'));
}

/** What the reader asked to see. */
function filter(): Filter {
  return {
    kind: isKind(kindSelect.value) ? kindSelect.value : '',
    audiences: (audienceSelect.selectedOptions[0]?.dataset.with ?? '')
      .split(' ')
      .filter((word) => word !== ''),
  };
}

/** Ids of the audiences of a result: the index knows them, Pagefind carries them as a filter of the page. */
function audiencesOf(answer: Shown, address: string): readonly string[] {
  const page = answer.ranked.find((candidate) => answer.index.page(candidate.page).address === address);
  return page
    ? answer.index.page(page.page).audiences
    : (answer.everywhere.find((criterion) => criterion.address === address)?.data.filters?.ai ?? []);
}

/** Addresses in the order of the list. */
function order(answer: Shown): string[] {
  const wanted = filter();
  const all = fuse(
    answer.ranked.map((page) => ({ address: answer.index.page(page.page).address, score: page.score })),
    answer.everywhere,
    answer.sure,
  );
  return wanted.kind === '' && wanted.audiences.length === 0
    ? all
    : all.filter((address) => passes(wanted, address, audiencesOf(answer, address)));
}

/** The address of what is shown: question and filters, so that it can be shared. */
function addressOf(raw: string): string {
  const query = new URLSearchParams();
  if (raw !== '') query.set('q', raw);
  if (kindSelect.value !== '') query.set('loai', kindSelect.value);
  if (audienceSelect.value !== '') query.set('ai', audienceSelect.value);
  const text = query.toString();
  return text === '' ? location.pathname : `?${text}`;
}

function row(answer: Shown, address: string): HTMLLIElement {
  const mark = markWith(answer);
  const page = answer.ranked.find((candidate) => answer.index.page(candidate.page).address === address);
  const other = answer.everywhere.find((criterion) => criterion.address === address);
  const li = element('li', '');
  li.dataset.address = address;
  const link = element(
    'a',
    '',
    ...mark(page ? answer.index.page(page.page).title : barIn(other?.data.meta.title ?? address)),
  );
  link.href = address;
  li.append(element('p', 'kind', page ? kindWords(answer.index, page.page) : words('page')), link);
  if (!page && other) li.append(element('p', 'quiet', ...mark(plainExcerpt(other.data.excerpt))));
  return li;
}

/** Pagefind marks every tone of a word; its marks are dropped and ours are set. */
function plainExcerpt(excerpt: string): string {
  return barIn(excerpt.replace(/<\/?mark>/g, ''))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Rows on the page. */
const drawn = (): HTMLLIElement[] => [...list.querySelectorAll<HTMLLIElement>(':scope > li')];

/** Adds the best passage to the first rows, when its text is there. */
async function quote(answer: Shown, mine: number): Promise<void> {
  const first = drawn().slice(0, quoted);
  await Promise.all(
    first.map(async (li) => {
      const rankedPage = answer.ranked.find(
        (page) => answer.index.page(page.page).address === li.dataset.address,
      );
      if (!rankedPage || li.querySelector('.quote')) return;
      const page = answer.index.page(rankedPage.page);
      const text = await loadText(page).catch(() => undefined);
      if (!text || mine !== turn || li.querySelector('.quote')) return;
      const best = rankPassages(
        answer.query,
        answer.index,
        [rankedPage],
        new Map([[rankedPage.page, text]]),
      )[0];
      if (!best) return;
      const { passage } = best;
      const address = passage.id === '' ? page.address : `${page.address.replace(/#.*$/, '')}#${passage.id}`;
      const lines = linesToShow(passage, answer.query, answer.index, 2).slice(
        0,
        passage.kind === 'steps' ? 3 : 2,
      );
      li.append(quoteView(lines, address, markWith(answer)));
      if (passage.id === '') return;
      const part = element('a', 'part', words('inPart', { part: passage.title }));
      part.href = address;
      li.append(part);
    }),
  );
}

function draw(answer: Shown): void {
  const addresses = order(answer);
  const old = new Map(drawn().map((li) => [li.dataset.address, li]));
  const same = shown === answer;
  // Rows that stay are not taken out, or the focus that stands on one would be lost.
  addresses.slice(0, rows).forEach((address, index) => {
    const li = (same ? old.get(address) : undefined) ?? row(answer, address);
    if (list.children[index] !== li) list.insertBefore(li, list.children[index] ?? null);
  });
  while (list.children.length > Math.min(rows, addresses.length)) list.lastElementChild?.remove();
  list.hidden = addresses.length === 0;
  more.hidden = addresses.length <= rows;
  nothing.hidden = addresses.length > 0 && answer.sure >= 0.2;
  filterBox.hidden = false;
}

function announce(answer: Shown): void {
  const length = order(answer).length;
  status.textContent =
    length === 0
      ? words('nothing', { q: answer.raw })
      : words(length === 1 ? 'foundOne' : 'found', { n: length, q: answer.raw });
}

function showUrgent(box: HTMLDetailsElement | undefined): void {
  for (const place of urgentPlace.querySelectorAll<HTMLElement>(':scope > *')) {
    const on = box !== undefined && place.contains(box);
    place.hidden = !on;
    if (on) box.open = true;
  }
}

function clear(): void {
  shown = undefined;
  setContent(list);
  for (const element of [list, more, wide, understood, nothing, filterBox]) element.hidden = true;
  status.textContent = '';
  showUrgent(undefined);
}

/** Searches the passages. `typing`: the last word may be unfinished, and nothing is announced yet. */
async function search(
  raw: string,
  options: { readonly typing?: boolean; readonly literal?: boolean } = {},
): Promise<Shown | undefined> {
  const mine = ++turn;
  if (raw === '') {
    clear();
    return undefined;
  }
  showUrgent(urgentBox(raw));
  try {
    const index = await loadIndex();
    if (mine !== turn) return undefined;
    const query = readQuery(raw, index, options);
    const ranked = rank(query, index);
    const number = /^\d{1,3}$/.test(raw)
      ? ranked.findIndex((page) => index.page(page.page).number === Number(raw))
      : -1;
    if (number > 0) ranked.unshift(...ranked.splice(number, 1));
    const answer: Shown = { index, query, ranked, raw, sure: certainty(query, ranked), everywhere: [] };
    rows = pageSize;
    draw(answer);
    shown = answer;
    showUrgent(urgentBox(raw, query.folded));
    understood.hidden = !query.rewritten || options.literal === true;
    one(HTMLElement, 'span', understood).textContent = words('understood', { q: query.shown });
    wide.hidden = false;
    askLink.href = `/hoi/?q=${encodeURIComponent(raw)}`;
    if (options.typing !== true) await settle(answer, mine);
    return answer;
  } catch {
    if (mine === turn) status.textContent = words('failed');
    return undefined;
  }
}

async function settle(answer: Shown, mine: number): Promise<void> {
  await quote(answer, mine);
  if (mine === turn) announce(answer);
}

/** Adds every other page of the site to the list. */
async function searchWide(): Promise<void> {
  const answer = shown;
  if (!answer) return;
  const mine = turn;
  wide.hidden = true;
  try {
    answer.everywhere = await searchEverywhere(answer.query, await loadPagefind(answer.index.file.edition));
    if (mine !== turn) return;
    draw(answer);
    await settle(answer, mine);
  } catch {
    if (mine === turn) {
      wide.hidden = false;
      status.textContent = words('wideFailed');
    }
  }
}

/** A finished question: a number goes to its guide, anything else to the list. */
async function submit(raw: string, options: { readonly literal?: boolean } = {}): Promise<void> {
  if (/^\d{1,3}$/.test(raw)) {
    const index = await loadIndex().catch(() => undefined);
    const page = index?.pages.find((candidate) => candidate.number === Number(raw));
    if (page) {
      location.replace(ownAddress(page.address));
      return;
    }
  }
  const answer = await search(raw, options);
  if (!answer) return;
  const mine = turn;
  // The second file may know words of the text that the first does not; better to look again than to say "not
  // found".
  if (!answer.index.complete && answer.sure < sureAt) {
    const whole = await loadWhole().catch(() => undefined);
    if (whole && mine === turn) await search(raw, options);
  }
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData !== true) await searchWide();
}

/** Sets the filters as the address says. */
function readFilters(): void {
  const query = new URLSearchParams(location.search);
  kindSelect.value = query.get('loai') ?? '';
  audienceSelect.value = query.get('ai') ?? '';
  for (const select of [kindSelect, audienceSelect]) if (select.selectedIndex < 0) select.value = '';
}

const asked = (): string => new URLSearchParams(location.search).get('q')?.trim() ?? '';
readFilters();
input.value = asked();
if (input.value !== '') void submit(input.value);

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
        if (answer)
          settled = setTimeout(() => {
            if (shown === answer && input.value.trim() === raw) void settle(answer, turn);
          }, settledPause);
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
  history.pushState(null, '', addressOf(raw));
  void submit(raw);
});
one(HTMLButtonElement, 'button', understood).addEventListener(
  'click',
  () => void submit(shown?.raw ?? '', { literal: true }).then(() => input.focus()),
);
one(HTMLButtonElement, 'button', wide).addEventListener('click', () => {
  status.textContent = words('wideWait');
  void searchWide();
});
one(HTMLButtonElement, 'button', more).addEventListener('click', () => {
  if (!shown) return;
  const from = list.children.length;
  rows += pageSize;
  draw(shown);
  list.children[from]?.querySelector('a')?.focus();
});
filterBox.addEventListener('change', () => {
  if (!shown) return;
  rows = pageSize;
  history.replaceState(null, '', addressOf(shown.raw));
  draw(shown);
  void settle(shown, turn);
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
