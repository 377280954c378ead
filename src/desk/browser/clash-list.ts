/** Where two authors changed one thing: both are shown, one is chosen, and none is lost before. */
import type { CollectionForm } from '../form-kinds.ts';
import { partAt, wordsOf, type Clash, type Content } from '../merge.ts';
import { button, el, say } from './dom.ts';

/** What a clash is about, in the words of the form. */
function nameOf({ path }: Clash, form: CollectionForm): string {
  const [half, name] = path;
  if (half !== 'head') return say('body');
  return form.fields.find((field) => field.name === name)?.title ?? String(name ?? '');
}

/** One box for each clash. `settle` hears whether theirs is taken. */
export function clashList(
  clashes: readonly Clash[],
  mine: Content,
  form: CollectionForm,
  settle: (clash: Clash, takeTheirs: boolean) => void,
): HTMLElement[] {
  return clashes.map((clash) => {
    const name = nameOf(clash, form);
    const words = (value: unknown): string => wordsOf(value) || say('clashNothing');
    const choose = (key: string, theirs: boolean): HTMLElement =>
      button(say(key), () => settle(clash, theirs), { 'aria-label': `${say(key)}: ${name}` });
    return el(
      'section',
      { class: 'clash', 'aria-label': say('clashAt', { field: name }) },
      el('h2', {}, say('clashAt', { field: name })),
      el('p', {}, el('strong', {}, say('clashMine')), ' ', words(partAt(mine, clash.path))),
      el('p', {}, el('strong', {}, say('clashTheirs')), ' ', words(clash.theirs)),
      el('p', { class: 'tools' }, choose('keepMine', false), choose('takeTheirs', true)),
    );
  });
}
