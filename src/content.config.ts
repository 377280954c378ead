/** Collections: loader + schema, nothing else. The table itself is in `schemas/collections.ts`. */
import { defineCollection } from 'astro:content';
import { contentLoader } from './handbook/content-loader.ts';
import { collectionNames, collectionShapes } from './schemas/collections.ts';

export const collections = Object.fromEntries(
  collectionNames.map((name) => [
    name,
    defineCollection({ loader: contentLoader(name), schema: collectionShapes[name].schema }),
  ]),
);
