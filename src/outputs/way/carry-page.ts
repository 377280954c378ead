/**
 * The way as codes to write down, to scan and to print, and codes that come from elsewhere. No address holds
 * a code unless a reader made a QR of it; one that comes in by an address is taken out of it at once.
 */
import { setContent } from '../../client/set-content.ts';
import { inApp } from '../../client/in-app.ts';
import { one, type PageWords } from '../../client/page-parts.ts';
import { qrPath } from '../../formats/qr.ts';
import { decode, encode, type Carried, type ShortPath } from './code.ts';
import { plainNames } from './names.ts';
import { merged } from './progress.ts';
import { changeWays, progressBy, readWays, withProgress } from './store.ts';

interface Needs {
  readonly say: PageWords;
  readonly short: readonly ShortPath[];
  /** Address of the page where it is published. */
  readonly address: string;
  /** Called after a merge. */
  readonly changed: () => void;
}
/** What stands before codes behind `#`. */
const mark = '#ma=';

/** A code as a picture. */
function drawn(text: string, label: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const { side, path } = qrPath(text);
  const svg = document.createElementNS(space, 'svg');
  const dark = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('class', 'qr');
  dark.setAttribute('d', path);
  svg.append(dark);
  return svg;
}

/** One person's code; the picture comes when it is asked for. */
function codeBlock({ say, address }: Needs, who: string, code: string, withQr: boolean): HTMLElement {
  const block = document.createElement('div');
  const name = document.createElement('p');
  const text = document.createElement('p');
  name.textContent = say('codeOf', { who });
  text.className = 'code';
  text.textContent = code.split('-').join(' ');
  block.append(name, text);
  if (withQr) block.append(drawn(`${address}${mark}${code}`, say('qrLabel', { who })));
  return block;
}

export function carry(needs: Needs): { show: () => void } {
  const { say, short } = needs;
  const box = one(HTMLElement, '[data-carry]');
  const codes = one(HTMLElement, '[data-codes]', box);
  let withQr = false;
  const show = (): void => {
    const { people } = readWays();
    setContent(
      codes,
      ...[...people].map(([person, progress]) =>
        codeBlock(needs, plainNames()[person] ?? '', encode({ person, progress }, short), withQr),
      ),
    );
    one(HTMLElement, '[data-no-code]', box).textContent = people.size === 0 ? say('carryNone') : '';
    one(HTMLElement, '[data-with-code]', box).hidden = people.size === 0;
  };
  one(HTMLButtonElement, '[data-qr]', box).addEventListener('click', () => {
    withQr = true;
    show();
  });
  const paper = one(HTMLButtonElement, '[data-print]', box);
  paper.hidden = !('print' in window) || inApp(navigator.userAgent);
  paper.addEventListener('click', () => {
    withQr = true;
    show();
    print();
  });
  box.hidden = false;
  receive(needs, box);
  return { show };
}

/** What one code holds, as a line. */
function foundLine(
  say: PageWords,
  { person, progress: { done, drills, checks, places } }: Carried,
): HTMLElement {
  const line = document.createElement('li');
  const counts = { done: done.length, drills: drills.length, checks: checks.size, places: places.size };
  line.textContent = `${plainNames()[person] ?? ''}: ${say('found', counts)}`;
  return line;
}

/** Adds what codes hold to what is here; a single code to the person who was chosen. */
function mergeInto(read: readonly Carried[], chosen: number): void {
  changeWays((ways) =>
    read.reduce((all, { person, progress }) => {
      const target = read.length === 1 ? chosen : person;
      return withProgress(all, target, merged(progressBy(all, target), progress));
    }, ways),
  );
}

/** Hands over a code behind `#`, now and whenever one comes, and takes it out of the address first. */
function fromAddress(take: (text: string) => void): void {
  const look = (): void => {
    if (!location.hash.startsWith(mark)) return;
    const text = location.hash.slice(mark.length);
    // Before anything else: whoever copies the address of this page gives no way along.
    history.replaceState(history.state, '', location.pathname + location.search);
    take(text);
  };
  look();
  addEventListener('hashchange', look);
}

/** Reads codes that are typed or come behind `#`, and merges them once the reader says so. */
function receive({ say, short, changed }: Needs, box: HTMLElement): void {
  const field = one(HTMLInputElement, '#ma', box);
  const fault = one(HTMLElement, '#ma-loi', box);
  const found = one(HTMLElement, '[data-found]', box);
  const told = one(HTMLElement, '[data-merged]', box);
  const into = one(HTMLSelectElement, '#vao', found);
  let read: readonly Carried[] = [];
  const take = (text: string): void => {
    const results = text.split(/[.,;]/).map((code) => decode(code, short));
    read = results.flatMap((result) => ('kind' in result ? [] : [result]));
    const [wrong] = results.flatMap((result) => ('kind' in result ? [result] : []));
    told.textContent = '';
    fault.textContent = wrong ? say(`fault_${wrong.kind}`, { ...wrong }) : '';
    found.hidden = wrong !== undefined;
    setContent(one(HTMLElement, '[data-what]', found), ...read.map((code) => foundLine(say, code)));
    one(HTMLElement, '[data-into]', found).hidden = read.length > 1;
    into.value = String(read[0]?.person ?? 0);
    (wrong ? field : found).focus();
  };
  const close = (words: string): void => {
    found.hidden = true;
    field.value = '';
    read = [];
    changed();
    told.textContent = say(words);
  };
  one(HTMLFormElement, '[data-enter]', box).addEventListener('submit', (event) => {
    event.preventDefault();
    take(field.value);
  });
  one(HTMLButtonElement, '[data-merge]', found).addEventListener('click', () => {
    mergeInto(read, Number(into.value));
    close('merged');
  });
  one(HTMLButtonElement, '[data-leave]', found).addEventListener('click', () => {
    close('left');
  });
  fromAddress(take);
}
