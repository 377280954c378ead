/** The announcement and the message of each guide and lesson as text. */
import { announcementFileAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { announced } from '../../books/announced.ts';
import type { HandbookFile } from '../output.ts';

const type = 'text/plain; charset=utf-8';

export const files = (handbook: Handbook): HandbookFile[] =>
  handbook.guides.flatMap((guide) => [
    {
      address: announcementFileAddress(guide.data.number, 'loa'),
      type,
      content: () => `${announced(guide, handbook).loudspeaker.join('\n\n')}\n`,
    },
    {
      address: announcementFileAddress(guide.data.number, 'zalo'),
      type,
      content: () => `${announced(guide, handbook).zalo}\n`,
    },
  ]);
