/** Small helpers for drawing the desk. */

/** What an element may be given: attributes by name, and listeners as functions. */
type Props = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>;

/** An element with its attributes, listeners and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  props: Props = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== undefined && value !== false) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

let last = 0;
/** An id that nothing else on the page has. */
export const freshId = (): string => `o${String(++last)}`;

let words: Readonly<Record<string, string>> = {};
/** The words of the desk, as the server hands them over. */
export const useWords = (given: Readonly<Record<string, string>>): void => {
  words = given;
};
/** A word of the desk, its gaps filled. */
export const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (_, gap: string) => String(values[gap] ?? ''));
/** The word for a key that may have none. */
export const wordFor = (key: string): string | undefined => words[key];

/** A button that does one thing. */
export const button = (text: string, press: () => void, props: Props = {}): HTMLButtonElement =>
  el('button', { type: 'button', click: press, ...props }, text);
