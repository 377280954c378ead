/** The content of a mould, read and proved once: the next run takes what was written down then. */
import { existsSync, renameSync } from 'node:fs';
import { handOver, provenVariable } from '../../gate/hand-over.ts';
import { prove } from '../../gate/prove.ts';
import { readContent } from '../../gate/read.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { readHandbook } from '../../handbook/read-handbook.ts';
import { unfinishedName } from '../../release/durable.ts';

/** The Handbook under `root`; `file` holds it proven, and must go when the content may be another. */
export function readProven(root: string, file: string): Handbook {
  if (!existsSync(file)) {
    const { entries } = readContent(root);
    const half = unfinishedName(file);
    handOver(half, { entries, trees: prove(entries).trees });
    renameSync(half, file);
  }
  process.env[provenVariable] = file;
  try {
    return readHandbook(root).handbook;
  } finally {
    // Editions that are built each for itself are children of this run, with content of their own.
    Reflect.deleteProperty(process.env, provenVariable);
  }
}
