/**
 * The only place where a text becomes the address of code. Under `require-trusted-types-for 'script'` the
 * browser refuses every other one, injected or not. Imports of modules are no such sink: `script-src 'self'`
 * holds them.
 */

interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown };
}

/**
 * Address of the worker that keeps pages for use without a network. Fixed for ever: a browser asks here
 * whether to end an old one.
 */
export const offlineWorker = '/sw.js';

/** Addresses that may become code. */
const allowed: readonly string[] = [offlineWorker];

/** Refuses whatever is not a worker of this site. */
export function trustedAddress(address: string): string {
  if (!allowed.includes(address)) throw new TypeError(`not an address of our own code: ${address}`);
  return address;
}

let policy: { createScriptURL(address: string): unknown } | undefined;

/**
 * The worker's address as browsers want it for `navigator.serviceWorker.register()`. The name is the one in
 * `policy/page-policy.ts`.
 */
export function offlineWorkerAddress(): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (factory === undefined) return trustedAddress(offlineWorker);
  policy ??= factory.createPolicy('so-tay', { createScriptURL: trustedAddress });
  // Types of the DOM do not know trusted addresses yet; the browser takes the object where they say text.
  return policy.createScriptURL(offlineWorker) as string;
}
