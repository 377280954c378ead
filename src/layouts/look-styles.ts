/**
 * Styles of drawn screens beyond lists: a page has those of the kinds that it draws. Few sheets, because each
 * stands by its digest in the policy that servers send.
 */
import { screenLook } from '../components/prose/screen-look.ts';
import home from '../styles/look-home.css?inline';
import other from '../styles/look-other.css?inline';
import talk from '../styles/look-talk.css?inline';

const sheets = [
  { style: home, of: ['apps'] },
  { style: talk, of: ['ask', 'bad', 'call', 'chat'] },
  { style: other, of: ['cam', 'ios', 'pc', 'shade'] },
];

/** The styles of every kind of screen as one text, for pages that are not read over slow lines. */
export const allLooks = sheets.map(({ style }) => style).join('');

/** The styles that these screens need. */
export function lookStyles(screens: readonly Parameters<typeof screenLook>[0][]): string[] {
  const kinds = screens.flatMap((screen) => screenLook(screen).kinds);
  return sheets.filter(({ of }) => of.some((kind) => kinds.includes(kind))).map(({ style }) => style);
}
