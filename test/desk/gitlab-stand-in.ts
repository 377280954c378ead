/**
 * A stand-in for a GitLab server, for tests: it is not GitLab. It answers the few requests that the desk
 * makes as the published description of the API (version 4) says: projects and branches by encoded names,
 * commits of several actions, merge requests by `iid`, a rebase that is done later, a merge refused for another `sha`.
 */
import { z } from 'zod';
import { GitStandIn, Refusal, type Asked, type StandInPull, type Told } from './git-stand-in.ts';

const committing = z.object({
  branch: z.string(),
  start_branch: z.string().optional(),
  commit_message: z.string(),
  actions: z.array(
    z.object({
      action: z.enum(['create', 'update']),
      file_path: z.string(),
      content: z.string(),
      encoding: z.literal('base64'),
      last_commit_id: z.string().optional(),
    }),
  ),
});
const proposal = z.object({
  source_branch: z.string(),
  target_branch: z.string(),
  title: z.string(),
  description: z.string(),
  remove_source_branch: z.boolean(),
});
const merging = z.object({
  sha: z.string(),
  merge_commit_message: z.string(),
  should_remove_source_branch: z.literal(true),
});

export class GitLabStandIn extends GitStandIn {
  readonly kind = 'gitlab';
  readonly programs = '/api/v4';
  override readonly repository = 'so-khcn/tai-lieu/so-tay';
  /** Rebases that somebody asked for and the server has not done yet. */
  readonly #rebasing = new Set<number>();
  readonly #approved: { readonly pull: number; readonly user: string; readonly commit: string }[] = [];

  constructor(users: Readonly<Record<string, string>>) {
    super(users, { page: '/oauth/authorize', token: '/oauth/token' });
  }

  readonly #userOf = (login: string): object => ({ username: login, name: this.nameOf(login) });
  readonly #lastCommit = (at: string, path: string): string =>
    this.git(['log', '-1', '--format=%H', at, '--', path]).trim();

  #told(pull: StandInPull, whole = true): object {
    return {
      iid: pull.number,
      title: pull.title,
      author: this.#userOf(pull.user),
      created_at: pull.created,
      state: pull.state === 'open' ? 'opened' : 'closed',
      source_branch: pull.head,
      target_branch: pull.base,
      sha: this.tipOf(pull),
      has_conflicts: pull.state === 'open' && !this.mergeable(pull),
      ...(whole ? { diff_refs: { base_sha: this.mergeBase(pull) || null } } : {}),
    };
  }

  #commit(login: string, body: unknown): object {
    const { branch, start_branch: from = branch, commit_message: message, actions } = committing.parse(body);
    if (branch === 'main') throw new Refusal(403, '403 Forbidden');
    if (from !== branch && this.has(`refs/heads/${branch}`))
      throw new Refusal(400, `A branch called '${branch}' already exists.`);
    const parent = this.shaOf(`refs/heads/${from}`);
    const blobs = actions.map(({ action, file_path: path, content, last_commit_id: last }) => {
      const there = this.has(`${parent}:${path}`);
      if (action === 'create' && there) throw new Refusal(400, 'A file with this name already exists');
      if (action === 'update' && !there) throw new Refusal(400, "A file with this name doesn't exist");
      if (action === 'update' && last !== this.#lastCommit(parent, path))
        throw new Refusal(
          400,
          'You are attempting to update a file that has changed since you started editing it.',
        );
      return { path, sha: this.blobOf(content) };
    });
    const commit = this.commitOf([parent], this.treeWith(parent, blobs), login, message);
    this.move(branch, commit);
    return { id: commit };
  }

  #ofRequest({ method, login, body, query }: Asked, [number, part]: readonly string[]): Told {
    if (number === undefined && method === 'POST') {
      const { source_branch: head, target_branch: base, title } = proposal.parse(body);
      return { content: this.#told(this.proposed(login, head, base, title)) };
    }
    if (number === undefined) return { content: this.open.map((one) => this.#told(one, false)) };
    const pull = this.pullOf(number);
    if (part === undefined && method === 'PUT') {
      z.object({ state_event: z.literal('close') }).parse(body);
      pull.state = 'closed';
    }
    if (part === undefined) {
      if (!query.has('include_rebase_in_progress')) return { content: this.#told(pull) };
      // The first who asks hears that it goes on; then it is done.
      const going = this.#rebasing.delete(pull.number);
      if (going) this.refreshed(login, pull);
      return { content: { ...this.#told(pull), rebase_in_progress: going, merge_error: null } };
    }
    if (part === 'diffs') return { content: this.changedBy(pull).map((path) => ({ new_path: path })) };
    if (part === 'rebase') {
      this.#rebasing.add(pull.number);
      return { content: { rebase_in_progress: true }, status: 202 };
    }
    if (part === 'approve') {
      const { sha } = z.object({ sha: z.string() }).parse(body);
      if (sha !== this.tipOf(pull)) throw new Refusal(409, 'SHA does not match HEAD of source branch');
      if (login === pull.user) throw new Refusal(401, 'approve your own pull is not allowed');
      this.#approved.push({ pull: pull.number, user: login, commit: sha });
      return { content: { iid: pull.number } };
    }
    if (part === 'notes') {
      const { body: words } = z.object({ body: z.string() }).parse(body);
      const approved = this.#approved.find((one) => one.pull === pull.number && one.user === login);
      const event = approved ? 'APPROVED' : 'REQUEST_CHANGES';
      this.reviewed(login, pull, event, approved?.commit ?? '', words);
      return { content: { id: this.reviews.length } };
    }
    const { sha, merge_commit_message: words } = merging.parse(body);
    this.merged(login, pull, sha, words);
    this.drop(pull.head);
    return { content: this.#told(pull) };
  }

  protected api(asked: Asked): Told {
    const { method, raw, login, body, query } = asked;
    if (raw === '/user') return { content: this.#userOf(login) };
    const own = `/projects/${encodeURIComponent(this.repository)}`;
    if (!raw.startsWith(own)) throw new Refusal(404, '404 Project Not Found');
    if (raw === own)
      return { content: { permissions: { project_access: null, group_access: { access_level: 30 } } } };
    const [first, second, third = '', ...rest] = raw.slice(own.length + 1).split('/');
    if (first === 'merge_requests')
      return this.#ofRequest(
        asked,
        second === undefined ? [] : [second, third || undefined].filter((one) => one !== undefined),
      );
    // Slashes of a name must come encoded: what follows it is another part of the address.
    if (first !== 'repository' || rest.length > 0) throw new Refusal(404, '404 Not Found');
    const name = decodeURIComponent(third);
    if (second === 'commits' && method === 'POST') return { content: this.#commit(login, body) };
    if (second === 'branches' && method === 'DELETE') {
      this.drop(name);
      return { status: 204 };
    }
    if (second === 'branches') return { content: { name, commit: { id: this.shaOf(`refs/heads/${name}`) } } };
    const [size, page] = [Number(query.get('per_page')), Number(query.get('page'))];
    if (second === 'tree')
      return {
        content: this.filesOf(query.get('ref') ?? '')
          .slice(size * (page - 1), size * page)
          .map(({ path, sha }) => ({ id: sha, path, type: 'blob' })),
      };
    if (second === 'blobs') return { content: { sha: name, encoding: 'base64', content: this.base64(name) } };
    const at = query.get('ref') ?? 'main';
    const sha = this.shaOf(`${at}:${name}`);
    return {
      content: { blob_id: sha, last_commit_id: this.#lastCommit(at, name), content: this.base64(sha) },
    };
  }
}
