/** What a one-file page carries, unpacked as its script does. */
import { inflateSync, strFromU8 } from 'fflate';
import { isCarried, type Carried } from '../../../src/outputs/one/carried.ts';
import { between, decoded, unlettered } from '../../../src/outputs/one/coding.ts';
import { present } from '../../present.ts';

const inflated = (text: string): Uint8Array => inflateSync(unlettered(text));
export const unpacked = (words: string, places: string): string =>
  decoded(strFromU8(inflated(words)).split(between), inflated(places));

/** @throws Error when it is not whole */
export function carriedBy(page: string): Carried {
  const part = (id: string): string => present(new RegExp(`id="${id}">([^<]+)<`).exec(page)?.[1], id);
  const found: unknown = JSON.parse(unpacked(part('chu'), part('bai')));
  if (!isCarried(found)) throw new Error('not what the file carries');
  return found;
}
