/**
 * What hosts of static sites take, as their documents say it; so that a site that is too large is told before
 * it is sent, in place of a log of theirs afterwards. Read on 30 November 2026.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';

/** Most that a host takes; what its documents do not name is absent. */
interface HostLimits {
  /** As operators know it. */
  readonly name: string;
  readonly files?: number;
  /** Of one file. */
  readonly fileBytes?: number;
  /** Of all files together. */
  readonly bytes?: number;
  /** Lines of `_redirects` without and with a splat or a placeholder. */
  readonly redirects?: { readonly plain: number; readonly open: number };
  readonly redirectLine?: number;
  readonly redirectBytes?: number;
  /** Places in `_headers`, and letters of one line. */
  readonly headerRules?: number;
  readonly headerLine?: number;
  /** Where it stands. */
  readonly source: string;
}

const mebibyte = 1024 ** 2;

/** By the name that `--host` takes. */
export const hosts = {
  'cloudflare-pages': {
    name: 'Cloudflare Pages (gói miễn phí)',
    files: 20_000,
    fileBytes: 25 * mebibyte,
    redirects: { plain: 2000, open: 100 },
    redirectLine: 1000,
    headerRules: 100,
    headerLine: 2000,
    source: 'developers.cloudflare.com/pages/platform/limits',
  },
  'github-pages': {
    name: 'GitHub Pages',
    bytes: 1e9,
    source: 'docs.github.com/pages/getting-started-with-github-pages/github-pages-limits',
  },
  'gitlab-pages': {
    name: 'GitLab Pages của gitlab.com',
    files: 200_000,
    bytes: 1e9,
    redirects: { plain: 1000, open: 0 },
    redirectBytes: 64 * 1024,
    source: 'docs.gitlab.com/user/project/pages/redirects; gitlab-org/gitlab#405048',
  },
  netlify: {
    name: 'Netlify',
    redirects: { plain: 10_000, open: 0 },
    source: 'docs.netlify.com/manage/routing/redirects/overview',
  },
} as const satisfies Readonly<Record<string, HostLimits>>;
/** A host whose limits are known. */
export type Host = keyof typeof hosts;

/** Whether a word is the name of one. */
export const isHost = (word: string): word is Host => Object.hasOwn(hosts, word);

/** Something that a host counts. */
interface Measured {
  readonly what: string;
  readonly is: number;
  readonly most: number | undefined;
  readonly unit: string;
  /** What to do when there is too much of it. */
  readonly cure: string;
}

/** Figures as they are read. */
const said = (figure: number): string => figure.toLocaleString('vi-VN');
const megabytes = (bytes: number): number => Math.ceil(bytes / 1e5) / 10;

const lines = (root: string, name: string, there: ReadonlySet<string>): string[] =>
  there.has(name) ? readFileSync(join(root, name), 'utf8').split('\n').filter(Boolean) : [];
const longest = (list: readonly string[]): number => Math.max(0, ...list.map((line) => line.length));

const less = 'bớt dạng đưa sẵn ở downloads của edition.yaml, hoặc bớt phần ở show';
const apart = 'bỏ dạng ấy ở downloads của edition.yaml, để ở nơi khác rồi dẫn tới';
const shorter = 'xóa _redirects khỏi thư mục: trang tự dẫn vẫn chạy';
const ours = 'báo cho người làm phần mềm';

/** Files: how many, how large together, how large the largest. */
function filesOf(root: string, files: readonly string[], limits: HostLimits): Measured[] {
  const sizes = files.map((file) => ({ file, bytes: statSync(join(root, file)).size }));
  const first = { file: '', bytes: 0 };
  const largest = sizes.reduce((one, other) => (other.bytes > one.bytes ? other : one), first);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const most = (bytes: number | undefined): number | undefined => bytes && megabytes(bytes);
  const named = `tệp lớn nhất (${largest.file})`;
  return [
    { what: 'số tệp', is: files.length, most: limits.files, unit: '', cure: less },
    { what: 'cả thư mục', is: megabytes(total), most: most(limits.bytes), unit: ' MB', cure: less },
    { what: named, is: megabytes(largest.bytes), most: most(limits.fileBytes), unit: ' MB', cure: apart },
  ];
}

/** `_redirects` and `_headers`. */
function listsOf(root: string, files: readonly string[], limits: HostLimits): Measured[] {
  const there = new Set(files);
  const redirects = lines(root, '_redirects', there).filter((line) => !line.startsWith('#'));
  const open = redirects.filter((line) => /[*:]/.test(line.split(' ')[0] ?? '')).length;
  const headers = lines(root, '_headers', there);
  const rules = headers.filter((line) => !line.startsWith(' ')).length;
  const bytes = there.has('_redirects') ? statSync(join(root, '_redirects')).size : 0;
  const { redirects: most, redirectLine, redirectBytes, headerRules, headerLine } = limits;
  const row = (
    what: string,
    is: number,
    limit: number | undefined,
    unit: string,
    cure: string,
  ): Measured => ({
    what,
    is,
    most: limit,
    unit,
    cure,
  });
  return [
    row('dòng của _redirects', redirects.length - open, most?.plain, '', shorter),
    row('dòng có dấu sao của _redirects', open, most?.open, '', shorter),
    row('dòng dài nhất của _redirects', longest(redirects), redirectLine, ' chữ cái', shorter),
    row('tệp _redirects', bytes, redirectBytes, ' byte', shorter),
    row('chỗ trong _headers', rules, headerRules, '', ours),
    row(
      'dòng dài nhất của _headers',
      longest(headers.map((line) => line.trim())),
      headerLine,
      ' chữ cái',
      ours,
    ),
  ];
}

/**
 * Holds a finished site against what a host takes.
 * @returns what comes near, at four fifths or more, for the log
 * @throws Refusal `proof` that names all that is too much, each with its cure
 */
export function holdAgainstHost(root: string, files: readonly string[], host: Host): string[] {
  const limits: HostLimits = hosts[host];
  const counted = [...filesOf(root, files, limits), ...listsOf(root, files, limits)].flatMap((one) =>
    one.most === undefined ? [] : [{ ...one, most: one.most }],
  );
  const told = ({ what, is, most, unit }: (typeof counted)[number]): string =>
    `${what} là ${said(is)}${unit}, ${limits.name} nhận nhiều nhất ${said(most)}${unit}`;
  const over = counted.filter(({ is, most }) => is > most);
  if (over.length > 0)
    throw new Refusal(
      'proof',
      [
        `Không đưa lên ${limits.name} được:`,
        ...over.map((one) => `  ${told(one)}.\n    Sửa: ${one.cure}`),
        `Giới hạn đọc ở ${limits.source}. Bản dựng trước vẫn nguyên. (more than the host takes)`,
      ].join('\n'),
    );
  return counted
    .filter(({ is, most }) => most > 0 && is >= most * 0.8)
    .map((one) => `Gần tới: ${told(one)}.`);
}
