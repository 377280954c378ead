/** What a desk begins with: its page, its forms, and the texts of a folder of content. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { t, wordGroup } from '../words/words.ts';
import type { DeskStart } from './form-kinds.ts';
import { collectionForms, partForms } from './forms.ts';
import { nameOf } from './names.ts';
import { placeOf } from './places.ts';
import { deskWords } from './words.ts';

/** All texts of the content under `root`, by the order of their files. */
export const contentFiles = (root: string): (readonly [file: string, text: string])[] =>
  globSync('content/**/*.{yaml,mdx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]);

/** Forms, words and texts for the page of the desk. */
export const deskStart = (root: string): DeskStart => ({
  words: { ...deskWords(), ...wordGroup('deskGit') },
  forms: collectionForms(),
  parts: partForms(),
  files: contentFiles(root).flatMap(([file, text]) => {
    const place = placeOf(file);
    return place ? [{ file, collection: place.collection, name: nameOf(file, text), text }] : [];
  }),
  today: new Date().toISOString().slice(0, 10),
});

/** The page of the desk; `inHead` is put into its head. */
export const deskPage = (inHead = ''): string =>
  readFileSync(join(import.meta.dirname, 'page.html'), 'utf8')
    .replace('{title}', t('desk.title'))
    .replace('{wait}', t('desk.wait'))
    .replace('<meta charset="utf-8" />', `<meta charset="utf-8" />${inHead}`);
