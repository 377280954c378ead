/**
 * What stand-ins of git servers share, for tests: none is the server whose name it bears. A real bare
 * repository that git itself reads and writes, users, proposals, reviews, and signing in by name alone with
 * the code grant, which proves the key (PKCE) and refuses a code that was used. How each server says it
 * stands in its own file, written from its published description.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { GitPlace } from '../../src/desk/form-kinds.ts';

/** A proposal as the stand-in keeps it. */
export interface StandInPull {
  readonly number: number;
  readonly title: string;
  readonly user: string;
  readonly head: string;
  readonly base: string;
  readonly created: string;
  state: 'open' | 'closed';
}
/** A review as the stand-in keeps it. */
export interface StandInReview {
  readonly pull: number;
  readonly user: string;
  readonly event: string;
  readonly commit_id: string;
  readonly body: string;
}

/** What a server answers instead of what was asked. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A request under the programs of a server. */
export interface Asked {
  readonly method: string;
  /** Path behind that of the programs, decoded; `raw` as it came. */
  readonly path: string;
  readonly raw: string;
  readonly query: URLSearchParams;
  readonly login: string;
  readonly body: unknown;
}
/** An answer: its content, and its status where that is not the usual one. */
export interface Told {
  readonly content?: unknown;
  readonly status?: number;
}

const granting = z.object({
  grant_type: z.literal('authorization_code'),
  client_id: z.string(),
  code: z.string(),
  code_verifier: z.string(),
  redirect_uri: z.string(),
});

/** The application that the desk is at every stand-in. */
const standInClient = 'ban-soan-thu-nghiem';

export abstract class GitStandIn {
  readonly repository: string = 'so-khcn/so-tay';
  /** Where its programs stand: `/api/v1`. */
  abstract readonly programs: string;
  abstract readonly kind: GitPlace['kind'];
  /** Paths of signing in and of the token; none where a token is made by hand. */
  readonly signIn: { readonly page: string; readonly token: string } | undefined;

  readonly reviews: StandInReview[] = [];
  protected readonly pulls: StandInPull[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'git-stand-in-'));
  readonly #git = join(this.#folder, 'kho.git');
  readonly #server: Server;
  readonly #codes = new Map<
    string,
    { readonly login: string; readonly challenge: string; readonly to: string }
  >();
  readonly #tokens = new Map<string, string>();
  /** Users by login, with their full names; all of them may write, `main` takes only merges. */
  protected readonly users: Readonly<Record<string, string>>;
  address = '';

  constructor(users: Readonly<Record<string, string>>, signIn?: GitStandIn['signIn']) {
    this.users = users;
    this.signIn = signIn;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        const status = error instanceof Refusal ? error.status : 500;
        this.#send(response, status, { message: String(error instanceof Error ? error.message : error) });
      });
    });
  }

  /** Answers a request of its programs. */
  protected abstract api(asked: Asked): Told;

  /** What an operator writes for it. */
  get place(): GitPlace {
    const { kind, address: server, repository } = this;
    return { kind, server, repository, branch: 'main', client: standInClient };
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
  raw(args: readonly string[], input?: string | Buffer, env: Readonly<Record<string, string>> = {}): Buffer {
    return execFileSync('git', ['--git-dir', this.#git, ...args], {
      ...(input === undefined ? {} : { input }),
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64_000_000,
    });
  }
  git = (...args: Parameters<GitStandIn['raw']>): string => this.raw(...args).toString();

  /** What a file says at a branch or commit. */
  text = (file: string, at = 'main'): string => this.git(['show', `${at}:${file}`]);

  /** A token of a user, as signing in gives one. */
  token(login: string): string {
    const token = randomBytes(12).toString('hex');
    this.#tokens.set(token, login);
    return token;
  }

  /** What a user is called. */
  protected nameOf(login: string): string {
    const name = this.users[login] ?? '';
    return name === '' ? login : name;
  }

  readonly #as = (login: string): string[] => [
    '-c',
    `user.name=${this.nameOf(login)}`,
    '-c',
    `user.email=${login}@so.example`,
  ];

  /** The object of a name, if there is one; git is started once. */
  protected find(what: string): string | undefined {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', what]).trim();
    } catch {
      return undefined;
    }
  }
  protected has = (what: string): boolean => this.find(what) !== undefined;
  protected shaOf(what: string): string {
    const found = this.find(what);
    if (found === undefined) throw new Refusal(404, `not found: ${what}`);
    return found;
  }
  protected base64(sha: string): string {
    return this.raw(['cat-file', 'blob', sha]).toString('base64');
  }

  /** A tree like that of a commit with some files in it; a file is given by its blob. */
  protected treeWith(
    commit: string,
    files: readonly { readonly path: string; readonly sha: string }[],
  ): string {
    const env = { GIT_INDEX_FILE: join(this.#folder, randomBytes(6).toString('hex')) };
    this.git(['read-tree', commit], undefined, env);
    for (const { path, sha } of files)
      this.git(['update-index', '--add', '--cacheinfo', `100644,${sha},${path}`], undefined, env);
    return this.git(['write-tree'], undefined, env).trim();
  }
  protected blobOf = (base64: string): string =>
    this.git(['hash-object', '-w', '--stdin'], Buffer.from(base64, 'base64')).trim();
  protected commitOf(parents: readonly string[], tree: string, login: string, message: string): string {
    const parent = parents.flatMap((one) => ['-p', one]);
    return this.git([...this.#as(login), 'commit-tree', tree, ...parent, '-m', message]).trim();
  }
  protected move(branch: string, commit: string): void {
    this.git(['update-ref', `refs/heads/${branch}`, commit]);
  }
  protected drop(branch: string): void {
    this.git(['update-ref', '-d', `refs/heads/${branch}`]);
  }
  /** All files of a commit. */
  protected filesOf(at: string): { path: string; sha: string }[] {
    const lines = this.git(['ls-tree', '-r', '-z', at])
      .split('\0')
      .filter((line) => line !== '');
    return lines.map((line) => {
      const [, sha = '', path = ''] = /^\d+ \w+ (\w+)\t(.*)$/.exec(line) ?? [];
      return { path, sha };
    });
  }

  /** The tree of both branches merged; undefined when git finds a conflict. */
  #mergedTree(one: string, other: string): string | undefined {
    try {
      return this.git(['merge-tree', '--write-tree', one, other]).split('\n')[0];
    } catch {
      return undefined;
    }
  }
  protected mergeable = ({ state, base, head }: StandInPull): boolean =>
    state === 'open' && this.#mergedTree(base, head) !== undefined;
  protected mergeBase = ({ base, head }: StandInPull): string =>
    this.has(head) ? this.git(['merge-base', base, head]).trim() : '';
  protected tipOf = ({ head }: StandInPull): string => this.find(head) ?? '';

  protected pullOf(number: string | undefined): StandInPull {
    const found = this.pulls.find((one) => String(one.number) === number);
    if (!found) throw new Refusal(404, 'pull request does not exist');
    return found;
  }
  protected get open(): readonly StandInPull[] {
    return this.pulls.filter(({ state }) => state === 'open');
  }
  protected proposed(login: string, head: string, base: string, title: string): StandInPull {
    if (!this.has(`refs/heads/${head}`)) throw new Refusal(404, 'head branch does not exist');
    if (this.open.some((one) => one.head === head && one.base === base))
      throw new Refusal(409, 'pull request already exists for these targets');
    const pull: StandInPull = {
      number: this.pulls.length + 1,
      title,
      user: login,
      head,
      base,
      created: new Date().toISOString(),
      state: 'open',
    };
    this.pulls.push(pull);
    return pull;
  }
  protected changedBy = ({ base, head }: StandInPull): string[] =>
    this.git(['diff', '--name-only', '-z', `${base}...${head}`])
      .split('\0')
      .filter((name) => name !== '');

  protected reviewed(login: string, pull: StandInPull, event: string, commit: string, body: string): void {
    if (event === 'APPROVED' && login === pull.user)
      throw new Refusal(422, 'approve your own pull is not allowed');
    this.reviews.push({ pull: pull.number, user: login, event, commit_id: commit, body });
  }

  /** Takes a proposal in; the branch must end at `commit`, which somebody else must have approved. */
  protected merged(login: string, pull: StandInPull, commit: string, message: string): void {
    if (this.tipOf(pull) !== commit) throw new Refusal(409, 'head out of date');
    const approved = this.reviews.some(
      (one) =>
        one.pull === pull.number &&
        one.event === 'APPROVED' &&
        one.commit_id === commit &&
        one.user !== pull.user,
    );
    if (!approved) throw new Refusal(405, 'Does not have enough approvals');
    const tree = this.#mergedTree(pull.base, pull.head);
    if (tree === undefined) throw new Refusal(405, 'Please try again later');
    const title = `Merge pull request '${pull.title}' (#${String(pull.number)})`;
    this.move(
      pull.base,
      this.commitOf([`refs/heads/${pull.base}`, commit], tree, login, `${title}\n\n${message}`),
    );
    pull.state = 'closed';
  }

  /** Brings what was taken in meanwhile into the branch of a proposal. */
  protected refreshed(login: string, pull: StandInPull): void {
    const tree = this.#mergedTree(pull.head, pull.base);
    if (tree === undefined) throw new Refusal(409, 'merge failed because of conflict');
    const parents = [`refs/heads/${pull.head}`, `refs/heads/${pull.base}`];
    this.move(pull.head, this.commitOf(parents, tree, login, 'Merge branch main'));
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
    const links = Object.keys(this.users).map((login) => {
      const code = randomBytes(12).toString('hex');
      this.#codes.set(code, { login, challenge: asked.get('code_challenge') ?? '', to });
      const back = new URL(to);
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
      return `<p><a href="${back.href.replaceAll('&', '&amp;')}">${login}</a></p>`;
    });
    return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Stand-in</title>${links.join('')}`;
  }

  #send(response: ServerResponse, status: number, content: unknown): void {
    response.writeHead(status, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, content-type, accept, x-github-api-version',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
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
    const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const body: unknown =
      text === '' ? undefined : form ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
    if (url.pathname === this.signIn?.page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(this.#signInPage(url));
      return;
    }
    if (url.pathname === this.signIn?.token) {
      this.#send(response, 200, this.#grant(body));
      return;
    }
    const login = this.#tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (login === undefined) throw new Refusal(401, 'user does not exist');
    const raw = url.pathname.slice(this.programs.length);
    const asked = { method, path: decodeURIComponent(raw), raw, query: url.searchParams, login, body };
    const { content, status } = this.api(asked);
    this.#send(response, status ?? (content !== undefined && method === 'POST' ? 201 : 200), content);
  }
}
