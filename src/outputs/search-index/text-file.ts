/** The name that the build and the browser give to the text of a page. */
import { slug } from '../../vietnamese/text.ts';

/** Name of the file that holds a page's text, under `/tim/bai/`. */
export function textFile(page: { readonly number: number; readonly address: string }): string {
  return `${page.number > 0 ? page.number : slug(page.address)}.json`;
}
