/**
 * Loads a collection with the reader of the gate, so that what was checked and what is shown are read by the
 * same rules. Bodies stay text here: trees are made from them, and modules by the processor of MDX, which
 * knows our components and literals only.
 */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { idOf, readCollection, readOne, type ReadEntry } from '../gate/read.ts';
import { formatProblem, type Problem } from '../domain/problem.ts';
import { provenVariable } from '../gate/hand-over.ts';
import { collectionShapes, type Collection } from '../schemas/collections.ts';

/**
 * Throws with every fault, each with its file and line. In dev, an entry that turns faulty keeps its last
 * good text.
 */
export function contentLoader(collection: Collection): Loader {
  const load = async ({ store, config, watcher, logger, generateDigest }: LoaderContext): Promise<void> => {
    // The gate has read everything already and handed it over.
    if (process.env[provenVariable] !== undefined) {
      store.clear();
      return;
    }
    const root = fileURLToPath(config.root);
    const keep = ({ id, data, body, bodyLine, file }: ReadEntry): void => {
      // Empty lines in place of the frontmatter, so that a fault in the body is told with the file's own
      // line.
      const placed = '\n'.repeat(bodyLine - 1) + body;
      store.set({
        id,
        data: data,
        body: placed,
        filePath: file,
        digest: generateDigest({ data, body: placed }),
      });
    };
    const { entries, problems } = readCollection(root, collection);
    if (problems.length > 0) throw new Error(told(problems));
    const there = new Set(entries.map((entry) => entry.id));
    for (const id of store.keys()) if (!there.has(id)) store.delete(id);
    entries.forEach(keep);

    /**
     * Keeps an entry as it was saved. A faulty file is told at once and looked at again for a while: an
     * editor may still be writing it, and the end of that is not always told.
     */
    const follow = (inside: string, looks = 0): void => {
      const { file, entry, problems: faults } = readOne(root, collection, inside);
      if (entry && faults.length === 0) {
        keep(entry);
        return;
      }
      if (looks === 0) logger.error(told(faults));
      if (looks < fewLooks && existsSync(join(root, file)))
        setTimeout(() => follow(inside, looks + 1), pause).unref();
    };

    const folder = join(root, 'content', collectionShapes[collection].folder);
    watcher?.add(folder);
    watcher?.on('all', (event, path) => {
      const inside = relative(folder, path).split(sep).join('/');
      if (!belongs(inside, collectionShapes[collection].pattern)) return;
      if (event === 'unlink') store.delete(idOf(inside));
      else if (event === 'add' || event === 'change') {
        follow(inside);
      }
    });
  };
  return { name: 'gate', load };
}

/** How often a faulty file is looked at again, and after how many milliseconds each time. */
const [fewLooks, pause] = [10, 300];

const told = (problems: readonly Problem[]): string =>
  `Nội dung còn ${problems.length} lỗi:\n\n${problems.map(formatProblem).join('\n\n')}`;
const belongs = (inside: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/.][^/]*')}$`).test(inside);
