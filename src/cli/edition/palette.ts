/**
 * Colours of an edition: one colour of action, and what follows from it in each scheme. The handbook's own
 * stand in `styles/tokens.css` too; a test keeps both the same.
 */

import { ownAct } from '../../schemas/look.ts';

/** Colours as `#rrggbb`, by scheme and role. */
export interface Palette {
  /** What can be done: links, buttons, the bar of the browser. */
  readonly act: string;
  /** The ground of boxes. */
  readonly wash: string;
  /** Lines of the exercise book. */
  readonly grid: string;
  readonly darkAct: string;
  readonly darkWash: string;
  readonly darkGrid: string;
  /** For readers whose device asks for more contrast. */
  readonly strongAct: string;
  readonly strongDarkAct: string;
  /** Edges of boxes, fields and tables. */
  readonly line: string;
  readonly darkLine: string;
  /** Text, and text that stands back. */
  readonly ink: string;
  readonly inkSoft: string;
  readonly darkInk: string;
  readonly darkInkSoft: string;
  /** Grounds of the dark scheme. */
  readonly darkPaper: string;
  readonly darkSheet: string;
}

/** The handbook's own. */
export const ownPalette: Palette = {
  act: ownAct,
  wash: '#f1ebff',
  grid: '#e6def7',
  darkAct: '#cdb8ff',
  darkWash: '#2c2440',
  darkGrid: '#2a2438',
  strongAct: '#1a0a63',
  strongDarkAct: '#e6dcff',
  line: '#8a80a6',
  darkLine: '#7d7394',
  ink: '#1d1930',
  inkSoft: '#4a4460',
  darkInk: '#f3eefc',
  darkInkSoft: '#cfc7e2',
  darkPaper: '#17141d',
  darkSheet: '#201c29',
};

/** Grounds that stay: paper, sheet, the boxes of warnings and of what is right. */
const grounds = ['#fffdf6', '#ffffff', '#fff0f0', '#eefaf2'];
const darkBoxes = ['#3a1a1f', '#14301f'];
const [white, black, stop] = ['#ffffff', '#000000', '#8f1420'];
/** Least contrast of text, and of text for those who ask for more. */
const least = 7;
const leastStrong = 12;
/** Least contrast of edges that say where something is. */
const leastLine = 3;

const parts = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour `share` of the way from one to another. */
function mix(from: string, to: string, share: number): string {
  const ends = parts(to);
  const mixed = parts(from).map((part, at) => Math.round(part + ((ends[at] ?? 0) - part) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = parts(hex)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The nearest colour on the way to an end that holds a contrast on all grounds. */
function until(hex: string, end: string, on: readonly string[], wanted: number): string {
  for (let share = 0; share < 1; share += 0.02) {
    const found = mix(hex, end, share);
    if (on.every((ground) => contrast(found, ground) >= wanted)) return found;
  }
  return end;
}

/** What follows from a colour of action; the handbook's own without one. */
export function paletteOf(look: { readonly act?: string | undefined } | undefined): Palette {
  const act = look?.act;
  if (act === undefined) return ownPalette;
  // Greys with a breath of the colour, as the handbook's own are.
  const [darkPaper, darkSheet] = [mix('#151515', act, 0.08), mix('#1d1d1d', act, 0.12)];
  const [wash, darkWash] = [mix(white, act, 0.07), mix(darkSheet, act, 0.25)];
  const [onLight, onDark] = [
    [...grounds, wash],
    [darkPaper, darkSheet, ...darkBoxes, darkWash],
  ];
  return {
    act,
    wash,
    grid: mix(white, act, 0.13),
    darkAct: until(mix(act, white, 0.5), white, onDark, least),
    darkWash,
    darkGrid: mix(darkPaper, act, 0.22),
    line: until(mix('#8c8c8c', act, 0.15), black, onLight, leastLine),
    darkLine: until(mix('#808080', act, 0.15), white, onDark, leastLine),
    ink: mix('#1c1c1c', act, 0.15),
    inkSoft: until(mix('#4a4a4a', act, 0.2), black, onLight, least),
    darkInk: mix('#f5f5f5', act, 0.03),
    darkInkSoft: until(mix('#d0d0d0', act, 0.06), white, onDark, least),
    darkPaper,
    darkSheet,
    strongAct: until(act, black, [white], leastStrong),
    strongDarkAct: until(mix(act, white, 0.5), white, [black], leastStrong),
  };
}

/** Hue in degrees, and how far a colour is from grey, from 0 to 1. */
function hueOf(hex: string): { readonly hue: number; readonly strength: number } {
  const [red = 0, green = 0, blue = 0] = parts(hex);
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const span = high - low || 1;
  const sixth =
    high === red
      ? (green - blue) / span
      : high === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  return { hue: (sixth * 60 + 360) % 360, strength: high === 0 ? 0 : (high - low) / high };
}

/** Why a colour cannot be the colour of action, and the nearest that can. */
export type LookFault =
  { readonly why: 'contrast'; readonly reached: number; readonly instead: string } | { readonly why: 'stop' };

/**
 * Proves a colour of action on every ground of the light scheme; the other schemes are made so that they
 * hold.
 * The red of warnings is not to be had: what is pressed must not look like what is forbidden.
 */
export function lookFault(act: string): LookFault | undefined {
  const { hue, strength } = hueOf(act);
  const away = Math.abs(hue - hueOf(stop).hue);
  if (strength > 0.35 && Math.min(away, 360 - away) < 18) return { why: 'stop' };
  const on = [...grounds, paletteOf({ act }).wash];
  const reached = Math.min(...on.map((ground) => contrast(act, ground)));
  return reached >= least ? undefined : { why: 'contrast', reached, instead: until(act, black, on, least) };
}
