/** Tells browsers and portals how to search here. */
import type { APIRoute } from 'astro';
import { openSearchFile } from '../outputs/app/open-search.ts';
import { loadHandbook } from '../handbook/load.ts';

export const GET: APIRoute = async () =>
  new Response(openSearchFile(await loadHandbook()), {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
