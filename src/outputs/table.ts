/**
 * The forms of the handbook besides its pages. A form is taken out by deleting its row here, its folder and
 * `test/outputs/<form>`;
 * links to it go with it. Order matters for the work on the finished site: what comes later sees what came
 * before.
 */
import { app } from './app/form.ts';
import { audio } from './audio/form.ts';
import { box } from './box/form.ts';
import { braille } from './braille/form.ts';
import { calendar } from './calendar/form.ts';
import { checks } from './checks/form.ts';
import { communes } from './communes/form.ts';
import { downloads } from './downloads/form.ts';
import { drills } from './drills/form.ts';
import { embed } from './embed/form.ts';
import { epub } from './epub/form.ts';
import { feeds } from './feeds/form.ts';
import { hosting } from './hosting/form.ts';
import { largePrint } from './large-print/form.ts';
import { loudspeaker } from './loudspeaker/form.ts';
import { offline } from './offline/form.ts';
import { one } from './one/form.ts';
import { openData } from './open-data/form.ts';
import type { Output } from './output.ts';
import { parts } from './parts/form.ts';
import { photos } from './photos/form.ts';
import { print } from './print/form.ts';
import { qrSteps } from './qr-steps/form.ts';
import { quotes } from './quotes/form.ts';
import { room } from './room/form.ts';
import { readAloud } from './read-aloud/form.ts';
import { scorm } from './scorm/form.ts';
import { searchIndex } from './search-index/form.ts';
import { slides } from './slides/form.ts';
import { socialImages } from './social-images/form.ts';
import { subPath } from './sub-path/form.ts';
import { text } from './text/form.ts';
import { unitFiles } from './unit-files/form.ts';
import { usb } from './usb/form.ts';
import { way } from './way/form.ts';
import { zim } from './zim/form.ts';

export const table: readonly Output[] = [
  // Before all that read finished pages.
  parts,
  feeds,
  openData,
  calendar,
  unitFiles,
  embed,
  socialImages,
  photos,
  readAloud,
  loudspeaker,
  quotes,
  print,
  slides,
  room,
  drills,
  checks,
  way,
  communes,
  downloads,
  searchIndex,
  app,
  // Keeps what all others made.
  offline,
  // Turns what all others wrote; what was kept is turned already.
  subPath,
  // Says what all pages may load.
  hosting,
  usb,
  text,
  epub,
  braille,
  one,
  scorm,
  zim,
  qrSteps,
  audio,
  largePrint,
  // Made of others.
  box,
];
