/** The announcement and the message of each guide and lesson as text. */
import { announcementFileAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { announcement } from '../../speech/announcement.ts';
import type { HandbookFile } from '../output.ts';

const type = 'text/plain; charset=utf-8';

export const files = (handbook: Handbook): HandbookFile[] =>
  handbook.guides.flatMap((guide) => [
    {
      address: announcementFileAddress(guide.data.number, 'loa'),
      type,
      content: () => `${announcement(guide, handbook).loudspeaker.join('\n\n')}\n`,
    },
    {
      address: announcementFileAddress(guide.data.number, 'zalo'),
      type,
      content: () => `${announcement(guide, handbook).zalo}\n`,
    },
  ]);
