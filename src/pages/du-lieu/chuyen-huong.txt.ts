import { redirectsFile } from '../../outputs/hosting/redirects.ts';
import { loadHandbook } from '../../handbook/load.ts';

/** Copied to `/_redirects` by hosts that know the format; see deploy/. */
export async function GET() {
  return new Response(redirectsFile(await loadHandbook()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
