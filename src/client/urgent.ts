/** What the page says at once when a question sounds like danger. */
import { dangerOf, type Danger, type DangerWords } from '../search/danger.ts';
import { lateJson } from './late.ts';

const boxes = new Map(
  [...document.querySelectorAll<HTMLDetailsElement>('[data-emergency]')].map((box) => [
    box.dataset.emergency,
    box,
  ]),
);
const written = document.querySelector<HTMLElement>('[data-danger]')?.dataset.danger;
let words = written === undefined ? undefined : (JSON.parse(written) as DangerWords);

/** The words of danger: written in the page, or fetched once. Undefined when they do not come. */
export async function dangerWords(): Promise<DangerWords | undefined> {
  words ??= await lateJson<DangerWords>('/tim/nguy.json').catch(() => undefined);
  return words;
}

/** The box of the emergency that was read. */
export const boxOf = ({ box }: Danger): HTMLDetailsElement | undefined => boxes.get(box);

/** The box of the emergency that a question sounds like, once the words are there. */
export const urgentBox = (raw: string, understood = raw): HTMLDetailsElement | undefined =>
  words && boxOf(dangerOf(raw, understood, words));
