/** Collections: folder + loader + schema, nothing else. The table itself is in `schemas/collections.ts`. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collectionNames, collectionShapes, type Collection } from './schemas/collections.ts';

function define(name: Collection) {
  const { folder, pattern, schema } = collectionShapes[name];
  return defineCollection({
    loader: glob({ base: `./content/${folder}`, pattern, generateId: ({ entry }) => entry.replace(/\.(yaml|mdx)$/, '') }),
    schema,
  });
}

export const collections = Object.fromEntries(collectionNames.map((name) => [name, define(name)]));
