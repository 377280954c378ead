/** The desk: a list of entries, and the form of the one that is open. */
import type { CollectionForm, DeskStart } from '../form-kinds.ts';
import { formOf, nameOf } from '../names.ts';
import { AskGate } from './ask-gate.ts';
import type { Due } from '../due.ts';
import { draftFiles } from './drafts.ts';
import { dueList } from './due-list.ts';
import { button, el, say, useWords } from './dom.ts';
import { EntryEditor } from './editor.ts';
import { newEntryForm } from './new-entry.ts';
import { serverStore } from './server.ts';
import { useStore, type Store } from './store.ts';
import { openPlace } from './welcome.ts';
import { reportBox } from './reports.ts';

/** The element of an id that the page has. */
function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();

/** Most entries that the list shows at once. */
const mostShown = 60;

class Desk {
  readonly #start: DeskStart;
  readonly #gate = new AskGate();
  readonly #main = byId('main');
  readonly #store: Store;
  readonly #waiting = el('div', { 'aria-busy': 'true' }, el('p', {}, say('dueWait')));
  #files: DeskStart['files'];
  /** Whether what waits must be found anew. */
  #dueOld = true;

  constructor(start: DeskStart, store: Store) {
    this.#start = start;
    this.#store = store;
    this.#files = start.files;
  }

  /** Draws the list and hands all texts to the gate. */
  begin(): void {
    document.title = say('title');
    const ready = this.#gate.load(this.#files.map(({ file, text }) => [file, text]));
    void ready.then(() => {
      document.body.setAttribute('data-ready', '');
      void this.#findDue();
    });
    addEventListener('hashchange', () => this.#draw());
    this.#draw();
  }

  /** Finds what waits; only while the list is before the author, whose typing goes first. */
  async #findDue(): Promise<void> {
    if (!this.#dueOld || location.hash.length > 1 || !document.body.hasAttribute('data-ready')) return;
    this.#dueOld = false;
    const due: readonly Due[] = await this.#gate.due(this.#start.today);
    const names = new Map(this.#files.map(({ file, name }) => [file, name]));
    this.#waiting.replaceChildren(...dueList(due, (file) => names.get(file) ?? file));
    this.#waiting.removeAttribute('aria-busy');
  }

  #fileOfNumber(number: number): string | undefined {
    const numbered = new RegExp(`^number: ${String(number)}$`, 'm');
    return this.#files.find(
      ({ collection, text }) => ['guides', 'market', 'events'].includes(collection) && numbered.test(text),
    )?.file;
  }

  #draw(): void {
    const file = decodeURIComponent(location.hash.slice(1));
    if (file === '') {
      this.#main.replaceChildren(...this.#listPage());
      this.#main.querySelector('h1')?.focus();
      void this.#findDue();
      return;
    }
    const own = this.#store.page?.(file, { ...this.#start, files: this.#files }, this.#gate);
    if (own) {
      void this.#showOwn(file, own);
      return;
    }
    const form = this.#formOf(file);
    if (form === undefined) return;
    const entry = this.#files.find((one) => one.file === file);
    if (entry === undefined && !draftFiles().includes(file)) {
      this.#main.replaceChildren(
        el('p', { role: 'alert' }, say('noSuch', { file })),
        el('p', {}, el('a', { href: '#' }, say('back'))),
      );
      return;
    }
    const editor = new EntryEditor(this.#start, this.#files, this.#gate, form, file, entry?.text ?? '');
    this.#main.replaceChildren(editor.draw((text) => this.#saved(file, form, text)));
    this.#main.querySelector('h1')?.focus();
  }

  /** Shows a page of the place that keeps the texts, unless another was opened meanwhile. */
  async #showOwn(address: string, page: Promise<HTMLElement[]>): Promise<void> {
    this.#main.replaceChildren(el('p', {}, say('wait')));
    const parts = await page.catch((error: unknown) => [
      el(
        'p',
        { role: 'alert' },
        say('whyNot', { why: error instanceof Error ? error.message : String(error) }),
      ),
      el('p', {}, el('a', { href: '#' }, say('back'))),
    ]);
    if (decodeURIComponent(location.hash.slice(1)) !== address) return;
    this.#main.replaceChildren(...parts);
    this.#main.querySelector('h1')?.focus();
  }

  #formOf(file: string): CollectionForm | undefined {
    const known = this.#files.find((one) => one.file === file)?.collection;
    const folder = file.split('/')[1];
    return this.#start.forms.find(({ collection, folder: own }) =>
      known === undefined ? own === folder : collection === known,
    );
  }

  #saved(file: string, form: CollectionForm, text: string): void {
    this.#dueOld = true;
    this.#gate.keep(file, text);
    const others = this.#files.filter((one) => one.file !== file);
    const name = this.#files.find((one) => one.file === file)?.name ?? file;
    this.#files = [...others, { file, collection: form.collection, name, text }];
  }

  #listPage(): HTMLElement[] {
    const drafts = new Set(draftFiles());
    const list = el('ul', { class: 'entries' });
    const count = el('p', { role: 'status' });
    const kinds = this.#start.forms.filter(({ collection }) =>
      this.#files.some((one) => one.collection === collection),
    );
    const kind = el(
      'select',
      { id: 'kind', change: () => fill() },
      el('option', { value: '' }, say('allKinds')),
      ...kinds.map(({ collection, title }) => el('option', { value: collection }, title)),
    );
    const find = el('input', { id: 'find', type: 'search', input: () => fill() });
    const fill = (): void => {
      const wanted = bare(find.value);
      const found = this.#files.filter(
        ({ collection, name, file }) =>
          (kind.value === '' || collection === kind.value) && bare(`${name} ${file}`).includes(wanted),
      );
      count.textContent = say('found', { n: found.length });
      list.replaceChildren(...found.slice(0, mostShown).map((one) => this.#row(one, drafts.has(one.file))));
    };
    fill();
    const begun = [...drafts].map((file) => el('li', {}, el('a', { href: `#${file}` }, file)));
    return [
      el('h1', { tabindex: -1 }, say('title')),
      el('p', {}, say('lead')),
      ...(this.#store.above?.() ?? []),
      ...(begun.length === 0 ? [] : [el('h2', {}, say('drafts')), el('ul', { class: 'entries' }, ...begun)]),
      el('section', { 'aria-label': say('due') }, el('h2', {}, say('due')), this.#waiting),
      reportBox((number) => this.#fileOfNumber(number)),
      newEntryForm(this.#start, this.#files),
      el('h2', {}, say('openOne')),
      el(
        'p',
        { class: 'adder' },
        el('label', { for: 'find' }, say('find')),
        ' ',
        find,
        ' ',
        el('label', { for: 'kind' }, say('kind')),
        ' ',
        kind,
      ),
      count,
      list,
    ];
  }

  #row({ file, collection, name }: DeskStart['files'][number], draft: boolean): HTMLElement {
    const title = this.#start.forms.find((form) => form.collection === collection)?.title ?? '';
    const mark = draft ? ` – ${say('draft')}` : '';
    return el(
      'li',
      {},
      el('a', { href: `#${file}` }, name),
      el('span', { class: 'hint' }, ` ${title}${mark}`),
    );
  }
}

const isStart = (value: unknown): value is DeskStart =>
  typeof value === 'object' && value !== null && 'forms' in value && 'files' in value;

async function begin(): Promise<void> {
  const answer = await fetch('start.json');
  const start: unknown = await answer.json();
  if (!isStart(start)) throw new Error('the server handed out no forms');
  useWords(start.words);
  if (start.place === undefined) {
    useStore(serverStore);
    new Desk(start, serverStore).begin();
    return;
  }
  const { store, texts } = await openPlace(start, byId('main'));
  useWords({ ...start.words, ...store.words });
  useStore(store);
  const files = texts.flatMap(({ file, text }) => {
    const form = formOf(file, start.forms);
    return form ? [{ file, collection: form.collection, name: nameOf(file, text), text }] : [];
  });
  new Desk({ ...start, files, today: new Date().toISOString().slice(0, 10) }, store).begin();
}
begin().catch((error: unknown) => {
  document.body.append(button(String(error), () => location.reload()));
});
