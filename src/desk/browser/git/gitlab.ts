/** A GitLab server by its published API, version 4. */
import { z } from 'zod';
import type { GitPlace } from '../../form-kinds.ts';
import { fromBase64 } from '../bytes.ts';
import {
  HostFault,
  inBase64,
  pageSize,
  Questions,
  waitUntil,
  type FileChange,
  type GitHost,
  type HostUser,
  type Pull,
} from './host.ts';

const user = z
  .object({ username: z.string(), name: z.string() })
  .transform(({ username: login, name }): HostUser => ({ login, name }));
const access = z.object({ access_level: z.number() }).nullish();
const project = z.object({
  permissions: z.object({ project_access: access, group_access: access }).optional(),
});
/** Level of those who may push branches. */
const developer = 30;
const branch = z.object({ commit: z.object({ id: z.string() }) });
const treeEntry = z.object({ id: z.string(), path: z.string(), type: z.string() });
const content = z.object({ content: z.string() });
const file = z.object({ content: z.string(), blob_id: z.string(), last_commit_id: z.string() });
const rebasing = z.object({ rebase_in_progress: z.boolean().optional(), merge_error: z.string().nullish() });
const request = z
  .object({
    iid: z.number(),
    title: z.string(),
    author: user,
    created_at: z.string(),
    source_branch: z.string(),
    sha: z.string(),
    has_conflicts: z.boolean(),
    diff_refs: z.object({ base_sha: z.string().nullable() }).nullish(),
  })
  .transform((one): Pull => ({
    number: one.iid,
    title: one.title,
    user: one.author,
    day: one.created_at.slice(0, 10),
    branch: one.source_branch,
    tip: one.sha,
    mergeable: !one.has_conflicts,
    base: one.diff_refs?.base_sha ?? '',
  }));
const changedFile = z.object({ new_path: z.string() });

export class GitLab implements GitHost {
  readonly #server: Questions;
  readonly #own: (path: string) => string;

  constructor({ server, repository }: GitPlace, token: string) {
    this.#server = new Questions(`${server}/api/v4`, { authorization: `Bearer ${token}` });
    this.#own = (path) => `/projects/${encodeURIComponent(repository)}${path}`;
  }

  me = (): Promise<HostUser> => this.#server.ask(user, 'GET', '/user');

  async mayWrite(): Promise<boolean> {
    const { permissions } = await this.#server.ask(project, 'GET', this.#own(''));
    const levels = [permissions?.project_access, permissions?.group_access];
    return levels.some((one) => (one?.access_level ?? 0) >= developer);
  }

  async tip(name: string): Promise<string | undefined> {
    const address = this.#own(`/repository/branches/${encodeURIComponent(name)}`);
    return (await this.#server.find(branch, address))?.commit.id;
  }

  async files(commit: string): Promise<ReadonlyMap<string, string>> {
    const entries = await this.#server.all(treeEntry, (page) =>
      this.#own(`/repository/tree?recursive=true&ref=${commit}&per_page=${pageSize}&page=${page}`),
    );
    return new Map(entries.filter(({ type }) => type === 'blob').map(({ path, id }) => [path, id]));
  }

  async blob(sha: string): Promise<Uint8Array> {
    return fromBase64(
      (await this.#server.ask(content, 'GET', this.#own(`/repository/blobs/${sha}`))).content,
    );
  }

  #file(path: string, at: string): Promise<z.output<typeof file> | undefined> {
    const address = `/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(at)}`;
    return this.#server.find(file, this.#own(address));
  }

  async file(path: string, at: string): Promise<Uint8Array | undefined> {
    const found = await this.#file(path, at);
    return found && fromBase64(found.content);
  }

  async commit(from: string, onto: string, title: string, changes: readonly FileChange[]): Promise<void> {
    const actions = await Promise.all(
      changes.map(async ({ path, content: wanted, sha }) => {
        const action = { file_path: path, content: inBase64(wanted), encoding: 'base64' };
        if (sha === undefined) return { action: 'create', ...action };
        const now = await this.#file(path, from);
        if (now?.blob_id !== sha) throw new HostFault(409, `${path}: ${now?.blob_id ?? '–'}`);
        // The server compares once more when it writes.
        return { action: 'update', ...action, last_commit_id: now.last_commit_id };
      }),
    );
    await this.#server.send('POST', this.#own('/repository/commits'), {
      branch: onto,
      ...(onto === from ? {} : { start_branch: from }),
      commit_message: title,
      actions,
    });
  }

  pulls = (): Promise<Pull[]> =>
    this.#server.all(request, (page) =>
      this.#own(
        `/merge_requests?state=opened&order_by=created_at&sort=asc&per_page=${pageSize}&page=${page}`,
      ),
    );

  pull = (number: number): Promise<Pull> => this.#server.ask(request, 'GET', this.#request(number));
  readonly #request = (number: number, path = ''): string => this.#own(`/merge_requests/${number}${path}`);

  async pullFiles(number: number): Promise<readonly string[]> {
    const files = await this.#server.all(changedFile, (page) =>
      this.#request(number, `/diffs?per_page=${pageSize}&page=${page}`),
    );
    return files.map(({ new_path: path }) => path);
  }

  propose = (head: string, base: string, title: string, body: string): Promise<Pull> =>
    this.#server.ask(request, 'POST', this.#own('/merge_requests'), {
      source_branch: head,
      target_branch: base,
      title,
      description: body,
      remove_source_branch: true,
    });

  /** A rebase, which the server does when it comes to it. */
  async refresh(number: number): Promise<void> {
    await this.#server.send('PUT', this.#request(number, '/rebase'));
    await waitUntil(async () => {
      const address = this.#request(number, '?include_rebase_in_progress=true');
      const { rebase_in_progress: going, merge_error: error } = await this.#server.ask(
        rebasing,
        'GET',
        address,
      );
      if (!going && error) throw new HostFault(409, error);
      return !going;
    });
  }

  async withdraw({ number, branch: name }: Pull): Promise<void> {
    await this.#server.send('PUT', this.#request(number), { state_event: 'close' });
    await this.#server.send('DELETE', this.#own(`/repository/branches/${encodeURIComponent(name)}`));
  }

  /** An approval is one of that commit; what must be changed is a note, which every edition of GitLab has. */
  async review(
    number: number,
    event: 'APPROVED' | 'REQUEST_CHANGES',
    commit: string,
    body: string,
  ): Promise<void> {
    if (event === 'APPROVED')
      await this.#server.send('POST', this.#request(number, '/approve'), { sha: commit });
    await this.#server.send('POST', this.#request(number, '/notes'), { body });
  }

  async merge(number: number, commit: string, words: string): Promise<void> {
    await this.#server.send('PUT', this.#request(number, '/merge'), {
      sha: commit,
      merge_commit_message: words,
      should_remove_source_branch: true,
    });
  }
}
