/** What a reviewer sees of a proposal: the drawn page beside the former one, words, rules; and approval. */
import { openEntry } from '../../entry.ts';
import { changedLines, linesOf, rulesNamed, type ChangedLine } from '../../changes.ts';
import type { DeskStart, GitPlace } from '../../form-kinds.ts';
import { formOf, nameOf } from '../../names.ts';
import type { AskGate } from '../ask-gate.ts';
import { photoUrl } from '../bytes.ts';
import { keepDraft } from '../drafts.ts';
import { button, el, say, wordFor } from '../dom.ts';
import { approve, type Change } from './approve.ts';
import { textAt, textOf, type GitHost, type HostUser, type Pull } from './host.ts';
import { told } from './told.ts';

/** Where the desk remembers who reviews at this device. */
const reviewerKey = 'nguoi-duyet';

type Known = Pick<DeskStart, 'forms' | 'files'>;

const today = (): string => new Date().toISOString().slice(0, 10);

/** Pages of reviewers over the proposals of a repository. */
export class Reviews {
  readonly #host: GitHost;
  readonly #place: GitPlace;
  readonly #me: HostUser;
  readonly #gate: AskGate;
  readonly #known: Known;

  constructor(host: GitHost, place: GitPlace, me: HostUser, gate: AskGate, known: Known) {
    this.#host = host;
    this.#place = place;
    this.#me = me;
    this.#gate = gate;
    this.#known = known;
  }

  /** All proposals that wait. */
  async list(): Promise<HTMLElement[]> {
    const pulls = await this.#host.pulls().catch((error: unknown) => {
      throw told(error);
    });
    const lines = pulls.map((pull) =>
      el(
        'li',
        {},
        el('a', { href: `#duyet/${String(pull.number)}` }, pull.title),
        el('span', { class: 'hint' }, ` ${this.#lineOf(pull)}`),
      ),
    );
    return [
      el('p', {}, el('a', { href: '#' }, say('back'))),
      el('h1', { tabindex: -1 }, say('proposals')),
      lines.length === 0 ? el('p', {}, say('noProposals')) : el('ul', { class: 'entries' }, ...lines),
    ];
  }

  #lineOf({ number, user: { login, name }, day }: Pull): string {
    const mine = login === this.#me.login ? ` (${say('proposalMine')})` : '';
    return say('proposalLine', { n: number, name, day }) + mine;
  }

  /** One proposal. */
  async one(number: number): Promise<HTMLElement[]> {
    try {
      return await this.#page(number);
    } catch (error) {
      throw told(error);
    }
  }

  async #page(number: number): Promise<HTMLElement[]> {
    const pull = await this.#host.pull(number);
    const { changes, pictures } = await this.#changes(pull);
    const faults = (
      await Promise.all(
        changes
          .filter(({ wanted }) => wanted !== '')
          .map(({ file, wanted }) => this.#gate.check(file, wanted)),
      )
    ).flat();
    const parts = await Promise.all(changes.map((change) => this.#change(change)));
    const mayApprove = pull.mergeable && faults.length === 0 && pull.user.login !== this.#me.login;
    return [
      el('p', {}, el('a', { href: '#duyet' }, say('goBack'))),
      el('h1', { tabindex: -1 }, pull.title),
      el('p', { class: 'hint' }, this.#lineOf(pull)),
      ...parts.flat(),
      ...pictures,
      ...(pull.mergeable ? [] : [el('p', { class: 'fault', role: 'alert' }, say('conflict'))]),
      ...(faults.length === 0
        ? []
        : [
            el('p', { class: 'fault' }, say('gateFaults', { n: faults.length })),
            el(
              'ul',
              {},
              ...faults.map(({ message, fix }) => el('li', {}, `${message} ${say('cure', { fix })}`)),
            ),
          ]),
      ...(pull.user.login === this.#me.login ? [el('p', {}, say('ownProposal'))] : []),
      ...(pull.user.login === this.#me.login && !pull.mergeable ? [this.#again(pull, changes)] : []),
      ...(mayApprove ? [this.#approval(pull, changes)] : []),
      ...(pull.user.login === this.#me.login ? [] : [this.#asking(pull)]),
    ];
  }

  /** Texts that a proposal changes, and its pictures beside those that stand there. */
  async #changes(pull: Pull): Promise<{ changes: Change[]; pictures: HTMLElement[] }> {
    const files = await this.#host.pullFiles(pull.number);
    const found = await Promise.all(
      files.map(async (file) => ({
        file,
        now: await this.#host.file(file, this.#place.branch),
        wanted: await this.#host.file(file, pull.tip),
      })),
    );
    const isPicture = ({ file }: { readonly file: string }): boolean => file.endsWith('.jpg');
    return {
      changes: found
        .filter((one) => !isPicture(one))
        .map(({ file, now, wanted }) => ({
          file,
          now: now ? textOf(now) : '',
          wanted: wanted ? textOf(wanted) : '',
        })),
      pictures: found.filter(isPicture).map(({ now, wanted }) => besideEachOther(now, wanted)),
    };
  }

  async #change({ file, now, wanted }: Change): Promise<HTMLElement[]> {
    const form = formOf(file, this.#known.forms);
    const names = { body: say('bodyOf'), partName: (name: string) => wordFor(`part_${name}`) ?? name };
    const lines = (text: string) => (form && text !== '' ? linesOf(file, text, form, names) : []);
    return [
      el('h2', {}, nameOf(file, wanted === '' ? now : wanted)),
      el('p', { class: 'hint' }, say('file', { file })),
      await this.#drawings(file, now, wanted),
      el('h3', {}, say('changes')),
      wordsOf(changedLines(lines(now), lines(wanted))),
      el('h3', {}, say('rules')),
      this.#rules(file, now, wanted),
    ];
  }

  /** Both pages as readers would see them, one beside the other. */
  async #drawings(file: string, now: string, wanted: string): Promise<HTMLElement> {
    const drawn = async (text: string, title: string, without: string): Promise<HTMLElement> => {
      const page = text === '' ? '' : await this.#gate.draw(file, text);
      const inside =
        page === ''
          ? el('p', { class: 'hint' }, without)
          : page.includes(say('noPreview'))
            ? el('p', { class: 'hint' }, say('noDrawing'))
            : el('iframe', { class: 'preview', sandbox: '', title, srcdoc: page });
      return el('section', { 'aria-label': title }, el('h3', {}, title), inside);
    };
    return el(
      'div',
      { class: 'beside' },
      await drawn(now, say('now'), say('fresh')),
      await drawn(wanted, say('wanted'), say('gone')),
    );
  }

  #rules(file: string, now: string, wanted: string): HTMLElement {
    const [before, after] = [rulesNamed(now), rulesNamed(wanted)];
    const nameOfRule = (id: string): string => {
      const found = this.#known.files.find((one) => one.file === `content/rules/${id}.yaml`);
      return found?.name ?? id;
    };
    const state = (id: string): string =>
      say(!before.includes(id) ? 'ruleNew' : after.includes(id) ? 'ruleKept' : 'ruleGone');
    const own = /^content\/rules\/(.+)\.yaml$/.exec(file)?.[1];
    const lines = [...new Set([...before, ...after])].map((id) => `${nameOfRule(id)}: ${state(id)}`);
    if (own !== undefined) {
      const users = this.#known.files.filter(({ text }) => rulesNamed(text).includes(own));
      const files = users.map(({ name }) => name).join(', ');
      lines.unshift(`${nameOfRule(own)}: ${say('ruleItself')}; ${say('ruleUsers', { files })}`);
    }
    return lines.length === 0
      ? el('p', {}, say('noRules'))
      : el('ul', {}, ...lines.map((line) => el('li', {}, line)));
  }

  /** Begins a proposal anew on what stands there now: its words become the author's draft. */
  #again(pull: Pull, changes: readonly Change[]): HTMLElement {
    const note = el('p', { role: 'status', class: 'note' });
    const begin = async (): Promise<void> => {
      const [change] = changes;
      if (change === undefined) return;
      const { file, wanted } = change;
      const base = (await textAt(this.#host, file, pull.base)) ?? '';
      const { head, body } = openEntry(file, wanted);
      // Kept before anything is taken away: whatever fails then, the words are on this device.
      keepDraft({ file, base, head, blocks: body?.blocks ?? [] });
      await this.#host.withdraw(pull);
      location.hash = file;
      location.reload();
    };
    const press = (): void => {
      act.disabled = true;
      note.textContent = say('wait');
      begin().catch((error: unknown) => {
        act.disabled = false;
        note.textContent = told(error).message;
      });
    };
    const act = button(say('againAct'), press, { class: 'act' });
    return el('section', { class: 'new' }, el('p', {}, say('againLead')), act, note);
  }

  #approval(pull: Pull, changes: readonly Change[]): HTMLElement {
    const kept: unknown = JSON.parse(localStorage.getItem(reviewerKey) ?? '{}');
    const keptField = (name: string): string => {
      const value: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : '';
      return typeof value === 'string' ? value : '';
    };
    const role = el('input', { id: 'role', value: keptField('role'), autocomplete: 'organization-title' });
    const unit = el('input', { id: 'unit', value: keptField('unit'), autocomplete: 'organization' });
    const day = el('input', { id: 'day', type: 'date', value: today() });
    const note = el('p', { role: 'status', class: 'note' });
    const press = async (): Promise<void> => {
      const tidy = (field: HTMLInputElement): string => field.value.trim().normalize('NFC');
      const approval = { role: tidy(role), unit: tidy(unit), day: day.value };
      if (approval.role === '' || approval.unit === '' || approval.day === '') {
        note.textContent = say('needRole');
        return;
      }
      localStorage.setItem(reviewerKey, JSON.stringify({ role: approval.role, unit: approval.unit }));
      act.disabled = true;
      note.textContent = await approve(
        this.#host,
        this.#place.branch,
        pull,
        changes,
        approval,
        this.#known.forms,
      ).catch((error: unknown) => {
        act.disabled = false;
        return told(error).message;
      });
    };
    const act = button(say('approve'), () => void press(), { class: 'act' });
    const row = (id: string, words: string, field: HTMLElement): HTMLElement =>
      el('p', { class: 'field' }, el('label', { for: id }, words), field);
    return el(
      'section',
      { class: 'new', 'aria-labelledby': 'approveTitle' },
      el('h2', { id: 'approveTitle' }, say('approveTitle')),
      row('role', say('role'), role),
      row('unit', say('unit'), unit),
      row('day', say('day'), day),
      act,
      note,
    );
  }

  #asking(pull: Pull): HTMLElement {
    const words = el('textarea', { id: 'askWords', rows: 3 });
    const note = el('p', { role: 'status', class: 'note' });
    const press = async (): Promise<void> => {
      const text = words.value.trim().normalize('NFC');
      if (text === '') {
        note.textContent = say('needWords');
        return;
      }
      note.textContent = await this.#host
        .review(pull.number, 'REQUEST_CHANGES', pull.tip, text)
        .then(() => say('asked'))
        .catch((error: unknown) => told(error).message);
    };
    return el(
      'section',
      { class: 'new', 'aria-labelledby': 'askTitle' },
      el('h2', { id: 'askTitle' }, say('askTitle')),
      el('p', { class: 'field' }, el('label', { for: 'askWords' }, say('askWords')), words),
      button(say('ask'), () => void press()),
      note,
    );
  }
}

/** A picture as it stands and as it is wanted. */
function besideEachOther(now: Uint8Array | undefined, wanted: Uint8Array | undefined): HTMLElement {
  const shown = (title: string, bytes: Uint8Array | undefined, without: string): HTMLElement =>
    el(
      'section',
      { 'aria-label': title },
      el('h3', {}, title),
      bytes
        ? el('img', { class: 'photo', src: photoUrl(bytes), alt: title })
        : el('p', { class: 'hint' }, without),
    );
  return el(
    'div',
    { class: 'beside' },
    shown(say('photoNow'), now, say('photoFresh')),
    shown(say('photoWanted'), wanted, say('gone')),
  );
}

/** Lines that changed, with the words that went and came; told in words too, not in colour alone. */
function wordsOf(changed: readonly ChangedLine[]): HTMLElement {
  if (changed.length === 0) return el('p', {}, say('noChanges'));
  const mark = (word: string): HTMLElement => el('span', { class: 'unseen' }, `[${word}] `);
  return el(
    'dl',
    { class: 'changes' },
    ...changed.flatMap(({ where, pieces }) => [
      el('dt', {}, where),
      el(
        'dd',
        {},
        ...pieces.map(({ kind, text }) => {
          if (kind === 'same') return text;
          return kind === 'gone'
            ? el('del', {}, mark(say('removed')), text)
            : el('ins', {}, mark(say('added')), text);
        }),
      ),
    ]),
  );
}
