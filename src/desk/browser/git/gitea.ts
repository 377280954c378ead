/**
 * A git server as the desk asks it, by the published API of Gitea, version 1; Forgejo answers the same
 * requests. Answers are proved by shape: a server that says something else is told so, not believed.
 */
import { z } from 'zod';
import type { GitPlace } from '../../form-kinds.ts';

const user = z.object({ login: z.string(), full_name: z.string().default('') });
const repository = z.object({ permissions: z.object({ push: z.boolean() }).optional() });
const branch = z.object({ commit: z.object({ id: z.string() }) });
const tree = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string(), sha: z.string() })),
  truncated: z.boolean(),
});
const content = z.object({ sha: z.string(), content: z.string() });
const ref = z.object({ ref: z.string(), sha: z.string() });
const pull = z.object({
  number: z.number(),
  title: z.string(),
  user,
  created_at: z.string(),
  mergeable: z.boolean(),
  head: ref,
  base: ref,
  merge_base: z.string(),
});
const changedFile = z.object({ filename: z.string(), status: z.string() });
const message = z.object({ message: z.string() });

/** Somebody who signed in. */
export type HostUser = z.output<typeof user>;
/** A proposal: a branch that somebody wants taken in. */
export type Pull = z.output<typeof pull>;

/** A file as a commit changes it; without `sha` it is new. */
export interface FileChange {
  readonly path: string;
  readonly text: string;
  /** Name that git has for the text which the change began from. */
  readonly sha?: string;
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
const toBase64 = (text: string): string =>
  btoa(Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0)));

/** The name that git has for a text. */
export async function blobSha(text: string): Promise<string> {
  const bytes = encoder.encode(text);
  const whole = new Uint8Array([...encoder.encode(`blob ${String(bytes.length)}\0`), ...bytes]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const inPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Most that a page of a list holds. */
const pageSize = 50;

/** A repository of a git server, as one signed-in user may use it. @throws HostFault from every question */
export class Gitea {
  readonly #server: string;
  readonly #repository: string;
  readonly #token: string;

  constructor({ server, repository: name }: GitPlace, token: string) {
    this.#server = `${server}/api/v1`;
    this.#repository = `/repos/${inPath(name)}`;
    this.#token = token;
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.#server}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((error: unknown) => {
      throw new HostFault(0, String(error));
    });
    if (answer.ok) return answer;
    const told = message.safeParse(await answer.json().catch(() => undefined));
    throw new HostFault(answer.status, told.data?.message ?? answer.statusText);
  }

  async #ask<Shape extends z.ZodType>(
    shape: Shape,
    method: string,
    path: string,
    body?: object,
  ): Promise<z.output<Shape>> {
    const answer = await this.#send(method, path, body);
    return shape.parse(await answer.json());
  }

  readonly #own = (path: string): string => `${this.#repository}${path}`;

  /** Who signed in. */
  me = (): Promise<HostUser> => this.#ask(user, 'GET', '/user');

  /** Whether that user may write to the repository. */
  async mayWrite(): Promise<boolean> {
    const { permissions } = await this.#ask(repository, 'GET', this.#repository);
    return permissions?.push ?? false;
  }

  /** The commit at the tip of a branch; undefined when there is no such branch. */
  async tip(name: string): Promise<string | undefined> {
    try {
      const { commit } = await this.#ask(branch, 'GET', this.#own(`/branches/${inPath(name)}`));
      return commit.id;
    } catch (error) {
      if (error instanceof HostFault && error.status === 404) return undefined;
      throw error;
    }
  }

  /** All files of a commit: path, and the name that git has for the text. */
  async files(commit: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (let page = 1, more = true; more; page++) {
      const address = `/git/trees/${commit}?recursive=true&per_page=1000&page=${String(page)}`;
      const { tree: entries, truncated } = await this.#ask(tree, 'GET', this.#own(address));
      for (const { path, type, sha } of entries) if (type === 'blob') found.set(path, sha);
      more = truncated && entries.length > 0;
    }
    return found;
  }

  /** The text that git knows by this name. */
  async blob(sha: string): Promise<string> {
    const found = await this.#ask(content, 'GET', this.#own(`/git/blobs/${sha}`));
    return fromBase64(found.content);
  }

  /** What a file says at a branch or commit; undefined when it is not there. */
  async text(path: string, at: string): Promise<string | undefined> {
    try {
      const address = `/contents/${inPath(path)}?ref=${encodeURIComponent(at)}`;
      const found = await this.#ask(content, 'GET', this.#own(address));
      return fromBase64(found.content);
    } catch (error) {
      if (error instanceof HostFault && error.status === 404) return undefined;
      throw error;
    }
  }

  /** One commit on `from`, or on a new branch that begins there. Refused when a file has another `sha`. */
  async commit(from: string, onto: string, title: string, changes: readonly FileChange[]): Promise<void> {
    await this.#send('POST', this.#own('/contents'), {
      branch: from,
      ...(onto === from ? {} : { new_branch: onto }),
      message: title,
      files: changes.map(({ path, text, sha }) => ({
        operation: sha === undefined ? 'create' : 'update',
        path,
        content: toBase64(text),
        ...(sha === undefined ? {} : { sha }),
      })),
    });
  }

  /** All proposals that wait, oldest first. */
  async pulls(): Promise<Pull[]> {
    const all: Pull[] = [];
    for (let page = 1, more = true; more; page++) {
      const address = `/pulls?state=open&sort=oldest&limit=${String(pageSize)}&page=${String(page)}`;
      const found = await this.#ask(z.array(pull), 'GET', this.#own(address));
      all.push(...found);
      more = found.length === pageSize;
    }
    return all;
  }

  /** One proposal. */
  pull = (number: number): Promise<Pull> => this.#ask(pull, 'GET', this.#own(`/pulls/${String(number)}`));

  /** Files that a proposal changes. */
  pullFiles = (number: number): Promise<z.output<typeof changedFile>[]> =>
    this.#ask(
      z.array(changedFile),
      'GET',
      this.#own(`/pulls/${String(number)}/files?limit=${String(pageSize)}`),
    );

  /** Asks for a branch to be taken in. */
  propose = (head: string, base: string, title: string, body: string): Promise<Pull> =>
    this.#ask(pull, 'POST', this.#own('/pulls'), { head, base, title, body });

  /** Brings what was taken in meanwhile into the branch of a proposal. */
  async refresh(number: number): Promise<void> {
    await this.#send('POST', this.#own(`/pulls/${String(number)}/update?style=merge`));
  }

  /** Says of one commit of a proposal that it is approved, or what must be changed. */
  async review(
    number: number,
    event: 'APPROVED' | 'REQUEST_CHANGES',
    commit: string,
    body: string,
  ): Promise<void> {
    await this.#send('POST', this.#own(`/pulls/${String(number)}/reviews`), {
      event,
      body,
      commit_id: commit,
    });
  }

  /** Takes a proposal in, if its branch still ends at `commit`. */
  async merge(number: number, commit: string, words: string): Promise<void> {
    await this.#send('POST', this.#own(`/pulls/${String(number)}/merge`), {
      Do: 'merge',
      MergeMessageField: words,
      head_commit_id: commit,
      delete_branch_after_merge: true,
    });
  }
}
