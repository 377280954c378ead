/** The numbered outline of a document: I, 1, 1.1, a), dashes; each node with what stands under it. */
import type { Paragraph } from '../document.ts';
import { readLabels, type Labelled } from './labels.ts';

/** Words of the document and where they stand. */
export interface Told {
  readonly text: string;
  readonly place: string;
}

export interface Node extends Told {
  /** Its number in full, as items are written: `IV.4.4.c`; empty for a dash. */
  readonly item: string;
  /** How deep its kind of number stands: 0 for A, 1 for I, 2 for 1, 3 for 1.1, 10 for a), 20 for a dash. */
  readonly rank: number;
  readonly children: Node[];
  /** Paragraphs under it without a number of their own. */
  readonly body: Told[];
  /** Parts of a task that are labelled under it. */
  readonly labels: Labelled[];
}

interface Marker {
  readonly rank: number;
  readonly mark: string;
  readonly rest: string;
}

const kinds: readonly (readonly [rank: number, RegExp])[] = [
  [0, /^(?:PHẦN\s+)?([A-HĐ])[.)]\s+(.+)$/u],
  [1, /^(?:Phần\s+|PHẦN\s+)?([IVX]{1,5})\s*[.\-–)/:]\s*(.+)$/u],
  [2, /^(\d{1,2})\s?[.)]\s*(?!\d)(.+)$/u],
  [3, /^(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+(.+)$/u],
  [10, /^([a-zđ])[.)]\s*(\p{L}.*)$/u],
  [20, /^([-–•*])\s*(.+)$/u],
  [21, /^(\+)\s*(.+)$/u],
];

/** The number or dash in front of a paragraph. */
function markerOf(text: string): Marker | undefined {
  for (const [rank, pattern] of kinds) {
    const [, mark, rest] = pattern.exec(text) ?? [];
    if (mark === undefined || rest === undefined) continue;
    const parts = mark.split('.').length;
    return { rank: rank === 3 ? parts + 1 : rank, mark, rest: rest.trim() };
  }
  return undefined;
}

const isDash = ({ rank }: { readonly rank: number }): boolean => rank >= 20;

/** The number of a node under its parents. */
function itemUnder(parents: readonly Node[], { rank, mark }: Marker): string {
  if (rank >= 20) return '';
  const above = parents.filter((node) => node.item !== '');
  if (rank >= 3 && rank < 10) {
    // “1.1” tells its own parents up to a Roman number or a letter.
    const roman = above.findLast((node) => node.rank < 2);
    return roman ? `${roman.item}.${mark}` : mark;
  }
  const parent = above.at(-1);
  return parent ? `${parent.item}.${mark}` : mark;
}

/** The outline of paragraphs; what stands before the first number is the body of the root. */
export function outlineOf(paragraphs: readonly Paragraph[]): Node {
  const root: Node = { text: '', place: '', item: '', rank: -1, children: [], body: [], labels: [] };
  let open: Node[] = [root];
  for (const { text, place } of paragraphs) {
    const marker = markerOf(text);
    const rest = marker && isDash(marker) ? marker.rest : text;
    const labels = marker && !isDash(marker) ? [] : readLabels(rest, place);
    if (labels.length > 0) {
      const holder = holderOf(open, marker);
      holder.labels.push(...labels);
      continue;
    }
    const last = open.at(-1) ?? root;
    if (marker === undefined) {
      // A dash ends with its paragraph.
      (open.findLast((node) => !isDash(node)) ?? last).body.push({ text, place });
      open = open.filter((node) => !isDash(node));
      continue;
    }
    const parents = open.filter((node) => node.rank < marker.rank);
    const parent = parents.at(-1) ?? root;
    const node: Node = {
      text: marker.rest,
      place,
      item: itemUnder(parents, marker),
      rank: marker.rank,
      children: [],
      body: [],
      labels: [],
    };
    parent.children.push(node);
    open = [...parents, node];
  }
  return root;
}

/** Where labels belong: “+” under a dash to the dash, all others to the last number. */
function holderOf(open: readonly Node[], marker: Marker | undefined): Node {
  const numbered = open.findLast((node) => !isDash(node));
  const dash = open.at(-1);
  const holder = marker?.rank === 21 && dash?.rank === 20 ? dash : numbered;
  return holder ?? { text: '', place: '', item: '', rank: 0, children: [], body: [], labels: [] };
}
