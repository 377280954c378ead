/**
 * The policy that a page carries itself, in a `<meta>`: the second line of defence, and the only one on hosts
 * that cannot set headers. It names no more than the page needs. The server's header is the union over all
 * pages (`header-policy.ts`); browsers obey both.
 */
import { earlyScriptHash } from '../modes/early-script.ts';
import { hashSource } from './hash.ts';

/** Name of the one Trusted Types policy, made by `client/trusted-urls.ts`. */
export const trustedName = 'so-tay';

/** What a page needs to work. */
export interface PageNeeds {
  /** Its inline styles, exactly as they stand between the tags. */
  readonly styles?: readonly string[];
  /** Has the inline early script. Default true. */
  readonly early?: boolean;
  /** Loads script files of this site. Default true. */
  readonly scripts?: boolean;
  /** Its scripts fetch files of this site. */
  readonly fetches?: boolean;
  /** Plays sound of this site. */
  readonly sounds?: boolean;
  /** Shows pages of this site in frames. */
  readonly frames?: boolean;
  /** Runs Pagefind: compiled code. */
  readonly compiled?: boolean;
}

/**
 * Value of `<meta http-equiv="Content-Security-Policy">`. It must stand before the first style and script.
 */
export function pagePolicy({
  styles = [],
  early = true,
  scripts = true,
  fetches = false,
  sounds = false,
  frames = false,
  compiled = false,
}: PageNeeds): string {
  const script = [
    ...(scripts ? ["'self'"] : []),
    ...(early ? [earlyScriptHash] : []),
    ...(compiled ? ["'wasm-unsafe-eval'"] : []),
  ];
  return [
    "default-src 'none'",
    ...(styles.length > 0 ? [`style-src ${[...new Set(styles)].map(hashSource).join(' ')}`] : []),
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(script.length > 0 ? [`script-src ${script.join(' ')}`] : []),
    ...(fetches || compiled ? ["connect-src 'self'"] : []),
    ...(sounds ? ["media-src 'self'"] : []),
    ...(compiled ? ["worker-src 'self'"] : []),
    ...(frames ? ["frame-src 'self'"] : []),
    "require-trusted-types-for 'script'",
    `trusted-types ${scripts ? trustedName : "'none'"}`,
  ].join('; ');
}
