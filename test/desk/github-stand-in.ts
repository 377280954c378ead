/**
 * A stand-in for GitHub, for tests: it is not GitHub. It answers the few requests that the desk makes as the
 * published description of the REST API (2022-11-28) says: blobs, trees, commits and references made one by
 * one, a reference that moves forward only, `mergeable` that is null at first, a branch updated later.
 */
import { z } from 'zod';
import { GitStandIn, Refusal, type Asked, type StandInPull, type Told } from './git-stand-in.ts';

const blob = z.object({ content: z.string(), encoding: z.literal('base64') });
const treeing = z.object({
  base_tree: z.string(),
  tree: z.array(
    z.object({ path: z.string(), mode: z.literal('100644'), type: z.literal('blob'), sha: z.string() }),
  ),
});
const committing = z.object({ message: z.string(), tree: z.string(), parents: z.array(z.string()) });
const proposal = z.object({ head: z.string(), base: z.string(), title: z.string(), body: z.string() });
const reviewing = z.object({
  event: z.enum(['APPROVE', 'REQUEST_CHANGES']),
  body: z.string(),
  commit_id: z.string(),
});
const merging = z.object({
  sha: z.string(),
  commit_message: z.string(),
  merge_method: z.literal('merge'),
});

export class GitHubStandIn extends GitStandIn {
  readonly kind = 'github';
  readonly programs = '/api/v3';
  /** Proposals of which the server has not yet found out whether they can be merged. */
  readonly #unknown = new Set<string>();
  #updating: (() => void) | undefined;

  readonly #userOf = (login: string): object => ({
    login,
    name: this.users[login] === '' ? null : this.users[login],
  });

  #told(pull: StandInPull, whole: boolean): object {
    const [head, base] = [pull.head, pull.base].map((ref) => ({
      ref,
      sha: this.find(`refs/heads/${ref}`) ?? '',
    }));
    const key = `${pull.number} ${head?.sha ?? ''} ${base?.sha ?? ''}`;
    const known = this.#unknown.has(key);
    this.#unknown.add(key);
    const user = { login: pull.user };
    const shown = { number: pull.number, title: pull.title, user, created_at: pull.created, head, base };
    return whole ? { ...shown, mergeable: known ? this.mergeable(pull) : null } : shown;
  }

  #ofGit({ method, login, body }: Asked, [kind, ...rest]: readonly string[]): Told {
    const name = rest.join('/');
    if (kind === 'ref')
      return { content: { ref: `refs/${name}`, object: { sha: this.shaOf(`refs/${name}`) } } };
    if (kind === 'trees' && method === 'POST') {
      const { base_tree: tree, tree: files } = treeing.parse(body);
      return { content: { sha: this.treeWith(tree, files) } };
    }
    if (kind === 'trees') {
      const tree = this.filesOf(name).map((file) => ({ ...file, type: 'blob' }));
      return { content: { sha: name, tree, truncated: false } };
    }
    if (kind === 'blobs' && method === 'POST')
      return { content: { sha: this.blobOf(blob.parse(body).content) } };
    if (kind === 'blobs') return { content: { sha: name, encoding: 'base64', content: this.base64(name) } };
    if (kind === 'commits' && method === 'POST') {
      const { message, tree, parents } = committing.parse(body);
      return { content: { sha: this.commitOf(parents, tree, login, message) } };
    }
    if (kind === 'commits') return { content: { sha: name, tree: { sha: this.shaOf(`${name}^{tree}`) } } };
    if (kind !== 'refs') throw new Refusal(404, 'Not Found');
    if (method === 'DELETE') {
      this.drop(name.replace('heads/', ''));
      return { status: 204 };
    }
    if (method === 'POST') {
      const { ref, sha } = z.object({ ref: z.string(), sha: z.string() }).parse(body);
      if (this.has(ref)) throw new Refusal(422, 'Reference already exists');
      this.move(ref.replace('refs/heads/', ''), sha);
      return { content: { ref } };
    }
    const { sha } = z.object({ sha: z.string(), force: z.literal(false) }).parse(body);
    if (name === 'heads/main') throw new Refusal(422, 'Protected branch update failed');
    if (this.git(['merge-base', `refs/${name}`, sha]).trim() !== this.shaOf(`refs/${name}`))
      throw new Refusal(422, 'Update is not a fast forward');
    this.move(name.replace('heads/', ''), sha);
    return { content: { ref: `refs/${name}` } };
  }

  #ofPull({ method, login, body }: Asked, [number, part]: readonly string[]): Told {
    if (number === undefined && method === 'POST') {
      const { head, base, title } = proposal.parse(body);
      return { content: this.#told(this.proposed(login, head, base, title), true) };
    }
    if (number === undefined) return { content: this.open.map((one) => this.#told(one, false)) };
    const pull = this.pullOf(number);
    if (part === undefined) {
      if (method === 'PATCH') pull.state = z.object({ state: z.literal('closed') }).parse(body).state;
      const told = this.#told(pull, true);
      // What was promised is done after somebody has asked once.
      this.#updating?.();
      this.#updating = undefined;
      return { content: told };
    }
    if (part === 'files') return { content: this.changedBy(pull).map((filename) => ({ filename })) };
    if (part === 'update-branch') {
      const { expected_head_sha: head } = z.object({ expected_head_sha: z.string() }).parse(body);
      if (head !== this.tipOf(pull))
        throw new Refusal(422, 'expected head sha didn’t match current head ref.');
      this.#updating = () => this.refreshed(login, pull);
      return { content: { message: 'Updating pull request branch.' }, status: 202 };
    }
    if (part === 'reviews') {
      const { event, commit_id: commit, body: words } = reviewing.parse(body);
      this.reviewed(login, pull, event === 'APPROVE' ? 'APPROVED' : event, commit, words);
      return { content: { id: this.reviews.length }, status: 200 };
    }
    const { sha, commit_message: words } = merging.parse(body);
    this.merged(login, pull, sha, words);
    return { content: { merged: true } };
  }

  protected api(asked: Asked): Told {
    const { path, login, query } = asked;
    if (path === '/user') return { content: this.#userOf(login) };
    const own = `/repos/${this.repository}`;
    if (path === own) return { content: { permissions: { push: true } } };
    const [first = '', ...rest] = path.slice(own.length + 1).split('/');
    if (first === 'git') return this.#ofGit(asked, rest);
    if (first === 'pulls') return this.#ofPull(asked, rest);
    const inside = rest.join('/');
    if (first === 'compare') {
      const [base = '', head = ''] = inside.split('...');
      return { content: { merge_base_commit: { sha: this.git(['merge-base', base, head]).trim() } } };
    }
    const sha = this.shaOf(`${query.get('ref') ?? 'main'}:${inside}`);
    return { content: { path: inside, sha, encoding: 'base64', content: this.base64(sha) } };
  }
}
