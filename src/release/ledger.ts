/**
 * The ledger: every address ever published is kept. This is the pure part: which addresses a site has, the
 * ledger's text, and what is wrong when the two are laid side by side.
 */
import { pages as single } from '../domain/address.ts';
import { nearest } from '../vietnamese/text.ts';
import { sectionIds } from '../markdown/grammar.ts';
import { byCode } from './checksums.ts';
import { hashedName, isTwin } from './names.ts';
import { listName } from './layout.ts';
import type { SiteFacts } from './site-facts.ts';

/** Where each address leads on to; '' for an address with something of its own. */
export type Addresses = ReadonlyMap<string, string>;

/**
 * Files that only our own scripts and pages ask for, under names that they are told; and files for servers.
 * Parts of long lists follow from what is in them today; their list stays.
 */
const inner = new RegExp(
  [
    String.raw`^(?:(?:_astro|pagefind|tim|nghe|phong-chu|du-lieu\/may-chu)\/|_headers$|_redirects$|\.nojekyll$`,
    String.raw`(?:.+\/)?phan\/|(?:lo-trinh|tap-huan)\/(?:.+\/)?du-lieu-[\w-]+\.json$)`,
  ].join('|'),
);

/**
 * Every address of a site that must live for ever: pages, files for people and machines, places inside
 * guides, the glossary and the phone page.
 */
export function addressesOf({ files, pages }: SiteFacts): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of files)
    if (
      !file.endsWith('.html') &&
      !inner.test(file) &&
      !hashedName(file) &&
      !isTwin(file) &&
      file !== listName
    )
      found.set(`/${file}`, '');
  for (const page of pages) {
    if (page.address === '/404.html' || inner.test(page.address.slice(1))) continue;
    found.set(page.address, page.leadsTo ?? '');
    for (const id of page.places) found.set(`${page.address}#${id}`, '');
  }
  return new Map([...found].sort(([a], [b]) => byCode(a, b)));
}

/** A ledger: the base address of the edition it belongs to, and every address it ever had. */
export interface Ledger {
  readonly base: string;
  readonly addresses: Addresses;
}

const remark =
  '# Mọi địa chỉ đã từng phát hành. Lệnh phát hành tự thêm dòng; không ai xóa dòng nào. Hai cột: địa chỉ, nơi dẫn tới (nếu chỉ dẫn đi).';

export function parseLedger(text: string): Ledger {
  const addresses = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^(\/\S*)(?: (\/\S*))?\s*$/.exec(line);
    if (match) addresses.set(match[1] ?? '', match[2] ?? '');
  }
  return { base: /^# base (\S+)$/m.exec(text)?.[1] ?? '', addresses };
}

export function formatLedger({ base, addresses }: Ledger): string {
  return `${remark}\n# base ${base}\n${[...addresses]
    .sort(([a], [b]) => byCode(a, b))
    .map(([address, to]) => (to === '' ? `${address}\n` : `${address} ${to}\n`))
    .join('')}`;
}

/** Old and new together. A place to which an address leads is the newest. */
export const joined = (old: Addresses, now: Addresses): Map<string, string> => new Map([...old, ...now]);

/**
 * Addresses given up on purpose: `address | day | reason`, one a line; `#` begins a remark. Answers with
 * lines that are written otherwise, too.
 */
export function parseWithdrawn(text: string): {
  readonly addresses: ReadonlySet<string>;
  readonly wrong: readonly { readonly line: number; readonly text: string }[];
} {
  const addresses = new Set<string>();
  const wrong: { line: number; text: string }[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const match = /^(\/\S*)\s*\|\s*(\d{4}-\d{2}-\d{2})\s*\|\s*(\S.*)$/.exec(line);
    if (match) addresses.add(match[1] ?? '');
    else wrong.push({ line: index + 1, text: line });
  });
  return { addresses, wrong };
}

/** What a comparison found. */
export interface Lost {
  /** Pages and files that are gone. */
  readonly gone: readonly string[];
  /** Places with a fixed name that are gone from a page that lives. */
  readonly places: readonly string[];
  /**
   * Places named by number or title, gone from a page that lives: a link opens the top of the page, which is
   * worth a word and no more.
   */
  readonly noted: readonly string[];
  /** Guide numbers that lead to another guide than before. */
  readonly reused: readonly { readonly address: string; readonly before: string; readonly now: string }[];
}

const fixedPlaces: ReadonlySet<string> = new Set(Object.values(sectionIds));

/** A guide that was taken out and left a page that says why. */
export interface Withdrawn {
  readonly number: number;
  readonly address: string;
}

/** Whether an address was made of a guide that was taken out: under its number, or its page. */
const ofWithdrawn = (address: string, taken: readonly Withdrawn[]): boolean =>
  taken.some(
    ({ number, address: page }) =>
      address.startsWith(page) || new RegExp(`/${number}(?:[/.#-]|$)`).test(address),
  );

/** Lays a site beside everything that was ever published. */
export function compare(
  ever: Addresses,
  now: Addresses,
  withdrawn: ReadonlySet<string>,
  taken: readonly Withdrawn[] = [],
): Lost {
  const gone: string[] = [];
  const places: string[] = [];
  const noted: string[] = [];
  const reused: { address: string; before: string; now: string }[] = [];
  for (const [address, before] of ever) {
    if (withdrawn.has(address)) continue;
    // Its page says why; files and places that were made of it are gone with it.
    if (!now.has(address) && ofWithdrawn(address, taken)) continue;
    const [page = '', id] = address.split('#');
    const here = now.get(address);
    if (here === undefined) {
      if (id === undefined) gone.push(address);
      // The page itself is gone or leads on: said once, not for each of its places.
      else if (now.get(page) === '' && !withdrawn.has(page))
        (page === single.glossary || (page !== single.calls && fixedPlaces.has(id)) ? places : noted).push(
          address,
        );
    } else if (
      /^\/\d+\/$/.test(address) &&
      before !== '' &&
      here !== before &&
      (here === '' || now.get(before) !== here)
    )
      reused.push({ address, before, now: here || 'trang khác' });
  }
  return { gone, places, noted, reused };
}

/** Guides that are gone with their numbers, as the ledger knows them. */
const goneGuides = ({ gone }: Lost, ever: Addresses): Withdrawn[] =>
  gone.flatMap((address) => {
    const number = /^\/(\d+)\/$/.exec(address)?.[1];
    return number === undefined ? [] : [{ number: Number(number), address: ever.get(address) ?? address }];
  });

/** What to write for guides that are gone: a page in their place says why. */
const tombstones = (guides: readonly Withdrawn[], today: string): string[] =>
  guides.map(
    ({ number, address }) =>
      `Bài ${number} không còn. Đổi tên thì dùng npm run move; bỏ hẳn thì tạo content/withdrawn/bai-${number}.yaml:\n` +
      `number: ${number}\ntitle: …  # tên đã in trên giấy\naddress: ${address}\ndate: ${today}\n` +
      'reason: …  # một câu nói với bà con\ninstead: []  # mã các bài đọc thay',
  );

/** What to write for a lost address, ready to paste. `today` is the edition's day, `ever` all that was known. */
export function advice(lost: Lost, now: Addresses, today: string, ever: Addresses = new Map()): string {
  const guides = goneGuides(lost, ever);
  const living = [...now]
    .filter(([address, to]) => to === '' && address.endsWith('/') && !address.includes('#'))
    .map(([address]) => address);
  const gone = lost.gone.filter((address) => !ofWithdrawn(address, guides));
  const pagesGone = gone.filter((address) => address.endsWith('/'));
  const other = [...gone.filter((address) => !address.endsWith('/')), ...lost.places];
  const part: string[] = tombstones(guides, today);
  if (pagesGone.length > 0) {
    const redirects = pagesGone
      .slice(0, 20)
      .map(
        (word) =>
          `  - from: ${word}\n    to: ${nearest(word, living) ?? '/…  # địa chỉ trang thay thế'}\n    date: ${today}\n    reason: …`,
      )
      .join('\n');
    part.push(
      `${pagesGone.length} trang đã phát hành nay không còn. Thêm vào mục redirects trong content/redirects.yaml (xem lại dòng to, ghi lý do):\n${redirects}${pagesGone.length > 20 ? `\n  … và ${pagesGone.length - 20} địa chỉ nữa` : ''}`,
    );
  }
  if (other.length > 0) {
    part.push(
      `${other.length} tệp hoặc chỗ trong trang đã phát hành nay không còn. Đưa trở lại; nếu chủ ý bỏ hẳn thì ghi vào deploy/withdrawn.txt:\n${other
        .slice(0, 20)
        .map((place) => `${place} | ${today} | lý do …`)
        .join('\n')}${other.length > 20 ? `\n… và ${other.length - 20} địa chỉ nữa` : ''}`,
    );
  }
  for (const address of lost.reused)
    part.push(
      `Số ${address.address} từng dẫn tới ${address.before}, nay dẫn tới ${address.now}. Số bài đã in trên giấy không đổi chủ: trả số cũ cho bài cũ, bài mới lấy số mới.`,
    );
  return part.join('\n\n');
}
