/** What the page says at once when a question sounds like danger. */
import { dangerOf, readDanger, type Danger, type DangerWords } from '../search/danger.ts';
import type { DangerModel } from '../search/danger-model.ts';
import { lateJson } from './late.ts';

const boxes = new Map(
  [...document.querySelectorAll<HTMLDetailsElement>('[data-emergency]')].map((box) => [
    box.dataset.emergency,
    box,
  ]),
);
/** What the page carries for a network that is gone: the slots, without what was learnt. */
const written = document.querySelector<HTMLElement>('[data-danger]')?.dataset.danger;
let words: DangerWords | undefined;

/** The words of danger, fetched once; else those of the page. Undefined when there are none. */
export async function dangerWords(): Promise<DangerWords | undefined> {
  words ??= await lateJson<DangerWords>('/tim/nguy.json').catch(() =>
    written === undefined ? undefined : (JSON.parse(written) as DangerWords),
  );
  return words;
}

let learning: Promise<DangerModel | undefined> | undefined;
/** The same with what was learnt from sentences. That is as large again: no first row waits behind it. */
export async function dangerLearnt(): Promise<DangerWords | undefined> {
  learning ??= lateJson<DangerModel>('/tim/nguy-hoc.json').catch(() => (learning = undefined));
  const [own, model] = await Promise.all([dangerWords(), learning]);
  if (own && model) words = own.model ? own : { ...own, model };
  return words;
}

/** The box of the emergency that was read. */
export const boxOf = ({ box }: Danger): HTMLDetailsElement | undefined => boxes.get(box);

/**
 * The box of the emergency that a question sounds like, once the words are there; until search has understood
 * the question, by its words alone.
 */
export const urgentBox = (raw: string, understood?: string): HTMLDetailsElement | undefined =>
  words && boxOf(understood === undefined ? readDanger(raw, words) : dangerOf(raw, understood, words));
