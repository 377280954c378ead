/**
 * `npm run bench:load`: what one machine with nginx and our configuration can serve: requests per second,
 * times, errors and CPU per request, at 64
 * and at 2,000 connections, over TLS, and while editions are switched. Prints figures; gates nothing. The
 * load comes from the same machine and shares its cores.
 */
import { globSync } from 'node:fs';
import { typed } from '../src/cli/command-line.ts';
import {
  addRelease,
  compress,
  makeSite,
  nginxPath,
  startNginx,
  switchTo,
  type Running,
} from '../test/deploy/servers.ts';
import { installTools } from '../src/cli/debian.ts';
import { cpuSeconds, wrk, wrkPath, type Load } from './wrk.ts';
import { present } from '../test/present.ts';

const { values } = typed({
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '3' },
});
const seconds = Number(values.seconds);
installTools(['nginx', 'wrk']);
if (!nginxPath() || !wrkPath())
  throw new Error(
    'Cần nginx (có mô-đun brotli) và wrk. Debian: apt-get install nginx-light libnginx-mod-http-brotli-static wrk (nginx and wrk are needed)',
  );

const site = makeSite();
const pages = globSync('{huong-dan,cho-so}/*/*/index.html', { cwd: site.release }).sort();
compress(site.release, ['index.html', ...pages]);
const paths = pages.map((page) => `/${page.replace(/index\.html$/, '')}`);
const other = 'b'.repeat(64);
addRelease(site.dir, other, site.release);

interface Row extends Load {
  readonly cpu: number;
}
async function measure(
  server: Running,
  address: string,
  connections: number,
  during: () => Promise<void> = async () => {},
): Promise<Row> {
  const rows: Row[] = [];
  for (let i = 0; i < Number(values.rounds); i++) {
    const before = cpuSeconds(server.pid);
    const [load] = await Promise.all([
      wrk(address, paths, { connections, seconds, work: server.work }),
      during(),
    ]);
    rows.push({ ...load, cpu: ((cpuSeconds(server.pid) - before) / load.requests) * 1000 });
  }
  rows.sort((a, b) => a.cpu - b.cpu);
  return {
    ...present(rows[Math.floor(rows.length / 2)], 'an item of rows'),
    errors: rows.reduce((sum, row) => sum + row.errors, 0),
    late: rows.reduce((sum, row) => sum + row.late, 0),
  };
}
const say = (name: string, row: Row): void =>
  console.log(
    `${name}: ${row.perSecond.toFixed(0)} yêu cầu/s, p50 ${row.p50.toFixed(1)} ms, p99 ${row.p99.toFixed(0)} ms, ${row.errors} lỗi và ${row.late} câu trả lời quá 2 giây trong ${values.rounds} lượt, CPU máy chủ ${row.cpu.toFixed(4)} ms mỗi yêu cầu, ${row.bytesPerRequest.toFixed(0)} byte mỗi yêu cầu`,
  );

console.log(
  `${paths.length} bài, brotli có sẵn, ${seconds} giây mỗi lượt, ${values.rounds} lượt, lấy lượt giữa theo CPU.`,
);
const plain = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
const address = `http://127.0.0.1:${plain.http}`;
say('64 kết nối', await measure(plain, address, 64));
say('2.000 kết nối', await measure(plain, address, 2000));
let switches = 0;
say(
  '64 kết nối, 100 lần đổi bản mỗi lượt',
  await measure(plain, address, 64, async () => {
    for (let i = 0; i < 100; i++) {
      await new Promise((done) => setTimeout(done, (seconds * 1000) / 120));
      switchTo(site.dir, switches++ % 2 === 0 ? other : 'a'.repeat(64));
    }
  }),
);
console.log(`  (${switches} lần đổi bản)`);
await plain.stop();
const tls = await startNginx(site.dir);
say('TLS, 64 kết nối', await measure(tls, `https://127.0.0.1:${tls.https}`, 64));
await tls.stop();
site.remove();
