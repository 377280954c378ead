/** Drafts stay on the device until they are handed in: a reload or a lost network takes nothing away. */
import type { Block } from '../body.ts';
import type { Clash } from '../merge.ts';
import type { ValueMap } from '../yaml-edit.ts';

/** What an author has written of one file and not handed in. */
export interface Draft {
  readonly file: string;
  /** The text that it began from; empty for a new file. */
  readonly base: string;
  readonly head: ValueMap;
  readonly blocks: readonly Block[];
  /** What another author has where both changed one thing, until it is chosen. */
  readonly clashes?: readonly Clash[];
  /** The picture of a photo that was chosen, as an address that holds it. */
  readonly photo?: string;
  /** File of the entry that a new one is written after. */
  readonly sample?: string;
}

const prefix = 'ban-soan:';
const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'file' in value && 'head' in value && 'blocks' in value;

/** Keeps a draft. */
export function keepDraft(draft: Draft): void {
  localStorage.setItem(prefix + draft.file, JSON.stringify(draft));
}

/** The draft of a file, if there is one. */
export function draftOf(file: string): Draft | undefined {
  const text = localStorage.getItem(prefix + file);
  const value: unknown = text === null ? undefined : JSON.parse(text);
  return isDraft(value) ? value : undefined;
}

/** Throws a draft away, after it was handed in or when its author says so. */
export const dropDraft = (file: string): void => localStorage.removeItem(prefix + file);

/** Files that have a draft. */
export const draftFiles = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
