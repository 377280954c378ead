/** The unit that the reader works in: chosen once on this device, never on a machine that many use. */
import { mayRemember } from './shared-machine.ts';

const key = 'don-vi-cua-toi';

/** The unit as it was when it was chosen: its desk lies at `/don-vi/<id>/`. */
export interface OwnUnit {
  readonly id: string;
  readonly name: string;
}

/** What was kept; nothing when it is not what this page writes. */
export function ownUnit(): OwnUnit | undefined {
  if (!mayRemember()) return undefined;
  const [id = '', name = ''] = (localStorage.getItem(key) ?? '').split('|');
  return /^[a-z0-9-]+$/.test(id) && name !== '' ? { id, name } : undefined;
}

/** Keeps a choice; without one, forgets it. @returns whether the device may and does keep it */
export function keepOwnUnit(unit: OwnUnit | undefined): boolean {
  if (!mayRemember()) return false;
  try {
    if (unit === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, `${unit.id}|${unit.name}`);
    return true;
  } catch {
    return false;
  }
}
