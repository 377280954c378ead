/** The form of one open entry: what is typed is kept as a draft, proved, shown and handed in. */
import { drawnPath, written } from '../body-places.ts';
import type { Block } from '../body.ts';
import { openEntry, saveEntry } from '../entry.ts';
import type { CollectionForm, DeskStart } from '../form-kinds.ts';
import { inOrder, orderOf } from '../form-order.ts';
import { merged, takeTheirs, type Clash } from '../merge.ts';
import type { Sample } from '../sample.ts';
import { isGroup, type Value, type ValueMap } from '../yaml-edit.ts';
import type { AskGate, DeskFault } from './ask-gate.ts';
import { BlockDrawer } from './blocks.ts';
import type { Cell } from './cell.ts';
import { clashList } from './clash-list.ts';
import { button, el, say } from './dom.ts';
import { draftOf, dropDraft, keepDraft, type Draft } from './drafts.ts';
import { FieldDrawer, type Names } from './fields.ts';
import { PageView } from './page-view.ts';
import { bytesOfUrl, PhotoBox, type ChosenPhoto } from './photo-box.ts';
import { reportsAbout } from './reports.ts';
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
  #clashes: readonly Clash[] = [];
  #sample: Sample | undefined;
  #sampleFile: string | undefined;
  /** A picture that was chosen and not handed in, and its place on the page. */
  #photo: string | undefined;
  #photoBox: PhotoBox | undefined;
  #proving: Promise<void> | undefined;
  /** Something was typed while the gate was reading. */
  #again = false;
  #onSaved: (text: string) => void = () => undefined;
  readonly #page = el('div');
  readonly #summary = el('div', { class: 'faults', role: 'status' });
  readonly #note = el('p', { role: 'status', class: 'note' });
  readonly #save = button(say('handIn'), () => void this.#handIn(), { class: 'act' });
  readonly #view = new PageView();
  readonly #viewing = button(say('preview'), () => this.#showPreview(), { 'aria-expanded': 'false' });

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
    const after = files.find((one) => one.file === draft?.sample);
    if (after && text === '') {
      const like = openEntry(after.file, after.text);
      this.#sample = { name: after.name, head: like.head, blocks: like.body?.blocks ?? [] };
    }
  }

  /** Goes on with a draft; what others saved meanwhile is taken in. */
  #takeDraft(draft: Draft, text: string): void {
    [this.#head, this.#blocks] = [draft.head, draft.blocks];
    this.#clashes = draft.clashes ?? [];
    this.#sampleFile = draft.sample;
    this.#photo = draft.photo;
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
    this.#clashes = [...this.#clashes, ...both.clashes];
    this.#note.textContent = both.clashes.length === 0 ? say('merged') : say('clash');
    this.#keep();
  }

  #keep(): void {
    keepDraft({
      file: this.#file,
      base: this.#base,
      head: this.#head,
      blocks: this.#blocks,
      ...(this.#clashes.length === 0 ? {} : { clashes: this.#clashes }),
      ...(this.#sampleFile === undefined ? {} : { sample: this.#sampleFile }),
      ...(this.#photo === undefined ? {} : { photo: this.#photo }),
    });
  }

  #settle(clash: Clash, theirs: boolean): void {
    if (theirs) {
      const { head, blocks } = takeTheirs({ head: this.#head, blocks: this.#blocks }, clash);
      [this.#head, this.#blocks] = [head, blocks];
    }
    this.#clashes = this.#clashes.filter((one) => one !== clash);
    this.#changed();
    this.#drawForm();
    this.#page.querySelector<HTMLElement>('.clash button, h1')?.focus();
  }

  /** Draws the form. `saved` hears of the text that was handed in. */
  draw(saved: (text: string) => void): HTMLElement {
    this.#onSaved = saved;
    this.#drawForm();
    this.#proveSoon();
    return this.#page;
  }

  /** The box for the picture of a photo; nothing for other kinds. */
  #pictures(): HTMLElement[] {
    if (this.#form.collection !== 'photos') return [];
    const choose = ({ url, width, height, said }: ChosenPhoto): void => {
      this.#photo = url;
      this.#head = { ...this.#head, width, height };
      this.#changed();
      // Its size stands in fields of the form.
      this.#drawForm();
      this.#note.textContent = said;
    };
    this.#photoBox = new PhotoBox(this.#file, this.#photo, choose);
    return [this.#photoBox.element];
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
    const fields = new FieldDrawer(this.#names, this.#sample);
    const head = this.#form.fields.map((field) => fields.field(field, root));
    const { body } = this.#form;
    const blocks =
      body === undefined
        ? []
        : [
            el('h2', {}, say('body')),
            new BlockDrawer(this.#names, this.#start.parts, body, this.#sample).list(
              this.#blocks,
              'top',
              '',
              (next) => {
                this.#blocks = next;
                this.#changed();
              },
            ),
          ];
    const name = [this.#head.title, this.#head.name, this.#head.term].find((one) => typeof one === 'string');
    this.#page.replaceChildren(
      el('p', {}, el('a', { href: '#' }, say('back'))),
      el('h1', { tabindex: -1 }, typeof name === 'string' ? name : this.#form.title),
      el('p', { class: 'hint' }, `${this.#form.title}. ${this.#form.hint}`),
      el('p', { class: 'hint' }, this.#file),
      this.#note,
      ...clashList(this.#clashes, { head: this.#head, blocks: this.#blocks }, this.#form, (clash, theirs) =>
        this.#settle(clash, theirs),
      ),
      ...reportsAbout(this.#file),
      ...(this.#sample ? [el('p', { class: 'hint' }, say('sampleOf', { name: this.#sample.name }))] : []),
      el('div', { class: 'fields' }, el('h2', {}, say('head')), ...this.#pictures(), ...head, ...blocks),
      this.#summary,
      el(
        'p',
        { class: 'tools last' },
        this.#save,
        this.#viewing,
        button(say('dropDraft'), () => this.#drop()),
      ),
      this.#view.element,
    );
    this.#tellChanged();
  }

  /** The text of the file as it would be saved. */
  #text(): string {
    const order = orderOf(this.#form, this.#head);
    const head = this.#base === '' ? inOrder(order, this.#head) : this.#head;
    return saveEntry(this.#file, this.#base, head, written(this.#blocks), order);
  }

  #changed(): void {
    this.#keep();
    this.#note.textContent = say('draftKept');
    this.#tellChanged();
    this.#proveSoon();
  }

  /** Whether there is anything to save: an entry that was only looked at is written as it was. */
  #tellChanged(): void {
    this.#page.dataset.changed = String(this.#text() !== this.#base || this.#photo !== undefined);
  }

  #proveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      // Whoever has gone on to another entry waits for no answer about this one.
      if (this.#page.isConnected) void this.#prove();
    }, pause);
  }

  /** Asks the gate. What is typed meanwhile is asked once more, not letter by letter. */
  #prove(): Promise<void> {
    this.#again = true;
    this.#proving ??= this.#proveAll().finally(() => {
      this.#proving = undefined;
    });
    return this.#proving;
  }

  async #proveAll(): Promise<void> {
    this.#page.setAttribute('aria-busy', 'true');
    while (this.#again) {
      this.#again = false;
      this.#faults = await this.#gate.check(this.#file, this.#text());
    }
    this.#page.removeAttribute('aria-busy');
    this.#showFaults();
    await this.#drawPage();
  }

  /** Draws the page anew while it is open: a text with faults gives none, so the last good one stays. */
  async #drawPage(): Promise<void> {
    if (!this.#view.open || (this.#faults.length > 0 && this.#view.keep())) return;
    this.#view.show(await this.#gate.draw(this.#file, this.#text()));
  }

  /** The mark of the steps is no word to be typed: who has read the text again has it put in. */
  #cures(fault: DeskFault): HTMLElement[] {
    const mark = fault.rule === 'announcement-drift' ? /[0-9a-f]{12}/.exec(fault.fix)?.[0] : undefined;
    if (mark === undefined) return [];
    const put = (): void => {
      this.#head = { ...this.#head, [fault.field]: mark };
      this.#changed();
      this.#drawForm();
    };
    return [button(say('readAgain'), put, { class: 'cure' })];
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
    for (const old of this.#page.querySelectorAll('.fault, .cure')) old.remove();
    for (const control of this.#page.querySelectorAll('[aria-invalid]'))
      control.removeAttribute('aria-invalid');
    const lines = this.#faults.map((fault) => {
      const place = this.#placeOf(fault);
      const words = `${fault.message} ${say('cure', { fix: fault.fix })}`;
      if (!place) return el('li', {}, fault.file === this.#file ? words : `${fault.file}: ${words}`);
      place.append(el('p', { class: 'fault' }, words), ...this.#cures(fault));
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
    if (this.#clashes.length > 0) {
      this.#note.textContent = say('chooseFirst', { n: this.#clashes.length });
      this.#page.querySelector<HTMLElement>('.clash button')?.focus();
      return;
    }
    if (this.#faults.length > 0) {
      this.#note.textContent = say('notYet', { n: this.#faults.length });
      this.#summary.querySelector('a')?.focus();
      return;
    }
    if (this.#photoBox?.there === false) {
      this.#note.textContent = say('photoNeeded');
      this.#photoBox.element.querySelector('input')?.focus();
      return;
    }
    const text = this.#text();
    const photo = this.#photo === undefined ? undefined : bytesOfUrl(this.#photo);
    const answer = await handIn(this.#file, this.#base, text, photo);
    if (answer.kind === 'saved') {
      dropDraft(this.#file);
      this.#base = text;
      const opened = openEntry(this.#file, text);
      [this.#head, this.#blocks] = [opened.head, opened.body?.blocks ?? []];
      [this.#sample, this.#sampleFile, this.#photo] = [undefined, undefined, undefined];
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

  #showPreview(): void {
    this.#viewing.setAttribute('aria-expanded', String(this.#view.toggle()));
    void this.#drawPage();
  }

  #drop(): void {
    dropDraft(this.#file);
    location.hash = '';
  }
}
