/**
 * A stand-in for a Gitea server, for tests: it is not Gitea. It answers the few requests that the desk makes
 * as Gitea's published description of its API says (paths, fields, status codes; a text with another `sha`
 * than the one named is refused with 422), over a real bare repository that git itself reads and writes.
 * Users sign in by name alone at its page; the code grant proves the key (PKCE) and refuses a code that was
 * used.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A proposal as the stand-in keeps it. */
interface StandInPull {
  readonly number: number;
  readonly title: string;
  readonly user: string;
  readonly head: string;
  readonly base: string;
  readonly created: string;
  state: 'open' | 'closed';
  merged: boolean;
}
/** A review as the stand-in keeps it. */
export interface StandInReview {
  readonly pull: number;
  readonly user: string;
  readonly event: string;
  readonly commit_id: string;
  readonly body: string;
}

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

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
const merging = z.object({
  Do: z.literal('merge'),
  MergeMessageField: z.string(),
  head_commit_id: z.string(),
  delete_branch_after_merge: z.boolean(),
});
const granting = z.object({
  grant_type: z.literal('authorization_code'),
  client_id: z.string(),
  code: z.string(),
  code_verifier: z.string(),
  redirect_uri: z.string(),
});

/** The Client ID that the stand-in knows. */
export const standInClient = '9c8d1f6e-stand-in';
const repository = 'so-khcn/so-tay';

/** A stand-in server with its repository; `close` takes both away. */
export class GiteaStandIn {
  readonly repository = repository;
  readonly reviews: StandInReview[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  readonly #git = join(this.#folder, 'so-tay.git');
  readonly #server: Server;
  readonly #pulls: StandInPull[] = [];
  readonly #codes = new Map<
    string,
    { readonly login: string; readonly challenge: string; readonly to: string }
  >();
  readonly #tokens = new Map<string, string>();
  address = '';

  /** Users by login, with their full names; all of them may write, `main` takes only merges. */
  readonly #users: Readonly<Record<string, string>>;

  constructor(users: Readonly<Record<string, string>>) {
    this.#users = users;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        const status = error instanceof Refusal ? error.status : 500;
        this.#send(response, status, { message: String(error instanceof Error ? error.message : error) });
      });
    });
  }

  /** Makes the repository from a folder that holds `content`, and listens. */
  async start(root: string): Promise<void> {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', this.#git]);
    const work = ['--git-dir', this.#git, '--work-tree', root];
    execFileSync('git', [...work, 'add', 'content'], { cwd: root });
    execFileSync('git', [...work, ...this.#as('nguoi-dung-kho'), 'commit', '--quiet', '-m', 'Sổ tay'], {
      cwd: root,
    });
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    const at = this.#server.address();
    this.address = `http://127.0.0.1:${String(typeof at === 'object' && at ? at.port : 0)}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs git in the repository. */
  git(args: readonly string[], input?: string | Buffer, env: Readonly<Record<string, string>> = {}): string {
    return execFileSync('git', ['--git-dir', this.#git, ...args], {
      ...(input === undefined ? {} : { input }),
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64_000_000,
    }).toString();
  }

  /** What a file says at a branch or commit. */
  text = (file: string, at = 'main'): string => this.git(['show', `${at}:${file}`]);

  /** A token of a user, as signing in gives one. */
  token(login: string): string {
    const token = randomBytes(12).toString('hex');
    this.#tokens.set(token, login);
    return token;
  }

  readonly #nameOf = (login: string): string => {
    const name = this.#users[login] ?? '';
    return name === '' ? login : name;
  };

  readonly #as = (login: string): string[] => [
    '-c',
    `user.name=${this.#nameOf(login)}`,
    '-c',
    `user.email=${login}@so.example`,
  ];

  #has(what: string): boolean {
    try {
      this.git(['rev-parse', '--verify', '--quiet', what]);
      return true;
    } catch {
      return false;
    }
  }

  /** A commit with these files over another commit. */
  #commit(parents: readonly string[], tree: string, login: string, message: string): string {
    const parent = parents.flatMap((one) => ['-p', one]);
    return this.git([...this.#as(login), 'commit-tree', tree, ...parent, '-m', message]).trim();
  }

  #change(login: string, body: unknown): object {
    const { branch, new_branch: onto = branch, message, files } = changes.parse(body);
    if (onto === 'main')
      throw new Refusal(403, 'user should have a permission to write to the target branch');
    if (!this.#has(`refs/heads/${branch}`)) throw new Refusal(404, `branch does not exist [name: ${branch}]`);
    if (onto !== branch && this.#has(`refs/heads/${onto}`))
      throw new Refusal(422, `branch already exists [name: ${onto}]`);
    const env = { GIT_INDEX_FILE: join(this.#folder, randomBytes(6).toString('hex')) };
    this.git(['read-tree', `refs/heads/${branch}`], undefined, env);
    for (const { operation, path, content, sha } of files) {
      const there = this.#has(`refs/heads/${branch}:${path}`);
      if (operation === 'create' && there)
        throw new Refusal(422, `repository file already exists [path: ${path}]`);
      if (operation === 'update' && !there)
        throw new Refusal(404, `repository file does not exist [path: ${path}]`);
      const now = there ? this.git(['rev-parse', `refs/heads/${branch}:${path}`]).trim() : undefined;
      if (operation === 'update' && sha !== now)
        throw new Refusal(422, `sha does not match [given: ${sha ?? ''}, expected: ${now ?? ''}]`);
      const blob = this.git(['hash-object', '-w', '--stdin'], Buffer.from(content, 'base64')).trim();
      this.git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], undefined, env);
    }
    const tree = this.git(['write-tree'], undefined, env).trim();
    const commit = this.#commit([`refs/heads/${branch}`], tree, login, message);
    this.git(['update-ref', `refs/heads/${onto}`, commit]);
    return { commit: { sha: commit }, files: [] };
  }

  /** The tree of both branches merged; undefined when git finds a conflict. */
  #mergedTree(one: string, other: string): string | undefined {
    try {
      return this.git(['merge-tree', '--write-tree', one, other]).split('\n')[0];
    } catch {
      return undefined;
    }
  }

  #told(pull: StandInPull): object {
    const [head, base] = [pull.head, pull.base].map((ref) => ({
      ref,
      label: ref,
      sha: this.#has(`refs/heads/${ref}`) ? this.git(['rev-parse', `refs/heads/${ref}`]).trim() : '',
    }));
    const open = pull.state === 'open';
    return {
      number: pull.number,
      title: pull.title,
      user: this.#userOf(pull.user),
      created_at: pull.created,
      state: pull.state,
      merged: pull.merged,
      mergeable: open && this.#mergedTree(pull.base, pull.head) !== undefined,
      head,
      base,
      merge_base: open ? this.git(['merge-base', pull.base, pull.head]).trim() : '',
    };
  }

  readonly #userOf = (login: string): object => ({ login, full_name: this.#users[login] ?? '' });

  #pull(number: string | undefined): StandInPull {
    const found = this.#pulls.find((one) => String(one.number) === number);
    if (!found) throw new Refusal(404, 'pull request does not exist');
    return found;
  }

  #propose(login: string, body: unknown): object {
    const { head, base, title } = proposal.parse(body);
    if (!this.#has(`refs/heads/${head}`)) throw new Refusal(404, 'head branch does not exist');
    if (this.#pulls.some((one) => one.state === 'open' && one.head === head && one.base === base))
      throw new Refusal(409, 'pull request already exists for these targets');
    const pull: StandInPull = {
      number: this.#pulls.length + 1,
      title,
      user: login,
      head,
      base,
      created: new Date().toISOString(),
      state: 'open',
      merged: false,
    };
    this.#pulls.push(pull);
    return this.#told(pull);
  }

  #files(pull: StandInPull): object[] {
    const between = this.git(['diff', '--name-status', '-z', `${pull.base}...${pull.head}`]).split('\0');
    const names: Readonly<Record<string, string>> = { A: 'added', M: 'changed', D: 'deleted' };
    return between.flatMap((status, index) =>
      index % 2 === 0 && status !== ''
        ? [{ filename: between[index + 1] ?? '', status: names[status] ?? status }]
        : [],
    );
  }

  #merge(login: string, pull: StandInPull, body: unknown): void {
    const { MergeMessageField: words, head_commit_id: commit } = merging.parse(body);
    const head = this.git(['rev-parse', `refs/heads/${pull.head}`]).trim();
    if (head !== commit) throw new Refusal(409, 'head out of date');
    const approved = this.reviews.some(
      (one) =>
        one.pull === pull.number &&
        one.event === 'APPROVED' &&
        one.commit_id === head &&
        one.user !== pull.user,
    );
    if (!approved) throw new Refusal(405, 'Does not have enough approvals');
    const tree = this.#mergedTree(pull.base, pull.head);
    if (tree === undefined) throw new Refusal(405, 'Please try again later');
    const title = `Merge pull request '${pull.title}' (#${String(pull.number)})`;
    const made = this.#commit([`refs/heads/${pull.base}`, head], tree, login, `${title}\n\n${words}`);
    this.git(['update-ref', `refs/heads/${pull.base}`, made]);
    this.git(['update-ref', '-d', `refs/heads/${pull.head}`]);
    pull.state = 'closed';
    pull.merged = true;
  }

  #refresh(login: string, pull: StandInPull): void {
    const tree = this.#mergedTree(pull.head, pull.base);
    if (tree === undefined) throw new Refusal(409, 'merge failed because of conflict');
    const [head, base] = [`refs/heads/${pull.head}`, `refs/heads/${pull.base}`];
    this.git(['update-ref', head, this.#commit([head, base], tree, login, 'Merge branch main')]);
  }

  #ofPull(
    method: string,
    login: string,
    [number, part]: readonly string[],
    body: unknown,
  ): object | undefined {
    if (number === undefined) {
      if (method === 'POST') return this.#propose(login, body);
      return this.#pulls.filter(({ state }) => state === 'open').map((one) => this.#told(one));
    }
    const pull = this.#pull(number);
    if (part === undefined) return this.#told(pull);
    if (part === 'files') return this.#files(pull);
    if (part === 'update') this.#refresh(login, pull);
    else if (part === 'merge') this.#merge(login, pull, body);
    else {
      const given = reviewing.parse(body);
      if (given.event === 'APPROVED' && login === pull.user)
        throw new Refusal(422, 'approve your own pull is not allowed');
      this.reviews.push({ pull: pull.number, user: login, ...given });
      return { id: this.reviews.length, state: given.event };
    }
    return undefined;
  }

  #tree(at: string): object {
    const lines = this.git(['ls-tree', '-r', '-t', '-z', at])
      .split('\0')
      .filter((line) => line !== '');
    const tree = lines.map((line) => {
      const [, mode, type, sha, path] = /^(\d+) (\w+) (\w+)\t(.*)$/.exec(line) ?? [];
      return { path, mode, type, sha };
    });
    return { sha: at, tree, truncated: false };
  }

  /** Answers under `/api/v1`. */
  #api(method: string, url: URL, login: string, body: unknown): object | undefined {
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v1/, '');
    if (path === '/user') return this.#userOf(login);
    const own = `/repos/${repository}`;
    if (path === own) return { full_name: repository, permissions: { admin: false, push: true, pull: true } };
    const [first = '', ...rest] = path.slice(own.length + 1).split('/');
    const inside = rest.join('/');
    if (first === 'branches') {
      if (!this.#has(`refs/heads/${inside}`)) throw new Refusal(404, 'branch does not exist');
      return { name: inside, commit: { id: this.git(['rev-parse', `refs/heads/${inside}`]).trim() } };
    }
    if (first === 'git' && rest[0] === 'trees') return this.#tree(rest[1] ?? '');
    if (first === 'git' && rest[0] === 'blobs')
      return { sha: rest[1], encoding: 'base64', content: this.#base64(rest[1] ?? '') };
    if (first === 'pulls') return this.#ofPull(method, login, rest, body);
    if (first !== 'contents') throw new Refusal(404, 'not found');
    if (method === 'POST') return this.#change(login, body);
    const what = `${url.searchParams.get('ref') ?? 'main'}:${inside}`;
    if (!this.#has(what)) throw new Refusal(404, 'object does not exist');
    const sha = this.git(['rev-parse', what]).trim();
    return { path: inside, type: 'file', sha, encoding: 'base64', content: this.#base64(sha) };
  }

  #base64(sha: string): string {
    return Buffer.from(this.git(['cat-file', 'blob', sha])).toString('base64');
  }

  #grant(body: unknown): object {
    const asked = granting.parse(body);
    const known = this.#codes.get(asked.code);
    this.#codes.delete(asked.code);
    const challenge = createHash('sha256').update(asked.code_verifier).digest('base64url');
    if (known?.challenge !== challenge || known.to !== asked.redirect_uri)
      throw new Refusal(400, 'unauthorized_client');
    return { access_token: this.token(known.login), token_type: 'bearer', expires_in: 3600 };
  }

  /** The page at which somebody signs in: a link for each user, which goes back with a code. */
  #signInPage(url: URL): string {
    const asked = url.searchParams;
    if (asked.get('client_id') !== standInClient || asked.get('code_challenge_method') !== 'S256')
      throw new Refusal(400, 'unknown client');
    const to = asked.get('redirect_uri') ?? '';
    const links = Object.keys(this.#users).map((login) => {
      const code = randomBytes(12).toString('hex');
      this.#codes.set(code, { login, challenge: asked.get('code_challenge') ?? '', to });
      const back = new URL(to);
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
      return `<p><a href="${back.href.replaceAll('&', '&amp;')}">${login}</a></p>`;
    });
    return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Stand-in</title>${links.join('')}`;
  }

  #send(response: ServerResponse, status: number, content: object | undefined): void {
    response.writeHead(status, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'GET, POST',
    });
    response.end(content === undefined ? '' : JSON.stringify(content));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    const method = request.method ?? 'GET';
    let text = '';
    for await (const piece of request) text += String(piece);
    if (method === 'OPTIONS') {
      this.#send(response, 204, undefined);
      return;
    }
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (url.pathname === '/login/oauth/authorize') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(this.#signInPage(url));
      return;
    }
    if (url.pathname === '/login/oauth/access_token') {
      this.#send(response, 200, this.#grant(body));
      return;
    }
    const login = this.#tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (login === undefined) throw new Refusal(401, 'user does not exist');
    const answer = this.#api(method, url, login, body);
    this.#send(response, answer !== undefined && method === 'POST' ? 201 : 200, answer);
  }
}
