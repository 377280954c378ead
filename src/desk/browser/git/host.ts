/**
 * What the desk asks of a git server, whichever it is: Gitea and Forgejo, GitLab, GitHub. Each has its own
 * file; nothing else of the desk knows which it talks to.
 */
import { z } from 'zod';
import { base64Of } from '../bytes.ts';

/** Somebody who signed in. */
export interface HostUser {
  readonly login: string;
  readonly name: string;
}

/** A proposal: a branch that somebody wants taken in. */
export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly user: HostUser;
  /** `2026-11-29` */
  readonly day: string;
  /** Its branch, and the commit at the tip of that. */
  readonly branch: string;
  readonly tip: string;
  /** Whether it can be taken in without two words for one thing. */
  readonly mergeable: boolean;
  /** The commit at which its branch left the one that it goes into; empty in lists. */
  readonly base: string;
}

/** A file as a commit changes it; without `sha` it is new. */
export interface FileChange {
  readonly path: string;
  /** Words, or the bytes of a picture. */
  readonly content: string | Uint8Array;
  /** Name that git has for what the change began from. */
  readonly sha?: string;
}

/** A repository of a git server, as one signed-in user may use it. @throws HostFault from every question */
export interface GitHost {
  /** Who signed in. */
  me(): Promise<HostUser>;
  /** Whether that user may write to the repository. */
  mayWrite(): Promise<boolean>;
  /** The commit at the tip of a branch; undefined when there is no such branch. */
  tip(name: string): Promise<string | undefined>;
  /** All files of a commit: path, and the name that git has for what is in it. */
  files(commit: string): Promise<ReadonlyMap<string, string>>;
  /** What git knows by this name. */
  blob(sha: string): Promise<Uint8Array>;
  /** What a file holds at a branch or commit; undefined when it is not there. */
  file(path: string, at: string): Promise<Uint8Array | undefined>;
  /** One commit on `from`, or on a new branch that begins there. Refused when a file has another `sha`. */
  commit(from: string, onto: string, title: string, changes: readonly FileChange[]): Promise<void>;
  /** All proposals that wait, oldest first. */
  pulls(): Promise<Pull[]>;
  /** One proposal. */
  pull(number: number): Promise<Pull>;
  /** Files that a proposal changes. */
  pullFiles(number: number): Promise<readonly string[]>;
  /** Asks for a branch to be taken in. */
  propose(head: string, base: string, title: string, body: string): Promise<Pull>;
  /** Brings what was taken in meanwhile into the branch of a proposal. */
  refresh(number: number): Promise<void>;
  /** Closes a proposal that is not taken in; its branch goes too. */
  withdraw(pull: Pull): Promise<void>;
  /** Says of one commit of a proposal that it is approved, or what must be changed. */
  review(number: number, event: 'APPROVED' | 'REQUEST_CHANGES', commit: string, body: string): Promise<void>;
  /** Takes a proposal in, if its branch still ends at `commit`. */
  merge(number: number, commit: string, words: string): Promise<void>;
}

/** The server refused, or says something that the desk does not know. Status 0: it was not reached. */
export class HostFault extends Error {
  readonly status: number;
  constructor(status: number, said: string) {
    super(said);
    this.status = status;
  }
}

const encoder = new TextEncoder();
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? encoder.encode(content) : content;
/** Content as requests carry it. */
export const inBase64 = (content: string | Uint8Array): string => base64Of(bytesOf(content));
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The name that git has for some content. */
export async function blobSha(content: string | Uint8Array): Promise<string> {
  const bytes = bytesOf(content);
  const whole = new Uint8Array([...encoder.encode(`blob ${String(bytes.length)}\0`), ...bytes]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a file says in words at a branch or commit; undefined when it is not there. */
export async function textAt(host: GitHost, path: string, at: string): Promise<string | undefined> {
  const found = await host.file(path, at);
  return found && textOf(found);
}

export const inPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const said = z.object({ message: z.unknown().optional(), error: z.unknown().optional() });
const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

/**
 * Questions to one server, whose answers are proved by shape: a server that says something else is told so,
 * not believed.
 */
export class Questions {
  readonly #server: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** `server` with the path of its programs; `headers` go with every request. */
  constructor(server: string, headers: Readonly<Record<string, string>>) {
    this.#server = server;
    this.#headers = headers;
  }

  /** Sends a request; what is not answered with success is a fault. */
  async send(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.#server}${path}`, {
      method,
      headers: { ...this.#headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((error: unknown) => {
      throw new HostFault(0, String(error));
    });
    if (answer.ok) return answer;
    const { data } = said.safeParse(await answer.json().catch(() => undefined));
    const words = wordsOf(data?.message) || wordsOf(data?.error) || answer.statusText;
    throw new HostFault(answer.status, words);
  }

  /** Asks for something of a shape. */
  async ask<Shape extends z.ZodType>(
    shape: Shape,
    method: string,
    path: string,
    body?: object,
  ): Promise<z.output<Shape>> {
    const answer = await this.send(method, path, body);
    return shape.parse(await answer.json());
  }

  /** The same; undefined where the server knows nothing by that name. */
  async find<Shape extends z.ZodType>(shape: Shape, path: string): Promise<z.output<Shape> | undefined> {
    try {
      return await this.ask(shape, 'GET', path);
    } catch (error) {
      if (error instanceof HostFault && error.status === 404) return undefined;
      throw error;
    }
  }

  /** All of a list that comes page by page; `path` gets the number of the page. */
  async all<Item extends z.ZodType>(item: Item, path: (page: number) => string): Promise<z.output<Item>[]> {
    const all: z.output<Item>[] = [];
    for (let page = 1, more = true; more; page++) {
      const found = await this.ask(z.array(item), 'GET', path(page));
      all.push(...found);
      more = found.length >= pageSize;
    }
    return all;
  }
}

/** Most that a page of a list holds. */
export const pageSize = 50;

/** Asks again and again until something is so, for half a minute at most. @throws HostFault when it is not */
export async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, 20 * 2 ** Math.min(tries, 6)));
  }
  throw new HostFault(504, 'the server has not finished');
}
