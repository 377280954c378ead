/** Watching over served editions: old content, a mirror that lags, a certificate that ends, nobody there. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/release/checksums.ts';
import { judgeTold, watchEdition } from '../../src/release/watch.ts';

const list = 'abc  index.html\n';
const release = sha256(Buffer.from(list));
const server = createServer((request, reply) => {
  const body = {
    '/so-tay/du-lieu/ban.json': '{"name":"Sổ tay","day":"2026-11-01"}',
    '/so-tay/sha256sums.txt': list,
  }[request.url ?? ''];
  reply.statusCode = body === undefined ? 404 : 200;
  reply.end(body ?? '');
});
let origin = '';
beforeAll(async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  });
  origin = `http://127.0.0.1:${await promise}`;
});
afterAll(() => server.close());

const expected = { now: new Date('2026-11-30'), days: 120, certificateDays: 21 };

test('an edition under a path that is well', async () => {
  expect(await watchEdition(`${origin}/so-tay`, { ...expected, release })).toEqual({
    name: 'Sổ tay',
    wrong: [],
  });
});

test('one that is old and not the one that was published; one that is not there', async () => {
  const later = { ...expected, now: new Date('2027-06-01'), release: '0'.repeat(64) };
  const { wrong } = await watchEdition(`${origin}/so-tay/`, later);
  expect(wrong).toHaveLength(2);
  expect(wrong[0]).toContain('2026-11-01');
  expect(wrong[1]).toContain('bản đã phát hành là');
  expect((await watchEdition(`${origin}/khac/`, expected)).wrong[0]).toContain('trả lời 404');
});

test('a certificate is told from three weeks before its end', () => {
  const told = { name: 'Sổ tay', day: '2026-11-01', release };
  expect(judgeTold({ ...told, until: new Date('2026-12-22') }, expected)).toEqual([]);
  expect(judgeTold({ ...told, until: new Date('2026-12-20') }, expected)[0]).toContain('còn 20 ngày');
  expect(judgeTold({ ...told, day: 'không rõ' }, expected)[0]).toContain('không rõ');
});
