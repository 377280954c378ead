/**
 * The line drawings, put together from their parts and printed into `src/domain/drawing-shapes.json`. They
 * stand on a ground of 96 × 96 and take the colour of the text around them. Classes fill or recolour a part:
 * `w` paper, `t` tint, `y` the spot to look at, `k` solid, `r` danger, `g` good. No emblem, no logo, no words
 * that must be read.
 */

import { hand, signs } from '../src/components/prose/pictures.ts';

const at = (x: number, y: number, shape: string, size = 1): string =>
  `<g transform="translate(${x} ${y})${size === 1 ? '' : ` scale(${size})`}">${shape}</g>`;
/** A telephone standing upright in the middle. */
const phone = '<rect class="w" x="26" y="6" width="44" height="84" rx="8"/><path d="M43 82h10"/>';
/** Head and shoulders; the origin is the middle of the head. */
const person = '<path class="t" d="M-18 36c0-26 36-26 36 0z"/><circle class="w" r="10"/>';
/** A telephone receiver around the origin. */
const receiver =
  '<path class="t" d="M-27-17c-3 26 18 47 44 44 4 0 7-3 7-7l0-6c0-3-2-5-5-6l-9-2c-3-1-5 0-7 2l-3 4c-8-4-14-10-18-18l4-3c2-2 3-4 2-7l-2-9c-1-3-3-5-6-5h-6c-4 0-7 3-7 7z"/>';
const bubble = '<path class="w" d="M0 0h34v24H18l-9 9v-9H0z"/>';
const dot = (x: number, y: number, radius = 11): string =>
  `<circle class="y" cx="${x}" cy="${y}" r="${radius}"/>`;
/** A wide telephone, so that what is on its screen can be seen, and the finger that presses in it. */
const screen = '<rect class="w" x="16" y="2" width="64" height="92" rx="9"/>';
const finger = (x: number, y: number): string => at(x, y, hand, 0.85);
/** What somebody types and hides: six dots in a field. */
const dots = (top: number): string =>
  `<rect class="y" x="24" y="${top}" width="48" height="15" rx="4"/><g class="k">` +
  [31, 38, 45, 52, 59, 66].map((left) => `<circle cx="${left}" cy="${top + 7.5}" r="2.6"/>`).join('') +
  '</g>';
const keys = (top: number): string =>
  '<g class="k">' +
  [0, 11, 22]
    .flatMap((below) => [34, 48, 62].map((left) => `<circle cx="${left}" cy="${top + below}" r="4"/>`))
    .join('') +
  '</g>';
/** A banknote around the origin. */
const note = '<rect class="y" x="-19" y="-10" width="38" height="20" rx="3"/><circle class="w" r="6"/>';
const rays =
  '<circle class="y" r="7"/><path d="M0-14v3M0 11v3M-14 0h3M11 0h3M-10-10l2 2M8 8l2 2M-10 10l2-2M8-8l2-2"/>';
/** The corner squares of a QR code on a ground of 40 × 40, and some of its dots. */
const squares =
  '<path d="M0 0h14v14H0zM26 0h14v14H26zM0 26h14v14H0z"/>' +
  '<path class="k" d="M18 2h4v7h-4zM18 16h7v4h-7zM28 18h5v5h-5zM19 26h5v8h-5zM30 30h9v6h-9z"/>';
/** A long telephone with its keys at the right edge, each under a finger. */
const keyed = (...tops: readonly number[]): string =>
  at(-14, 0, screen) +
  tops
    .map(
      (top) =>
        `<rect class="k" x="67" y="${top}" width="6" height="18" rx="2"/>${dot(74, top + 9, 7)}` +
        at(78, top + 10, `<g transform="rotate(-70)">${hand}</g>`, 0.5),
    )
    .join('');
/** A key of a computer with what stands on it, around the origin. */
const cap = (shape: string, kind = 'w'): string =>
  `<rect class="${kind}" x="-9" y="-8" width="18" height="16" rx="3"/><path d="${shape}"/>`;
/** A keyboard of which only some keys are drawn. */
const board = '<rect class="w" x="2" y="22" width="92" height="66" rx="6"/>';
const padlock =
  '<path d="M-8 0v-6c0-12 16-12 16 0v6"/><rect class="t" x="-13" width="26" height="20" rx="4"/><path d="M0 8v5"/>';
/** The corners of a camera frame around a square with its middle at the origin. */
const frame = (half: number): string =>
  `<path d="M-${half} -${half - 9}v-9h9M${half - 9} -${half}h9v9M${half} ${half - 9}v9h-9M-${half - 9} ${half}h-9v-9"/>`;
/** Somebody at a counter, with a paper between them. */
const counter =
  `${at(76, 30, person, 0.75)}<rect class="w" x="52" y="56" width="42" height="34"/>${at(20, 52, person, 0.9)}` +
  '<rect class="y" x="30" y="8" width="24" height="30" rx="2"/><path d="M36 17h12M36 24h12M36 31h7"/>';
const look = '<path class="w" d="M-20 0c10-15 30-15 40 0-10 15-30 15-40 0z"/><circle class="k" r="6"/>';

const drawings: Readonly<Record<string, string>> = {
  phone: `${phone}<path d="M36 24h24M36 36h24M36 48h15"/>`,
  'lost-phone':
    '<rect class="w" x="26" y="6" width="44" height="84" rx="8" stroke-dasharray="8 8"/>' +
    '<path class="r" d="M39 38c0-14 19-12 18 0-1 7-9 7-9 16"/><path class="r" d="M48 66v.5"/>',
  press: `<rect class="w" x="12" y="6" width="44" height="84" rx="8"/><path d="M29 82h10"/>${dot(42, 38)}${at(44, 40, hand)}`,
  'side-button': `<rect class="w" x="14" y="6" width="44" height="84" rx="8"/><path d="M31 82h10"/>${dot(60, 34, 12)}<rect class="k" x="57" y="24" width="7" height="20" rx="2"/>${at(72, 36, `<g transform="rotate(-30)">${hand}</g>`, 0.85)}`,
  keypad: `${screen}<rect class="t" x="24" y="10" width="48" height="14" rx="4"/>${dot(48, 47, 9)}${keys(36)}${at(48, 74, '<circle class="k" r="4"/>')}${finger(52, 50)}`,
  gear:
    '<path class="t" d="M42 10h12l2 11 7 3 9-7 9 9-7 9 3 7 11 2v12l-11 2-3 7 7 9-9 9-9-7-7 3-2' +
    ' 11H42l-2-11-7-3-9 7-9-9 7-9-3-7-11-2V44l11-2 3-7-7-9 9-9 9 7 7-3z"/>' +
    '<circle class="w" cx="48" cy="50" r="14"/>',
  'text-size':
    '<path d="M8 78 20 46l12 32M12 68h16"/><path d="M40 78 64 14l24 64M49 57h30" stroke-width="7"/>',
  sun:
    '<circle class="y" cx="48" cy="48" r="18"/>' +
    '<path d="M48 8v12M48 76v12M8 48h12M76 48h12M20 20l8 8M68 68l8 8M20 76l8-8M68 28l8-8"/>',
  bell:
    '<path class="t" d="M14 72c8-6 10-14 10-28 0-32 48-32 48 0 0 14 2 22 10 28z"/>' +
    '<path d="M40 80c2 8 14 8 16 0M48 20v-8"/>',
  battery:
    '<rect class="w" x="8" y="28" width="70" height="42" rx="7"/><path d="M84 42v14"/>' +
    '<rect class="k" x="17" y="37" width="14" height="24" rx="2"/>' +
    '<rect class="k" x="36" y="37" width="14" height="24" rx="2"/>',
  wifi:
    '<path d="M8 38c22-24 58-24 80 0M22 53c14-15 38-15 52 0M35 67c8-8 18-8 26 0"/>' +
    '<circle class="k" cx="48" cy="80" r="5"/>',
  plane: `${phone.replace('M43 82h10', 'M43 83h10')}<circle class="y" cx="48" cy="44" r="19"/><path class="k" d="M48 28c3 0 4 3 4 6v5l12 8v5l-12-4v8l5 4v4l-9-3-9 3v-4l5-4v-8l-12 4v-5l12-8v-5c0-3 1-6 4-6z"/>`,
  sim:
    '<path class="w" d="M22 12h36l18 18v54H22z"/>' +
    '<rect class="t" x="34" y="44" width="30" height="28" rx="4"/><path d="M34 58h30M49 44v28"/>',
  camera:
    '<path class="w" d="M10 30h18l7-12h26l7 12h18v50H10z"/><circle class="t" cx="48" cy="54" r="17"/>' +
    '<circle class="w" cx="48" cy="54" r="7"/><path d="M76 39h2"/>',
  video: `${phone}${at(48, 38, person, 0.8)}<rect class="t" x="52" y="12" width="13" height="18" rx="2"/><circle class="r" cx="48" cy="77" r="4"/>`,
  qr:
    '<rect class="w" x="10" y="6" width="76" height="62" rx="4"/><path d="M48 68v20M26 88h44"/>' +
    '<path d="M20 15h16v16H20zM60 15h16v16H60zM20 43h16v16H20z"/>' +
    '<path class="k" d="M26 21h4v4h-4zM66 21h4v4h-4zM26 49h4v4h-4zM42 15h6v8h-6zM50 27h6v7h-6zM42' +
    ' 38h8v6h-8zM56 38h6v6h-6zM66 38h10v6H66zM54 49h8v10h-8zM68 52h8v7h-8zM43 51h5v8h-5z"/>',
  scan:
    '<rect class="w" x="6" y="8" width="38" height="38" rx="3"/>' +
    '<path d="M13 15h9v9h-9zM28 15h9v9h-9zM13 30h9v9h-9z"/>' +
    '<path class="k" d="M28 30h4v4h-4zM34 35h4v5h-4z"/>' +
    '<rect class="w" x="50" y="28" width="36" height="62" rx="7"/>' +
    '<path class="y" d="M56 42h24v24H56z"/>' +
    '<path d="M56 49v-7h7M73 42h7v7M80 59v7h-7M63 66h-7v-7M63 82h10"/>' +
    '<path d="M22 56c0 10 8 16 20 16M34 64l9 8-9 8"/>',
  fingerprint:
    '<path d="M22 40c4-32 48-32 52 0v14M30 74c4-8 4-16 4-26 0-20 28-20 28 0 0 14-1 24-5 34M44 86c4-12' +
    ' 5-24 5-38M22 54v8M74 64c0 6-1 10-2 14"/>',
  call: `${at(44, 50, receiver)}<path class="g" d="M54 22c12 2 20 10 22 22M56 8c18 2 32 16 34 34"/>`,
  'hang-up': `${screen}${at(48, 26, person, 0.75)}<circle class="r" cx="48" cy="70" r="15"/>${at(48, 68, `<g transform="rotate(135)">${receiver}</g>`, 0.4)}${finger(58, 76)}`,
  'no-call': `<circle class="w" cx="48" cy="48" r="42"/>${at(50, 46, receiver, 0.85)}<circle class="r" cx="48" cy="48" r="42"/><path class="r" d="M18 78 78 18"/>`,
  'no-usb':
    '<circle class="w" cx="48" cy="48" r="42"/>' +
    at(50, 46, '<path class="t" d="M-14-2h28v24h-28z"/><path d="M-9-2v-18H9v18M-4-12h3M4-12h-3"/>') +
    '<circle class="r" cx="48" cy="48" r="42"/><path class="r" d="M18 78 78 18"/>',
  talk: `${at(24, 56, person)}${at(72, 56, person)}${at(10, 4, bubble)}<path d="M18 12h18M18 18h10"/>`,
  loudspeaker:
    '<path class="t" d="M10 36h18l24-20v64L28 60H10z"/>' +
    '<path class="g" d="M63 36c7 7 7 17 0 24M73 25c14 13 14 33 0 46"/>',
  microphone:
    '<rect class="t" x="34" y="8" width="28" height="50" rx="14"/>' +
    '<path d="M22 44c0 36 52 36 52 0M48 71v17M32 88h32"/>',
  ear:
    '<path class="t" d="M28 40c0-36 46-36 46-2 0 20-16 20-18 36-2 16-22 16-24 2"/>' +
    '<path d="M40 42c0-18 22-18 22-2 0 8-6 10-8 16M44 50c6 0 8 6 4 10"/>' +
    '<path d="M6 34c4 6 4 14 0 20M16 30c5 9 5 19 0 28"/>',
  headphones:
    '<path d="M14 60V50c0-46 68-46 68 0v10"/>' +
    '<rect class="t" x="10" y="54" width="18" height="30" rx="7"/>' +
    '<rect class="t" x="68" y="54" width="18" height="30" rx="7"/>',
  helper: `${at(28, 36, person, 1.1)}${at(68, 32, person, 1.1)}<rect class="w" x="36" y="56" width="22" height="34" rx="4"/><path class="y" d="M41 62h12v18H41z"/><path d="M74 68 58 72"/>`,
  family: `${at(20, 52, person)}${at(72, 46, person, 1.1)}${at(84, 72, person, 0.6)}<path class="y" d="M4 4h48v24H32l-8 9v-9H4z"/><path d="M14 12h28M14 20h18"/>`,
  house:
    '<path class="w" d="M18 44v42h60V44"/><path class="t" d="M6 50 48 12l42 38-7 4-35-32-35 32z"/>' +
    '<path class="y" d="M39 86V60h18v26z"/>',
  police:
    '<path class="t" d="M20 66c0-32 56-32 56 0z"/><circle class="w" cx="48" cy="31" r="12"/>' +
    '<path class="k" d="M26 14c8-8 36-8 44 0l-7 9 4 5H29l4-5z"/><path class="w" d="M4 66h88v10H4z"/>' +
    '<path d="M12 76v14M84 76v14"/><path class="w" d="M56 56h24v10H56z"/><path d="M61 61h14"/>',
  bank: `<path class="t" d="M8 26 48 6l40 20z"/><path d="M14 32v30M82 32v30M8 26h80"/>${at(48, 42, person, 0.85)}<path class="w" d="M6 62h84v11H6zM12 73h72v16H12z"/><circle class="y" cx="68" cy="57" r="7"/>`,
  market:
    '<path class="w" d="M16 36v50h64V36"/>' +
    '<path class="t" d="M14 10h68l8 22c0 10-17 10-17 0 0 10-16 10-16 0 0 10-18 10-18 0 0 10-16 10-16 0' +
    ' 0 10-17 10-17 0z"/><path class="w" d="M16 64h64v22H16z"/>' +
    '<circle class="y" cx="30" cy="58" r="6"/><circle class="y" cx="44" cy="58" r="6"/>' +
    '<path class="t" d="M58 50h14v14H58z"/>',
  doctor:
    '<path class="w" d="M18 88c0-44 60-44 60 0z"/><circle class="w" cx="48" cy="26" r="14"/>' +
    '<path class="t" d="M34 22c0-20 28-20 28 0z"/><path d="M38 56v10c0 10 14 10 14 0M52 56v8"/>' +
    '<path class="g" d="M64 66v12M58 72h12"/>',
  card:
    '<rect class="w" x="6" y="20" width="84" height="58" rx="7"/>' +
    '<rect class="t" x="14" y="30" width="28" height="36" rx="3"/>' +
    '<circle class="w" cx="28" cy="43" r="6"/>' +
    '<path d="M18 63c2-14 18-14 20 0M52 36h28M52 48h28M52 60h16"/>',
  money:
    '<rect class="t" x="14" y="16" width="76" height="40" rx="4"/>' +
    '<rect class="w" x="6" y="28" width="76" height="40" rx="4"/>' +
    '<circle class="y" cx="44" cy="48" r="12"/><path d="M16 38v2M72 56v2"/>' +
    '<path d="M20 78h56M28 86h40"/>',
  letter: '<path class="w" d="M8 16h80v52H46L28 86V68H8z"/><path d="M22 32h52M22 44h52M22 56h30"/>',
  write:
    '<path class="w" d="M14 8h48v80H14z"/><path d="M24 26h28M24 40h28M24 54h14"/>' +
    '<path class="y" d="m44 76 4-16 30-30 12 12-30 30z"/><path d="m70 38 12 12"/>',
  lock:
    '<path d="M30 44V30c0-26 36-26 36 0v14"/>' +
    '<rect class="t" x="18" y="44" width="60" height="44" rx="7"/>' +
    '<circle class="k" cx="48" cy="62" r="6"/><path d="M48 64v12" stroke-width="6"/>',
  clock:
    '<circle class="w" cx="48" cy="48" r="40"/><path d="M48 22v26l18 12" stroke-width="5"/>' +
    '<path d="M48 12v3M48 81v3M12 48h3M81 48h3"/>',
  magnifier: `<path class="w" d="M8 4h52v86H8z"/><path d="M18 18h32M18 30h32M18 42h12M18 54h10M18 66h14M18 78h32"/><circle class="y" cx="54" cy="48" r="22"/><path d="m69 64 20 24" stroke-width="8"/><path d="M44 42h20M44 54h13"/>`,
  health:
    '<path class="w" d="M16 8h56c6 0 10 4 10 10v62c0 6-4 10-10 10H16z"/><path d="M28 8v82"/>' +
    '<path class="t" d="M55 70C40 58 36 52 36 44a9.5 9.5 0 0 1 19-3 9.5 9.5 0 0 1 19 3c0 8-4 14-19' +
    ' 26z"/>',
  stop:
    '<path class="t" d="M30 50V24c0-8 10-8 10 0v-8c0-8 10-8 10 0v4c0-8 10-8 10 0v10c0-7 10-7 10 0v30c0' +
    ' 18-8 30-22 30-12 0-18-6-24-18L13 55c-3-6 5-11 9-6z"/><path d="M40 24v22M50 20v26M60 28v18"/>',
  secret:
    '<path class="w" d="M6 46c20-34 64-34 84 0-20 34-64 34-84 0z"/>' +
    '<circle class="t" cx="48" cy="46" r="14"/><path class="r" d="M14 82 82 10"/>',
  /** Somebody asks somebody: the sign alone was read as “unknown”. */
  question:
    `${at(24, 56, person)}${at(72, 56, person)}` +
    '<path class="t" d="M6 4h46v32H30l-7 9v-9H6z"/>' +
    '<path d="M23 14c0-9 13-8 13 0 0 5-6 5-6 9"/><circle class="k" cx="30" cy="30" r="2.6"/>',
  tick: '<circle class="w" cx="48" cy="48" r="40"/><path class="g" d="m28 50 14 14 28-32" stroke-width="8"/>',
  cross: `<circle class="w" cx="48" cy="48" r="40"/><path class="r" d="m32 32 32 32M64 32 32 64" stroke-width="8"/>`,
  shield:
    '<path class="t" d="M48 6 84 18v26c0 24-14 36-36 46C26 80 12 68 12 44V18z"/>' +
    '<path class="g" d="m32 46 12 12 22-26" stroke-width="7"/>',
  'read-screen': `${screen}<path d="M26 16h44M26 74h44M26 84h26"/><rect class="y" x="20" y="26" width="56" height="38" rx="6"/>${at(48, 45, look)}`,
  'check-name': `${screen}${at(34, 24, person, 0.6)}<path d="M52 20h20M52 30h14"/><path d="M26 76h44M26 85h26"/><circle class="y" cx="52" cy="50" r="19"/><path d="m65 64 20 22" stroke-width="8"/><path d="M42 46h20M42 55h12"/>`,
  'pick-row': `${screen}<path d="M26 14h34M26 82h34"/><rect x="23" y="23" width="50" height="12" rx="3"/><rect class="y" x="23" y="40" width="50" height="14" rx="3"/><rect x="23" y="59" width="50" height="12" rx="3"/><path d="M29 47h18"/>${finger(60, 49)}`,
  'type-in': `${screen}<rect class="y" x="22" y="14" width="52" height="18" rx="4"/><path d="M29 19v8M36 23h12"/><rect class="t" x="22" y="56" width="52" height="32" rx="4"/><path d="M29 64h38M29 72h38M36 80h24" stroke-dasharray="5 6"/>${finger(56, 27)}`,
  'address-bar': `${screen}<rect class="y" x="20" y="10" width="56" height="20" rx="10"/>${at(32, 20, '<circle class="w" r="7"/><path d="M-7 0h14M0-7c-4 4-4 10 0 14 4-4 4-10 0-14" stroke-width="2"/>')}<path d="M45 20h12M64 15v10"/><path d="M26 44h44M26 78h20"/>${finger(58, 26)}`,
  'own-code': `${at(-12, 0, screen + dots(14) + keys(46) + finger(50, 50))}${at(78, 22, '<path class="w" d="M-14-14h28v20H2l-8 8v-8h-8z"/><path class="r" d="M-15 14 15-18"/>')}`,
  'set-password': `${screen}${at(48, 22, padlock)}${dots(52)}<path d="M30 82h36"/>${finger(60, 62)}`,
  'type-money': `${screen}${at(48, 21, note, 1.1)}${dot(48, 57, 9)}${keys(46)}<circle class="k" cx="48" cy="80" r="4"/>${finger(52, 60)}`,
  'mark-day': `<rect class="w" x="6" y="14" width="76" height="74" rx="6"/><path class="t" d="M6 34V20q0-6 6-6h64q6 0 6 6v14z"/><path d="M24 6v16M64 6v16"/><g class="k"><circle cx="20" cy="48" r="3"/><circle cx="36" cy="48" r="3"/><circle cx="68" cy="48" r="3"/><circle cx="20" cy="62" r="3"/><circle cx="36" cy="62" r="3"/><circle cx="20" cy="76" r="3"/><circle cx="36" cy="76" r="3"/></g>${dot(54, 56, 12)}<path class="w" d="m62 64 22-24 9 8-22 24-11 3z"/>`,
  screenshot: `${at(-14, 0, screen)}<path d="M14 16h36M14 28h26M14 40h36M14 52h20"/><g transform="translate(34 48)">${frame(25)}</g><rect class="k" x="67" y="18" width="6" height="14" rx="2"/><rect class="k" x="67" y="38" width="6" height="22" rx="2"/>${dot(74, 25, 7)}${dot(74, 49, 7)}${at(78, 25, `<g transform="rotate(-70)">${hand}</g>`, 0.5)}${at(78, 50, `<g transform="rotate(-70)">${hand}</g>`, 0.5)}`,
  'show-phone': `${at(76, 26, person, 1.2)}<path class="w" d="M10 12h34q6 0 6 6v54q0 6-6 6H10q-6 0-6-6V18q0-6 6-6z"/><rect class="y" x="11" y="22" width="32" height="22" rx="3"/><path d="M14 54h26M14 64h16"/><path d="M54 40h8M57 34l6 6-6 6"/><path class="w" d="M22 94V70c0-7 10-7 10 0v8h14c6 0 8 3 8 8v8"/>`,
  'look-phone': `<path class="w" d="M48 6h36q6 0 6 6v72q0 6-6 6H48q-6 0-6-6V12q0-6 6-6z"/><rect class="y" x="50" y="18" width="32" height="24" rx="3"/><path d="M52 54h28M52 66h18"/>${at(18, 30, look, 0.75)}<path d="M33 30h12M39 24l6 6-6 6"/>`,
  'photo-card': `<rect class="w" x="4" y="4" width="88" height="62" rx="8"/><rect class="t" x="24" y="18" width="48" height="34" rx="4"/>${at(36, 30, '<circle class="w" r="5"/><path d="M-7 15c0-11 14-11 14 0"/>')}<path d="M50 28h16M50 37h16M50 45h10"/><g transform="translate(48 35)"><path d="M-34-18v-8h10M24-26h10v8M34 18v8H24M-24 26h-10v-8" stroke-width="5"/></g><circle class="y" cx="48" cy="80" r="10"/>${finger(56, 80)}`,
  'tap-card': `<rect class="w" x="10" y="4" width="46" height="88" rx="8"/><circle cx="24" cy="18" r="5"/><rect class="y" x="40" y="30" width="52" height="36" rx="5"/>${at(52, 44, '<circle class="w" r="5"/><path d="M-6 13c0-9 12-9 12 0"/>')}<path d="M66 42h18M66 52h18"/><path d="M22 36c6 6 6 18 0 24M30 31c9 9 9 25 0 34"/>`,
  wipe: `<rect class="w" x="22" y="2" width="52" height="92" rx="9"/><rect class="t" x="29" y="9" width="26" height="34" rx="7"/><circle class="w" cx="42" cy="20" r="6.5"/><circle class="w" cx="42" cy="34" r="4"/><path class="y" d="M36 28c12-8 22 2 34-4 4 12-4 20 2 30-14 6-24-2-34 2 4-10-6-16-2-28z"/>${finger(54, 42)}`,
  'face-frame': `${screen}<rect class="y" x="25" y="12" width="46" height="56" rx="23" stroke-dasharray="7 6"/>${at(48, 40, '<rect class="w" x="-15" y="-19" width="30" height="38" rx="15"/><g class="k"><circle cx="-6" cy="-4" r="2.2"/><circle cx="6" cy="-4" r="2.2"/></g><path d="M-6 8c3 4 9 4 12 0"/>')}<path d="M38 82h20"/>`,
  'bright-bar': `${screen}${at(48, 22, rays)}<rect class="t" x="22" y="46" width="52" height="10" rx="5"/><circle class="y" cx="50" cy="51" r="9"/>${finger(50, 56)}<path d="M60 40h14M69 35l6 5-6 5"/>`,
  'send-to': `${at(-14, 0, screen)}<path d="M10 16h34M10 28h26M10 40h34"/><rect class="y" x="10" y="56" width="46" height="18" rx="9"/><path class="k" d="m26 58 18 7-18 7 3-7z"/><path d="M68 40h12M75 34l6 6-6 6"/>${at(84, 62, person, 0.75)}`,
  'phone-between': `${at(18, 40, person, 1.05)}${at(78, 40, person, 1.05)}<rect class="y" x="38" y="46" width="20" height="34" rx="4"/><path d="M43 54h10M43 62h10M43 70h6"/><path d="M30 26c4-6 10-6 12 0M54 26c2-6 8-6 12 0"/>`,
  'ask-office': `${at(72, 34, person, 0.8)}<rect class="w" x="46" y="56" width="48" height="34"/><path d="M56 68h28"/>${at(24, 52, person)}${at(6, 2, bubble)}<path d="M18 12c0-7 10-7 10 0 0 4-5 4-5 8M23 23v.5"/>`,
  think:
    `${at(40, 56, person, 1.1)}<circle class="w" cx="58" cy="38" r="3"/>` +
    `<circle class="w" cx="66" cy="30" r="4"/>` +
    `<rect class="y" x="46" y="2" width="44" height="26" rx="13"/>` +
    `<path d="M62 11c0-6 12-6 12 0 0 4-6 4-6 8M68 23v.5"/>`,
  'give-paper': `${counter}<path d="M30 48h16M40 42l6 6-6 6"/>`,
  'take-paper': `${counter}<path d="M46 48H30M36 42l-6 6 6 6"/>`,
  'paper-day':
    `<path class="w" d="M14 4h52l16 16v72H14z"/><path d="M66 4v16h16M26 22h26M26 34h40"/>` +
    `<rect class="t" x="28" y="48" width="40" height="34" rx="3"/>` +
    `<path d="M28 58h40M38 43v9M58 43v9"/>${dot(56, 70, 6)}`,
  'hold-phone':
    `<rect class="w" x="10" y="2" width="38" height="66" rx="6"/>` +
    `<path d="M24 10h10M19 24h20M19 34h20M19 44h12"/>` +
    `<path class="t" d="M16 94V80C4 72 4 56 8 48l8 12M42 94V80c12-6 12-20 12-28l-8 4v8"/>` +
    `<path class="g" d="M60 20l9 9 17-19" stroke-width="6"/>` +
    `<path d="M74 88V50M62 62l12-12 12 12"/>`,
  'computer-power': `<rect class="w" x="4" y="16" width="54" height="40" rx="4"/><path d="M31 56v14M16 70h30"/><rect class="w" x="64" y="10" width="28" height="62" rx="4"/>${dot(78, 26, 10)}<path d="M78 18v7M73 22a7 7 0 1 0 10 0"/>${finger(80, 38)}`,
  'computer-key': `<path d="M22 6h52v34H22zM48 40v8"/><rect class="w" x="6" y="48" width="84" height="42" rx="5"/><path d="M14 58h6M26 58h6M64 58h6M76 58h6M14 70h6M26 70h6M64 70h6M76 70h6M30 82h34"/><rect class="y" x="38" y="54" width="20" height="16" rx="3"/>${finger(50, 64)}`,
  'pull-airplane': `${screen}<rect class="t" x="20" y="6" width="56" height="62" rx="5"/>${dot(40, 40, 16)}<g class="k" stroke="none" transform="translate(28 28)">${signs.airplane}</g><path d="M68 8v22M61 23l7 8 7-8"/>${finger(44, 50)}`,
  'call-bank':
    `${at(36, 60, receiver, 0.9)}<path class="g" d="M52 50c6 2 9 5 10 10"/>` +
    '<path class="t" d="M46 22 70 6l24 16z"/><path d="M54 24v16M70 24v16M86 24v16M46 42h48"/>',
  'talk-phone':
    `${at(34, 48, person, 1.15)}<rect class="y" x="44" y="34" width="12" height="28" rx="3"/>` +
    `${at(56, 4, bubble)}<path d="M64 12h18M64 18h10"/>`,
  'ask-money':
    `${at(24, 60, person, 0.9)}${at(72, 60, person, 0.9)}<path class="w" d="M2 2h74v32H34l-8 9v-9H2z"/>` +
    `${at(28, 18, note)}<path d="M56 13c0-8 11-7 11 0 0 4-5 4-5 8M62 27v.5"/>`,
  'code-name':
    `<rect class="w" x="8" y="2" width="62" height="90" rx="5"/>${at(18, 10, squares)}` +
    '<path d="M18 64h42M18 76h26"/><circle class="y" cx="54" cy="70" r="17"/><path d="m66 82 12 12" stroke-width="8"/>' +
    '<path d="M46 67h16M46 74h10"/>',
  'look-code': `<rect class="w" x="42" y="6" width="50" height="50" rx="4"/>${at(47, 11, squares)}<path d="M67 56v28M52 84h30"/>${at(16, 31, look, 0.7)}<path d="M28 31h11M34 26l5 5-5 5"/>`,
  'volume-key':
    `${at(-14, 0, screen)}<rect class="k" x="67" y="24" width="6" height="34" rx="2"/>${dot(74, 41, 9)}` +
    '<path class="t" d="M14 34h9l12-11v38L23 50h-9z"/><path class="g" d="M42 35c4 4 4 10 0 14"/>' +
    at(78, 42, `<g transform="rotate(-70)">${hand}</g>`, 0.6),
  'two-keys': `${keyed(16, 46)}<path d="M54 25h8M54 55h8"/>`,
  'press-three': `${keyed(30)}${dot(20, 39, 6)}${dot(36, 39, 6)}${dot(52, 39, 6)}`,
  'stay-home':
    '<path class="w" d="M14 44v44h68V44"/><path class="t" d="M4 50 48 10l44 40-7 4-37-33-37 33z"/>' +
    at(34, 62, person, 0.7) +
    at(62, 62, person, 0.7),
  seat: `${at(24, 24, rays, 1.3)}<path d="M42 34v58M42 62h34v30" stroke-width="7"/><path class="t" d="M44 54h32v10H44z"/>`,
  'arrow-keys': `${board}${at(60, 46, cap('M0 4v-8M-4 0l4-4 4 4', 'y'))}${at(40, 64, cap('M4 0h-8M0-4l-4 4 4 4', 'y'))}${at(60, 64, cap('M0-4v8M-4 0l4 4 4-4', 'y'))}${at(80, 64, cap('M-4 0h8M0-4l4 4-4 4', 'y'))}<path d="M12 34h8M28 34h8M12 48h8"/>${finger(60, 68)}`,
  'tab-key': `${board}${at(18, 46, cap('M-5 0h8M0-3l3 3-3 3M5-4v8', 'y'))}<path d="M12 32h10M32 32h8M48 32h8M64 32h8M36 46h8M52 46h8M68 46h8M12 62h12M32 62h8M30 78h34"/>${finger(20, 50)}`,
  'ctrl-key': `${board}${at(18, 76, cap('M0 0', 'y'))}<path d="M12 34h8M28 34h8M44 34h8M60 34h8M12 48h8M28 48h8M44 48h8M60 48h8M12 60h8M40 76h30"/>${finger(20, 78)}`,
  'right-click':
    '<path class="w" d="M24 40V30c0-32 48-32 48 0v32c0 34-48 34-48 0z"/>' +
    `<path class="y" d="M48 6c16 0 24 10 24 24v10H48z"/><path d="M24 40h24"/>${finger(62, 26)}`,
  'drag-file':
    '<path class="w" d="M4 4h24l10 10v30H4z"/><path d="M12 18h14M12 28h18"/>' +
    '<path class="y" d="M44 50h16l6 8h26v32H44z"/><path d="M20 50c0 14 6 20 18 20M31 63l8 7-8 7"/>',
  compare:
    '<path class="w" d="M4 4h36v56H4zM56 4h36v56H56z"/><path d="M12 16h20M12 28h20M12 40h12M64 16h20M64 28h20M64 40h12"/>' +
    `<path d="M43 32h10M46 28l-4 4 4 4M50 28l4 4-4 4"/>${at(48, 78, look, 0.9)}`,
  'tick-list':
    '<path class="w" d="M10 4h62v88H10z"/><path d="M38 22h24M38 46h24M38 70h18"/>' +
    '<path class="g" d="m18 22 5 5 9-10M18 46l5 5 9-10M18 70l5 5 9-10" stroke-width="5"/>' +
    '<path class="y" d="m62 80 3-12 18-18 9 9-18 18z"/>',
  'name-tick':
    `${screen}${at(32, 20, person, 0.55)}<path d="M46 20h10"/><circle class="y" cx="66" cy="24" r="9"/>` +
    `<path d="m61 24 4 4 7-8"/>${at(48, 62, look)}`,
  'put-sim':
    '<rect class="w" x="46" y="4" width="46" height="88" rx="8"/><path d="M46 38v24" stroke-width="7"/>' +
    '<path class="y" d="M4 34h14l8 8v26H4z"/><path d="M9 52h12M15 47v14"/><path d="M29 51h12M36 46l5 5-5 5"/>',
  'hide-message':
    `${screen}${at(48, 20, padlock, 0.8)}<path class="w" d="M26 46h44v24H50l-10 10V70H26z"/>` +
    '<path d="M36 58h24"/><path class="r" d="M22 82 74 42"/>',
  'bank-card':
    '<rect class="w" x="6" y="20" width="84" height="56" rx="7"/><path class="k" d="M6 32h84v10H6z"/>' +
    '<path class="y" d="M14 54h20v13H14z"/><path d="M48 62h30"/>',
  'read-captions':
    '<rect class="w" x="4" y="10" width="88" height="64" rx="7"/><path class="t" d="M40 20v20l18-10z"/>' +
    `<rect class="y" x="12" y="48" width="72" height="20" rx="3"/><path d="M20 55h56M28 62h40"/>${at(48, 82, look, 0.8)}`,
  'face-card': `${at(-14, 0, screen)}<rect class="y" x="14" y="12" width="40" height="50" rx="20" stroke-dasharray="7 6"/>${at(34, 37, '<circle class="w" r="14"/><g class="k"><circle cx="-5" cy="-3" r="2"/><circle cx="5" cy="-3" r="2"/></g><path d="M-5 6c3 3 7 3 10 0"/>')}<rect class="y" x="44" y="58" width="50" height="34" rx="5"/>${at(57, 71, '<circle class="w" r="5"/><path d="M-6 13c0-9 12-9 12 0"/>')}<path d="M70 70h16M70 80h16"/>`,
  'stall-code': `${at(26, 34, person, 1.1)}<path class="w" d="M4 68h88v24H4z"/><rect class="y" x="52" y="24" width="40" height="40" rx="3"/>${at(58, 30, squares, 0.7)}`,
  ticket:
    '<rect class="w" x="14" y="4" width="60" height="50" rx="5"/><rect class="t" x="22" y="12" width="44" height="22" rx="3"/>' +
    '<path d="M26 46h36" stroke-width="6"/><path class="y" d="M32 46h24v38l-6-4-6 4-6-4-6 4z"/>' +
    `<path d="M39 58l3-3v15M47 57c5-4 7 3 0 13h6"/>${finger(62, 62)}`,
  'touch-code': `<rect class="w" x="10" y="4" width="76" height="66" rx="4"/><path d="M20 13h16v16H20zM60 13h16v16H60zM20 43h16v16H20z"/><path class="k" d="M26 19h4v4h-4zM66 19h4v4h-4zM26 49h4v4h-4zM42 13h6v8h-6zM66 38h10v6H66zM68 52h8v7h-8z"/>${dot(52, 40, 12)}${finger(54, 42)}`,
};

/** A finger that touches, and one that hangs above the glass. */
const touches = (x: number, y: number): string => dot(x, y, 12) + finger(x, y + 2);
const above = (x: number, y: number): string => finger(x + 7, y + 12);
const ring = (x: number, y: number): string =>
  `<circle class="y" cx="${x}" cy="${y}" r="16"/><circle cx="${x}" cy="${y}" r="8"/>${finger(x, y + 2)}`;
/** Two finger tips; what they did to the screen lies below them. */
const two = (apart: number): string =>
  at(48 - apart, 54 + apart / 3, hand, 0.6) + at(48 + apart, 54 - apart, hand, 0.6);
/** So many finger tips side by side; what they did lies below them. */
const tips = (many: number, top: number): string =>
  Array.from({ length: many }, (_, nth) => at(54 + nth * 14 - many * 7, top, hand, 0.5)).join('');
/** Two finger tips on a ring, turned by so much. */
const turned = (degrees: number): string =>
  `<g transform="translate(48 42) rotate(${degrees})"><circle class="y" cx="-20" r="8"/><circle class="y" cx="20" r="8"/></g>`;
const tray = (high: number): string => `<rect class="t" x="20" y="6" width="56" height="${high}" rx="5"/>`;
const tiles = (middle: number): string =>
  `<circle class="y" cx="34" cy="${middle}" r="7"/><circle class="w" cx="54" cy="${middle}" r="7"/>`;

/** Gestures, three moments each: shown in turn where pictures may move, side by side where they may not. */
const gestures: Readonly<Record<string, readonly [string, string, string]>> = {
  'swipe-up': [
    `${screen}${touches(48, 84)}`,
    `${screen}<path d="M48 84V40M39 50l9-10 9 10"/>${touches(48, 56)}`,
    `${screen}<path d="M48 84V16M39 26l9-10 9 10"/>${touches(48, 30)}`,
  ],
  'swipe-down': [
    `${screen}${touches(68, 10)}`,
    `${screen}${tray(34)}<path d="M68 8v34"/>${touches(68, 38)}`,
    `${screen}${tray(56)}${tiles(22)}${tiles(42)}<path d="M68 8v48M60 48l8 9 8-9"/>${touches(68, 60)}`,
  ],
  'swipe-right': [
    `${screen}${touches(30, 44)}`,
    `${screen}<path d="M30 24h24"/>${touches(48, 44)}`,
    `${screen}<path d="M30 24h38M59 15l9 9-9 9"/>${touches(66, 44)}`,
  ],
  'double-tap': [
    `${screen}${ring(46, 38)}`,
    `${screen}<circle cx="46" cy="38" r="16"/>${above(46, 38)}`,
    `${screen}<circle cx="46" cy="38" r="24"/>${ring(46, 38)}`,
  ],
  'long-press': [
    `${screen}<rect class="t" x="34" y="26" width="24" height="24" rx="6"/>${above(46, 38)}`,
    `${screen}<rect class="y" x="34" y="26" width="24" height="24" rx="6"/>${finger(46, 40)}`,
    `${screen}<rect class="y" x="34" y="26" width="24" height="24" rx="6"/><path d="M26 38a20 20 0 1 1 20 20" stroke-width="5"/>${finger(46, 40)}`,
  ],
  'two-fingers': [
    `${screen}<path d="M26 84h44"/>${at(38, 66, hand, 0.55)}${at(54, 66, hand, 0.55)}`,
    `${screen}<path d="M40 66V40M54 66V40"/>${at(38, 46, hand, 0.55)}${at(54, 46, hand, 0.55)}`,
    `${screen}<path d="M40 66V14M33 22l7-8 7 8M56 66V14M49 22l7-8 7 8"/>${at(38, 26, hand, 0.55)}${at(54, 26, hand, 0.55)}`,
  ],
  explore: [
    `${screen}<path d="M26 20h44M26 40h44M26 60h44"/>${touches(34, 20)}`,
    `${screen}<path d="M26 20h44M26 40h44M26 60h44"/>${touches(48, 40)}`,
    `${screen}<path d="M26 20h44M26 40h44M26 60h44"/>${touches(62, 60)}${at(74, 6, '<path class="g" d="M0 12c5-3 5-9 0-12M8 18c9-7 9-17 0-24"/>')}`,
  ],
  'swipe-up-left': [
    `${screen}${touches(60, 66)}`,
    `${screen}<path d="M60 66V24M51 34l9-10 9 10"/>${touches(60, 36)}`,
    `${screen}<path d="M60 70V20H28M38 11l-10 9 10 9"/>${touches(38, 34)}`,
  ],
  'swipe-up-down': [
    `${screen}${touches(46, 66)}`,
    `${screen}<path d="M40 66V20M31 30l9-10 9 10"/>${touches(46, 32)}`,
    `${screen}<path d="M34 66V16h22v40M47 47l9 10 9-10"/>${touches(62, 62)}`,
  ],
  'two-finger-tap': [
    `${screen}${tips(2, 46)}`,
    `${screen}${dot(41, 38, 9)}${dot(55, 38, 9)}${tips(2, 38)}`,
    `${screen}<circle cx="48" cy="36" r="22"/>${dot(41, 38, 9)}${dot(55, 38, 9)}${tips(2, 38)}`,
  ],
  'three-fingers': [
    `${screen}${dot(34, 64, 7)}${dot(48, 64, 7)}${dot(62, 64, 7)}${tips(3, 64)}`,
    `${screen}<path d="M34 62V42M48 62V42M62 62V42"/>${tips(3, 42)}`,
    `${screen}<path d="M34 62V14M28 20l6-6 6 6M48 62V14M42 20l6-6 6 6M62 62V14M56 20l6-6 6 6"/>${tips(3, 26)}`,
  ],
  'three-finger-tap': [
    `${screen}${dot(34, 38, 7)}${dot(48, 38, 7)}${dot(62, 38, 7)}${tips(3, 38)}`,
    `${screen}<circle cx="48" cy="36" r="20"/>${tips(3, 46)}`,
    `${screen}<circle cx="48" cy="36" r="20"/><circle cx="48" cy="36" r="27"/>${dot(34, 38, 7)}${dot(48, 38, 7)}${dot(62, 38, 7)}${tips(3, 38)}`,
  ],
  'turn-two-fingers': [
    `${screen}<circle cx="48" cy="42" r="20"/>${turned(-40)}`,
    `${screen}<circle cx="48" cy="42" r="20"/>${turned(0)}<path d="M20 30a30 30 0 0 1 18-16"/>`,
    `${screen}<circle cx="48" cy="42" r="20"/>${turned(50)}<path d="M22 26a32 32 0 0 1 50 0M73 14v13H60"/>`,
  ],
  'slide-letters': [
    `${screen}<path d="M30 22l4-10 4 10M32 19h4" stroke-width="3"/><path d="M24 46h48" stroke-width="5"/>${touches(32, 46)}`,
    `${screen}<path d="M40 26l8-18 8 18M43 20h10"/><path d="M24 46h48" stroke-width="5"/>${touches(48, 46)}`,
    `${screen}<path d="M34 32l14-28 14 28M39 23h18" stroke-width="6"/><path d="M24 46h48" stroke-width="5"/>${touches(66, 46)}`,
  ],
  pinch: [
    `${screen}<path d="M40 20h16M40 26h10" stroke-width="2"/>${two(4)}`,
    `${screen}<path d="M34 22h28M34 32h18"/>${two(10)}`,
    `${screen}<path d="M26 24h44M26 38h30" stroke-width="6"/>${two(18)}`,
  ],
};

/** The file of drawings: shapes, or the moments of a gesture. */
export const drawingShapes = (): string => `${JSON.stringify({ ...drawings, ...gestures }, null, 2)}\n`;
