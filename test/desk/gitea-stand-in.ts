/**
 * A stand-in for a Gitea server, for tests: it is not Gitea. It answers the few requests that the desk makes
 * as Gitea's published description of its API says: paths, fields, status codes; a text with another `sha`
 * than the one named is refused with 422.
 */
import { z } from 'zod';
import { GitStandIn, Refusal, type Asked, type StandInPull, type Told } from './git-stand-in.ts';

const changes = z.object({
  branch: z.string(),
  new_branch: z.string().optional(),
  message: z.string(),
  files: z.array(
    z.object({
      operation: z.enum(['create', 'update']),
      path: z.string(),
      content: z.string(),
      sha: z.string().optional(),
    }),
  ),
});
const proposal = z.object({ head: z.string(), base: z.string(), title: z.string(), body: z.string() });
const reviewing = z.object({ event: z.string(), body: z.string(), commit_id: z.string() });
const closing = z.object({ state: z.literal('closed') });
const merging = z.object({
  Do: z.literal('merge'),
  MergeMessageField: z.string(),
  head_commit_id: z.string(),
  delete_branch_after_merge: z.literal(true),
});

export class GiteaStandIn extends GitStandIn {
  readonly kind = 'gitea';
  readonly programs = '/api/v1';

  constructor(users: Readonly<Record<string, string>>) {
    super(users, { page: '/login/oauth/authorize', token: '/login/oauth/access_token' });
  }

  readonly #userOf = (login: string): object => ({ login, full_name: this.users[login] ?? '' });

  #told(pull: StandInPull): object {
    const { number, title, user, created, state } = pull;
    return {
      number,
      title,
      user: this.#userOf(user),
      created_at: created,
      state,
      mergeable: this.mergeable(pull),
      head: { ref: pull.head, label: pull.head, sha: this.tipOf(pull) },
      base: { ref: pull.base, label: pull.base, sha: this.shaOf(pull.base) },
      merge_base: this.mergeBase(pull),
    };
  }

  #change(login: string, body: unknown): object {
    const { branch, new_branch: onto = branch, message, files } = changes.parse(body);
    if (onto === 'main')
      throw new Refusal(403, 'user should have a permission to write to the target branch');
    const from = this.shaOf(`refs/heads/${branch}`);
    if (onto !== branch && this.has(`refs/heads/${onto}`))
      throw new Refusal(422, `branch already exists [name: ${onto}]`);
    const blobs = files.map(({ operation, path, content, sha }) => {
      const now = this.find(`${from}:${path}`);
      if (operation === 'create' && now !== undefined)
        throw new Refusal(422, `repository file already exists [path: ${path}]`);
      if (operation === 'update' && now === undefined)
        throw new Refusal(404, `repository file does not exist [path: ${path}]`);
      if (operation === 'update' && sha !== now)
        throw new Refusal(422, `sha does not match [given: ${sha ?? ''}, expected: ${now ?? ''}]`);
      return { path, sha: this.blobOf(content) };
    });
    const commit = this.commitOf([from], this.treeWith(from, blobs), login, message);
    this.move(onto, commit);
    return { commit: { sha: commit }, files: [] };
  }

  #ofPull({ method, login, body }: Asked, [number, part]: readonly string[]): Told {
    if (number === undefined && method === 'POST') {
      const { head, base, title } = proposal.parse(body);
      return { content: this.#told(this.proposed(login, head, base, title)) };
    }
    if (number === undefined) return { content: this.open.map((one) => this.#told(one)) };
    const pull = this.pullOf(number);
    if (part === undefined && method === 'PATCH') {
      closing.parse(body);
      pull.state = 'closed';
    }
    if (part === undefined) return { content: this.#told(pull) };
    if (part === 'files')
      return { content: this.changedBy(pull).map((filename) => ({ filename, status: 'changed' })) };
    if (part === 'update') this.refreshed(login, pull);
    else if (part === 'merge') {
      const { MergeMessageField: words, head_commit_id: commit } = merging.parse(body);
      this.merged(login, pull, commit, words);
      this.drop(pull.head);
    } else {
      const { event, commit_id: commit, body: words } = reviewing.parse(body);
      this.reviewed(login, pull, event, commit, words);
      return { content: { id: this.reviews.length, state: event } };
    }
    return {};
  }

  protected api(asked: Asked): Told {
    const { method, path, login, body, query } = asked;
    if (path === '/user') return { content: this.#userOf(login) };
    const own = `/repos/${this.repository}`;
    if (path === own) return { content: { permissions: { admin: false, push: true, pull: true } } };
    const [first = '', ...rest] = path.slice(own.length + 1).split('/');
    const inside = rest.join('/');
    if (first === 'branches' && method === 'DELETE') {
      this.drop(inside);
      return { status: 204 };
    }
    if (first === 'branches')
      return { content: { name: inside, commit: { id: this.shaOf(`refs/heads/${inside}`) } } };
    if (first === 'git' && rest[0] === 'trees') {
      const tree = this.filesOf(rest[1] ?? '').map((file) => ({ ...file, type: 'blob' }));
      return { content: { sha: rest[1], tree, truncated: false } };
    }
    if (first === 'git' && rest[0] === 'blobs')
      return { content: { sha: rest[1], encoding: 'base64', content: this.base64(rest[1] ?? '') } };
    if (first === 'pulls') return this.#ofPull(asked, rest);
    if (first !== 'contents') throw new Refusal(404, 'not found');
    if (method === 'POST') return { content: this.#change(login, body) };
    const sha = this.shaOf(`${query.get('ref') ?? 'main'}:${inside}`);
    return { content: { path: inside, type: 'file', sha, encoding: 'base64', content: this.base64(sha) } };
  }
}
