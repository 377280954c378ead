/** Every feed as Atom and as JSON Feed. */
import { feedAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { atomFile, feedsOf, jsonFeed } from './feeds.ts';

export const files = (handbook: Handbook): HandbookFile[] =>
  feedsOf(handbook).flatMap((feed) => [
    {
      address: feedAddress(feed.name, 'xml'),
      type: 'application/atom+xml; charset=utf-8',
      content: () => atomFile(feed, handbook),
    },
    {
      address: feedAddress(feed.name, 'json'),
      type: 'application/json',
      content: () => JSON.stringify(jsonFeed(feed, handbook)),
    },
  ]);
