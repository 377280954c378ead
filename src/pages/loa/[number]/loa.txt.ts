import type { APIRoute, GetStaticPaths } from 'astro';
import type { Guide } from '../../../handbook/handbook.ts';
import { loadHandbook } from '../../../handbook/load.ts';
import { announcement } from '../../../speech/announcement.ts';

export const getStaticPaths = (async () =>
  (await loadHandbook()).guides.map((guide) => ({
    params: { number: String(guide.data.number) },
    props: { guide },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ guide: Guide }> = async ({ props }) =>
  new Response(`${announcement(props.guide, await loadHandbook()).loudspeaker.join('\n\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
