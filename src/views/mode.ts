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

export const modeLink = (mode: Mode): Link & { readonly note: string } => ({
  href: modeAddress(mode.id),
  text: mode.data.title,
  note: mode.data.summary,
});

/** Single modes, as cards. */
export const singleModes = ({ modes }: Handbook): (Link & { readonly note: string })[] =>
  modes.filter((mode) => mode.data.preset.length === 0).map(modeLink);

/** Sets of modes, each with the address that turns it on for a class. */
export const modeSets = (handbook: Handbook): { readonly link: Link; readonly share: string }[] =>
  handbook.modes
    .filter((mode) => mode.data.preset.length > 0)
    .map((mode) => ({ link: modeLink(mode), share: modeView(mode, handbook).share }));

export function modeView(mode: Mode, handbook: Handbook): ModeView {
  const audiences = new Map(handbook.audiences.map((audience) => [audience.id, audience]));
  return {
    title: mode.data.title,
    summary: mode.data.summary,
    helpsWords: mode.data.helpsWords,
    helps: mode.data.helps
      .map((id) => audiences.get(id)!)
      .map((audience) => ({ href: audience.address, text: audience.data.title })),
    includes: mode.data.preset.map((id) => handbook.modes.find((mode) => mode.id === id)!).map(modeLink),
    turnOn: `?${settingName}=${mode.id}`,
    share: absolute(handbook.site.url, `/?${settingName}=${mode.id}`),
  };
}
