/** Picture of each guide and lesson, and one of the whole handbook. */
import { absolute, numberAddress, socialImageAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { ownAct } from '../../schemas/look.ts';
import { t } from '../../words/words.ts';
import type { HandbookFile } from '../output.ts';
import { socialFile } from './file.ts';
import type { SocialImage } from './image.ts';

export function files({ guides, site }: Handbook): HandbookFile[] {
  // The sign is the handbook's; an edition with one of its own is known by its name here.
  const look = { act: site.look?.act ?? ownAct, sign: site.look?.emblem === undefined };
  const typed = (path: string): string =>
    absolute(site.url, path)
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  const file = (image: Omit<SocialImage, 'look'>, number?: number): HandbookFile => ({
    address: socialImageAddress(number),
    type: 'image/png',
    content: () => socialFile({ ...image, look }),
  });
  return [
    file({ title: site.tagline, about: site.name, site: site.name, address: typed('/') }),
    ...guides.map((guide) =>
      file(
        {
          number: { label: t('social.guide'), value: String(guide.data.number) },
          title: guide.data.title,
          about: guide.shelf.data.title,
          site: site.name,
          address: typed(numberAddress(guide.data.number)),
        },
        guide.data.number,
      ),
    ),
  ];
}
