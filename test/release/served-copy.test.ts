/** A served copy held against a list, asked as readers' browsers ask: what is right, and what is not. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatSums, sha256, type Checksums } from '../../src/release/checksums.ts';
import { listName } from '../../src/release/layout.ts';
import { holdServed, parseRedirects, servedRedirects, type MirrorFound } from '../../src/release/mirror.ts';

const text = 'Một trang. '.repeat(50);
const files: Readonly<Record<string, Buffer>> = {
  'index.html': Buffer.from(text),
  'index.html.br': brotliCompressSync(text),
  'index.html.gz': gzipSync(text),
  '404.html': Buffer.from('Không có trang này'),
  '61/index.html': Buffer.from('Chuyển'),
  'a b.ics': Buffer.from('lịch'),
  _headers: Buffer.from('riêng của máy chủ'),
};
const own = new Map(Object.entries(files).map(([file, bytes]) => [file, sha256(bytes)]));
const list = formatSums(own);
const sums: Checksums = new Map([...own, [listName, sha256(Buffer.from(list))]]);

/** What the host answers in place of what is right. */
type Answer = (request: IncomingMessage, reply: ServerResponse) => boolean;
let other: Answer = () => false;
let asked: string[] = [];

const server = createServer((request, reply) => {
  const path = decodeURIComponent(request.url ?? '').replace('/so-tay/', '');
  const coding = String(request.headers['accept-encoding']);
  asked.push(`${path} ${coding}`);
  if (other(request, reply)) return;
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (file === listName) {
    reply.end(list);
    return;
  }
  if (file === '61/index.html') {
    reply.writeHead(301, { location: '/so-tay/moi/' }).end();
    return;
  }
  const packed = { br: 'br', gzip: 'gz' }[coding];
  if (packed !== undefined) reply.setHeader('content-encoding', coding);
  const bytes = files[packed === undefined ? file : `${file}.${packed}`];
  reply.statusCode = bytes === undefined || file === '404.html' ? 404 : 200;
  reply.end(bytes);
});
let origin = '';
beforeAll(async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  });
  origin = `http://127.0.0.1:${await promise}/so-tay`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function held(answer: Answer = () => false, of: Checksums = sums): Promise<MirrorFound> {
  other = answer;
  asked = [];
  const redirects = new Map([['/61/', '/moi/']]);
  return holdServed(origin, of, { redirects, timeout: 500, retries: 1 });
}
const at =
  (path: string, answer: (reply: ServerResponse) => void): Answer =>
  ({ url }, reply) => {
    if (decodeURIComponent(url ?? '') !== `/so-tay/${path}`) return false;
    answer(reply);
    return true;
  };
const right = { missing: [], different: [], extra: [] };

test('a copy that is right is asked for every file in every form, not for what hosts keep', async () => {
  expect(await held()).toEqual({ ...right, requests: 7 });
  expect(asked.sort()).toEqual(
    [
      ' br',
      ' gzip',
      ' identity',
      '404.html identity',
      '61/ identity',
      'a b.ics identity',
      `${listName} identity`,
    ].sort(),
  );
});

test.each<readonly [string, Answer, Partial<MirrorFound>]>([
  [
    'a file that is gone',
    at('a b.ics', (reply) => reply.writeHead(410).end()),
    { missing: ['a b.ics: trả lời 410'] },
  ],
  ['a file of other bytes', at('a b.ics', (reply) => reply.end('khác')), { different: ['a b.ics'] }],
  [
    'a number that leads elsewhere',
    at('61/', (reply) => reply.writeHead(302, { location: '../cu/' }).end()),
    { different: ['61/index.html: dẫn tới /so-tay/cu/, lẽ ra /so-tay/moi/'] },
  ],
  [
    'a form that cannot be unpacked',
    ({ url, headers }, reply) => {
      if (url !== '/so-tay/' || headers['accept-encoding'] !== 'br') return false;
      reply.writeHead(200, { 'content-encoding': 'br' }).end('hỏng');
      return true;
    },
    { different: ['index.html (br): nén hỏng'] },
  ],
  ['a line that breaks', at('a b.ics', (reply) => reply.destroy()), { missing: ['a b.ics: không trả lời'] }],
  ['no answer', at('a b.ics', () => undefined), { missing: ['a b.ics: không trả lời'] }],
  ['no list', at(listName, (reply) => reply.writeHead(404).end()), { missing: [listName] }],
])('%s', async (_name, answer, found) => {
  const { requests, ...rest } = await held(answer);
  expect(rest).toEqual({ ...right, ...found });
  // What broke was asked for once more.
  const again = found.missing?.some((line) => line.endsWith('không trả lời')) === true;
  expect(requests).toBe(again ? 8 : 7);
});

test('a copy of another edition says which, and what it has besides', async () => {
  const theirs = formatSums(new Map([...own, ['them.html', sha256(Buffer.from('x'))]]));
  expect(await held(at(listName, (reply) => reply.end(theirs)))).toEqual({
    missing: [],
    different: [listName],
    extra: ['them.html'],
    otherEdition: sha256(Buffer.from(theirs)),
    requests: 7,
  });
});

test('the list of redirects of a copy, and none where it cannot be had', async () => {
  const lines = '/61/ /moi/ 301\n/62/ /khac/\nrác\n';
  const redirects = new Map([
    ['/61/', '/moi/'],
    ['/62/', '/khac/'],
  ]);
  expect(parseRedirects(lines)).toEqual(redirects);
  other = at('chuyen.txt', (reply) => reply.end(lines));
  expect(await servedRedirects(origin, 'chuyen.txt')).toEqual(redirects);
  expect(await servedRedirects(`${origin}/`, 'chuyen.txt')).toEqual(redirects);
  other = at('chuyen.txt', (reply) => reply.writeHead(500).end(lines));
  expect(await servedRedirects(origin, 'chuyen.txt')).toEqual(new Map());
  other = at('chuyen.txt', (reply) => reply.destroy());
  expect(await servedRedirects(origin, 'chuyen.txt')).toEqual(new Map());
});
