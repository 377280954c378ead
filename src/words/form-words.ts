/** What a form is and whom it serves, for whoever is offered it. */
import { wordGroup } from './words.ts';

const words: Readonly<Record<string, string>> = wordGroup('formsOffered');

/** Its words; its name where there are none. */
export const formWords = (form: string): string =>
  words[form.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? form;

/** The same in two: what it is, and for whom and how. */
export function formParts(form: string): { readonly what: string; readonly whom: string } {
  const [what = '', ...rest] = formWords(form).split('. ');
  return { what: what.replace(/\.$/, ''), whom: rest.join('. ') };
}
