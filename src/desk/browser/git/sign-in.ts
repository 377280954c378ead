/**
 * Signing in at the git server: the code grant of OAuth 2 with a proof key (PKCE), for a client without a
 * secret. The token lives in this tab alone and goes with it.
 */
import { z } from 'zod';
import type { GitPlace } from '../../form-kinds.ts';
import { HostFault } from './host.ts';

const tokenKey = 'ban-soan-vao';
const begunKey = 'ban-soan-dang-vao';
const begun = z.object({ state: z.string(), verifier: z.string(), hash: z.string() });
const granted = z.object({ access_token: z.string() });

/** Where each server signs somebody in and hands out the token. */
const paths: Readonly<Record<GitPlace['kind'], { readonly page: string; readonly token: string }>> = {
  gitea: { page: '/login/oauth/authorize', token: '/login/oauth/access_token' },
  gitlab: { page: '/oauth/authorize', token: '/oauth/token' },
  github: { page: '/login/oauth/authorize', token: '/login/oauth/access_token' },
};

const letters = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const chance = (): string => letters(crypto.getRandomValues(new Uint8Array(32)));
const here = (): string => location.origin + location.pathname;

/** Goes to the server's own page for signing in; that page comes back here. */
export async function beginSignIn({ kind, server, client }: GitPlace): Promise<void> {
  const [state, verifier] = [chance(), chance()];
  sessionStorage.setItem(begunKey, JSON.stringify({ state, verifier, hash: location.hash }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const asked = new URLSearchParams({
    client_id: client,
    redirect_uri: here(),
    response_type: 'code',
    state,
    code_challenge: letters(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    scope: kind === 'gitlab' ? 'api' : 'read:user write:repository',
  });
  location.assign(`${server}${paths[kind].page}?${asked.toString()}`);
}

/** The token of this tab; after coming back from the server the one that it grants. @throws HostFault */
export async function tokenHere({ kind, server, client }: GitPlace): Promise<string | undefined> {
  const query = new URLSearchParams(location.search);
  const code = query.get('code');
  if (code === null) return sessionStorage.getItem(tokenKey) ?? undefined;
  const kept = begun.safeParse(JSON.parse(sessionStorage.getItem(begunKey) ?? 'null'));
  sessionStorage.removeItem(begunKey);
  history.replaceState(null, '', here() + (kept.data?.hash ?? ''));
  // An answer to a question that this tab did not ask.
  if (!kept.success || kept.data.state !== query.get('state')) return undefined;
  const answer = await fetch(`${server}${paths[kind].token}`, {
    method: 'POST',
    // As a form, which every server takes without asking beforehand.
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      code_verifier: kept.data.verifier,
      redirect_uri: here(),
    }),
  }).catch((error: unknown) => {
    throw new HostFault(0, String(error));
  });
  if (!answer.ok) throw new HostFault(answer.status, answer.statusText);
  const { access_token: token } = granted.parse(await answer.json());
  sessionStorage.setItem(tokenKey, token);
  return token;
}

/** Keeps a token that somebody made at the server and brought, for this tab. */
export const useToken = (token: string): void => sessionStorage.setItem(tokenKey, token);

/** Forgets the token of this tab. */
export const signOut = (): void => sessionStorage.removeItem(tokenKey);
