/** The button of a desk that keeps the unit as the reader's own. Without a script there is no button. */
import { keepOwnUnit, ownUnit } from './own-unit.ts';
import { one, textsOf, wordsOf } from './page-parts.ts';

const place = one(HTMLElement, '[data-own-unit]');
const button = one(HTMLButtonElement, 'button', place);
const told = one(HTMLElement, '[role="status"]', place);
const say = wordsOf(textsOf(place.dataset.words));
const { ownUnit: id = '', name = '' } = place.dataset;

const isOwn = (): boolean => ownUnit()?.id === id;
const show = (): void => {
  button.textContent = say(isOwn() ? 'ownForget' : 'own');
};
button.addEventListener('click', () => {
  const forget = isOwn();
  const done = keepOwnUnit(forget ? undefined : { id, name });
  told.textContent = say(!done ? 'ownShared' : forget ? 'ownGone' : 'ownKept');
  show();
});
show();
place.hidden = false;
