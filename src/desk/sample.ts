/**
 * A good entry that a new one is written after: its shape is taken, never its words, so that nothing of it
 * can be left standing by mistake. Pure.
 */
import type { Block } from './body.ts';
import type { CollectionForm } from './form-kinds.ts';
import { wordsOf } from './merge.ts';
import { isGroup, isList, type Value, type ValueMap } from './yaml-edit.ts';

/** What a new entry is written after. */
export interface Sample {
  readonly name: string;
  readonly head: ValueMap;
  readonly blocks: readonly Block[];
}

/** The parts of a body without their words: as many steps and cases, with their screens and pictures. */
export const emptied = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'paragraph':
        return [{ kind: 'paragraph', runs: [] }];
      case 'list':
        return [{ kind: 'list', ordered: block.ordered, start: 1, items: block.items.map(() => []) }];
      case 'part':
        return [{ kind: 'part', name: block.name, props: {}, children: emptied(block.children) }];
      default:
        return [];
    }
  });

/** What the sample says in a field. */
export function sampleWords(sample: Sample, path: string): string {
  const value = path
    .split('.')
    .reduce<Value | undefined>(
      (held, step) => (isList(held) ? held[Number(step)] : isGroup(held) ? held[step] : undefined),
      sample.head,
    );
  return wordsOf(value);
}

/** What the sample says in the words of a block, if it has such a block at that place. */
export function sampleBlock(sample: Sample, path: string, kind: string): Block | undefined {
  let blocks: readonly Block[] = sample.blocks;
  let found: Block | undefined;
  for (const step of path.split('.')) {
    found = blocks[Number(step)];
    blocks = found?.kind === 'part' ? found.children : [];
  }
  return found && (found.kind === 'part' ? found.name : found.kind) === kind ? found : undefined;
}

/**
 * The entry of a collection that shows most of what such an entry may hold: the one with the most fields, of
 * those in the same folder where there are any.
 */
export function bestSample<File extends { readonly file: string; readonly text: string }>(
  files: readonly File[],
  form: CollectionForm,
  folder: string | undefined,
): File | undefined {
  const near = files.filter(({ file }) => folder !== undefined && file.includes(`/${folder}/`));
  const names = form.fields.map(({ name }) => name);
  const held = ({ text }: File): number =>
    names.filter((name) => new RegExp(`^${name}:`, 'm').test(text)).length;
  return (near.length > 0 ? near : files).toSorted((one, other) => held(other) - held(one))[0];
}
