/** The name that the build and the browser give to the text of a page. */
import { slug } from '../vietnamese/text.ts';

/** Name of the file that holds a page's text, under `/tim/bai/`. */
export function textFile(p: { readonly number: number; readonly address: string }): string {
  return `${p.number > 0 ? p.number : slug(p.address)}.json`;
}
