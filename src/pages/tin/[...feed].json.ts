/** Feeds as JSON Feed. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedsOf, jsonFeed, type Feed } from '../../outputs/feeds/feeds.ts';
import { loadHandbook } from '../../handbook/load.ts';

export const getStaticPaths = (async () =>
  feedsOf(await loadHandbook()).map((feed) => ({
    params: { feed: feed.name },
    props: { feed },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = async ({ props }) =>
  Response.json(jsonFeed(props.feed, await loadHandbook()));
