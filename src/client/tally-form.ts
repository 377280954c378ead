/** Adds tally sheets up on the device. Numbers only; kept in the page's address after `#`, which is sent nowhere. */
import './composing-keys.ts';
import {
  addSheets,
  mostSheets,
  sheetsOf,
  tallyFaults,
  tallyHash,
  tallyRows,
  type TallySheet,
} from '../sessions/tally.ts';

const find = <E extends HTMLElement>(selector: string): E => document.querySelector<E>(selector)!;
const form = find<HTMLFormElement>('[data-tally]');
const words = JSON.parse(find('[data-words]').dataset['words']!) as Record<string, string>;
const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  words[key]!.replace(/\{(\w+)\}/g, (_, k: string) => String(values[k]));
const rows = find<HTMLTableSectionElement>('[data-rows]');
const names = JSON.parse(rows.dataset['names']!) as Record<string, string>;
const known = new Set(form.dataset['guides']!.split(' ').map(Number));
const sum = find('[data-sum]');
const wrong = find('[data-wrong]');
const told = find('[data-told]');
const box = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;

let sheets: readonly TallySheet[] = sheetsOf(location.hash);

/** A box that is empty counts nothing; one that holds no whole number is a fault, which the browser knows. */
const number = (input: HTMLInputElement): number | undefined =>
  input.value === '' ? undefined : Number(input.value);

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  more: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { textContent: text }, more);
}

function line(cells: readonly string[], part = false): HTMLTableRowElement {
  const tr = document.createElement('tr');
  if (part) tr.className = 'part';
  tr.append(...cells.map((c, i) => (i === 0 ? element('th', c, { scope: 'row' }) : element('td', c))));
  return tr;
}

/** The sum as cells, for the page, for copying and for the file. */
function table(): string[][] {
  const all = addSheets(sheets);
  return tallyRows
    .filter((r) => all.counts[r.id] !== undefined)
    .map((r) => [names[r.id]!, String(all.counts[r.id])]);
}
const taughtTable = (): string[][] =>
  addSheets(sheets).guides.map((g) => [g.number, g.learners, g.done].map(String));

function show(): void {
  sum.hidden = sheets.length === 0;
  rows.replaceChildren(
    ...tallyRows
      .filter((r) => addSheets(sheets).counts[r.id] !== undefined)
      .map((r) => line([names[r.id]!, String(addSheets(sheets).counts[r.id])], r.of !== undefined)),
  );
  const taught = find<HTMLTableElement>('[data-taught-sum]');
  taught.hidden = taughtTable().length === 0;
  taught.tBodies[0]!.replaceChildren(...taughtTable().map((cells) => line(cells)));
  find('[data-sheets]').replaceChildren(
    ...sheets.map((s, i) => {
      const li = document.createElement('li');
      const remove = element('button', say('remove', { n: i + 1 }), { type: 'button', className: 'pill' });
      remove.addEventListener('click', () => {
        keep(sheets.filter((_, at) => at !== i));
        find('[data-count]').textContent = say('removed', { n: sheets.length });
        (sum.hidden ? box('buoi') : find('[data-sheets] button')).focus();
      });
      li.append(element('span', say('sheet', { n: i + 1, learners: s.counts['luot'] ?? 0 })), remove);
      return li;
    }),
  );
}

function keep(now: readonly TallySheet[]): void {
  sheets = now;
  // Going back should leave the page, not undo sheets one by one.
  history.replaceState(
    history.state,
    '',
    `${location.pathname}${location.search}${now.length > 0 ? `#${tallyHash(now)}` : ''}`,
  );
  show();
}

function refuse(message: string, input?: HTMLInputElement): void {
  wrong.textContent = message;
  input?.setAttribute('aria-invalid', 'true');
  input?.focus();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  wrong.textContent = '';
  told.textContent = '';
  const inputs = [...form.querySelectorAll('input')];
  for (const i of inputs) i.removeAttribute('aria-invalid');
  const broken = inputs.find((i) => !i.validity.valid);
  if (broken) return refuse(broken.validationMessage, broken);
  const counts = Object.fromEntries(
    tallyRows.flatMap((r) => {
      const n = number(box(r.id));
      return n === undefined ? [] : [[r.id, n]];
    }),
  );
  const lines = [...form.querySelectorAll('[data-taught]')].map(
    (tr) => [...tr.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement, HTMLInputElement],
  );
  const guides = lines.flatMap(([n, learners, done]) => {
    const g = number(n);
    return g === undefined ? [] : [{ number: g, learners: number(learners) ?? 0, done: number(done) ?? 0 }];
  });
  if (Object.entries(counts).every(([id, n]) => id === 'buoi' || n === 0) && guides.length === 0)
    return refuse(say('empty'), box('luot'));
  const stranger = guides.find((g) => !known.has(g.number));
  const boxOf = (n: number, at: 0 | 2): HTMLInputElement => lines.find(([i]) => Number(i.value) === n)![at];
  if (stranger) return refuse(say('noGuide', { guide: stranger.number }), boxOf(stranger.number, 0));
  const faults = tallyFaults({ counts, guides });
  if (faults.rows[0] !== undefined)
    return refuse(say('partTooLarge', { row: names[faults.rows[0]]! }), box(faults.rows[0]));
  if (faults.guides[0] !== undefined)
    return refuse(say('doneTooLarge', { guide: faults.guides[0] }), boxOf(faults.guides[0], 2));
  if (sheets.length >= mostSheets) return refuse(say('tooMany', { n: mostSheets }));
  keep([...sheets, { counts, guides }]);
  find('[data-count]').textContent = say('added', { n: sheets.length });
  form.reset();
  box('luot').focus();
});

/** Tabs between cells: both Word and Excel make a table of it. */
const asText = (): string =>
  [[say('sumRow'), say('sumNumber')], ...table(), ...(taughtTable().length > 0 ? [[], ...taughtTable()] : [])]
    .map((r) => r.join('\t'))
    .join('\n');

find('[data-copy-sum]').addEventListener('click', () => {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  (clipboard?.writeText(asText()) ?? Promise.reject(new Error('no clipboard'))).then(
    () => {
      told.textContent = say('copied');
    },
    () => {
      getSelection()?.selectAllChildren(rows);
      told.textContent = say('copyFailed');
    },
  );
});
find('[data-print]').addEventListener('click', () => print());
find('[data-save]').addEventListener('click', () => {
  const quoted = (c: string): string => (/[",;\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c);
  const taught = [...document.querySelectorAll('[data-taught-sum] thead th')].map((th) => th.textContent);
  const lines = [
    [say('sumRow'), say('sumNumber')],
    ...table(),
    ...(taughtTable().length > 0 ? [[''], taught, ...taughtTable()] : []),
  ];
  // The mark at the start tells Excel that these are Vietnamese letters.
  const url = URL.createObjectURL(
    new Blob([`\uFEFF${lines.map((r) => r.map(quoted).join(',')).join('\r\n')}\r\n`], { type: 'text/csv' }),
  );
  element('a', '', { href: url, download: say('file') }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
});
// Another sum opened in the same tab.
addEventListener('hashchange', () => {
  sheets = sheetsOf(location.hash);
  show();
});

form.hidden = false;
show();
if (sheets.length > 0) find('[data-count]').textContent = say('added', { n: sheets.length });
