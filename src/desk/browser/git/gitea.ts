/** A Gitea server by its published API, version 1; Forgejo answers the same requests. */
import { z } from 'zod';
import type { GitPlace } from '../../form-kinds.ts';
import { fromBase64 } from '../bytes.ts';
import {
  inBase64,
  inPath,
  pageSize,
  Questions,
  type FileChange,
  type GitHost,
  type HostUser,
  type Pull,
} from './host.ts';

const user = z
  .object({ login: z.string(), full_name: z.string().default('') })
  .transform(({ login, full_name: name }): HostUser => ({ login, name: name || login }));
const repository = z.object({ permissions: z.object({ push: z.boolean() }).optional() });
const branch = z.object({ commit: z.object({ id: z.string() }) });
const tree = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string(), sha: z.string() })),
  truncated: z.boolean(),
});
const content = z.object({ sha: z.string(), content: z.string() });
const pull = z
  .object({
    number: z.number(),
    title: z.string(),
    user,
    created_at: z.string(),
    mergeable: z.boolean(),
    head: z.object({ ref: z.string(), sha: z.string() }),
    merge_base: z.string(),
  })
  .transform(({ number, title, user: by, created_at: made, mergeable, head, merge_base: from }): Pull => ({
    number,
    title,
    user: by,
    day: made.slice(0, 10),
    branch: head.ref,
    tip: head.sha,
    mergeable,
    base: from,
  }));
const changedFile = z.object({ filename: z.string() });

export class Gitea implements GitHost {
  readonly #server: Questions;
  readonly #own: (path: string) => string;

  constructor({ server, repository: name }: GitPlace, token: string) {
    this.#server = new Questions(`${server}/api/v1`, { authorization: `Bearer ${token}` });
    this.#own = (path) => `/repos/${inPath(name)}${path}`;
  }

  me = (): Promise<HostUser> => this.#server.ask(user, 'GET', '/user');

  async mayWrite(): Promise<boolean> {
    const { permissions } = await this.#server.ask(repository, 'GET', this.#own(''));
    return permissions?.push ?? false;
  }

  async tip(name: string): Promise<string | undefined> {
    return (await this.#server.find(branch, this.#own(`/branches/${inPath(name)}`)))?.commit.id;
  }

  async files(commit: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (let page = 1, more = true; more; page++) {
      const address = `/git/trees/${commit}?recursive=true&per_page=1000&page=${String(page)}`;
      const { tree: entries, truncated } = await this.#server.ask(tree, 'GET', this.#own(address));
      for (const { path, type, sha } of entries) if (type === 'blob') found.set(path, sha);
      more = truncated && entries.length > 0;
    }
    return found;
  }

  async blob(sha: string): Promise<Uint8Array> {
    return fromBase64((await this.#server.ask(content, 'GET', this.#own(`/git/blobs/${sha}`))).content);
  }

  async file(path: string, at: string): Promise<Uint8Array | undefined> {
    const address = `/contents/${inPath(path)}?ref=${encodeURIComponent(at)}`;
    const found = await this.#server.find(content, this.#own(address));
    return found && fromBase64(found.content);
  }

  async commit(from: string, onto: string, title: string, changes: readonly FileChange[]): Promise<void> {
    await this.#server.send('POST', this.#own('/contents'), {
      branch: from,
      ...(onto === from ? {} : { new_branch: onto }),
      message: title,
      files: changes.map(({ path, content: wanted, sha }) => ({
        operation: sha === undefined ? 'create' : 'update',
        path,
        content: inBase64(wanted),
        ...(sha === undefined ? {} : { sha }),
      })),
    });
  }

  pulls = (): Promise<Pull[]> =>
    this.#server.all(pull, (page) =>
      this.#own(`/pulls?state=open&sort=oldest&limit=${String(pageSize)}&page=${String(page)}`),
    );

  pull = (number: number): Promise<Pull> =>
    this.#server.ask(pull, 'GET', this.#own(`/pulls/${String(number)}`));

  async pullFiles(number: number): Promise<readonly string[]> {
    const files = await this.#server.all(changedFile, (page) =>
      this.#own(`/pulls/${String(number)}/files?limit=${String(pageSize)}&page=${String(page)}`),
    );
    return files.map(({ filename }) => filename);
  }

  propose = (head: string, base: string, title: string, body: string): Promise<Pull> =>
    this.#server.ask(pull, 'POST', this.#own('/pulls'), { head, base, title, body });

  async refresh(number: number): Promise<void> {
    await this.#server.send('POST', this.#own(`/pulls/${String(number)}/update?style=merge`));
  }

  async withdraw({ number, branch: name }: Pull): Promise<void> {
    await this.#server.send('PATCH', this.#own(`/pulls/${String(number)}`), { state: 'closed' });
    await this.#server.send('DELETE', this.#own(`/branches/${inPath(name)}`));
  }

  async review(
    number: number,
    event: 'APPROVED' | 'REQUEST_CHANGES',
    commit: string,
    body: string,
  ): Promise<void> {
    await this.#server.send('POST', this.#own(`/pulls/${String(number)}/reviews`), {
      event,
      body,
      commit_id: commit,
    });
  }

  async merge(number: number, commit: string, words: string): Promise<void> {
    await this.#server.send('POST', this.#own(`/pulls/${String(number)}/merge`), {
      Do: 'merge',
      MergeMessageField: words,
      head_commit_id: commit,
      delete_branch_after_merge: true,
    });
  }
}
