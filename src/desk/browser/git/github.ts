/** GitHub by the published description of its REST API (2022-11-28), there or on a server of one's own. */
import { z } from 'zod';
import { apiOf } from '../../github-api.ts';
import type { GitPlace } from '../../form-kinds.ts';
import { fromBase64 } from '../bytes.ts';
import {
  HostFault,
  inBase64,
  inPath,
  pageSize,
  Questions,
  waitUntil,
  type FileChange,
  type GitHost,
  type HostUser,
  type Pull,
} from './host.ts';

const user = z
  .object({ login: z.string(), name: z.string().nullish() })
  .transform(({ login, name }): HostUser => ({ login, name: name ?? login }));
const repository = z.object({ permissions: z.object({ push: z.boolean() }).optional() });
const ref = z.object({ object: z.object({ sha: z.string() }) });
const made = z.object({ sha: z.string() });
const commitTree = z.object({ tree: z.object({ sha: z.string() }) });
const tree = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string(), sha: z.string() })),
  truncated: z.boolean(),
});
const content = z.object({ sha: z.string(), content: z.string() });
const comparison = z.object({ merge_base_commit: z.object({ sha: z.string() }) });
const pull = z.object({
  number: z.number(),
  title: z.string(),
  user,
  created_at: z.string(),
  /** Null while the server still tries; absent in lists. */
  mergeable: z.boolean().nullish(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  base: z.object({ ref: z.string() }),
});
const changedFile = z.object({ filename: z.string() });

const pullOf = (one: z.output<typeof pull>, base: string): Pull => ({
  number: one.number,
  title: one.title,
  user: one.user,
  day: one.created_at.slice(0, 10),
  branch: one.head.ref,
  tip: one.head.sha,
  mergeable: one.mergeable ?? true,
  base,
});

export class GitHub implements GitHost {
  readonly #server: Questions;
  readonly #own: (path: string) => string;

  constructor(place: GitPlace, token: string) {
    this.#server = new Questions(apiOf(place), {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    });
    this.#own = (path) => `/repos/${inPath(place.repository)}${path}`;
  }

  me = (): Promise<HostUser> => this.#server.ask(user, 'GET', '/user');

  async mayWrite(): Promise<boolean> {
    const { permissions } = await this.#server.ask(repository, 'GET', this.#own(''));
    return permissions?.push ?? false;
  }

  async tip(name: string): Promise<string | undefined> {
    return (await this.#server.find(ref, this.#own(`/git/ref/heads/${inPath(name)}`)))?.object.sha;
  }

  async files(commit: string): Promise<ReadonlyMap<string, string>> {
    const { tree: entries, truncated } = await this.#server.ask(
      tree,
      'GET',
      this.#own(`/git/trees/${commit}?recursive=1`),
    );
    if (truncated) throw new HostFault(413, 'tree is truncated');
    return new Map(entries.filter(({ type }) => type === 'blob').map(({ path, sha }) => [path, sha]));
  }

  async blob(sha: string): Promise<Uint8Array> {
    return fromBase64((await this.#server.ask(content, 'GET', this.#own(`/git/blobs/${sha}`))).content);
  }

  #content(path: string, at: string): Promise<z.output<typeof content> | undefined> {
    const address = `/contents/${inPath(path)}?ref=${encodeURIComponent(at)}`;
    return this.#server.find(content, this.#own(address));
  }

  async file(path: string, at: string): Promise<Uint8Array | undefined> {
    const found = await this.#content(path, at);
    return found && fromBase64(found.content);
  }

  /** Blobs, a tree, a commit, and the branch moved to it without force: whoever was quicker is not lost. */
  async commit(from: string, onto: string, title: string, changes: readonly FileChange[]): Promise<void> {
    const parent = await this.tip(from);
    if (parent === undefined) throw new HostFault(404, from);
    for (const { path, sha } of changes) {
      const now = await this.#content(path, parent);
      if (now?.sha !== sha) throw new HostFault(409, `${path}: ${now?.sha ?? '–'}`);
    }
    const entries = await Promise.all(
      changes.map(async ({ path, content: wanted }) => {
        const body = { content: inBase64(wanted), encoding: 'base64' };
        const { sha } = await this.#server.ask(made, 'POST', this.#own('/git/blobs'), body);
        return { path, mode: '100644', type: 'blob', sha };
      }),
    );
    const before = await this.#server.ask(commitTree, 'GET', this.#own(`/git/commits/${parent}`));
    const whole = await this.#server.ask(made, 'POST', this.#own('/git/trees'), {
      base_tree: before.tree.sha,
      tree: entries,
    });
    const { sha } = await this.#server.ask(made, 'POST', this.#own('/git/commits'), {
      message: title,
      tree: whole.sha,
      parents: [parent],
    });
    if (onto === from)
      await this.#server.send('PATCH', this.#own(`/git/refs/heads/${inPath(onto)}`), { sha, force: false });
    else await this.#server.send('POST', this.#own('/git/refs'), { ref: `refs/heads/${onto}`, sha });
  }

  async pulls(): Promise<Pull[]> {
    const all = await this.#server.all(pull, (page) =>
      this.#own(`/pulls?state=open&sort=created&direction=asc&per_page=${pageSize}&page=${page}`),
    );
    return all.map((one) => pullOf(one, ''));
  }

  async pull(number: number): Promise<Pull> {
    let one = await this.#server.ask(pull, 'GET', this.#own(`/pulls/${number}`));
    await waitUntil(async () => {
      if (typeof one.mergeable === 'boolean') return true;
      one = await this.#server.ask(pull, 'GET', this.#own(`/pulls/${number}`));
      return false;
    });
    const between = `/compare/${inPath(one.base.ref)}...${one.head.sha}`;
    const { merge_base_commit: base } = await this.#server.ask(comparison, 'GET', this.#own(between));
    return pullOf(one, base.sha);
  }

  async pullFiles(number: number): Promise<readonly string[]> {
    const files = await this.#server.all(changedFile, (page) =>
      this.#own(`/pulls/${number}/files?per_page=${pageSize}&page=${page}`),
    );
    return files.map(({ filename }) => filename);
  }

  async propose(head: string, base: string, title: string, body: string): Promise<Pull> {
    const one = await this.#server.ask(pull, 'POST', this.#own('/pulls'), { head, base, title, body });
    return pullOf(one, '');
  }

  /** The server says that it will; done when the branch has moved. */
  async refresh(number: number): Promise<void> {
    const before = await this.pull(number);
    const body = { expected_head_sha: before.tip };
    await this.#server.send('PUT', this.#own(`/pulls/${number}/update-branch`), body);
    await waitUntil(async () => (await this.pull(number)).tip !== before.tip);
  }

  async withdraw({ number, branch }: Pull): Promise<void> {
    await this.#server.send('PATCH', this.#own(`/pulls/${number}`), { state: 'closed' });
    await this.#drop(branch);
  }
  #drop = (branch: string): Promise<Response> =>
    this.#server.send('DELETE', this.#own(`/git/refs/heads/${inPath(branch)}`));

  async review(
    number: number,
    event: 'APPROVED' | 'REQUEST_CHANGES',
    commit: string,
    body: string,
  ): Promise<void> {
    await this.#server.send('POST', this.#own(`/pulls/${number}/reviews`), {
      event: event === 'APPROVED' ? 'APPROVE' : event,
      body,
      commit_id: commit,
    });
  }

  async merge(number: number, commit: string, words: string): Promise<void> {
    const { branch } = await this.pull(number);
    await this.#server.send('PUT', this.#own(`/pulls/${number}/merge`), {
      sha: commit,
      commit_message: words,
      merge_method: 'merge',
    });
    // A server may do this by itself.
    if ((await this.tip(branch)) !== undefined) await this.#drop(branch);
  }
}
