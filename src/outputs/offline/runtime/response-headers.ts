/** What the worker adds to a kept page: the headers that servers send, and the note that it is kept. Pure. */
import { typeOf } from './format.ts';

const entities: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&#x27;': "'",
  '&quot;': '"',
  '&amp;': '&',
};

/** The policy that a page carries itself. */
function ownPolicy(html: string): string {
  const found =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "default-src 'none'";
  return found.replace(/&(?:#39|#x27|quot|amp);/g, (match) => entities[match]!);
}

/**
 * Headers of a reply from the store: those of the server, and the policy of the page itself, which is
 * stricter than the one for the whole site.
 */
export function offlineHeaders(
  path: string,
  html: string,
  server: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...server,
    'content-type': html === '' ? typeOf(path) : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...(html === '' ? {} : { 'content-security-policy': `${ownPolicy(html)}; frame-ancestors 'none'` }),
  };
}

/** The page with the note at the top of its main part. It is there from the first frame, so nothing moves. */
export function keptNote(html: string, edition: string, [words, link]: readonly [string, string]): string {
  const [year, month, day] = edition.split('-').map(Number);
  const note = `<p class="quiet" role="note" data-kept>${words.replace('{day}', `${day}/${month}/${year}`)} <a href="/ngoai-tuyen/">${link}</a></p>`;
  return html.replace(/<main\b[^>]*>/, (main) => main + note);
}
