/**
 * What the house calls its people: typed by the reader, kept by this device alone. Codes, addresses and paper
 * know them by their place only; where nothing is kept there are no names.
 */
import { one, type PageWords } from '../../client/page-parts.ts';
import { changeWays, keeping, longestName, readWays, withName } from './store.ts';

/** What lists call people before somebody names them, in their order. */
const plain = new WeakMap<HTMLOptionElement, string>();
const plainOf = (option: HTMLOptionElement): string => {
  const words = plain.get(option) ?? option.text;
  plain.set(option, words);
  return words;
};

/** Writes the names into every list of people. */
export function showNames(): void {
  const { names } = readWays();
  for (const option of document.querySelectorAll<HTMLOptionElement>('[data-people] option')) {
    const words = plainOf(option);
    option.textContent = names.get(Number(option.value)) ?? words;
  }
}

/** What may leave the device: people by their place in the list. */
export const plainNames = (): string[] => [...one(HTMLSelectElement, '[data-who]').options].map(plainOf);

/** Fields to type names into, and one button that takes them all away. */
export function askNames(say: PageWords, changed: () => void): { show: () => void } {
  const box = one(HTMLElement, '[data-names]');
  const told = one(HTMLElement, '[data-names-told]', box);
  const erase = one(HTMLButtonElement, '[data-names-erase]', box);
  const fields = [...box.querySelectorAll<HTMLInputElement>('input')];
  const show = (): void => {
    const { names } = readWays();
    box.hidden = keeping() !== 'kept';
    told.textContent = '';
    fields.forEach((field, number) => {
      field.value = names.get(number) ?? '';
    });
  };
  const tell = (words: string): void => {
    changed();
    told.textContent = say(words);
  };
  fields.forEach((field, number) => {
    field.maxLength = longestName;
    field.addEventListener('change', () => {
      changeWays((ways) => withName(ways, number, field.value));
      tell('namesKept');
    });
  });
  erase.addEventListener('click', () => {
    changeWays((ways) => ({ ...ways, names: new Map() }));
    tell('namesErased');
    fields[0]?.focus();
  });
  return { show };
}
