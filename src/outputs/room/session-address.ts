/**
 * The whole plan of a session as an address: `?bai=40,83&phut=60&ai=nguoi-cao-tuoi&may=android`. What is
 * written is read back the same; what somebody typed or an older page made is read as far as it goes, and
 * everything else is told. Pure.
 */
import type { Device } from '../../sessions/parts.ts';
import { planLimits, type SessionChoice } from '../../sessions/plan.ts';

/** Names in the address. They stand in printed codes, so they never change. */
const deviceTokens: Readonly<Record<Device, string>> = {
  android: 'android',
  iphone: 'iphone',
  both: 'ca-hai',
  none: 'khong',
};

/** A value in the address that could not be taken as it stands. */
export type AddressSlip =
  /** Not a number of a guide at all. */
  | { readonly kind: 'not-a-number'; readonly value: string }
  | { readonly kind: 'twice'; readonly value: string }
  /** Beyond the most guides of a session. */
  | { readonly kind: 'too-many'; readonly value: string }
  | { readonly kind: 'minutes'; readonly value: string; readonly used: number }
  | { readonly kind: 'audience'; readonly value: string }
  | { readonly kind: 'device'; readonly value: string; readonly used: Device };

/** What a page without any value begins with. */
export const emptyChoice: SessionChoice = { guides: [], minutes: 60, audience: '', device: 'both' };

/**
 * Reads the query of an address. `audiences` are the ids that this edition knows. Numbers of unknown guides
 * are kept.
 */
export function readSession(
  query: string,
  audiences: ReadonlySet<string>,
): { choice: SessionChoice; slips: AddressSlip[] } {
  const values = new URLSearchParams(query);
  const slips: AddressSlip[] = [];
  const guides: number[] = [];
  // A comma may arrive as a space, a plus sign or a second parameter.
  for (const token of values
    .getAll('bai')
    .join(',')
    .split(/[\s,;+]+/u)
    .filter((part) => part !== '')) {
    const number = /^0*(\d{1,4})$/.exec(token)?.[1];
    const guide = Number(number);
    if (number === undefined || guide === 0) slips.push({ kind: 'not-a-number', value: token });
    else if (guides.includes(guide)) slips.push({ kind: 'twice', value: String(guide) });
    else if (guides.length >= planLimits.guides) slips.push({ kind: 'too-many', value: String(guide) });
    else guides.push(guide);
  }
  const { least, most } = planLimits.minutes;
  const said = values.get('phut')?.trim();
  let minutes = emptyChoice.minutes;
  if (said !== undefined && said !== '') {
    const whole = /^\d{1,4}$/.test(said) ? Number(said) : undefined;
    minutes = whole === undefined ? emptyChoice.minutes : Math.min(Math.max(whole, least), most);
    if (whole !== minutes) slips.push({ kind: 'minutes', value: said, used: minutes });
  }
  const who = values.get('ai')?.trim() ?? '';
  const audience = audiences.has(who) ? who : '';
  if (who !== audience) slips.push({ kind: 'audience', value: who });
  const phone = values.get('may')?.trim() ?? '';
  const device =
    (Object.keys(deviceTokens) as Device[]).find((key) => deviceTokens[key] === phone) ?? emptyChoice.device;
  if (phone !== '' && deviceTokens[device] !== phone)
    slips.push({ kind: 'device', value: phone, used: device });
  return { choice: { guides, minutes, audience, device }, slips };
}

/**
 * The query that holds a choice, with its question mark. Every value is written, so that a later default
 * changes no printed plan.
 */
export function sessionQuery({ guides, minutes, audience, device }: SessionChoice): string {
  return `?bai=${guides.join(',')}&phut=${minutes}${audience === '' ? '' : `&ai=${audience}`}&may=${deviceTokens[device]}`;
}

/** A choice with the guide at `index` moved by `step` places; the same choice when it cannot move. */
export function moved(choice: SessionChoice, index: number, step: -1 | 1): SessionChoice {
  const to = index + step;
  if (index < 0 || index >= choice.guides.length || to < 0 || to >= choice.guides.length) return choice;
  const guides = [...choice.guides];
  guides.splice(to, 0, ...guides.splice(index, 1));
  return { ...choice, guides };
}
