/**
 * Adds tally sheets up on the device. Numbers only; kept in the page's address after `#`, which is sent
 * nowhere.
 */
import '../../client/composing-keys.ts';
import { copyWords } from '../../client/clipboard.ts';
import { inApp } from '../../client/in-app.ts';
import { one, textsOf, wordsOf } from '../../client/page-parts.ts';
import {
  addSheets,
  mostSheets,
  sheetsOf,
  tallyFaults,
  tallyHash,
  tallyRows,
  type TallySheet,
} from '../../sessions/tally.ts';
import { setContent } from '../../client/set-content.ts';
import { keepSheets, keptSheets, sheetsOfFiles } from './tally-keep.ts';

const find = (selector: string): HTMLElement => one(HTMLElement, selector);
const form = one(HTMLFormElement, '[data-tally]');
const say = wordsOf(textsOf(find('[data-words]').dataset.words));
const rows = one(HTMLTableSectionElement, '[data-rows]');
const nameOf = wordsOf(textsOf(rows.dataset.names));
const known = new Set((form.dataset.guides ?? '').split(' ').map(Number));
const sum = find('[data-sum]');
const wrong = find('[data-wrong]');
const told = find('[data-told]');
const box = (name: string): HTMLInputElement => one(HTMLInputElement, `[name="${name}"]`, form);

const keeping = find('[data-tally-keep]');
const keepBox = one(HTMLInputElement, 'input', keeping);
const keepTold = one(HTMLElement, '[role="status"]', keeping);
const opening = find('[data-tally-open]');
const toReport = one(HTMLAnchorElement, '[data-tally-fill]');

const carried = sheetsOf(location.hash);
let sheets: readonly TallySheet[] = carried.length > 0 ? carried : keptSheets();
keepBox.checked = keptSheets().length > 0;

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
  tr.append(
    ...cells.map((cell, index) =>
      index === 0 ? element('th', cell, { scope: 'row' }) : element('td', cell),
    ),
  );
  return tr;
}

/** The sum as cells, for the page, for copying and for the file. */
function table(): string[][] {
  const all = addSheets(sheets);
  return tallyRows
    .filter((row) => all.counts[row.id] !== undefined)
    .map((row) => [nameOf(row.id), String(all.counts[row.id])]);
}
const taughtTable = (): string[][] =>
  addSheets(sheets).guides.map((guide) => [guide.number, guide.learners, guide.done].map(String));

function show(): void {
  sum.hidden = sheets.length === 0;
  toReport.hash = tallyHash(sheets);
  setContent(
    rows,
    ...tallyRows
      .filter((row) => addSheets(sheets).counts[row.id] !== undefined)
      .map((row) => line([nameOf(row.id), String(addSheets(sheets).counts[row.id])], row.of !== undefined)),
  );
  const taught = one(HTMLTableElement, '[data-taught-sum]');
  taught.hidden = taughtTable().length === 0;
  setContent(one(HTMLTableSectionElement, 'tbody', taught), ...taughtTable().map((cells) => line(cells)));
  setContent(
    find('[data-sheets]'),
    ...sheets.map((sheet, index) => {
      const li = document.createElement('li');
      const remove = element('button', say('remove', { n: index + 1 }), {
        type: 'button',
        className: 'pill',
      });
      remove.addEventListener('click', () => {
        keep(sheets.filter((_, at) => at !== index));
        find('[data-count]').textContent = say('removed', { n: sheets.length });
        (sum.hidden ? box('buoi') : find('[data-sheets] button')).focus();
      });
      li.append(element('span', say('sheet', { n: index + 1, learners: sheet.counts.luot ?? 0 })), remove);
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
  if (keepBox.checked) keepSheets(now);
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
  for (const input of inputs) input.removeAttribute('aria-invalid');
  const broken = inputs.find((input) => !input.validity.valid);
  if (broken) {
    refuse(say(broken.validity.badInput ? 'notNumber' : 'notCount', { most: broken.max }), broken);
    return;
  }
  const counts = Object.fromEntries(
    tallyRows.flatMap((row) => {
      const count = number(box(row.id));
      return count === undefined ? [] : [[row.id, count]];
    }),
  );
  const lines = [...form.querySelectorAll('[data-taught]')].map((tr) => [...tr.querySelectorAll('input')]);
  const guides = lines.flatMap(([input, learners, done]) => {
    const value = input && number(input);
    return value === undefined
      ? []
      : [
          {
            number: value,
            learners: (learners && number(learners)) ?? 0,
            done: (done && number(done)) ?? 0,
          },
        ];
  });
  if (Object.entries(counts).every(([id, value]) => id === 'buoi' || value === 0) && guides.length === 0) {
    refuse(say('empty'), box('luot'));
    return;
  }
  const stranger = guides.find((guide) => !known.has(guide.number));
  const boxOf = (number: number, at: 0 | 2): HTMLInputElement | undefined =>
    lines.find(([input]) => Number(input?.value) === number)?.[at];
  if (stranger) {
    refuse(say('noGuide', { guide: stranger.number }), boxOf(stranger.number, 0));
    return;
  }
  const faults = tallyFaults({ counts, guides });
  if (faults.rows[0] !== undefined) {
    refuse(say('partTooLarge', { row: nameOf(faults.rows[0]) }), box(faults.rows[0]));
    return;
  }
  if (faults.guides[0] !== undefined) {
    refuse(say('doneTooLarge', { guide: faults.guides[0] }), boxOf(faults.guides[0], 2));
    return;
  }
  if (sheets.length >= mostSheets) {
    refuse(say('tooMany', { n: mostSheets }));
    return;
  }
  keep([...sheets, { counts, guides }]);
  find('[data-count]').textContent = say('added', { n: sheets.length });
  form.reset();
  box('luot').focus();
});

/** Tabs between cells: both Word and Excel make a table of it. */
const asText = (): string =>
  [[say('sumRow'), say('sumNumber')], ...table(), ...(taughtTable().length > 0 ? [[], ...taughtTable()] : [])]
    .map((row) => row.join('\t'))
    .join('\n');

find('[data-copy-sum]').addEventListener('click', async () => {
  const done = await copyWords(asText());
  if (!done) getSelection()?.selectAllChildren(rows);
  told.textContent = say(done ? 'copied' : 'copyFailed');
});
const printButton = find('[data-print]');
// Browsers inside apps do not print.
printButton.hidden = !('print' in window) || inApp(navigator.userAgent);
printButton.addEventListener('click', () => print());
find('[data-save]').addEventListener('click', () => {
  const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  const taught = [...document.querySelectorAll('[data-taught-sum] thead th')].map((th) => th.textContent);
  const lines = [
    [say('sumRow'), say('sumNumber')],
    ...table(),
    ...(taughtTable().length > 0 ? [[''], taught, ...taughtTable()] : []),
  ];
  // The mark at the start tells Excel that these are Vietnamese letters.
  const url = URL.createObjectURL(
    new Blob([`\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`], {
      type: 'text/csv',
    }),
  );
  element('a', '', { href: url, download: say('file') }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
});
keepBox.addEventListener('change', () => {
  const done = keepSheets(keepBox.checked ? sheets : []);
  keepTold.textContent = say(!done ? 'keepNot' : keepBox.checked ? 'kept' : 'unkept');
  keepBox.checked = done && keepBox.checked;
});
one(HTMLInputElement, 'input', opening).addEventListener('change', ({ currentTarget: input }) => {
  if (!(input instanceof HTMLInputElement)) return;
  void sheetsOfFiles(input.files ?? [], textsOf(rows.dataset.names)).then(({ sheets: more, broken }) => {
    if (more.length > 0) keep([...sheets, ...more].slice(0, mostSheets));
    one(HTMLElement, '[role="status"]', opening).textContent =
      broken === undefined ? say('opened', { n: more.length }) : say('openFailed', { name: broken });
    input.value = '';
  });
});
// Another sum opened in the same tab.
addEventListener('hashchange', () => {
  sheets = sheetsOf(location.hash);
  show();
});

form.hidden = false;
opening.hidden = false;
show();
if (sheets.length > 0) find('[data-count]').textContent = say('added', { n: sheets.length });
document.querySelector('[data-unheard]')?.remove();
