/**
 * The finished site in old Chromiums: what a reader notices. Colours, edges and numbers are there, modes act,
 * search and the helper
 * answer, slides turn, a copy is kept and read without a line, the copy on a disk works. Each time in the
 * oldest; in a whole run in the others too.
 * `OLD_PICTURES=FOLDER` keeps pictures to look at.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { serveSite, type SiteServer } from '../../src/outputs/print/site-server.ts';
import { usbCopy } from '../../src/outputs/usb/command.ts';
import { openOldChromium, provedChromiums, type OldPage } from './old-chromium.ts';
import { realHandbook } from '../real.ts';

const dist = process.env.DIST ?? join(import.meta.dirname, '../../dist');
const guide = '/huong-dan/an-toan/bi-lua-lam-gi-ngay/';
const pages = [
  '/',
  guide,
  '/huong-dan/danh-tinh-dich-vu-cong/quen-mat-khau-vneid/',
  '/huong-dan/an-toan/',
  '/de-doc/chu-to-am-luong-do-sang/',
  '/tap-huan/',
  '/lich/',
  '/don-vi/bo-cong-an/',
  '/nhung/80/',
  '/in/80/',
  '/tim-kiem/',
] as const;

/**
 * What is missing for the eye, as words; empty when nothing is. It runs in the old browser, so it is written
 * for it.
 */
const look = `(function () {
  var missing = [];
  function style(element) { return getComputedStyle(element); }
  function clear(colour) { return colour === 'rgba(0, 0, 0, 0)' || colour === 'transparent'; }
  function edge(element) {
    var own = style(element);
    return parseFloat(own.borderLeftWidth) >= 1 && own.borderLeftStyle !== 'none' && !clear(own.borderLeftColor);
  }
  function each(selector, name, holds) {
    var found = document.querySelectorAll(selector);
    for (var i = 0; i < found.length; i++)
      if (found[i].getClientRects().length > 0 && !holds(found[i])) { missing.push(name); return; }
  }
  if (clear(style(document.documentElement).backgroundColor)) missing.push('colour of the page');
  if (style(document.body).color === 'rgb(0, 0, 0)') missing.push('colour of the text');
  each('main p a[href]:not([class])', 'colour of links', function (a) { return style(a).color !== 'rgb(0, 0, 0)' && style(a).color !== 'rgb(0, 0, 238)'; });
  each('main input[type=search], main select', 'edge of a field', edge);
  each('main form button, .pill, .menu > summary', 'edge or ground of a button', function (b) { return edge(b) || !clear(style(b).backgroundColor); });
  each('.steps > li > .n', 'number of a step', function (n) { return /^[0-9]+$/.test(n.textContent.trim()) && !clear(style(n).backgroundColor) && style(n).color !== style(n).backgroundColor && n.offsetWidth > 30; });
  each('.bai a, .card, .sessions a', 'edge of a card', edge);
  each('.steps > li', 'line over a step',
    function (b) { return parseFloat(style(b).borderTopWidth) >= 1 && !clear(style(b).borderTopColor); });
  each('.phone', 'frame of a drawn screen', edge);
  each('.phone .key, .phone .field', 'edges in a drawn screen', edge);
  each('.box.warning', 'frame of a warning', function (b) { return parseFloat(style(b).borderLeftWidth) > 4 && !clear(style(b).borderLeftColor); });
  each('.pills', 'room between buttons', function (list) {
    var inside = list.querySelectorAll('.pill');
    for (var i = 1; i < inside.length; i++) {
      var one = inside[i - 1].getBoundingClientRect(), two = inside[i].getBoundingClientRect();
      if (one.top === two.top && two.left - one.right < 3) return false;
    }
    return true;
  });
  each('svg', 'a drawing of its right size', function (svg) { return svg.getBoundingClientRect().width < 340; });
  each('.steps > li > h3, .steps > li > div > p', 'room for the words of a step',
    function (text) { return text.getBoundingClientRect().width > 140; });
  // A telephone's own width: what the window tells grows with a page that is too wide.
  if (document.documentElement.scrollWidth > 361) missing.push('the page is wider than the window');
  return missing.join(', ');
})()`;

let server: SiteServer;
let disk = '';
const folder = mkdtempSync(join(tmpdir(), 'so-tay-cu-usb-'));
beforeAll(async () => {
  server = await serveSite(dist);
  ({ folder: disk } = await usbCopy(dist, folder, realHandbook()));
});
afterAll(async () => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const colour = (selector: string, property: string): string =>
  `getComputedStyle(document.querySelector('${selector}')).${property}`;

describe.each(provedChromiums)('Chromium %i', (version) => {
  let page: OldPage | undefined;
  let why = '';
  beforeAll(async () => {
    try {
      page = await openOldChromium(version);
    } catch (error) {
      why = `Chromium ${version}: ${error instanceof Error ? error.message : String(error)}`;
    }
  });
  afterAll(() => page?.close());
  /** The page, or a skip that says why there is none. */
  const opened = (context: TestContext): OldPage => page ?? context.skip(why);
  const at = (path: string): string => `${server.base}${path}`;

  test('eleven kinds of pages have colours, edges and numbers', async (context) => {
    const old = opened(context);
    const found: string[] = [];
    for (const path of pages) {
      await old.open(at(path));
      const missing = String(await old.value(look));
      if (missing !== '') found.push(`${path}: ${missing}`);
      if (old.faults().length > 0) found.push(`${path}: ${old.faults().join('; ')}`);
      const keep = process.env.OLD_PICTURES;
      if (keep) await old.picture(join(keep, `${version}${path.replace(/\W+/g, '-')}.png`));
    }
    expect(found).toEqual([]);
  });

  test('modes act: by address, by preset, by tick, and dark by the device', async (context) => {
    const old = opened(context);
    await old.open(at(guide));
    const plain = Number(await old.value(`parseFloat(${colour('main p', 'fontSize')})`));
    const ticked = (id: string): Promise<unknown> => old.value(`document.getElementById('${id}').click()`);
    await ticked('cd-chu-to');
    const large = `Math.abs(parseFloat(${colour('main p', 'fontSize')}) - ${1.5 * plain}) < 0.1`;
    expect(await old.until(large)).toBe(true);
    await ticked('cd-nen-toi');
    expect(await old.until(`${colour('body', 'color')} === 'rgb(255, 255, 0)'`)).toBe(true);
    await ticked('cd-de-bam');
    expect(await old.value(`document.querySelector('.menu > summary').offsetHeight >= 56`)).toBe(true);
    await old.open(at(`${guide}?che-do=nguoi-cao-tuoi`));
    expect(await old.value(large)).toBe(true);
    expect(await old.value(colour('body', 'color'))).toBe('rgb(0, 0, 0)');
    await old.value('sessionStorage.clear()');
  });

  test('a mode that cannot act is not offered', async (context) => {
    const old = opened(context);
    await old.open(at(guide));
    const acts = await old.value(`CSS.supports('selector(:has(a))')`);
    expect(await old.value(`document.querySelector('.one').offsetHeight > 0`)).toBe(acts);
    await old.value(`document.querySelector('[data-look]').open = true`);
    expect(await old.value(`document.getElementById('cd-tung-buoc').getClientRects().length > 0`)).toBe(acts);
    await old.open(at('/tap-huan/'));
    expect(await old.value(`document.querySelector('.filters').offsetHeight > 0`)).toBe(acts);
  });

  test('search finds while one types, and the helper quotes', async (context) => {
    const old = opened(context);
    await old.open(at('/tim-kiem/?q=quen%20mat%20khau%20vneid'));
    expect(await old.until(`document.querySelectorAll('[data-results] > li').length > 0`)).toBe(true);
    expect(await old.value(`document.querySelector('[data-results] a').getAttribute('href')`)).toContain(
      'quen-mat-khau-vneid',
    );
    expect(await old.value(look)).toBe('');
    await old.open(at('/hoi/'));
    await old.value(
      `document.querySelector('#hoi-o').value = 'Điện thoại rơi xuống nước'; document.querySelector('#hoi-o').form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))`,
    );
    expect(await old.until(`document.querySelector('.answer blockquote') !== null`)).toBe(true);
    expect(old.faults()).toEqual([]);
  });

  test('slides show one at a time and turn', async (context) => {
    const old = opened(context);
    await old.open(at('/trinh-chieu/80/'));
    const shown = `[].filter.call(document.querySelectorAll('.slide'), function (s) { return s.offsetHeight > 0 }).length`;
    expect(await old.until(`${shown} === 1`)).toBe(true);
    const before = await old.value(`document.querySelector('.slide[data-now]').innerText`);
    await old.value(
      `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))`,
    );
    expect(await old.value(`document.querySelector('.slide[data-now]').innerText`)).not.toBe(before);
    expect(old.faults()).toEqual([]);
  });

  test('read-aloud opens its player', async (context) => {
    const old = opened(context);
    await old.open(at(guide));
    const missing = await old.value(`!('speechSynthesis' in window)`);
    await old.value(`(document.querySelector('[data-listen]') || { click: function () {} }).click()`);
    if (missing !== true) expect(await old.until(`document.querySelector('.player') !== null`)).toBe(true);
    expect(old.faults()).toEqual([]);
  });

  test('the urgent pages are kept by the offline worker', async (context) => {
    const old = opened(context);
    await old.open(at('/'));
    expect(
      await old.until(
        `navigator.serviceWorker.getRegistration().then(function (r) { return !!(r && r.active) })`,
      ),
    ).toBe(true);
    expect(old.faults()).toEqual([]);
  });

  test('the copy on a disk: colours, modes, search', async (context) => {
    const old = opened(context);
    const file = (path: string): string => pathToFileURL(join(disk, path)).href;
    await old.open(file(`so-tay${guide}index.html`));
    expect(await old.value(look)).toBe('');
    await old.value(`document.getElementById('cd-tuong-phan').click()`);
    expect(await old.until(`${colour('body', 'color')} === 'rgb(0, 0, 0)'`)).toBe(true);
    await old.open(`${file('so-tay/tim-kiem/index.html')}?q=quen%20mat%20khau%20vneid`);
    expect(await old.until(`document.querySelectorAll('[data-results] > li').length > 0`)).toBe(true);
    expect(old.faults()).toEqual([]);
  });
});
