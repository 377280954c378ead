/** Drawn keys of Telex beside a field: each press writes at once, and keys of a real keyboard do the same. */
import { pressTelex } from './telex-keys.ts';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Keys for a field. `names` are those of the space and of the key that takes a letter back. */
export function liveKeys(
  input: HTMLInputElement,
  names: { readonly blank: string; readonly back: string; readonly all: string },
): HTMLElement {
  let written = '';
  const write = (next: string): void => {
    written = next.normalize('NFC').toLocaleLowerCase('vi');
    input.value = written;
  };
  const key = (text: string, next: () => string): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => {
      write(next());
    });
    return button;
  };
  // A phone must not bring up its own keyboard over the drawn one.
  input.inputMode = 'none';
  input.addEventListener('input', () => {
    const { value } = input;
    const one = value.length === written.length + 1 && value.startsWith(written);
    write(one ? pressTelex(written, value.slice(-1).toLowerCase()) : value);
  });
  input.form?.addEventListener('reset', () => {
    written = '';
  });
  const board = document.createElement('div');
  board.className = 'board';
  board.setAttribute('role', 'group');
  board.setAttribute('aria-label', names.all);
  for (const letters of rows) {
    const row = document.createElement('div');
    row.append(...[...letters].map((letter) => key(letter, () => pressTelex(written, letter))));
    board.append(row);
  }
  const last = document.createElement('div');
  last.append(
    key(names.blank, () => `${written} `),
    key(names.back, () => written.slice(0, -1)),
  );
  board.append(last);
  return board;
}
