/** The form of one open entry: what is typed is kept as a draft, proved, shown and handed in. */
import { drawnPath, written } from '../body-places.ts';
import type { Block } from '../body.ts';
import { openEntry, saveEntry } from '../entry.ts';
import type { CollectionForm, DeskStart } from '../form-kinds.ts';
import { inOrder, orderOf } from '../form-order.ts';
import { merged } from '../merge.ts';
import { isGroup, type Value, type ValueMap } from '../yaml-edit.ts';
import type { AskGate, DeskFault } from './ask-gate.ts';
import { BlockDrawer } from './blocks.ts';
import type { Cell } from './cell.ts';
import { button, el, say } from './dom.ts';
import { draftOf, dropDraft, keepDraft, type Draft } from './drafts.ts';
import { FieldDrawer, type Names } from './fields.ts';
import { handIn } from './store.ts';

/** Milliseconds after the last letter until the gate is asked. */
const pause = 500;

/** Entries by collection, for lists of names. */
function namesOf(files: DeskStart['files']): Names {
  const names = new Map<string, { id: string; name: string }[]>();
  for (const { file, collection, name } of files) {
    const path = file
      .replace(/\.\w+$/, '')
      .split('/')
      .slice(1);
    const id = path.length > 1 ? path.slice(1).join('/') : path.join('/');
    names.set(collection, [...(names.get(collection) ?? []), { id, name }]);
  }
  return names;
}

export class EntryEditor {
  readonly #start: DeskStart;
  readonly #names: Names;
  readonly #gate: AskGate;
  readonly #form: CollectionForm;
  readonly #file: string;
  #base: string;
  #head: ValueMap;
  #blocks: readonly Block[];
  #faults: readonly DeskFault[] = [];
  #timer = 0;
  #asked = 0;
  #onSaved: (text: string) => void = () => undefined;
  readonly #page = el('div');
  readonly #summary = el('div', { class: 'faults', role: 'status' });
  readonly #note = el('p', { role: 'status', class: 'note' });
  readonly #save = button(say('handIn'), () => void this.#handIn(), { class: 'act' });
  readonly #preview = el('iframe', { class: 'preview', sandbox: '', title: say('preview'), hidden: true });

  constructor(
    start: DeskStart,
    files: DeskStart['files'],
    gate: AskGate,
    form: CollectionForm,
    file: string,
    text: string,
  ) {
    this.#start = start;
    this.#names = namesOf(files);
    this.#gate = gate;
    this.#form = form;
    this.#file = file;
    this.#base = text;
    const opened = openEntry(file, text);
    [this.#head, this.#blocks] = [opened.head, opened.body?.blocks ?? []];
    const draft = draftOf(file);
    if (draft) this.#takeDraft(draft, text);
  }

  /** Goes on with a draft; what others saved meanwhile is taken in. */
  #takeDraft(draft: Draft, text: string): void {
    [this.#head, this.#blocks] = [draft.head, draft.blocks];
    this.#note.textContent = say('draftKept');
    if (draft.base !== text) this.#mergeWith(draft.base, text);
  }

  #mergeWith(before: string, now: string): void {
    const contentOf = (text: string) => {
      const { head, body } = openEntry(this.#file, text);
      return { head, blocks: body?.blocks ?? [] };
    };
    const mine = { head: this.#head, blocks: this.#blocks };
    const both = merged(contentOf(before), contentOf(now), mine);
    [this.#head, this.#blocks, this.#base] = [both.head, both.blocks, now];
    const names = both.clashes.map(
      (name) => this.#form.fields.find((field) => field.name === name)?.title ?? say('body'),
    );
    this.#note.textContent = names.length === 0 ? say('merged') : say('clash', { fields: names.join(', ') });
    keepDraft({ file: this.#file, base: now, head: this.#head, blocks: this.#blocks });
  }

  /** Draws the form. `saved` hears of the text that was handed in. */
  draw(saved: (text: string) => void): HTMLElement {
    this.#onSaved = saved;
    this.#drawForm();
    void this.#prove();
    return this.#page;
  }

  #drawForm(): void {
    const root: Cell<Value> = {
      path: '',
      get: () => this.#head,
      set: (value) => {
        this.#head = isGroup(value) ? value : {};
        this.#changed();
      },
    };
    const fields = new FieldDrawer(this.#names);
    const head = this.#form.fields.map((field) => fields.field(field, root));
    const { body } = this.#form;
    const blocks =
      body === undefined
        ? []
        : [
            el('h2', {}, say('body')),
            new BlockDrawer(this.#names, this.#start.parts, body).list(this.#blocks, 'top', '', (next) => {
              this.#blocks = next;
              this.#changed();
            }),
          ];
    const name = [this.#head.title, this.#head.name, this.#head.term].find((one) => typeof one === 'string');
    this.#page.replaceChildren(
      el('p', {}, el('a', { href: '#' }, say('back'))),
      el('h1', { tabindex: -1 }, typeof name === 'string' ? name : this.#form.title),
      el('p', { class: 'hint' }, `${this.#form.title}. ${this.#form.hint}`),
      el('p', { class: 'hint' }, this.#file),
      this.#note,
      el('div', { class: 'fields' }, el('h2', {}, say('head')), ...head, ...blocks),
      this.#summary,
      el(
        'p',
        { class: 'tools last' },
        this.#save,
        button(say('preview'), () => void this.#showPreview()),
        button(say('dropDraft'), () => this.#drop()),
      ),
      this.#preview,
    );
  }

  /** The text of the file as it would be saved. */
  #text(): string {
    const order = orderOf(this.#form, this.#head);
    const head = this.#base === '' ? inOrder(order, this.#head) : this.#head;
    return saveEntry(this.#file, this.#base, head, written(this.#blocks), order);
  }

  #changed(): void {
    keepDraft({ file: this.#file, base: this.#base, head: this.#head, blocks: this.#blocks });
    this.#note.textContent = say('draftKept');
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#prove(), pause);
  }

  async #prove(): Promise<void> {
    const asked = ++this.#asked;
    this.#page.setAttribute('aria-busy', 'true');
    const faults = await this.#gate.check(this.#file, this.#text());
    // A later question has been asked meanwhile: its answer is the one that counts.
    if (asked !== this.#asked) return;
    this.#faults = faults;
    this.#page.removeAttribute('aria-busy');
    this.#showFaults();
  }

  #placeOf(fault: DeskFault): HTMLElement | undefined {
    if (fault.file !== this.#file) return undefined;
    const path =
      fault.field === '' ? drawnPath(this.#blocks, fault.block).map(String) : fault.field.split('.');
    const kind = fault.field === '' ? 'b' : 'h';
    for (let length = path.length; length > 0; length--) {
      const at = `${kind}:${path.slice(0, length).join('.')}`;
      const found = this.#page.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
      if (found) return found;
    }
    return undefined;
  }

  #showFaults(): void {
    for (const old of this.#page.querySelectorAll('.fault')) old.remove();
    for (const control of this.#page.querySelectorAll('[aria-invalid]'))
      control.removeAttribute('aria-invalid');
    const lines = this.#faults.map((fault) => {
      const place = this.#placeOf(fault);
      const words = `${fault.message} ${say('cure', { fix: fault.fix })}`;
      if (!place) return el('li', {}, fault.file === this.#file ? words : `${fault.file}: ${words}`);
      place.append(el('p', { class: 'fault' }, words));
      const control = place.querySelector<HTMLElement>('input,textarea,select,[contenteditable=true]');
      control?.setAttribute('aria-invalid', 'true');
      const go = (event: Event): void => {
        event.preventDefault();
        place.scrollIntoView({ block: 'center' });
        control?.focus();
      };
      return el('li', {}, el('a', { href: '#', click: go }, words));
    });
    const sum = lines.length === 0 ? say('noFaults') : say('faults', { n: lines.length });
    this.#summary.replaceChildren(el('p', {}, el('strong', {}, sum)), el('ul', {}, ...lines));
    this.#summary.dataset.count = String(lines.length);
  }

  async #handIn(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#prove();
    if (this.#faults.length > 0) {
      this.#note.textContent = say('notYet', { n: this.#faults.length });
      this.#summary.querySelector('a')?.focus();
      return;
    }
    const text = this.#text();
    const answer = await handIn(this.#file, this.#base, text);
    if (answer.kind === 'saved') {
      dropDraft(this.#file);
      this.#base = text;
      const opened = openEntry(this.#file, text);
      [this.#head, this.#blocks] = [opened.head, opened.body?.blocks ?? []];
      this.#onSaved(text);
      this.#drawForm();
      this.#note.textContent = say('saved', { file: this.#file });
    } else if (answer.kind === 'changed') {
      this.#mergeWith(this.#base, answer.text);
      const told = this.#note.textContent;
      this.#drawForm();
      this.#note.textContent = told;
      await this.#prove();
    } else this.#note.textContent = say('notSaved', { why: answer.why });
  }

  async #showPreview(): Promise<void> {
    this.#preview.hidden = false;
    this.#preview.srcdoc = await this.#gate.draw(this.#file, this.#text());
  }

  #drop(): void {
    dropDraft(this.#file);
    location.hash = '';
  }
}
