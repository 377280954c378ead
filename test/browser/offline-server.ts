/**
 * A web server in the test itself: it can lose answers, cut them short, be slow, show another edition, and be
 * ended for good.
 */
import { globSync, readFileSync, existsSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { present } from '../present.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
  ics: 'text/calendar',
  xml: 'application/xml',
};

/** The policy of the server: what every page of the site needs together, and no more. */
function headerPolicy(site: string): string {
  const sources = new Map<string, Set<string>>();
  for (const file of globSync('**/*.html', { cwd: site })) {
    const policy =
      /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/
        .exec(readFileSync(join(site, file), 'utf8'))?.[1]
        ?.replace(/&#39;/g, "'") ?? '';
    for (const part of policy.split(';')) {
      const [name, ...all] = part.trim().split(/\s+/);
      if (name) sources.set(name, new Set([...(sources.get(name) ?? []), ...all]));
    }
  }
  const joined = [...sources].map(
    ([name, all]) => `${name} ${[...all].filter((text) => text !== "'none'" || all.size === 1).join(' ')}`,
  );
  return [...joined, "frame-ancestors 'none'"].join('; ');
}

export interface Request {
  readonly path: string;
  readonly bytes: number;
  readonly status: number;
}

export class LameServer {
  /**
   * Shares of answers that never come, and that end in the middle, from 0 to 1. Only those of the offline
   * copy.
   */
  drop = 0;
  cut = 0;
  /** Milliseconds before each answer. */
  delay = 0;
  /** Ends by itself after so many answers of the offline copy. */
  dieAfter = Infinity;
  /** Paths answered with another file's text. */
  readonly instead = new Map<string, string>();
  log: Request[] = [];
  port = 0;
  #site: string;
  #policy = '';
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #compressed = new Map<string, Buffer>();
  #seed = 7;

  constructor(site: string) {
    this.#site = site;
  }
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  /** Answers for the offline copy. */
  get forCopy(): Request[] {
    return this.log.filter((request) => request.path.startsWith('/ngoai-tuyen/kho/'));
  }

  /** The same numbers in every run. */
  #chance(): number {
    return (this.#seed = (this.#seed * 16807) % 2147483647) / 2147483647;
  }

  show(site: string): void {
    this.#site = site;
    this.#policy = headerPolicy(site);
    this.#compressed.clear();
  }

  async start(): Promise<this> {
    this.show(this.#site);
    this.#server = createServer((request, response) => {
      setTimeout(
        () =>
          this.#answer(
            decodeURIComponent(new URL(present(request.url, 'url'), 'http://x').pathname),
            response,
          ),
        this.delay,
      );
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((done) => {
      present(this.#server, '#server').listen(this.port, '127.0.0.1', done);
    });
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Really ends: no port, no open line. */
  async end(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server)
      await new Promise<void>((done) => {
        server.close(() => done());
      });
  }

  #answer(path: string, response: ServerResponse): void {
    if (response.destroyed || this.#server === undefined) return;
    const ofCopy = path.startsWith('/ngoai-tuyen/kho/');
    if (ofCopy && this.dieAfter-- <= 0) {
      void this.end();
      return;
    }
    if (ofCopy && this.#chance() < this.drop) {
      this.log.push({ path, bytes: 0, status: 0 });
      response.socket?.destroy();
      return;
    }
    const file = join(this.#site, path.endsWith('/') ? `${path}index.html` : path);
    const there = this.instead.has(path) || (existsSync(file) && statSync(file).isFile());
    const end = there ? (path.endsWith('/') ? 'html' : path.slice(path.lastIndexOf('.') + 1)) : 'html';
    const type = types[end] ?? 'application/octet-stream';
    let body: Buffer = this.instead.has(path)
      ? Buffer.from(present(this.instead.get(path), 'an entry of instead'))
      : readFileSync(there ? file : join(this.#site, '404.html'));
    const text = /^text|json|javascript|svg|xml/.test(type);
    if (text) {
      const known = this.instead.has(path) ? undefined : this.#compressed.get(path);
      body = known ?? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
      if (!this.instead.has(path)) this.#compressed.set(path, body);
    }
    response.writeHead(there ? 200 : 404, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': 'public, max-age=0, must-revalidate',
      ...(text ? { 'content-encoding': 'br' } : {}),
      'content-security-policy': this.#policy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    if (ofCopy && this.#chance() < this.cut) {
      const part = body.subarray(0, Math.floor(body.length / 2));
      this.log.push({ path, bytes: part.length, status: 200 });
      response.write(part, () => response.socket?.destroy());
      return;
    }
    this.log.push({ path, bytes: body.length, status: there ? 200 : 404 });
    response.end(body);
  }
}
