/** What the pages about reading modes show. */
import { absolute, modeAddress } from '../domain/address.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { settingName } from '../modes/settings.ts';
import type { Link } from './link.ts';

export type Mode = Handbook['modes'][number];

export interface ModeView {
  readonly title: string;
  readonly summary: string;
  readonly helpsWords: string;
  readonly helps: readonly Link[];
  /** Modes of a preset; empty for a single mode. */
  readonly includes: readonly Link[];
  /** Turns it on, on the page where it stands. */
  readonly turnOn: string;
  /** Opens the handbook with it: to send, to print, to put into a QR code. */
  readonly share: string;
}

export const modeLink = (m: Mode): Link & { readonly note: string } => ({
  href: modeAddress(m.id),
  text: m.data.title,
  note: m.data.summary,
});

export function modeView(m: Mode, h: Handbook): ModeView {
  const audiences = new Map(h.audiences.map((a) => [a.id, a]));
  return {
    title: m.data.title,
    summary: m.data.summary,
    helpsWords: m.data.helpsWords,
    helps: m.data.helps.map((id) => audiences.get(id)!).map((a) => ({ href: a.address, text: a.data.title })),
    includes: m.data.preset.map((id) => h.modes.find((x) => x.id === id)!).map(modeLink),
    turnOn: `?${settingName}=${m.id}`,
    share: absolute(h.site.url, `/?${settingName}=${m.id}`),
  };
}
