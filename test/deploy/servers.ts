/**
 * Real servers over the finished site, with the files of `deploy/`: only folders, ports and the certificate
 * are put in.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { request as requestTls } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { program } from '../../src/cli/debian.ts';
import { freePorts } from '../../src/cli/free-ports.ts';
import { present } from '../present.ts';

const root = join(import.meta.dirname, '../..');
export const dist = process.env.DIST ?? join(root, 'dist');
/** Name that the certificate and the configuration carry. */
export const host = 'so-tay-so.example';

/** A folder as publishing leaves it. */
export interface Site {
  readonly dir: string;
  readonly release: string;
  remove(): void;
}

/** Companions that publishing writes; here only for the files which the tests ask for. */
export function compress(release: string, files: readonly string[]): void {
  for (const file of files) {
    // A published edition has them; and a link must not be written through.
    if (existsSync(join(release, `${file}.br`))) continue;
    const text = readFileSync(join(release, file));
    writeFileSync(join(release, `${file}.br`), brotliCompressSync(text));
    writeFileSync(join(release, `${file}.gz`), gzipSync(text, { level: 9 }));
  }
}

/**
 * Puts a copy of the finished site (hard links: quick and small) into a folder of its own, as `releases/<id>`
 * with the link `current`.
 */
export function makeSite(id = 'a'.repeat(64)): Site {
  const dir = mkdtempSync(join(tmpdir(), 'may-chu-'));
  chmodSync(dir, 0o755);
  const release = join(dir, 'releases', id);
  mkdirSync(join(dir, 'releases'));
  addRelease(dir, id);
  symlinkSync(`releases/${id}`, join(dir, 'current'));
  prepare(dir);
  return { dir, release, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** One more edition beside those there, a copy of the finished site or of another edition. */
export function addRelease(dir: string, id: string, from = dist): string {
  const release = join(dir, 'releases', id);
  if (spawnSync('cp', ['-al', from, release]).status !== 0) cpSync(from, release, { recursive: true });
  return release;
}

/** `sh deploy/chuan-bi.sh DIR`, as an operator runs it. */
export const prepare = (dir: string): string =>
  execFileSync('sh', [join(root, 'deploy/chuan-bi.sh'), dir], { encoding: 'utf8' });

/** The atomic switch: a new link, put over the old one by a rename. */
export function switchTo(dir: string, id: string): void {
  const link = join(dir, '.current-new');
  rmSync(link, { force: true });
  symlinkSync(`releases/${id}`, link);
  renameSync(link, join(dir, 'current'));
}

/** A certificate for `host` and this machine, signed by itself, made now. */
function certificate(dir: string): { readonly cert: string; readonly key: string } {
  const cert = join(dir, 'cert.pem');
  const key = join(dir, 'key.pem');
  if (!existsSync(cert))
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '2',
        '-subj',
        `/CN=${host}`,
        '-addext',
        `subjectAltName=DNS:${host},DNS:localhost,IP:127.0.0.1`,
      ],
      { stdio: 'ignore' },
    );
  return { cert, key };
}

/** A server that runs. */
export interface Running {
  readonly http: number;
  readonly https: number;
  readonly pid: number;
  readonly work: string;
  reload(): void;
  stop(): Promise<void>;
}

async function answering(port: number, child: ChildProcess, log: () => string): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${log()}`);
    const up = await new Promise<boolean>((done) => {
      const result = request({ port, host: '127.0.0.1', path: '/', headers: { host } }, (response) => {
        response.resume();
        done(true);
      });
      result.on('error', () => done(false));
      result.end();
    });
    if (up) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the server does not answer:\n${log()}`);
}

const stopper = (child: ChildProcess, work: string) => async (): Promise<void> => {
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  if (child.exitCode === null) await ended;
  rmSync(work, { recursive: true, force: true });
};

/** Path of nginx with its brotli module, or nothing. */
export const nginxPath = (): string | undefined => {
  const path = program('nginx');
  return path && existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so') ? path : undefined;
};

/** Starts nginx with a file of `deploy/`. `change` puts in more, for measurements. */
export async function startNginx(
  dir: string,
  { file = 'nginx.conf', change = (cell: string): string => cell } = {},
): Promise<Running> {
  const work = mkdtempSync(join(tmpdir(), 'nginx-'));
  chmodSync(work, 0o755);
  const [http, https] = (await freePorts(2)) as [number, number];
  const { cert, key } = certificate(work);
  const config = readFileSync(join(root, 'deploy', file), 'utf8')
    .replaceAll('/srv/so-tay-so', dir)
    .replace('/etc/ssl/so-tay-so/cert.pem', cert)
    .replace('/etc/ssl/so-tay-so/key.pem', key)
    .replace('load_module modules/', 'load_module /usr/lib/nginx/modules/')
    .replace('include mime.types', 'include /etc/nginx/mime.types')
    .replace(/error_log \S+ crit/, `error_log ${work}/error.log crit`)
    .replace(/pid \S+;/, '')
    .replace(/listen 80;.*?;/, `listen 127.0.0.1:${http}; listen [::1]:${http};`)
    .replace(
      /listen 443 ssl http2;.*?http2;/,
      `listen 127.0.0.1:${https} ssl http2; listen [::1]:${https} ssl http2;`,
    )
    .replace(/listen 8080;.*?;/, `listen 127.0.0.1:${http}; listen [::1]:${http};`)
    .replace(/client_body_temp_path \/.*/, '')
    .replace('/var/cache/nginx', work)
    .replace(
      'http {',
      `http {\n  client_body_temp_path ${work}/body; proxy_temp_path ${work}/proxy; fastcgi_temp_path ${work}/f; uwsgi_temp_path ${work}/u; scgi_temp_path ${work}/s;`,
    );
  writeFileSync(
    join(work, 'nginx.conf'),
    change(existsSync('/proc/net/if_inet6') ? config : config.replace(/listen \[::1\][^;]*;/g, '')),
  );
  const base = ['-c', join(work, 'nginx.conf'), '-p', work, '-g', `daemon off; pid ${work}/nginx.pid;`];
  let said = '';
  const child = spawn(present(nginxPath(), 'nginxPath'), base, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await answering(http, child, () => said);
  return {
    http,
    https,
    pid: present(child.pid, 'pid'),
    work,
    reload: () => {
      child.kill('SIGHUP');
    },
    stop: stopper(child, work),
  };
}

/** Path of Caddy, or nothing. */
export const caddyPath = (): string | undefined => program('caddy');

/**
 * Starts Caddy with a file of `deploy/`, a certificate of ours and no interface for administration. `change`
 * fits the file to what is tested.
 */
export async function startCaddy(
  dir: string,
  {
    file = 'Caddyfile',
    change = (text: string, tls: string): string =>
      text
        .replaceAll('/srv/so-tay-so/', `${dir}/`)
        .replace('so-tay-so.example {', `so-tay-so.example, localhost, 127.0.0.1 {\n\t${tls}`),
  } = {},
): Promise<Running> {
  const work = mkdtempSync(join(tmpdir(), 'caddy-'));
  const [http, https] = (await freePorts(2)) as [number, number];
  const { cert, key } = certificate(work);
  const own = change(readFileSync(join(root, 'deploy', file), 'utf8'), `tls ${cert} ${key}`);
  const ports = `http_port ${http}\n\thttps_port ${https}`;
  const config =
    `{\n\tadmin off\n\tauto_https disable_redirects\n\t${ports}\n}\n${own}\n` +
    `http://:${http} {\n\tredir https://{host}{uri} permanent\n}\n`;
  writeFileSync(join(work, 'Caddyfile'), config);
  let said = '';
  const child = spawn(
    present(caddyPath(), 'caddyPath'),
    ['run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
    },
  );
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await answering(http, child, () => said);
  return {
    http,
    https,
    pid: present(child.pid, 'pid'),
    work,
    reload: () => {
      throw new Error('not used');
    },
    stop: stopper(child, work),
  };
}

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks a running server over TLS; the path goes out exactly as written. */
export function ask(
  server: Running,
  path: string,
  {
    method = 'GET',
    headers = {},
    plain = false,
  }: { method?: string; headers?: Record<string, string>; plain?: boolean } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const options = {
      host: '127.0.0.1',
      port: plain ? server.http : server.https,
      path,
      method,
      headers: { host, ...headers },
      agent: false as const,
      servername: host,
      rejectUnauthorized: false,
    };
    const result = (plain ? request : requestTls)(options, (answer) => {
      const parts: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => parts.push(chunk))
        .on('end', () =>
          done({
            status: present(answer.statusCode, 'statusCode'),
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        )
        .on('error', fail);
    });
    result.on('error', fail);
    result.end();
  });
}
