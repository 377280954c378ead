/** Anchors of a guide's steps, which a remembered place leads to. Pure. */
import type { Guide } from '../../handbook/handbook.ts';

/** In the order of the page; nothing where they simply count: `buoc-1`, `buoc-2`. */
export function stepIds({ tree }: Guide): string | undefined {
  const ids = tree.sections.flatMap(({ steps }) => steps.map(({ id }) => id));
  return ids.every((id, place) => id === `buoc-${place + 1}`) ? undefined : ids.join(' ');
}
