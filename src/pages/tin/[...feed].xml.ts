/** Feeds as Atom. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { atomFile, feedsOf, type Feed } from '../../outputs/feeds/feeds.ts';
import { loadHandbook } from '../../handbook/load.ts';

export const getStaticPaths = (async () =>
  feedsOf(await loadHandbook()).map((feed) => ({
    params: { feed: feed.name },
    props: { feed },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = async ({ props }) =>
  new Response(atomFile(props.feed, await loadHandbook()), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
