/**
 * Puts the reader's own number on a link. It is read from the page of the directory of this edition, never
 * from what was kept: a number that changed must not live on in a phone.
 */

/** What the page of the directory says of an entry. */
interface OwnNumber {
  readonly name: string;
  /** As it is printed; absent for an entry that prints none. */
  readonly number?: string;
  /** "Gọi", "Đổi". */
  readonly words: readonly string[];
}

const directory = '/danh-ba/';

/** Reads an entry from the page's HTML; nothing when this edition has it no more. */
export function ownNumber(html: string, id: string): OwnNumber | undefined {
  const from = html.indexOf(`<li id="${id}"`);
  const entry = from < 0 ? '' : html.slice(from, html.indexOf('</li>', from));
  const name = /<h3[^>]*>([^<]+)/.exec(entry)?.[1];
  const number = /href="tel:[^>]*>([^<]+)/.exec(entry)?.[1];
  const words = (/data-words="([^"]*)/.exec(html)?.[1] ?? '').split('|');
  return name === undefined
    ? undefined
    : { name: name.trim(), words, ...(number === undefined ? {} : { number: number.trim() }) };
}

let page: Promise<string> | undefined;
async function directoryPage(): Promise<string> {
  const answer = await fetch(directory);
  if (!answer.ok) throw new Error(`${directory}: ${answer.status}`);
  return answer.text();
}

/** Shows the name of the reader's own on a link, which then calls; a link beside it leads to the choice. */
export async function showOwn(link: HTMLAnchorElement, id: string): Promise<void> {
  const own = ownNumber(await (page ??= directoryPage()), id);
  if (!own) return;
  const [call = '', change = ''] = own.words;
  // In a sentence the verb stands there already, and a second link would break it.
  const button = link.classList.contains('pill');
  const other = document.createElement('a');
  other.href = link.href;
  other.textContent = change;
  if (button) link.after(' ', other);
  const named = own.number === undefined ? own.name : `${own.name}: ${own.number}`;
  link.textContent = button && own.number !== undefined ? `${call} ${named}` : named;
  link.href = own.number === undefined ? `${directory}#${id}` : `tel:${own.number.replace(/ /g, '')}`;
}
