/** “Lộ trình của tôi” with a script: what is walked, what was read and done, and how it goes elsewhere. */
import { setContent } from '../../client/set-content.ts';
import { one, textsOf, wordsOf } from '../../client/page-parts.ts';
import { pageData } from '../../client/page-data.ts';
import { carry } from './carry-page.ts';
import { askNames } from './names.ts';
import type { OwnData } from './own-data.ts';
import { keepPanel } from './panel.ts';
import type { Progress } from './progress.ts';
import { eraseWays, changeWays, hasBegun, keeping, progressBy, readWays, type Ways } from './store.ts';

const way = one(HTMLElement, '[data-way]');
const say = wordsOf(textsOf(way.dataset.words));
const data = pageData('du-lieu-lo-trinh') as OwnData;
const { short } = data;
const guides = new Map(data.guides.map(([number, title, href, steps]) => [number, { title, href, steps }]));
const numbersOf = new Map(data.paths.map(([address, ...numbers]) => [address, numbers]));

type ListName = 'mine' | 'reading' | 'done';
interface Line {
  readonly href: string;
  readonly text: string;
  readonly note: string;
}

function showList(name: ListName, lines: readonly Line[]): void {
  const section = one(HTMLElement, `[data-list=${name}]`);
  section.hidden = lines.length === 0;
  setContent(
    one(HTMLElement, 'ul', section),
    ...lines.map(({ href, text, note }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      const quiet = document.createElement('span');
      link.href = href;
      link.textContent = text;
      quiet.className = 'quiet';
      quiet.textContent = note;
      item.append(link, ' ', quiet);
      return item;
    }),
  );
}

const guideLine = (number: number, step?: number): Line[] => {
  const guide = guides.get(number);
  if (!guide) return [];
  const id = step === undefined ? '' : (guide.steps.split(' ')[step - 1] ?? '') || `buoc-${step}`;
  return [
    {
      href: id === '' ? guide.href : `${guide.href}#${id}`,
      text: `${number} ${guide.title}`,
      note: step === undefined ? '' : say('place', { step }),
    },
  ];
};

/** Paths that are walked, with how much of each is done. */
const pathLines = ({ paths }: Ways, { done }: Progress): Line[] =>
  [...document.querySelectorAll<HTMLElement>('[data-path]')]
    .filter((path) => paths.includes(path.getAttribute('data-path') ?? ''))
    .map((row) => {
      const link = one(HTMLAnchorElement, 'a', row);
      const numbers = numbersOf.get(row.getAttribute('data-path') ?? '') ?? [];
      const ticked = numbers.filter((number) => done.includes(number)).length;
      return {
        href: link.href,
        text: link.textContent.trim(),
        note: say('sum', { done: ticked, n: numbers.length }),
      };
    });

function show(): void {
  const ways = readWays();
  const own = progressBy(ways, ways.who);
  const places = [...own.places].filter(([number]) => !own.done.includes(number));
  const mine = pathLines(ways, own);
  showList('mine', mine);
  showList(
    'reading',
    places.flatMap(([number, step]) => guideLine(number, step)),
  );
  showList(
    'done',
    own.done.flatMap((number) => guideLine(number)),
  );
  const gone = own.done.filter((number) => !guides.has(number)).length;
  one(HTMLElement, '[data-gone]').textContent = gone === 0 ? '' : say('gone', { n: gone });
  one(HTMLElement, '[data-empty]').hidden = mine.length + own.done.length + places.length > 0;
  shared.textContent = say(keeping() === 'shared' ? 'sharedOff' : 'sharedOn');
  shared.hidden = keeping() === 'closed';
  carried.show();
  named.show();
}

const shared = one(HTMLButtonElement, '[data-many]');
const undo = one(HTMLButtonElement, '[data-undo]');
const erased = one(HTMLElement, '[data-erased]');
const carried = carry({ say, short, address: way.dataset.way ?? '', changed: () => panel.tell(() => '') });
const named = askNames(say, () => panel.tell(() => ''));
const panel = keepPanel(say, show);

let gone: Ways | undefined;
one(HTMLButtonElement, '[data-erase]').addEventListener('click', () => {
  const ways = readWays();
  if (hasBegun(ways)) gone = ways;
  eraseWays();
  panel.tell(() => '');
  undo.hidden = gone === undefined;
  erased.textContent = say('erased');
});
undo.addEventListener('click', () => {
  const back = gone;
  if (back) changeWays(() => back);
  gone = undefined;
  undo.hidden = true;
  panel.tell(() => '');
  erased.textContent = say('undone');
});
shared.addEventListener('click', () => {
  const before = readWays();
  if (keeping() === 'shared') {
    localStorage.removeItem('luu');
    delete document.documentElement.dataset.luu;
  } else localStorage.setItem('luu', 'khong');
  // What is on the page stays as long as the page; whether the device has it is what was asked.
  readWays();
  // Names were for this device alone.
  changeWays(() => ({ ...before, names: new Map() }));
  panel.tell(() => '');
});
