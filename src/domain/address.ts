/** The address scheme. Every address of the site is made here, so that it can be kept for ever. */

/** Address of a guide: `/huong-dan/tien/quet-ma-qr-de-tra-tien/`. */
export const guideAddress = (id: string): string => `/huong-dan/${id}/`;
export const topicAddress = (id: string): string => `/huong-dan/${id}/`;
export const trackAddress = (id: string): string => `/cho-so/${id}/`;
export const lessonAddress = (id: string): string => `/cho-so/${id}/`;
/** A card for an event of life: `/viec-doi-song/khai-sinh/`. */
export const lifeEventAddress = (id: string): string =>
  `${pages.lifeEvents}${id.slice(id.indexOf('/') + 1)}/`;
/** A guide as Markdown, for machines that quote it. */
export const markdownAddress = (page: string): string => `${page}index.md`;
/** Permanent short address of a guide or lesson: `/83/`. */
export const numberAddress = (number: number): string => `/${number}/`;
export const audienceAddress = (id: string): string => `/danh-cho/${id}/`;
export const areaAddress = (id: string): string => `/ky-nang/${id}/`;
export const skillAddress = (area: string, id: string): string => `/ky-nang/${area}/${id}/`;
export const planAddress = (id: string): string => `/ke-hoach/${id}/`;
export const taskAddress = (id: string): string => `/ke-hoach/${id}/`;
export const workstreamAddress = (id: string): string => `/mang-viec/${id}/`;
export const unitAddress = (id: string): string => `/don-vi/${id}/`;
export const termAddress = (id: string): string => `/tu-dien/#${id}`;
/** A rule with all that stands on it: `/quy-dinh/ho-kinh-doanh/nguong-thue/`. */
export const ruleAddress = (id: string): string => `/quy-dinh/${id}/`;
export const modeAddress = (id: string): string => `/tro-nang/${id}/`;
/** Loudspeaker and Zalo texts of a guide or lesson. */
export const announcementAddress = (number: number | string): string => `/loa/${number}/`;
export const announcementFileAddress = (number: number, text: 'loa' | 'zalo'): string =>
  `/loa/${number}/${text}.txt`;
/** Files of a unit's desk, inside its page's folder. */
export const unitFiles = {
  calendar: 'lich.ics',
  tasks: 'nhiem-vu.csv',
  tasksBook: 'nhiem-vu.xlsx',
  report: 'bao-cao-quy.docx',
  coverage: 'do-phu.csv',
  coverageBook: 'do-phu.xlsx',
} as const;
export const unitFileAddress = (id: string, file: keyof typeof unitFiles): string =>
  `/don-vi/${id}/${unitFiles[file]}`;
export const easyReadAddress = (id: string): string => `/de-doc/${id}/`;
/** A ready training session. */
export const programmeAddress = (id: string): string => `/tap-huan/${id}/`;
/** A ready session fitted to a room. */
export const roomAddress = (id: string): string => `/tap-huan/xep-lop/${id}/`;
/** A good practice on its page. */
export const practiceAddress = (id: string): string => `/cach-lam-hay/#${id}`;
/** The light form of a guide for foreign pages; like its number it never changes. */
export const embedAddress = (number: number): string => `/nhung/${number}/`;
/** oEmbed answer of a guide. */
export const oembedAddress = (number: number): string => `/nhung/${number}.json`;
/** The list for foreign pages: newest of all, or of one audience. */
export const embedListAddress = (audience?: string): string =>
  audience === undefined ? '/nhung/moi/' : `/nhung/danh-cho/${audience}/`;
/** A feed by its name: `tat-ca`, `danh-cho/tieu-thuong`, `ky-nang/an-toan`, `thay-doi`. */
export const feedAddress = (feed: string, form: 'xml' | 'json'): string => `/tin/${feed}.${form}`;
/** Names of feeds by what they are for. */
export const feedNames = {
  all: 'tat-ca',
  changes: 'thay-doi',
  lifeEvents: 'viec-doi-song',
  audience: (id: string): string => `danh-cho/${id}`,
  area: (id: string): string => `ky-nang/${id}`,
} as const;
/** A file of open data, and the schema of its rows. */
export const dataAddress = (name: string): string => `/du-lieu/${name}.json`;
export const dataSchemaAddress = (name: string): string => `/du-lieu/luoc-do/${name}.json`;
/** What a phone says when it reads a guide aloud. */
export const scriptAddress = (number: number, easy = false): string =>
  `/nghe/${easy ? 'de-doc-' : ''}${number}.json`;
/** Picture of a page for social networks and chats: of a guide, or the one of the whole handbook. */
export const socialImageAddress = (number?: number): string => `/anh/${number ?? 'so-tay'}.png`;
/** Tall picture of a guide, which is sent by itself: `/anh/doc/83.png`. */
export const tallImageAddress = (number: number | string): string => `/anh/doc/${number}.png`;
/** A photo of a free page. */
export const photoAddress = (id: string): string => `/anh-chup/${id}.jpg`;
/** A guide on one A4 sheet: `/in/83/`. */
export const handoutAddress = (number: number | string): string => `/in/${number}/`;
/** A wall poster: of a guide by its number, or by a name. */
export const posterAddress = (name: string | number): string => `/in/ap-phich/${name}/`;
/** A session on paper for the one who holds it. */
export const trainerSheetAddress = (programme: string): string => `/in/tap-huan/${programme}/`;
/** A guide as slides: `/trinh-chieu/83/`. */
export const slidesAddress = (number: number | string): string => `/trinh-chieu/${number}/`;
/** A thing that sessions ask for, on paper. */
export const propAddress = (id: string): string => `/in/dao-cu/${id}/`;
/** Drawn screens of a guide, large. */
export const screensAddress = (number: number): string => `/in/man-hinh/${number}/`;
/** All that a session needs, on paper. */
export const kitAddress = (programme: string): string => `/in/bo/${programme}/`;
/** A session as slides. */
export const programmeSlidesAddress = (programme: string): string => `/trinh-chieu/tap-huan/${programme}/`;

/** Made-up screens to practise on: `/tap/quet-ma-sai-ten/`. */
export const drillAddress = (id: string): string => `/tap/${id}/`;

/** Drills of a session, taken in turns: `/tap/buoi/toi-phong-lua-dao/`. */
export const drillTurnsAddress = (programme: string): string => `/tap/buoi/${programme}/`;
/** Questions by which somebody finds out whether a skill is there: `/tu-kiem/mat-khau-otp/`. */
export const skillCheckAddress = (skill: string): string => `/tu-kiem/${skill}/`;
/** A path of “Lộ trình của tôi”: `danh-cho/nguoi-cao-tuoi`, `4t/tieu-thuong`, `gia-dinh`. */
export const wayAddress = (path: string): string => `/lo-trinh/${path}/`;
/** The same questions for a class that raises cards. */
export const classSheetAddress = (skill: string): string => `/in/tu-kiem/${skill}/`;

/** An entry of the directory among all. */
export const contactAddress = (id: string): string => `/danh-ba/#${id}`;
/** Anchors of the groups of the directory, and the last part of their own pages. */
export const directoryGroupIds = {
  emergency: 'khan-cap',
  child: 'tre-em',
  network: 'tin-rac',
  local: 'noi-minh',
  bank: 'ngan-hang',
  wallet: 'vi-dien-tu',
  carrier: 'nha-mang',
  power: 'dien-luc',
  insurance: 'bao-hiem',
  portal: 'dich-vu-cong',
  office: 'co-quan',
  platform: 'mang-xa-hoi',
} as const;
/** A group of the directory with all that is known: locks, true addresses, sources. */
export const directoryGroupAddress = (group: string): string => `/danh-ba/${group}/`;
/**
 * What has changed since a sheet of paper was printed; the day stands behind `#`. Without a number: of all.
 */
export const checkAddress = (number?: number): string =>
  number === undefined ? '/kiem/' : `/kiem/${number}/`;

/** Pages that exist once. */
export const pages = {
  home: '/',
  guides: '/huong-dan/',
  numbers: '/so/',
  audiences: '/danh-cho/',
  skills: '/ky-nang/',
  market: '/cho-so/',
  lifeEvents: '/viec-doi-song/',
  plans: '/ke-hoach/',
  communes: '/cac-xa/',
  communeTargets: '/cac-xa/chi-tieu/',
  targets: '/chi-tieu/',
  workstreams: '/mang-viec/',
  units: '/don-vi/',
  calendar: '/lich/',
  calendarFile: '/lich/phong-trao.ics',
  coverage: '/do-phu/',
  glossary: '/tu-dien/',
  rules: '/quy-dinh/',
  stall: '/sap-cua-toi/',
  easyRead: '/de-doc/',
  search: '/tim-kiem/',
  ask: '/hoi/',
  about: '/gioi-thieu/',
  sources: '/nguon/',
  data: '/du-lieu/',
  calls: '/danh-ba/',
  modes: '/tro-nang/',
  statement: '/tro-nang/tuyen-bo/',
  testRecord: '/tro-nang/ket-qua-thu/',
  print: '/in/',
  mentorCards: '/in/the-dai-su-so/',
  familySheet: '/in/gia-dinh-so/',
  fridgeSheet: '/in/danh-ba/',
  tallySheet: '/in/phieu-dem/',
  answerCards: '/in/the-abcd/',
  slides: '/trinh-chieu/',
  drills: '/tap/',
  checks: '/tu-kiem/',
  way: '/lo-trinh/',
  programmes: '/tap-huan/',
  sessionBuilder: '/tap-huan/soan/',
  room: '/tap-huan/xep-lop/',
  event: '/tap-huan/10-10/',
  eventFile: '/tap-huan/10-10/ngay-hoi.ics',
  practices: '/cach-lam-hay/',
  announcements: '/loa/',
  tally: '/don-vi/so-dem/',
  reportFill: '/don-vi/dien-bao-cao/',
  embedding: '/nhung/',
  frameScript: '/nhung/khung.js',
  feeds: '/tin/',
  openSearch: '/opensearch.xml',
  manifest: '/manifest.webmanifest',
  icon: '/bieu-tuong.svg',
  /** The logo of an edition that has one. */
  logo: '/bieu-trung.svg',
  sheetList: '/du-lieu/to-in.json',
  /** Which edition this is, of which version and day. */
  editionData: '/du-lieu/ban.json',
  quoteList: '/llms.txt',
  quotePages: '/llms-trang.txt',
  robots: '/robots.txt',
  siteMap: '/sitemap-index.xml',
  redirectList: '/du-lieu/chuyen-huong.txt',
  redirectMap: '/du-lieu/chuyen-huong.nginx',
  offline: '/ngoai-tuyen/',
  downloads: '/tai-ve/',
  notKept: '/ngoai-tuyen/chua-luu/',
} as const;

/**
 * Pages whose words are an entry of `content/pages` with their address. An edition may write them anew, not
 * leave one out: other pages lead there.
 */
export const authoredPages = [
  'about',
  'modes',
  'statement',
  'testRecord',
  'data',
  'embedding',
  'feeds',
  'downloads',
] as const satisfies readonly (keyof typeof pages)[];

/** First folders of addresses that belong to files of the site, apart from those of `pages`. */
export const fileFolders = [
  '_astro',
  'anh',
  'anh-chup',
  'nghe',
  'pagefind',
  'phong-cach',
  'phong-chu',
  'tim',
] as const;

/** Path that an edition stands under on its host, without a slash at its end: `/so-tay`; '' for none. */
export const pathOf = (base: string): string => new URL(base).pathname.replace(/\/+$/, '');

/** An absolute address on the edition's base, which may have a path of its own. */
export const absolute = (base: string, path: string): string => new URL(`${pathOf(base)}${path}`, base).href;
