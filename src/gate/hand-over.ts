/**
 * What the gate proved, handed over to the build in a file, so that one build reads, parses and proves the
 * content once: what was
 * proven is what is built, even when somebody saves a file meanwhile. One line of JSON for each entry.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { entryKey, type Proof } from './prove.ts';
import type { Tree } from '../markdown/tree.ts';
import { collectionNames, type Entries, type Entry } from '../schemas/collections.ts';

/** Content without a fault, with the trees of its bodies. */
export interface Proven {
  readonly entries: Entries;
  readonly trees: Proof['trees'];
}

/**
 * What a build is handed: proven content, and of each file with a body its tree and the digest of the text
 * that was proven.
 */
export interface HandedOver extends Proven {
  readonly bodies: ReadonlyMap<string, { readonly tree: Tree; readonly digest: string }>;
}

/** Digest of a body, whatever blank space stands before and after it and whichever line ends it has. */
export const bodyDigest = (body: string): string =>
  createHash('sha256').update(body.replace(/\r\n?/g, '\n').trim()).digest('base64url');

/** Names the file to a build; unset, a build reads and proves by itself. */
export const provenVariable = 'PROVEN_CONTENT';

/** Writes proven content. The texts of bodies are left out: their trees say all of it. */
export function handOver(file: string, { entries, trees }: Proven): void {
  const fd = openSync(file, 'w');
  try {
    for (const collection of collectionNames) {
      for (const entry of entries[collection] as readonly Entry[]) {
        const { id, data, body, file: from } = entry;
        const tree = trees.get(entryKey(entry));
        const digest = tree ? bodyDigest(body) : undefined;
        writeSync(
          fd,
          `${JSON.stringify({ entry: { collection, id, data, body: '', file: from }, tree, digest })}\n`,
        );
      }
    }
  } finally {
    closeSync(fd);
  }
}

/**
 * The bundler gives pages a copy of this file of their own; both copies share what was read, or large
 * editions would be held twice.
 */
const slot: unique symbol = Symbol.for('so-tay-so.proven');
const shared = globalThis as { [slot]?: { readonly file: string; readonly proven: HandedOver } };

/** What was handed over, if anything was. Read once. */
export function handedOver(): HandedOver | undefined {
  const file = process.env[provenVariable];
  if (file === undefined) return undefined;
  if (shared[slot]?.file !== file) shared[slot] = { file, proven: readProven(file) };
  return shared[slot].proven;
}

interface HandedEntry {
  readonly entry: Entry;
  readonly tree?: Tree;
  readonly digest?: string;
}

function readProven(file: string): HandedOver {
  const entries = Object.fromEntries(collectionNames.map((collection) => [collection, [] as Entry[]]));
  const trees = new Map<string, Tree>();
  const bodies = new Map<string, { tree: Tree; digest: string }>();
  const bytes = readFileSync(file);
  for (let from = 0, to = bytes.indexOf(10); to >= 0; from = to + 1, to = bytes.indexOf(10, from)) {
    const { entry, tree, digest } = JSON.parse(bytes.toString('utf8', from, to)) as HandedEntry;
    entries[entry.collection]!.push(entry);
    if (tree) trees.set(entryKey(entry), tree);
    if (tree && digest !== undefined) bodies.set(entry.file, { tree, digest });
  }
  return { entries: entries as unknown as Entries, trees, bodies };
}
