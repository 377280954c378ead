/** What a script finds in the page that it was written for: elements and words. */

/**
 * The element that the page's template holds for this script. Its absence, or another kind of element in its
 * place, is a mistake of the template: the script stops there and says what it looked for.
 */
export function one<Part extends Element>(
  kind: new () => Part,
  selector: string,
  within: ParentNode = document,
): Part {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`${selector}: no ${kind.name} on this page`);
}

/**
 * Words of the page by key; `{gaps}` are filled where values are given, those without a value with nothing.
 */
export type PageWords = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Texts by key, from JSON that the template wrote. */
export function textsOf(json: string | undefined): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(json ?? '{}');
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries<unknown>({ ...parsed }) : [];
  return new Map(
    entries.flatMap(([key, text]): [string, string][] => (typeof text === 'string' ? [[key, text]] : [])),
  );
}

export function wordsOf(texts: ReadonlyMap<string, string>): PageWords {
  return (key, values) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`${key}: no such words on this page`);
    return values === undefined
      ? text
      : text.replace(/\{(\w+)\}/g, (_, gap: string) => String(values[gap] ?? ''));
  };
}
