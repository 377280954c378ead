/** The way to the desk of the reader's own unit, where one was chosen on this device. */
import { ownAddress } from './own-address.ts';
import { ownUnit } from './own-unit.ts';
import { one } from './page-parts.ts';

const unit = ownUnit();
if (unit) {
  const place = one(HTMLElement, '[data-own-unit-link]');
  const link = one(HTMLAnchorElement, 'a', place);
  link.href = ownAddress(`/don-vi/${unit.id}/`);
  link.textContent = `${link.textContent.trim()} ${unit.name}`;
  place.hidden = false;
}
