/** The first page of a desk that stands on a web server: where do the texts come from? */
import type { DeskStart, GitPlace } from '../form-kinds.ts';
import { button, el, say } from './dom.ts';
import { folderPicker, FolderStore } from './folder-store.ts';
import { HostFault } from './git/host.ts';
import { hostOf } from './git/hosts.ts';
import { GitStore } from './git/git-store.ts';
import { told } from './git/told.ts';
import { beginSignIn, signOut, tokenHere, useToken } from './git/sign-in.ts';
import type { Store, StoredText } from './store.ts';

/** A place that was opened, and its texts. */
export interface Opened {
  readonly store: Store;
  readonly texts: readonly StoredText[];
}

async function openGit(place: GitPlace, token: string, start: DeskStart): Promise<Opened> {
  const host = hostOf(place, token);
  const me = await host.me();
  if (!(await host.mayWrite())) throw new Error(say('readOnly', { login: me.login }));
  const store = new GitStore(host, place, me, start.files);
  return { store, texts: await store.texts() };
}

/** Signing in at the server's own page. */
const byPage = (place: GitPlace, server: string): HTMLElement =>
  button(say('signIn', { server }), () => void beginSignIn(place), { class: 'act' });

/** A token that the author made at the server; it stays in this tab. */
function ownToken(server: string): HTMLElement[] {
  const field = el('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    'aria-describedby': 'tokenHint',
  });
  const enter = (): void => {
    if (field.value.trim() === '') return;
    useToken(field.value.trim());
    location.reload();
  };
  return [
    el('p', { class: 'field' }, el('label', { for: 'token' }, say('tokenLabel', { server })), field),
    el('p', { class: 'hint', id: 'tokenHint' }, say('tokenHint')),
    button(say('tokenEnter'), enter, { class: 'act' }),
  ];
}

const choices = (
  main: HTMLElement,
  note: string,
  place: GitPlace | undefined,
  open: (made: Opened) => void,
) => {
  const said = el('p', { role: 'status', class: 'note' }, note);
  const pick = folderPicker();
  const openFolder = async (ask: NonNullable<typeof pick>): Promise<void> => {
    const store = new FolderStore(await ask({ mode: 'readwrite' }));
    open({ store, texts: await store.texts() });
  };
  const fail = (error: unknown): void => {
    said.textContent = say('whyNot', { why: told(error).message });
  };
  const server = place === undefined ? '' : new URL(place.server).host;
  main.replaceChildren(
    el('h1', { tabindex: -1 }, say('title')),
    said,
    ...(place === undefined
      ? []
      : [
          el('p', {}, say('signInLead', { server })),
          ...(place.client === '' ? ownToken(server) : [byPage(place, server)]),
        ]),
    ...(pick
      ? [
          el('p', {}, say('openFolderLead')),
          button(say('openFolder'), () => void openFolder(pick).catch(fail)),
        ]
      : place === undefined
        ? [el('p', {}, say('noWay'))]
        : []),
  );
  main.querySelector('h1')?.focus();
};

/** Asks where the texts are until a place has been opened. */
export async function openPlace(start: DeskStart, main: HTMLElement): Promise<Opened> {
  const { git } = start.place ?? {};
  let note = '';
  if (git !== undefined) {
    try {
      const token = await tokenHere(git);
      if (token !== undefined) {
        main.textContent = say('loading');
        return await openGit(git, token, start);
      }
    } catch (error) {
      if (error instanceof HostFault && error.status === 401) signOut();
      note = say('whyNot', { why: told(error).message });
    }
  }
  return new Promise((done) => choices(main, note, git, done));
}
