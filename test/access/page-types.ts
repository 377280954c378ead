/**
 * One address of each type of page, found in the finished site, so that a page type cannot be forgotten when
 * content moves.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.env.DIST ?? join(import.meta.dirname, '../../dist');

const first = (pattern: string, where = (_: string): boolean => true): string => {
  const found = globSync(pattern, { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .find(where);
  if (found === undefined) throw new Error(`no page like ${pattern} in ${dist}: build first`);
  return `/${found.replace(/index\.html$/, '')}`;
};

/** Address by page type. `lists` of steps on one page, tables and presets have a page each. */
export function pageTypes(): Record<string, string> {
  if (!existsSync(dist)) throw new Error(`${dist} is missing: build first`);
  return {
    home: '/',
    guides: '/huong-dan/',
    shelf: first('huong-dan/*/index.html'),
    guide: '/huong-dan/tien/chuyen-khoan/',
    guideWithLists: '/huong-dan/tro-nang/phong-to-man-hinh/',
    track: first('cho-so/*/index.html'),
    tracks: '/cho-so/',
    lesson: first('cho-so/tieu-thuong/*/index.html'),
    audiences: '/danh-cho/',
    audience: '/danh-cho/nguoi-cao-tuoi/',
    areas: '/ky-nang/',
    area: first('ky-nang/*/index.html'),
    skill: first('ky-nang/*/*/index.html'),
    plans: '/ke-hoach/',
    plan: '/ke-hoach/lam-dong-1410/',
    task: first('ke-hoach/lam-dong-1410/*/index.html'),
    streams: '/mang-viec/',
    stream: first('mang-viec/*/index.html'),
    units: '/don-vi/',
    unit: first('don-vi/*/index.html'),
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
    easyReads: '/de-doc/',
    easyRead: first('de-doc/*/index.html'),
    unitDesk: '/don-vi/gia-lai-xa-uy-ban-nhan-dan/',
    tally: '/don-vi/so-dem/',
    announcements: '/loa/',
    announcement: '/loa/83/',
    programmes: '/tap-huan/',
    programme: '/tap-huan/nguoi-cao-tuoi-60/',
    sessionBuilder: '/tap-huan/soan/',
    sessionMade: '/tap-huan/soan/?bai=40,83&phut=90&ai=nguoi-cao-tuoi&may=android',
    event: '/tap-huan/10-10/',
    practices: '/cach-lam-hay/',
    printKit: '/in/',
    slidesList: '/trinh-chieu/',
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
  };
}

/** What stands in frames of other sites: no header, no skip link, and fewer stops than a page has. */
export function framedTypes(): Record<string, string> {
  return { embed: '/nhung/80/', embedWithLists: '/nhung/89/', embedList: '/nhung/moi/' };
}
