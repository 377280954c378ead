/** What pages read, to and from the store. */
import type { KeptIndex } from './store.ts';
import { emptyFrame, type Frame, type Watch } from './watch.ts';

/** Which of the kept groups of fields still say the same, and each as a frame of this build. */
export function keptGroups(
  { fields, groups }: KeptIndex,
  seen: Pick<Watch, 'says' | 'numberOf'>,
): { readonly holds: (group: number) => boolean; readonly frameOf: (group: number) => Frame } {
  const same = fields.map(([name, said]) => seen.says(name) === said);
  const known: (boolean | undefined)[] = [];
  const frames: (Frame | undefined)[] = [];
  const holds = (at: number): boolean => {
    const before = known[at];
    if (before !== undefined) return before;
    // A circle would be a fault of the store.
    known[at] = false;
    const group = groups[at];
    known[at] =
      group !== undefined && group.fields.every((field) => same[field] === true) && group.groups.every(holds);
    return known[at];
  };
  const frameOf = (at: number): Frame => {
    const before = frames[at];
    if (before !== undefined) return before;
    const frame = emptyFrame();
    frames[at] = frame;
    for (const field of groups[at]?.fields ?? []) frame.fields.add(seen.numberOf(fields[field]?.[0] ?? ''));
    for (const inner of groups[at]?.groups ?? []) frame.frames.add(frameOf(inner));
    return frame;
  };
  return { holds, frameOf };
}

/** Numbers frames for the store. */
export function grouping(seen: Pick<Watch, 'says' | 'nameOf'>): {
  readonly written: Pick<KeptIndex, 'fields' | 'groups'>;
  /** `undefined` when the frame read something that has no digest. */
  readonly groupOf: (frame: Frame) => number | undefined;
} {
  const fields: [string, string][] = [];
  const groups: KeptIndex['groups'][number][] = [];
  const placed = new Map<number, number | undefined>();
  const known = new Map<Frame, number | undefined>();
  const fieldOf = (number: number): number | undefined => {
    if (!placed.has(number)) {
      const name = seen.nameOf(number);
      const said = seen.says(name);
      placed.set(number, said === undefined ? undefined : fields.push([name, said]) - 1);
    }
    return placed.get(number);
  };
  const groupOf = (frame: Frame): number | undefined => {
    if (known.has(frame)) return known.get(frame);
    const own = [...frame.fields].map(fieldOf).filter((one) => one !== undefined);
    const inner = [...frame.frames].map(groupOf).filter((one) => one !== undefined);
    const whole = own.length === frame.fields.size && inner.length === frame.frames.size;
    const number = whole ? groups.push({ fields: own, groups: [...new Set(inner)] }) - 1 : undefined;
    known.set(frame, number);
    return number;
  };
  return { written: { fields, groups }, groupOf };
}
