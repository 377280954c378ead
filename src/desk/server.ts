/**
 * The server of the desk, on this machine alone: hands out the page and all entries, proves and saves what is
 * handed in. Nothing else on the network can reach it, and its page loads nothing from elsewhere.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { formatProblem } from '../domain/problem.ts';
import { problemAt } from '../gate/faults.ts';
import { photoFaults } from '../gate/photo-bytes.ts';
import { t } from '../words/words.ts';
import { deskScripts } from './bundle.ts';
import type { DeskStart } from './form-kinds.ts';
import { DeskGate } from './gate.ts';
import { placeOf } from './places.ts';
import { contentFiles, deskPage, deskStart } from './start.ts';

/** An answer: status, type of content, what is in it. */
type Answer = readonly [status: number, type: string, content: string | Buffer];

/** What the page may do: run its own scripts and ask its own server. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const saving = z.object({
  file: z.string(),
  base: z.string(),
  text: z.string(),
  /** The picture of a photo, in base64. */
  photo: z.base64().optional(),
});

/** The picture of an entry of `content/photos`. */
const photoPath = /^\/content\/photos\/[a-z0-9-]+\.jpg$/;

/** Longest request, in letters: no file of the content is longer. */
const longest = 1_000_000;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request) {
    text += String(piece);
    if (text.length > longest) throw new Error('the request is too long');
  }
  return JSON.parse(text);
}

class DeskServer {
  readonly #root: string;
  readonly #assets: ReadonlyMap<string, readonly [type: string, text: string]>;
  #gate: DeskGate | undefined;

  constructor(root: string, scripts: { readonly desk: string; readonly gate: string }) {
    this.#root = root;
    const own = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
    this.#assets = new Map([
      ['/', ['text/html', deskPage()]],
      ['/desk.css', ['text/css', own('desk.css')]],
      ['/desk.js', ['text/javascript', scripts.desk]],
      ['/gate.js', ['text/javascript', scripts.gate]],
    ]);
  }

  #start(): DeskStart {
    this.#gate = undefined;
    return deskStart(this.#root);
  }

  /** Answers one request. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [status, type, content] = await this.#answerTo(request);
    response.writeHead(status, {
      'content-type': typeof content === 'string' ? `${type}; charset=utf-8` : type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(content);
  }

  async #answerTo(request: IncomingMessage): Promise<Answer> {
    const { host = '', origin } = request.headers;
    // A page of another address, or another name for this machine, has no business here.
    const here = /^(?:localhost|127\.0\.0\.1):\d+$/.test(host);
    if (!here || (origin !== undefined && origin !== `http://${host}`))
      return [403, 'text/plain', 'forbidden'];
    const address = request.url ?? '/';
    if (request.method === 'POST') {
      if (request.headers['content-type'] !== 'application/json') return [415, 'text/plain', 'JSON only'];
      return this.#post(address, await bodyOf(request));
    }
    if (address === '/start.json') return [200, 'application/json', JSON.stringify(this.#start())];
    const picture = photoPath.test(address) ? join(this.#root, address) : undefined;
    if (picture !== undefined && existsSync(picture)) return [200, 'image/jpeg', readFileSync(picture)];
    const [type, text = ''] = this.#assets.get(address) ?? [];
    return type === undefined ? [404, 'text/plain', 'not found'] : [200, type, text];
  }

  #post(address: string, content: unknown): Answer {
    if (address === '/save') return this.#save(saving.parse(content));
    return [404, 'text/plain', 'not found'];
  }

  #proved(file: string, text: string): ReturnType<DeskGate['check']> {
    this.#gate ??= new DeskGate(contentFiles(this.#root));
    return this.#gate.check(file, text);
  }

  #save({ file, base, text, photo }: z.output<typeof saving>): Answer {
    if (placeOf(file) === undefined || file.includes('..') || file.includes('\\'))
      return [400, 'text/plain', t('desk.noPlace')];
    const full = join(this.#root, file);
    const now = existsSync(full) ? readFileSync(full, 'utf8') : '';
    if (now !== base) return [409, 'text/plain', now];
    const picture = photo === undefined ? undefined : Buffer.from(photo, 'base64');
    if (picture && !file.startsWith('content/photos/')) return [400, 'text/plain', t('desk.noPlace')];
    const problems = [
      ...this.#proved(file, text).problems,
      ...(picture ? photoFaults(file, picture).map((found) => problemAt(file, found)) : []),
    ];
    if (problems.length > 0) return [422, 'text/plain', problems.map(formatProblem).join('\n')];
    mkdirSync(dirname(full), { recursive: true });
    if (picture) writeFileSync(full.replace(/\.yaml$/, '.jpg'), picture);
    writeFileSync(full, text);
    this.#gate?.keep(file, text);
    return [200, 'text/plain', 'saved'];
  }
}

/** Starts the desk over the content under `root`. */
export async function startDesk(root: string, port: number): Promise<Server> {
  const desk = new DeskServer(root, await deskScripts(root));
  const server = createServer((request, response) => {
    desk.answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', done);
  });
  return server;
}
