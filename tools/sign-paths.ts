/** The paths of signs, printed from Material Symbols (Apache-2.0) into `src/domain/sign-paths.json`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { optimize } from 'svgo';
import { z } from 'zod';

/** Our name of a sign and its name in the set. */
const inTheSet: Readonly<Record<string, string>> = {
  settings: 'settings-outline',
  search: 'search',
  more: 'more-vert',
  menu: 'menu',
  apps: 'apps',
  back: 'arrow-back',
  home: 'home-outline',
  close: 'close',
  add: 'add',
  'tick-mark': 'check',
  edit: 'edit-outline',
  trash: 'delete-outline',
  save: 'save-outline',
  copy: 'content-copy-outline',
  share: 'share-outline',
  send: 'send-outline',
  download: 'download',
  attach: 'attach-file',
  refresh: 'refresh',
  history: 'history',
  backspace: 'backspace-outline',
  switch: 'toggle-on-outline',
  'switch-off': 'toggle-off-outline',
  list: 'list',
  eye: 'visibility-outline',
  zoom: 'zoom-in',
  'log-in': 'login',
  'log-out': 'logout',
  block: 'block',
  report: 'flag-outline',
  star: 'star-outline',
  like: 'thumb-up-outline',
  power: 'power-settings-new',
  'signal-wifi': 'wifi',
  signal: 'signal-cellular-alt',
  'mobile-data': 'swap-vert',
  airplane: 'flight',
  torch: 'flashlight-on-outline',
  speaker: 'volume-up-outline',
  mic: 'mic-outline',
  'mic-off': 'mic-off-outline',
  photo: 'photo-camera-outline',
  'flip-camera': 'cameraswitch-outline',
  film: 'videocam-outline',
  image: 'image-outline',
  'scan-qr': 'qr-code-scanner',
  'qr-code': 'qr-code-2',
  nfc: 'contactless-outline',
  face: 'face-outline',
  keyboard: 'keyboard-outline',
  notify: 'notifications-outline',
  handset: 'call-outline',
  'end-call': 'call-end-outline',
  chat: 'chat-outline',
  mail: 'mail-outline',
  globe: 'language',
  'app-store': 'shop-outline',
  folder: 'folder-outline',
  cloud: 'cloud-upload-outline',
  calendar: 'calendar-month-outline',
  subtitles: 'subtitles-outline',
  access: 'accessibility-new',
  person: 'person-outline',
  'add-person': 'person-add-outline',
  group: 'group-outline',
  'raise-hand': 'back-hand-outline',
  'id-card': 'badge-outline',
  receipt: 'receipt-long-outline',
  sum: 'calculate-outline',
  savings: 'savings-outline',
  book: 'menu-book-outline',
  print: 'print-outline',
  computer: 'computer-outline',
  mouse: 'mouse-outline',
  usb: 'usb',
  parcel: 'package-2-outline',
  truck: 'local-shipping-outline',
  cart: 'shopping-cart-outline',
  stall: 'storefront-outline',
  place: 'location-on-outline',
  weather: 'partly-cloudy-day-outline',
  unlink: 'link-off',
  locked: 'lock-outline',
  key: 'key-outline',
  start: 'play-arrow-outline',
  transfer: 'sync-alt',
  pay: 'payments-outline',
  help: 'help-outline',
  reply: 'reply',
  'bank-app': 'account-balance-outline',
  wallet: 'account-balance-wallet-outline',
  letters: 'format-size',
  heart: 'favorite-outline',
  form: 'description-outline',
  'on-phone': 'smartphone-outline',
  warning: 'warning-outline',
  minus: 'remove',
  square: 'crop-square-outline',
  private: 'domino-mask-outline',
  dislike: 'thumb-down-outline',
  timer: 'timer-outline',
  live: 'sensors',
  filter: 'filter-alt-outline',
  'box-in': 'archive-outline',
  'box-out': 'unarchive-outline',
  'finger-mark': 'fingerprint',
};

const setSchema = z.object({ icons: z.record(z.string(), z.object({ body: z.string() })) });

/**
 * The same shapes to a tenth of a unit, as short as they can be written: signs are drawn 20 to 30 pixels
 * wide, where a tenth of a unit is no pixel, and a guide carries each of its signs.
 */
function shortened(body: string): string {
  const { data } = optimize(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`, {
    plugins: [{ name: 'convertPathData', params: { floatPrecision: 1 } }],
  });
  return data.replace(/^<svg[^>]*>|<\/svg>$/gu, '');
}

/**
 * The file of paths on a ground of 24 × 24: only those that content may name.
 *
 * @throws Error when the set has no such sign
 */
export function signPaths(): string {
  const file = fileURLToPath(import.meta.resolve('@iconify-json/material-symbols/icons.json'));
  const { icons } = setSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const paths = Object.entries(inTheSet).map(([name, symbol]) => {
    const sign = icons[symbol];
    if (sign === undefined) throw new Error(`Material Symbols has no sign “${symbol}”`);
    return [name, shortened(sign.body.replaceAll(' fill="currentColor"', ''))];
  });
  return `${JSON.stringify(Object.fromEntries(paths), null, 2)}\n`;
}
