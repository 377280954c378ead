/**
 * Whether a copy elsewhere serves the edition of a list: another folder, or an address, asked as readers'
 * browsers ask.
 */
import { get as getHttp, type IncomingHttpHeaders } from 'node:http';
import { get as getHttps } from 'node:https';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parseSums, sha256, type Checksums } from './checksums.ts';
import { inParallel } from './durable.ts';
import { listName } from './layout.ts';
import { isTwin } from './names.ts';
import { addressOf } from './site-facts.ts';
import type { Differences } from './verify.ts';

/** What a served copy answers. */
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How a mirror is asked. */
export interface Asking {
  /** Redirects that are right answers: old address → new one. */
  readonly redirects: ReadonlyMap<string, string>;
  readonly timeout?: number;
  /** Further tries after a broken line. */
  readonly retries?: number;
  readonly each?: (done: number, of: number) => void;
}

/** What was found at a served copy. */
export interface MirrorFound extends Differences {
  /** The mirror's own list, when it is another edition: then the differences follow from it. */
  readonly otherEdition?: string;
  readonly requests: number;
}

const codings = { br: brotliDecompressSync, gzip: gunzipSync } as const;

/** One request. Node's own client, because `fetch` unpacks in silence and hides which form came. */
function ask(url: string, coding: string, timeout: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const get = url.startsWith('https:') ? getHttps : getHttp;
    const request = get(
      url,
      { headers: { 'accept-encoding': coding, 'cache-control': 'no-cache' }, timeout },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () =>
          reply.complete
            ? resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(parts) })
            : reject(new Error('cut')),
        );
      },
    );
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
  });
}

/** The body as the reader sees it. */
function unpacked({ headers, body }: Answer): Buffer {
  const unpack = codings[headers['content-encoding'] as keyof typeof codings];
  return unpack === undefined ? body : unpack(body);
}

/** What is wrong with an answer: a file that is not served, or served with other bytes. */
type Wrong = { readonly missing: string } | { readonly different: string };

/** Judges one answer; nothing when it is right. `sum` is the file's in the list. */
function judge(
  { file, name, at }: { readonly file: string; readonly name: string; readonly at: (file: string) => string },
  got: Answer | undefined,
  redirect: string | undefined,
  sum: string | undefined,
): Wrong | undefined {
  if (got === undefined) return { missing: `${name}: không trả lời` };
  const { location } = got.headers;
  if (got.status >= 300 && got.status < 400 && location !== undefined && redirect !== undefined) {
    const leads = new URL(location, at(file));
    const right = new URL(redirect.slice(1), at('index.html'));
    return leads.pathname === right.pathname
      ? undefined
      : { different: `${name}: dẫn tới ${leads.pathname}, lẽ ra ${right.pathname}` };
  }
  if (got.status !== 200 && !(file === '404.html' && got.status === 404))
    return { missing: `${name}: trả lời ${got.status}` };
  let body: Buffer;
  try {
    body = unpacked(got);
  } catch {
    return { different: `${name}: nén hỏng` };
  }
  return sha256(body) === sum ? undefined : { different: name };
}

/** Names a file is asked for: plain, and in the forms of which the list has a twin. */
const codingsOf = (file: string, sums: Checksums): string[] => [
  'identity',
  ...(sums.has(`${file}.br`) ? ['br'] : []),
  ...(sums.has(`${file}.gz`) ? ['gzip'] : []),
];

/** Files that a copy serves: without those that tell the host itself how to, and without twins. */
const served = (sums: Checksums): string[] =>
  [...sums.keys()].filter(
    (file) => file !== listName && !/^(?:_headers|_redirects|\.nojekyll)$/.test(file) && !isTwin(file),
  );

/**
 * Asks a served copy for every file: plain, and where the list has a brotli or gzip twin in those forms too,
 * because most readers get only those. What the copy serves beyond the list cannot be known, except by its
 * own list.
 */
export async function holdServed(
  base: string,
  sums: Checksums,
  { redirects, timeout = 20_000, retries = 2, each = () => {} }: Asking,
): Promise<MirrorFound> {
  const root = base.endsWith('/') ? base : `${base}/`;
  const at = (file: string): string => new URL(encodeURI(addressOf(file)).slice(1), root).href;
  const wrong: Wrong[] = [];
  let requests = 0;
  let done = 0;
  const answer = async (url: string, coding: string): Promise<Answer | undefined> => {
    for (let tries = 0; ; tries++) {
      requests++;
      try {
        return await ask(url, coding, timeout);
      } catch {
        if (tries >= retries) return undefined;
      }
    }
  };

  const own = await answer(at(listName), 'identity');
  const text = own?.status === 200 ? unpacked(own) : undefined;
  const theirs = text === undefined ? new Map<string, string>() : parseSums(text.toString('utf8'));
  const wanted = served(sums);
  await inParallel(wanted, async (file) => {
    for (const coding of codingsOf(file, sums)) {
      const got = await answer(at(file), coding);
      const name = coding === 'identity' ? file : `${file} (${coding})`;
      const found = judge({ file, name, at }, got, redirects.get(addressOf(file)), sums.get(file));
      if (found) wrong.push(found);
    }
    each(++done, wanted.length);
  });
  const sum = text === undefined ? undefined : sha256(text);
  if (sum === undefined) wrong.push({ missing: listName });
  else if (sums.has(listName) && sum !== sums.get(listName)) wrong.push({ different: listName });
  return {
    missing: wrong.flatMap((one) => ('missing' in one ? [one.missing] : [])).sort(),
    different: wrong.flatMap((one) => ('different' in one ? [one.different] : [])).sort(),
    extra: [...theirs.keys()].filter((file) => !sums.has(file)),
    requests,
    ...(sum !== undefined && theirs.size > 0 && sum !== sums.get(listName) ? { otherEdition: sum } : {}),
  };
}

/** The lines `old new 301` of the list of redirects. */
export function parseRedirects(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^(\/\S*) (\/\S*)(?: \d+)?$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** The list of redirects of a served copy. */
export async function servedRedirects(base: string, file: string): Promise<Map<string, string>> {
  try {
    const got = await ask(new URL(file, base.endsWith('/') ? base : `${base}/`).href, 'identity', 20_000);
    return got.status === 200 ? parseRedirects(unpacked(got).toString('utf8')) : new Map();
  } catch {
    return new Map();
  }
}
