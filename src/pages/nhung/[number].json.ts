/** oEmbed answer of each guide and lesson: one file each, because a static host cannot answer a question. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { oembed } from '../../outputs/embed/embed.ts';
import type { Guide } from '../../handbook/handbook.ts';
import { loadHandbook } from '../../handbook/load.ts';

export const getStaticPaths = (async () =>
  (await loadHandbook()).guides.map((guide) => ({
    params: { number: String(guide.data.number) },
    props: { guide },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ guide: Guide }> = async ({ props }) =>
  Response.json(oembed(props.guide, (await loadHandbook()).site));
