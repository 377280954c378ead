/** A repository of a git server as a place for texts: what is handed in becomes a proposal. */
import type { CollectionForm, DeskStart, GitPlace } from '../../form-kinds.ts';
import { nameOf } from '../../names.ts';
import type { AskGate } from '../ask-gate.ts';
import { el, say, wordFor } from '../dom.ts';
import { pictureOf, type HandedIn, type Store, type StoredText } from '../store.ts';
import {
  blobSha,
  HostFault,
  textAt,
  textOf,
  type FileChange,
  type GitHost,
  type HostUser,
  type Pull,
} from './host.ts';
import { Reviews } from './review.ts';
import { told } from './told.ts';

/** Texts that are asked for at the same time. */
const atOnce = 6;

const isText = (path: string): boolean => /^content\/.*\.(?:yaml|mdx)$/.test(path);

/** Where the proposals for reviewers stand at the desk. */
const reviewAddress = 'duyet';

/** The branch on which a user's changes of one file wait. */
const branchOf = (login: string, file: string): string =>
  `de-nghi/${login}/${file
    .replace(/^content\//, '')
    .replace(/\.\w+$/, '')
    .replaceAll('/', '-')}`.slice(0, 100);

/** The content of a branch, with the user's own proposals over it. */
export class GitStore implements Store {
  readonly #host: GitHost;
  readonly #place: GitPlace;
  readonly #me: HostUser;
  readonly #shipped: DeskStart['files'];
  #pulls: readonly Pull[] = [];

  /** `shipped` are the texts that came with the page: only what is another now is asked for. */
  constructor(host: GitHost, place: GitPlace, me: HostUser, shipped: DeskStart['files']) {
    this.#host = host;
    this.#place = place;
    this.#me = me;
    this.#shipped = shipped;
  }

  /** What handing in is called here; gaps stay open. */
  get words(): Readonly<Record<string, string>> {
    const open = (key: string): string => wordFor(key) ?? key;
    return {
      handIn: open('propose'),
      saved: open('proposed'),
      lead: open('proposeLead'),
      noFaults: open('proposeReady'),
    };
  }

  /** All texts of the branch, and over them what the user has proposed and nobody has taken in yet. */
  async texts(): Promise<StoredText[]> {
    const commit = await this.#host.tip(this.#place.branch);
    if (commit === undefined) throw new HostFault(404, this.#place.branch);
    const [files, pulls] = await Promise.all([this.#host.files(commit), this.#host.pulls()]);
    this.#pulls = pulls;
    const known = new Map<string, string>();
    for (const { text } of this.#shipped) known.set(await blobSha(text), text);
    const wanted = [...files].filter(([file]) => isText(file));
    const texts = new Map<string, string>();
    for (let start = 0; start < wanted.length; start += atOnce)
      await Promise.all(
        wanted.slice(start, start + atOnce).map(async ([file, sha]) => {
          texts.set(file, known.get(sha) ?? textOf(await this.#host.blob(sha)));
        }),
      );
    for (const { number, branch } of pulls.filter((one) => this.#isMine(one)))
      for (const file of (await this.#host.pullFiles(number)).filter(isText))
        texts.set(file, (await textAt(this.#host, file, branch)) ?? '');
    return [...texts]
      .map(([file, text]) => ({ file, text }))
      .toSorted((one, other) => (one.file < other.file ? -1 : 1));
  }

  #isMine({ user, branch }: Pull): boolean {
    return user.login === this.#me.login && branch.startsWith(`de-nghi/${this.#me.login}/`);
  }

  /**
   * Proposes a text: a commit on the user's branch for this file, which begins at the tip of the main branch,
   * and a request to take it in. Who changed the file meanwhile is not written over.
   */
  async handIn(file: string, base: string, text: string, photo?: Uint8Array): Promise<HandedIn> {
    try {
      return await this.#propose(file, base, text, photo);
    } catch (error) {
      throw told(error);
    }
  }

  async #propose(file: string, base: string, text: string, photo?: Uint8Array): Promise<HandedIn> {
    const branch = branchOf(this.#me.login, file);
    const from = (await this.#host.tip(branch)) === undefined ? this.#place.branch : branch;
    const title = say(base === '' ? 'proposalNew' : 'proposalChange', { name: nameOf(file, text) });
    const change = { path: file, content: text, ...(base === '' ? {} : { sha: await blobSha(base) }) };
    const changes = [...(text === base ? [] : [change]), ...(await this.#picture(file, from, photo))];
    try {
      await this.#host.commit(from, branch, title, changes);
    } catch (error) {
      const now = await textAt(this.#host, file, from);
      if (now === undefined || now === base) throw error;
      return { kind: 'changed', text: now };
    }
    if (!this.#pulls.some((one) => one.branch === branch)) {
      const pull = await this.#host.propose(branch, this.#place.branch, title, say('proposalBody', { file }));
      this.#pulls = [...this.#pulls, pull];
    }
    return { kind: 'saved' };
  }

  /** The picture that goes with an entry, as a commit changes it. */
  async #picture(file: string, from: string, photo: Uint8Array | undefined): Promise<FileChange[]> {
    if (photo === undefined) return [];
    const before = await this.#host.file(pictureOf(file), from);
    return [{ path: pictureOf(file), content: photo, ...(before ? { sha: await blobSha(before) } : {}) }];
  }

  /** The picture of an entry: as its author proposed it, or as it stands. */
  async photo(file: string): Promise<Uint8Array | undefined> {
    const mine = branchOf(this.#me.login, file);
    const at = this.#pulls.some(({ branch }) => branch === mine) ? mine : this.#place.branch;
    return this.#host.file(pictureOf(file), at);
  }

  /** The way to what waits for a reviewer. */
  above(): HTMLElement[] {
    const n = this.#pulls.length;
    return [el('p', {}, el('a', { href: `#${reviewAddress}` }, say('proposalsLink', { n })))];
  }

  /** The pages of reviewers. */
  page(address: string, start: DeskStart, gate: AskGate): Promise<HTMLElement[]> | undefined {
    const [first, number] = address.split('/');
    if (first !== reviewAddress) return undefined;
    const forms: readonly CollectionForm[] = start.forms;
    const reviews = new Reviews(this.#host, this.#place, this.#me, gate, { forms, files: start.files });
    return number === undefined ? reviews.list() : reviews.one(Number(number));
  }
}
