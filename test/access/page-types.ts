/**
 * One address of each type of page, found in the finished site, so that a page type cannot be forgotten when
 * content moves.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { whole } from '../whole.ts';

const dist = process.env.DIST ?? join(import.meta.dirname, '../../dist');

const first = (pattern: string, where = (_: string): boolean => true): string => {
  const found = globSync(pattern, { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .find(where);
  if (found === undefined) throw new Error(`no page like ${pattern} in ${dist}: build first`);
  return `/${found.replace(/index\.html$/, '')}`;
};

/**
 * The page that is known to have most of what its type may have; in an edition without it the first of its
 * type that holds what is asked for.
 */
const chosen = (address: string, pattern: string, holds = /./): string => {
  const known = join(dist, address, 'index.html');
  return existsSync(known)
    ? address
    : first(pattern, (file) => holds.test(readFileSync(join(dist, file), 'utf8')));
};

const guidePages = 'huong-dan/*/*/index.html';
const twoLists = /class="steps[\s\S]*class="steps/;

/** A page of the folder that is known to have much, or of any. */
const inFolder = (pattern: string, folder: string): string => {
  const known = pattern.replace('*', folder);
  return first(globSync(known, { cwd: dist }).length > 0 ? known : pattern);
};

/** Page types with one page. */
const single = {
  home: '/',
  guides: '/huong-dan/',
  tracks: '/cho-so/',
  audiences: '/danh-cho/',
  areas: '/ky-nang/',
  way: '/lo-trinh/',
  plans: '/ke-hoach/',
  streams: '/mang-viec/',
  units: '/don-vi/',
  targets: '/chi-tieu/',
  coverage: '/do-phu/',
  calendar: '/lich/',
  numbers: '/so/',
  glossary: '/tu-dien/',
  search: '/tim-kiem/',
  calls: '/danh-ba/',
  sources: '/nguon/',
  about: '/gioi-thieu/',
  notFound: '/404.html',
  modes: '/tro-nang/',
  mode: '/tro-nang/chu-to/',
  preset: '/tro-nang/moi-biet-chu/',
  statement: '/tro-nang/tuyen-bo/',
  record: '/tro-nang/ket-qua-thu/',
  offline: '/ngoai-tuyen/',
  notKept: '/ngoai-tuyen/chua-luu/',
  style: '/phong-cach/',
  data: '/du-lieu/',
  embedding: '/nhung/',
  feeds: '/tin/',
  downloads: '/tai-ve/',
  easyReads: '/de-doc/',
  tally: '/don-vi/so-dem/',
  reportFill: '/don-vi/dien-bao-cao/',
  announcements: '/loa/',
  programmes: '/tap-huan/',
  sessionBuilder: '/tap-huan/soan/',
  sessionMade: '/tap-huan/soan/?bai=40,83&phut=90&ai=nguoi-cao-tuoi&may=android',
  sessionFit: '/tap-huan/xep-lop/nguoi-cao-tuoi-60/',
  event: '/tap-huan/10-10/',
  practices: '/cach-lam-hay/',
  printKit: '/in/',
  slidesList: '/trinh-chieu/',
};

/** Address by page type. `lists` of steps on one page, tables and presets have a page each. */
export function pageTypes(): Record<string, string> {
  if (!existsSync(dist)) throw new Error(`${dist} is missing: build first`);
  return {
    ...single,
    shelf: first('huong-dan/*/index.html'),
    guide: chosen('/huong-dan/tien/chuyen-khoan/', guidePages, /class="term/),
    guideWithLists: chosen('/huong-dan/tro-nang/phong-to-man-hinh/', guidePages, twoLists),
    track: first('cho-so/*/index.html'),
    lesson: inFolder('cho-so/*/*/index.html', 'tieu-thuong'),
    audience: chosen('/danh-cho/nguoi-cao-tuoi/', 'danh-cho/*/index.html'),
    area: first('ky-nang/*/index.html'),
    skill: first('ky-nang/*/*/index.html'),
    wayPath: first('lo-trinh/chi-tieu/*/*/index.html'),
    plan: chosen('/ke-hoach/lam-dong-1410/', 'ke-hoach/*/index.html'),
    task: inFolder('ke-hoach/*/*/index.html', 'lam-dong-1410'),
    stream: first('mang-viec/*/index.html'),
    unit: first('don-vi/*/index.html'),
    easyRead: first('de-doc/*/index.html'),
    unitDesk: chosen('/don-vi/gia-lai-xa-uy-ban-nhan-dan/', 'don-vi/*/index.html'),
    announcement: chosen('/loa/83/', 'loa/*/index.html'),
    programme: chosen('/tap-huan/nguoi-cao-tuoi-60/', 'tap-huan/*/index.html'),
  };
}

/**
 * Sheets and slides: pages without the header and footer of the others, with promises of their own
 * (`sheets.spec.ts`).
 */
export function sheetTypes(): Record<string, string> {
  return {
    handout: '/in/80/',
    handoutWithLists: '/in/302/',
    poster: '/in/ap-phich/80/',
    numbersPoster: '/in/ap-phich/so-goi/',
    festivalPoster: '/in/ap-phich/ngay-hoi-10-10/',
    mentorCards: '/in/the-dai-su-so/',
    familySheet: '/in/gia-dinh-so/',
    tallySheet: '/in/phieu-dem/',
    trainerSheet: first('in/tap-huan/*/index.html'),
    slides: '/trinh-chieu/80/',
    sessionSlides: first('trinh-chieu/tap-huan/*/index.html'),
    prop: first('in/dao-cu/*/index.html'),
    drillCode: '/in/dao-cu/ma-qr-tap/',
    wallScreens: '/in/man-hinh/41/',
    kit: '/in/bo/nguoi-cao-tuoi-60/',
  };
}

/** What stands in frames of other sites: no header, no skip link, and fewer stops than a page has. */
export function framedTypes(): Record<string, string> {
  return { embed: '/nhung/80/', embedWithLists: '/nhung/89/', embedList: '/nhung/moi/' };
}

/** Types that hold the parts of which the others are made, and frames: each day before every judge. */
const made = [
  'style',
  'home',
  'guide',
  'guideWithLists',
  'search',
  'calls',
  'plan',
  'sessionBuilder',
  ...Object.keys(framedTypes()),
];

/** Who judges a page with all of its rules: axe, IBM's engine, or somebody with a keyboard. */
type Judge = 'axe' | 'engine' | 'keyboard';

/**
 * Whether it is a page's day before a judge. Each page is judged each day, by axe or by IBM's engine, and
 * every other one is walked by keyboard; which, hangs on what stands in it, styles and scripts included by
 * the names of their files. In a whole run everybody judges all.
 */
export function isTurn(judge: Judge, type: string, address: string): boolean {
  if (whole || made.includes(type)) return true;
  const { pathname } = new URL(address, 'https://so-tay.example');
  const page = readFileSync(join(dist, pathname, pathname.endsWith('/') ? 'index.html' : ''));
  const [first = 0, second = 0] = createHash('sha256').update(page).digest();
  if (judge === 'keyboard') return second % 2 === 0;
  return (first % 2 === 0) === (judge === 'axe');
}

/**
 * The largest page of each kind of address (first part and depth), whatever the edition has: so that a new
 * kind of page cannot be forgotten. Paper, slides, what a number leads to and pages that lead
 * on by themselves are left out.
 */
export function everyKind(): string[] {
  const kinds = new Map<string, { path: string; size: number }>();
  for (const file of globSync('**/index.html', { cwd: dist })) {
    const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    const parts = path.split('/').slice(1, -1);
    if (/^\/(?:in|trinh-chieu|nhung|\d+)\/./.test(path) || /^\/\d+\/$/.test(path)) continue;
    if (readFileSync(join(dist, file), 'utf8').includes('http-equiv="refresh"')) continue;
    const kind = `${parts[0] ?? ''}/${parts.length}`;
    const { size } = statSync(join(dist, file));
    if (size > (kinds.get(kind)?.size ?? 0)) kinds.set(kind, { path, size });
  }
  return [...kinds.values()].map(({ path }) => path).sort();
}
