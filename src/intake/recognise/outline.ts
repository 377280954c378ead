/** The numbered outline of a document: I, 1, 1.1, a), dashes; each node with what stands under it. */
import type { Paragraph } from '../document.ts';
import { labelAlone, readLabels, type Labelled } from './labels.ts';

/** Words of the document and where they stand. */
export interface Told {
  readonly text: string;
  readonly place: string;
  /** Whether they stand under the name of a deadline, where a bare day is the last one. */
  readonly deadline?: boolean;
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

/** The rank of a), b), c). */
const letter = 10;

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

/** A label that stands alone, “b) Cơ quan thực hiện:”, and whose values are the dashes under it. */
interface Waiting {
  readonly holder: Node;
  readonly named: Omit<Labelled, 'text' | 'place'>;
  readonly rank: number;
}

/** The outline of paragraphs; what stands before the first number is the body of the root. */
export function outlineOf(paragraphs: readonly Paragraph[]): Node {
  const root: Node = { text: '', place: '', item: '', rank: -1, children: [], body: [], labels: [] };
  let open: Node[] = [root];
  let waiting: Waiting | undefined;
  for (const { text, place } of paragraphs) {
    const marker = markerOf(text);
    const rest = marker && (isDash(marker) || marker.rank === letter) ? marker.rest : text;
    const alone = !marker || marker.rank >= letter ? labelAlone(rest) : undefined;
    const labels = labelsOf(marker, rest, place);
    if (alone || labels.length > 0) {
      // A letter in front of a label numbers no task: “c) Thời gian thực hiện: năm 2026”.
      if (marker?.rank === letter) open = open.filter((node) => node.rank < letter);
      const holder = holderOf(open, marker);
      holder.labels.push(...labels.map((one) => ({ ...one, after: holder.children.length })));
      if (alone) waiting = { holder, named: alone, rank: marker?.rank ?? letter };
      else if (!marker || !isDash(marker)) waiting = undefined;
      continue;
    }
    if (waiting && marker && isDash(marker) && marker.rank > waiting.rank && waiting.named.part !== 'task') {
      waiting.holder.labels.push({ ...waiting.named, text: rest.replace(/[\s.;:]+$/, ''), place });
      continue;
    }
    if (!marker || !isDash(marker)) waiting = undefined;
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

/** Labels of a paragraph; after a letter only those that tell a part of a task. */
function labelsOf(marker: Marker | undefined, rest: string, place: string): Labelled[] {
  if (marker && !isDash(marker) && marker.rank !== letter) return [];
  const found = readLabels(rest, place);
  return marker?.rank === letter && found.some(({ part }) => part === 'other') ? [] : found;
}

/** Where labels belong: “+” under a dash to the dash, all others to the last number. */
function holderOf(open: readonly Node[], marker: Marker | undefined): Node {
  const numbered = open.findLast((node) => !isDash(node));
  const dash = open.at(-1);
  const holder = marker?.rank === 21 && dash?.rank === 20 ? dash : numbered;
  return holder ?? { text: '', place: '', item: '', rank: 0, children: [], body: [], labels: [] };
}
