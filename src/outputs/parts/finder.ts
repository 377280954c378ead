/**
 * Finding over all parts of a list: the rows come from a file beside the page once something is asked for.
 * While they are not read it says so, and never that nothing is there. Runs in the browser.
 */
import { setContent } from '../../client/set-content.ts';
import { whichHold } from '../../search/name-match.ts';
import type { FoundPiece, FoundRow } from './found-rows.ts';

/** As many rows as are shown at once; whoever wants fewer types more. */
const most = 60;

function piece(part: FoundPiece): Node {
  if (typeof part === 'string') return document.createTextNode(part);
  const [href, words] = part;
  const name = document.createElement(href === '' ? 'b' : 'a');
  if (name instanceof HTMLAnchorElement) name.href = href;
  name.textContent = words;
  return name;
}

function line([pieces]: FoundRow): HTMLElement {
  const item = document.createElement('li');
  item.append(...pieces.map(piece));
  return item;
}

const wordsOf = ([pieces, names = '']: FoundRow): string =>
  names || pieces.map((part) => (typeof part === 'string' ? part : part[1])).join('');

/** The build wrote them. */
const areRows = (value: unknown): value is readonly FoundRow[] => Array.isArray(value);

async function fetchRows(address: string): Promise<readonly FoundRow[]> {
  const answer = await fetch(address);
  const rows: unknown = answer.ok ? await answer.json() : undefined;
  if (!areRows(rows)) throw new Error(`${address}: ${answer.status}`);
  return rows;
}

/** What is asked for now: words, and the choices that are made. */
interface Asked {
  readonly words: string;
  readonly kinds: readonly HTMLInputElement[];
}
function fitting(rows: readonly FoundRow[], { words, kinds }: Asked): FoundRow[] {
  const held = whichHold(rows.map(wordsOf), words);
  return rows.filter(
    (row, place) =>
      held[place] === true &&
      kinds.every(({ name, value }) => (row[2]?.[name] ?? '').split(' ').includes(value)),
  );
}

function findOver(finder: HTMLElement, status: Element, found: HTMLElement): void {
  const [reading = '', unread = '', none = '', all = '', some = ''] =
    finder.dataset.overWords?.split('|') ?? [];
  const typed = finder.querySelector<HTMLInputElement>('input[type=search]');
  const choices = [...finder.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  let rows: Promise<readonly FoundRow[]> | undefined;
  const asked = (): Asked => ({
    words: typed?.value.trim() ?? '',
    kinds: choices.filter(({ checked, value }) => checked && value !== ''),
  });
  const isNothing = ({ words, kinds }: Asked): boolean => words === '' && kinds.length === 0;
  /** Puts what was found in place of the list; with nothing the list stands there again. */
  const put = (words: string, lines?: readonly HTMLElement[]): void => {
    status.textContent = words;
    setContent(found, ...(lines ?? []));
    found.hidden = lines === undefined || lines.length === 0;
    for (let next = found.nextElementSibling; next; next = next.nextElementSibling)
      if (next instanceof HTMLElement && next.tagName !== 'SCRIPT') next.hidden = lines !== undefined;
  };
  const show = async (): Promise<void> => {
    if (isNothing(asked())) {
      put('');
      return;
    }
    if (rows === undefined) status.textContent = reading;
    rows ??= fetchRows(finder.dataset.over ?? '');
    try {
      const whole = await rows;
      // Something else may be asked for by now.
      const now = asked();
      if (isNothing(now)) return;
      const hits = fitting(whole, now);
      const words = hits.length === 0 ? none : hits.length > most ? some : all;
      put(
        words.replace('{count}', String(hits.length)).replace('{n}', String(most)),
        hits.slice(0, most).map(line),
      );
    } catch {
      rows = undefined;
      put(unread);
    }
  };
  finder.hidden = false;
  finder.addEventListener('input', () => {
    void show();
    // A keyboard covers half of a phone: the field goes up, so that what is found can be seen under it.
    if (typed && finder.getBoundingClientRect().top > innerHeight / 4) finder.scrollIntoView();
  });
  // What the browser puts back after Back is found again.
  void show();
}

const finder = document.querySelector<HTMLElement>('[data-over]');
const status = finder?.nextElementSibling;
const found = status?.nextElementSibling;
if (finder && status && found instanceof HTMLElement) findOver(finder, status, found);
