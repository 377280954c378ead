/** Which collection a file of the content belongs to. Pure. */
import { collectionNames, collectionShapes, type Collection } from '../schemas/collections.ts';

/** Where a file stands: its collection and its path in the folder of that. */
export interface FilePlace {
  readonly collection: Collection;
  /** `tien/quet-ma-qr.mdx` */
  readonly inside: string;
}

const folderPath = (collection: Collection): string => {
  const { folder } = collectionShapes[collection];
  return folder === '' ? 'content/' : `content/${folder}/`;
};

const patterns = collectionNames.map((collection) => ({
  collection,
  folder: folderPath(collection),
  pattern: new RegExp(
    `^${collectionShapes[collection].pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`,
  ),
}));

/** The place of a file, from the root of the project; undefined when it belongs to no collection. */
export function placeOf(file: string): FilePlace | undefined {
  for (const { collection, folder, pattern } of patterns) {
    const inside = file.startsWith(folder) ? file.slice(folder.length) : '';
    if (pattern.test(inside)) return { collection, inside };
  }
  return undefined;
}

/** The file of an entry of a collection. */
export function fileOf(collection: Collection, id: string): string {
  const extension = /\.\w+$/.exec(collectionShapes[collection].pattern)?.[0] ?? '.yaml';
  return `${folderPath(collection)}${id}${extension}`;
}

/** Whether a collection takes new entries: some are single files that the product knows by name. */
export const takesNew = (collection: Collection): boolean =>
  collectionShapes[collection].pattern.includes('*') && collection !== 'words';
