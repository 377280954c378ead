/** What the page of one’s own way gets from the Handbook. */
import type { ShortPath } from './code.ts';

export interface OwnData {
  /** Ids of the steps are parted by blanks; empty where they follow from their numbers. */
  readonly guides: readonly (readonly [number: number, title: string, address: string, steps: string])[];
  readonly short: readonly ShortPath[];
  /** Each path by its address, with the numbers of its guides. */
  readonly paths: readonly (readonly [address: string, ...numbers: number[]])[];
}
