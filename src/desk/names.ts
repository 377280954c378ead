/** What files of the content are called at the desk, and which form is theirs. Pure. */
import type { CollectionForm } from './form-kinds.ts';

/** Longest name in a list, in letters. */
const longestName = 110;

/** What an entry is called in lists; its head is not parsed for that, there are a thousand. */
export function nameOf(file: string, text: string): string {
  const fieldOf = (field: string): string =>
    new RegExp(`^${field}: ["']?(.*?)["']?$`, 'm').exec(text)?.[1]?.replaceAll('\\"', '"') ?? '';
  const own = ['title', 'name', 'term', 'alt'].map(fieldOf).find((one) => one !== '');
  const whole = own === undefined ? file.replace(/^content\//, '') : `${fieldOf('item')} ${own}`.trim();
  return whole.slice(0, longestName);
}

/** The form of a file; undefined when it belongs to no collection. */
export const formOf = (file: string, forms: readonly CollectionForm[]): CollectionForm | undefined =>
  forms.find(({ folder, pattern }) => {
    const start = folder === '' ? 'content/' : `content/${folder}/`;
    const inside = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
    return file.startsWith(start) && inside.test(file.slice(start.length));
  });

/** The id of an entry, from its file: `tien/quet-ma-qr`. */
export const idOf = (file: string, { folder }: CollectionForm): string =>
  file.slice(`content/${folder}/`.length).replace(/\.\w+$/, '');
