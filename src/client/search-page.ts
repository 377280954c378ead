/** The search page: first answers from the passages on the phone, then every page. Text only, announced once, nothing sent anywhere. */
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
import { loadIndex, loadText, loadWhole } from './search-files.ts';
import { urgentBox } from './urgent.ts';
import { offerVoice } from './voice-input.ts';

interface PageData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: string;
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

const form = document.querySelector<HTMLFormElement>('[data-search]')!;
const input = form.querySelector<HTMLInputElement>('input')!;
const status = document.querySelector<HTMLElement>('[data-status]')!;
const list = document.querySelector<HTMLOListElement>('[data-results]')!;
const more = document.querySelector<HTMLElement>('[data-more]')!;
const wide = document.querySelector<HTMLElement>('[data-wide]')!;
const understood = document.querySelector<HTMLElement>('[data-understood]')!;
const nothing = document.querySelector<HTMLElement>('[data-nothing]')!;
const urgentPlace = document.querySelector<HTMLElement>('[data-urgent-place]')!;
const askLink = document.querySelector<HTMLAnchorElement>('a[data-ask]')!;
const filterBox = document.querySelector<HTMLElement>('[data-filter]')!;
const [kindSelect, audienceSelect] = [...filterBox.querySelectorAll('select')] as [
  HTMLSelectElement,
  HTMLSelectElement,
];
const words = JSON.parse(form.dataset['words']!) as Record<string, string>;

/** Rows shown at first, and with each press of "more". */
const pageSize = 8;
/** Rows that quote their passage. */
const quoted = 3;
const typingPause = 150;
/** After this long without a key the result is announced and its passages are fetched. */
const settledPause = 700;

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, k: string) => String(values[k] ?? ''));

let pagefind: Promise<Pagefind<PageData>> | undefined;
function loadPagefind(edition: string): Promise<Pagefind<PageData>> {
  return (pagefind ??= (async () => {
    // Made after the build, so it must not be resolved by the bundler.
    const address = '/pagefind/pagefind.js';
    const p = (await import(/* @vite-ignore */ address)) as Pagefind<PageData> & {
      options(o: object): Promise<void>;
      init(): Promise<void>;
    };
    // Without its worker: a worker from a string address would break the page's policy.
    await p.options({ noWorker: true, metaCacheTag: edition, excerptLength: 24 });
    await p.init();
    return p;
  })().catch((e: unknown) => {
    pagefind = undefined;
    throw e;
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
  (s: Shown): Mark =>
  (text) =>
    markNodes(runs(text, s.query, s.index));

function kindWords(index: PassageIndex, page: number): string {
  const p = index.pages[page]!;
  return p.number > 0
    ? fill(p.kind === 'lesson' ? words['lesson']! : words['guide']!, { n: p.number })
    : (words[p.kind] ?? words['page']!);
}

/** What the reader asked to see. */
function filter(): Filter {
  return {
    kind: isKind(kindSelect.value) ? kindSelect.value : '',
    audiences: (audienceSelect.selectedOptions[0]?.dataset['with'] ?? '').split(' ').filter((a) => a !== ''),
  };
}

/** Ids of the audiences of a result: the index knows them, Pagefind carries them as a filter of the page. */
function audiencesOf(s: Shown, address: string): readonly string[] {
  const r = s.ranked.find((x) => s.index.pages[x.page]!.address === address);
  return r
    ? s.index.pages[r.page]!.audiences
    : (s.everywhere.find((x) => x.address === address)?.data.filters?.['ai'] ?? []);
}

/** Addresses in the order of the list. */
function order(s: Shown): string[] {
  const wanted = filter();
  const all = fuse(
    s.ranked.map((r) => ({ address: s.index.pages[r.page]!.address, score: r.score })),
    s.everywhere,
    s.sure,
  );
  return wanted.kind === '' && wanted.audiences.length === 0
    ? all
    : all.filter((a) => passes(wanted, a, audiencesOf(s, a)));
}

/** The address of what is shown: question and filters, so that it can be shared. */
function addressOf(q: string): string {
  const p = new URLSearchParams();
  if (q !== '') p.set('q', q);
  if (kindSelect.value !== '') p.set('loai', kindSelect.value);
  if (audienceSelect.value !== '') p.set('ai', audienceSelect.value);
  const text = p.toString();
  return text === '' ? location.pathname : `?${text}`;
}

function row(s: Shown, address: string): HTMLLIElement {
  const mark = markWith(s);
  const r = s.ranked.find((x) => s.index.pages[x.page]!.address === address);
  const other = s.everywhere.find((x) => x.address === address);
  const li = element('li', '');
  li.dataset['address'] = address;
  const a = element(
    'a',
    '',
    ...mark(r ? s.index.pages[r.page]!.title : barIn(other?.data.meta['title'] ?? address)),
  );
  a.href = address;
  li.append(element('p', 'kind', r ? kindWords(s.index, r.page) : words['page']!), a);
  if (!r && other) li.append(element('p', 'quiet', ...mark(plainExcerpt(other.data.excerpt))));
  return li;
}

/** Pagefind marks every tone of a word; its marks are dropped and ours are set. */
function plainExcerpt(excerpt: string): string {
  return barIn(excerpt.replace(/<\/?mark>/g, ''))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Adds the best passage to the first rows, when its text is there. */
async function quote(s: Shown, mine: number): Promise<void> {
  const first = [...list.children].slice(0, quoted) as HTMLLIElement[];
  await Promise.all(
    first.map(async (li) => {
      const r = s.ranked.find((x) => s.index.pages[x.page]!.address === li.dataset['address']);
      if (!r || li.querySelector('.quote')) return;
      const page = s.index.pages[r.page]!;
      const text = await loadText(page).catch(() => undefined);
      if (!text || mine !== turn || li.querySelector('.quote')) return;
      const best = rankPassages(s.query, s.index, [r], new Map([[r.page, text]]))[0];
      if (!best) return;
      const { passage } = best;
      const address = passage.id === '' ? page.address : `${page.address.replace(/#.*$/, '')}#${passage.id}`;
      const lines = linesToShow(passage, s.query, s.index, 2).slice(0, passage.kind === 'steps' ? 3 : 2);
      li.append(quoteView(lines, address, markWith(s)));
      if (passage.id === '') return;
      const part = element('a', 'part', fill(words['inPart']!, { part: passage.title }));
      part.href = address;
      li.append(part);
    }),
  );
}

function draw(s: Shown): void {
  const addresses = order(s);
  const old = new Map(([...list.children] as HTMLLIElement[]).map((li) => [li.dataset['address']!, li]));
  const same = shown === s;
  // Rows that stay are not taken out, or the focus that stands on one would be lost.
  addresses.slice(0, rows).forEach((a, i) => {
    const li = (same ? old.get(a) : undefined) ?? row(s, a);
    if (list.children[i] !== li) list.insertBefore(li, list.children[i] ?? null);
  });
  while (list.children.length > Math.min(rows, addresses.length)) list.lastElementChild!.remove();
  list.hidden = addresses.length === 0;
  more.hidden = addresses.length <= rows;
  nothing.hidden = addresses.length > 0 && s.sure >= 0.2;
  filterBox.hidden = false;
}

function announce(s: Shown): void {
  const n = order(s).length;
  status.textContent =
    n === 0
      ? fill(words['nothing']!, { q: s.raw })
      : fill(n === 1 ? words['foundOne']! : words['found']!, { n, q: s.raw });
}

function showUrgent(box: HTMLDetailsElement | undefined): void {
  for (const place of urgentPlace.children as HTMLCollectionOf<HTMLElement>) {
    const on = box !== undefined && place.contains(box);
    place.hidden = !on;
    if (on) box.open = true;
  }
}

function clear(): void {
  shown = undefined;
  list.replaceChildren();
  for (const e of [list, more, wide, understood, nothing, filterBox]) e.hidden = true;
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
      ? ranked.findIndex((r) => index.pages[r.page]!.number === Number(raw))
      : -1;
    if (number > 0) ranked.unshift(...ranked.splice(number, 1));
    const s: Shown = { index, query, ranked, raw, sure: certainty(query, ranked), everywhere: [] };
    rows = pageSize;
    draw(s);
    shown = s;
    showUrgent(urgentBox(raw, query.folded));
    understood.hidden = !query.rewritten || options.literal === true;
    understood.querySelector('span')!.textContent = fill(words['understood']!, { q: query.shown });
    wide.hidden = false;
    askLink.href = `/hoi/?q=${encodeURIComponent(raw)}`;
    if (options.typing !== true) await settle(s, mine);
    return s;
  } catch {
    if (mine === turn) status.textContent = words['failed']!;
    return undefined;
  }
}

async function settle(s: Shown, mine: number): Promise<void> {
  await quote(s, mine);
  if (mine === turn) announce(s);
}

/** Adds every other page of the site to the list. */
async function searchWide(): Promise<void> {
  const s = shown;
  if (!s) return;
  const mine = turn;
  wide.hidden = true;
  try {
    s.everywhere = await searchEverywhere(s.query, await loadPagefind(s.index.file.edition));
    if (mine !== turn) return;
    draw(s);
    await settle(s, mine);
  } catch {
    if (mine === turn) {
      wide.hidden = false;
      status.textContent = words['wideFailed']!;
    }
  }
}

/** A finished question: a number goes to its guide, anything else to the list. */
async function submit(raw: string, options: { readonly literal?: boolean } = {}): Promise<void> {
  if (/^\d{1,3}$/.test(raw)) {
    const index = await loadIndex().catch(() => undefined);
    const page = index?.pages.find((p) => p.number === Number(raw));
    if (page) {
      location.replace(ownAddress(page.address));
      return;
    }
  }
  const s = await search(raw, options);
  if (!s) return;
  const mine = turn;
  // The second file may know words of the text that the first does not; better to look again than to say "not found".
  if (!s.index.complete && s.sure < sureAt) {
    const whole = await loadWhole().catch(() => undefined);
    if (whole && mine === turn) await search(raw, options);
  }
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData !== true) await searchWide();
}

/** Sets the filters as the address says. */
function readFilters(): void {
  const p = new URLSearchParams(location.search);
  kindSelect.value = p.get('loai') ?? '';
  audienceSelect.value = p.get('ai') ?? '';
  for (const s of [kindSelect, audienceSelect]) if (s.selectedIndex < 0) s.value = '';
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
      void search(raw, { typing: true }).then((s) => {
        if (s)
          settled = setTimeout(() => {
            if (shown === s && input.value.trim() === raw) void settle(s, turn);
          }, settledPause);
      }),
    typingPause,
  );
}
// Also while a keyboard is putting a word together: on many phones every word is put together to the end, and the last one never "done".
input.addEventListener('input', searchSoon);
// Some keyboards change the text once more when they end the word and tell of it only so.
input.addEventListener('compositionend', () => {
  if (input.value.trim() !== typed) searchSoon();
});
form.addEventListener('submit', (e) => {
  e.preventDefault();
  clearTimeout(pause);
  clearTimeout(settled);
  const q = (typed = input.value.trim());
  history.pushState(null, '', addressOf(q));
  void submit(q);
});
understood
  .querySelector('button')!
  .addEventListener(
    'click',
    () => void submit(shown?.raw ?? '', { literal: true }).then(() => input.focus()),
  );
wide.querySelector('button')!.addEventListener('click', () => {
  status.textContent = words['wideWait']!;
  void searchWide();
});
more.querySelector('button')!.addEventListener('click', () => {
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
const titles = (): HTMLAnchorElement[] => [...list.children].map((li) => li.querySelector('a')!);
function walk(e: KeyboardEvent, from: number): void {
  const next = e.key === 'ArrowDown' ? from + 1 : e.key === 'ArrowUp' ? from - 1 : undefined;
  if (next === undefined) return;
  const target = next < 0 ? input : titles()[next];
  if (!target) return;
  e.preventDefault();
  target.focus();
}
input.addEventListener('keydown', (e) => {
  if (e.key === 'ArrowDown') walk(e, -1);
});
list.addEventListener('keydown', (e) => {
  if (e.key === 'Escape') {
    input.focus();
    return;
  }
  const at = titles().indexOf(document.activeElement as HTMLAnchorElement);
  if (at >= 0) walk(e, at);
});
offerVoice(
  input,
  words as Record<'voiceOn' | 'voiceOff', string>,
  (text) => {
    status.textContent = text;
  },
  () => form.requestSubmit(),
);
