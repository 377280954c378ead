import { nginxMap } from '../../outputs/hosting/redirects.ts';
import { loadHandbook } from '../../handbook/load.ts';

/** Body of an nginx `map`; see deploy/nginx.conf. */
export async function GET() {
  return new Response(nginxMap(await loadHandbook()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
