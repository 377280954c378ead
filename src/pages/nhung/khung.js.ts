/** The script that tells a frame's height. Under one name for ever: frames pasted years ago load it. */
import type { APIRoute } from 'astro';
import { frameScript } from '../../outputs/embed/embed.ts';
export const GET: APIRoute = () =>
  new Response(`${frameScript}\n`, { headers: { 'content-type': 'text/javascript' } });
