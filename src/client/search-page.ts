/** The search page: asks Pagefind, shows rows with text only (never HTML from a string), announces the count once. */
import { fold } from '../domain/vietnamese.ts';

interface PagefindRow { data(): Promise<{ url: string; meta: Record<string, string>; plain_excerpt: string; excerpt: string }> }
interface Pagefind { init(): Promise<void>; options(o: object): Promise<void>; search(q: string): Promise<{ results: PagefindRow[] }> }

const form = document.querySelector<HTMLFormElement>('[data-search]')!;
const input = form.querySelector<HTMLInputElement>('input')!;
const status = document.querySelector<HTMLElement>('[data-status]')!;
const list = document.querySelector<HTMLOListElement>('[data-results]')!;
const moreBox = document.querySelector<HTMLElement>('[data-more]')!;
const words = JSON.parse(form.dataset['words']!) as Record<'found' | 'nothing' | 'failed' | 'more' | 'results', string>;
const pageSize = 10;

let pagefind: Promise<Pagefind> | undefined;
function load(): Promise<Pagefind> {
  return (pagefind ??= (async () => {
    // Made after the build, so it must not be resolved by the bundler.
    const address = '/pagefind/pagefind.js';
    const p = (await import(/* @vite-ignore */ address)) as Pagefind;
    await p.init();
    return p;
  })());
}

const say = (text: string, n: number, q: string): string => text.replace('{n}', String(n)).replace('{q}', q);

/** Text of an excerpt with its marked words, as nodes. */
function marked(excerpt: string): (Node | string)[] {
  const parts = excerpt.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').split(/<mark>|<\/mark>/);
  return parts.map((text, i) => {
    if (i % 2 === 0) return text;
    const m = document.createElement('mark');
    m.textContent = text;
    return m;
  });
}

async function addRows(rows: PagefindRow[]): Promise<void> {
  for (const data of await Promise.all(rows.map((r) => r.data()))) {
    const li = document.createElement('li');
    const a = document.createElement('a');
    a.href = data.url;
    const num = document.createElement('span');
    num.className = 'num';
    num.textContent = data.meta['so'] ?? '';
    const b = document.createElement('b');
    b.textContent = data.meta['title'] ?? data.url;
    const note = document.createElement('span');
    note.className = 'quiet';
    note.append(...marked(data.excerpt));
    a.append(num, b, note);
    li.append(a);
    list.append(li);
  }
}

let turn = 0;
async function search(q: string): Promise<void> {
  const mine = ++turn;
  list.replaceChildren();
  list.hidden = true;
  moreBox.hidden = true;
  if (q === '') { status.textContent = ''; return; }
  if (/^\d{1,3}$/.test(q)) {
    const known = await fetch(`/${Number(q)}/`, { method: 'HEAD' }).catch(() => undefined);
    if (known?.ok) { location.href = `/${Number(q)}/`; return; }
  }
  try {
    const p = await load();
    let { results } = await p.search(q);
    // Words with tone marks that find nothing are tried again without them.
    if (results.length === 0 && fold(q) !== q) ({ results } = await p.search(fold(q)));
    if (mine !== turn) return;
    status.textContent = say(results.length > 0 ? words.found : words.nothing, results.length, q);
    list.hidden = results.length === 0;
    let shown = 0;
    const more = async (): Promise<void> => {
      await addRows(results.slice(shown, shown + pageSize));
      shown += pageSize;
      moreBox.hidden = shown >= results.length;
    };
    moreBox.querySelector('button')!.onclick = () => void more();
    await more();
  } catch {
    if (mine === turn) status.textContent = words.failed;
  }
}

const asked = new URLSearchParams(location.search).get('q')?.trim() ?? '';
input.value = asked;
void search(asked);
form.addEventListener('submit', (e) => {
  e.preventDefault();
  const q = input.value.trim();
  history.pushState(null, '', q === '' ? location.pathname : `?q=${encodeURIComponent(q)}`);
  void search(q);
});
addEventListener('popstate', () => {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  void search(input.value.trim());
});
