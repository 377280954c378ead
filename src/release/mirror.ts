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
  const at = (file: string): string =>
    new URL(encodeURI(addressOf(file)).slice(1), base.endsWith('/') ? base : `${base}/`).href;
  const missing: string[] = [];
  const different: string[] = [];
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
  const theirs = own?.status === 200 ? parseSums(unpacked(own).toString('utf8')) : new Map<string, string>();
  // Files for the host itself, which it keeps to itself.
  const wanted = [...sums.keys()].filter(
    (file) => file !== listName && file !== '_headers' && file !== '_redirects' && !isTwin(file),
  );
  await inParallel(wanted, async (file) => {
    for (const coding of [
      'identity',
      ...(sums.has(`${file}.br`) ? ['br'] : []),
      ...(sums.has(`${file}.gz`) ? ['gzip'] : []),
    ]) {
      const got = await answer(at(file), coding);
      const redirect = redirects.get(addressOf(file));
      const name = coding === 'identity' ? file : `${file} (${coding})`;
      if (got === undefined) missing.push(`${name}: không trả lời`);
      else if (
        got.status >= 300 &&
        got.status < 400 &&
        got.headers.location !== undefined &&
        redirect !== undefined
      ) {
        const leads = new URL(got.headers.location, at(file));
        const right = new URL(redirect.slice(1), base.endsWith('/') ? base : `${base}/`);
        if (leads.pathname !== right.pathname)
          different.push(`${name}: dẫn tới ${leads.pathname}, lẽ ra ${right.pathname}`);
      } else if (got.status !== 200 && !(file === '404.html' && got.status === 404))
        missing.push(`${name}: trả lời ${got.status}`);
      else {
        let body: Buffer;
        try {
          body = unpacked(got);
        } catch {
          different.push(`${name}: nén hỏng`);
          continue;
        }
        if (sha256(body) !== sums.get(file)) different.push(name);
      }
    }
    each(++done, wanted.length);
  });
  const text = own?.status === 200 ? unpacked(own) : undefined;
  if (text === undefined) missing.push(listName);
  else if (sums.has(listName) && sha256(text) !== sums.get(listName)) different.push(listName);
  return {
    missing: missing.sort(),
    different: different.sort(),
    extra: [...theirs.keys()].filter((sum) => !sums.has(sum)),
    requests,
    ...(text !== undefined && theirs.size > 0 && sha256(text) !== sums.get(listName)
      ? { otherEdition: sha256(text) }
      : {}),
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
