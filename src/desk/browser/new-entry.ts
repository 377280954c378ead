/** Begins a new entry: its kind, its place, its name. */
import type { CollectionForm, DeskStart } from '../form-kinds.ts';
import { readYaml, isList, type Value, type ValueMap } from '../yaml-edit.ts';
import { openEntry } from '../entry.ts';
import { bestSample, emptied } from '../sample.ts';
import { newBody } from './blocks.ts';
import { keepDraft } from './drafts.ts';
import { button, el, say } from './dom.ts';

type Files = DeskStart['files'];

/** A name as it may stand in an address: small letters without marks, numbers, hyphens. */
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const headOf = (text: string): ValueMap => readYaml(/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] ?? text);

/** The next number that nobody has on a shelf, from the numbers that the shelf may give. */
function freeNumber(files: Files, shelf: string): Value | undefined {
  const own = files.find(
    ({ file }) => file === `content/topics/${shelf}.yaml` || file === `content/tracks/${shelf}.yaml`,
  );
  const range = own && headOf(own.text).numbers;
  if (!isList(range)) return undefined;
  const taken = new Set(
    files
      .filter(({ collection }) => ['guides', 'market', 'events'].includes(collection))
      .map(({ text }) => /^number: (\d+)/m.exec(text)?.[1]),
  );
  const [from = 1, to = 0] = range.map(Number);
  for (let number = from; number <= to; number++) if (!taken.has(String(number))) return number;
  return undefined;
}

/** What a new entry of a collection begins with. */
function firstValues(start: DeskStart, files: Files, collection: string, id: string, name: string): ValueMap {
  const form = start.forms.find((one) => one.collection === collection);
  const has = (field: string, needed = false): boolean =>
    form?.fields.some((one) => one.name === field && (one.needed || !needed)) ?? false;
  const [folder = ''] = id.split('/');
  const number =
    has('number') && ['guides', 'market'].includes(collection) ? freeNumber(files, folder) : undefined;
  // A task is called by its item in the plan, which is its file's name too.
  const title = ['item', 'title', 'name', 'term'].find((field) => has(field, true));
  const siblings = files.filter(
    (one) => one.collection === collection && one.file.includes(`/${folder}/`),
  ).length;
  return {
    ...(number === undefined ? {} : { number }),
    ...(title === undefined || name === '' ? {} : { [title]: name }),
    ...(has('order') && id.includes('/') ? { order: siblings + 1 } : {}),
    ...(has('added') ? { added: start.today } : {}),
    ...(has('checked') ? { checked: start.today } : {}),
    // A mark that no steps have: the gate asks to read the text with the steps, then gives the right one.
    ...(collection === 'announcements' ? { steps: '000000000000' } : {}),
    ...(has('sources') ? { sources: [{ seen: start.today }] } : {}),
  };
}

/** Folders in which entries of a collection may stand: shelves, plans, stages. */
function foldersOf(files: Files, collection: string): string[] {
  const folders = files
    .filter((one) => one.collection === collection)
    .map(({ file }) => file.split('/').at(-2) ?? '');
  return [...new Set(folders)].toSorted();
}

/** Entries that a new one may be written after, the best of them chosen. */
function sampleOptions(
  all: Files,
  form: CollectionForm | undefined,
  folder: string | undefined,
): HTMLElement[] {
  const best = form && bestSample(all, form, folder);
  return [
    ...all.map((one) => el('option', { value: one.file, selected: one === best }, one.name)),
    el('option', { value: '' }, say('sampleNone')),
  ];
}

/** Keeps the draft that a new entry begins with: the shape of its sample, none of its words. */
function keepFirstDraft(
  file: string,
  head: ValueMap,
  { body }: CollectionForm,
  after: Files[number] | undefined,
): void {
  const like = after && emptied(openEntry(after.file, after.text).body?.blocks ?? []);
  const blocks = body === undefined ? [] : (like ?? newBody(body));
  keepDraft({ file, base: '', head, blocks, ...(after ? { sample: after.file } : {}) });
}

/** What somebody chose before the first word is written. */
interface Asked {
  readonly form: CollectionForm;
  readonly folder: string;
  readonly name: string;
  /** The file whose shape it takes; empty when there is none. */
  readonly sample: string;
}

/** Opens the first draft of a new entry; says what is missing instead, when something is. */
function beginEntry(start: DeskStart, files: Files, { form, folder, name, sample }: Asked): string {
  if (slug(name) === '') return say('needName');
  const id = [...(form.depth === 2 ? [folder] : []), slug(name)].join('/');
  const file = `content/${form.folder}/${id}.${form.body === undefined ? 'yaml' : 'mdx'}`;
  if (files.some((one) => one.file === file)) return say('taken', { file });
  const head = firstValues(start, files, form.collection, id, name.trim().normalize('NFC'));
  keepFirstDraft(
    file,
    head,
    form,
    files.find((one) => one.file === sample),
  );
  location.hash = file;
  return '';
}

/** The part of the first page that begins a new entry. */
export function newEntryForm(start: DeskStart, files: Files): HTMLElement {
  const kinds = start.forms.filter(({ open }) => open);
  const kind = el(
    'select',
    { id: 'newKind', change: () => fill() },
    ...kinds.map(({ collection, title }) => el('option', { value: collection }, title)),
  );
  const folder = el('select', { id: 'newFolder', change: () => fillSamples() });
  const folderRow = el('span', {}, el('label', { for: 'newFolder' }, say('newFolder')), ' ', folder);
  const name = el('input', { id: 'newName', size: 40 });
  const sample = el('select', { id: 'newSample', class: 'wide', 'aria-describedby': 'newSampleHint' });
  const fillSamples = (): void =>
    sample.replaceChildren(
      ...sampleOptions(
        files.filter(({ collection }) => collection === kind.value),
        kinds.find(({ collection }) => collection === kind.value),
        folderRow.hidden ? undefined : folder.value,
      ),
    );
  const fault = el('p', { role: 'alert', class: 'fault' });
  const fill = (): void => {
    const deep = kinds.find(({ collection }) => collection === kind.value)?.depth === 2;
    folderRow.hidden = !deep;
    folder.replaceChildren(
      ...(deep ? foldersOf(files, kind.value).map((one) => el('option', { value: one }, one)) : []),
    );
    fillSamples();
  };
  const begin = (): void => {
    const form = kinds.find(({ collection }) => collection === kind.value);
    if (!form) return;
    const asked = { form, folder: folder.value, name: name.value, sample: sample.value };
    fault.textContent = beginEntry(start, files, asked);
  };
  fill();
  return el(
    'section',
    { class: 'new', 'aria-labelledby': 'newTitle' },
    el('h2', { id: 'newTitle' }, say('newEntry')),
    el('p', { class: 'adder' }, el('label', { for: 'newKind' }, say('kind')), ' ', kind, ' ', folderRow),
    el(
      'p',
      { class: 'adder' },
      el('label', { for: 'newName' }, say('newName')),
      ' ',
      name,
      ' ',
      button(say('begin'), begin),
    ),
    el('p', {}, el('label', { for: 'newSample' }, say('newSample'))),
    sample,
    el('p', { class: 'hint', id: 'newSampleHint' }, say('newSampleHint')),
    fault,
  );
}
