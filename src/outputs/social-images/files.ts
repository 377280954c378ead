/** Two pictures of each guide and lesson, wide and tall, and a wide one of the whole handbook. */
import { bare, wayIn } from '../../books/paper.ts';
import { absolute, socialImageAddress, tallImageAddress } from '../../domain/address.ts';
import { quickDraw } from '../../books/fast-qr.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { ownAct } from '../../schemas/look.ts';
import { t } from '../../words/words.ts';
import type { HandbookFile } from '../output.ts';
import { socialFile, tallFile } from './file.ts';
import type { SocialImage, SocialLook } from './image.ts';
import { stepsShown } from './shown.ts';

const png = (address: string, content: () => Promise<Buffer>): HandbookFile => ({
  address,
  type: 'image/png',
  content,
});

/** The picture that stands beside a link, and the one that is sent by itself. */
function ofGuide(guide: Guide, handbook: Handbook, look: SocialLook): HandbookFile[] {
  const { number: n, title } = guide.data;
  const { code, address, say } = wayIn(guide, handbook);
  const steps = stepsShown(guide);
  const both = {
    number: { label: t('social.guide'), value: String(n) },
    title,
    about: guide.shelf.data.title,
    site: handbook.site.name,
    address,
    look,
  };
  const shown = steps.flatMap(({ drawn }) => drawn ?? []);
  return [
    png(socialImageAddress(n), () => socialFile({ ...both, shown })),
    png(tallImageAddress(n), () =>
      tallFile({
        ...both,
        steps,
        stepWords: (number) => t('social.step', { n: number }),
        say,
        code: quickDraw(code),
      }),
    ),
  ];
}

export function files(handbook: Handbook): HandbookFile[] {
  const { guides, site } = handbook;
  // The sign is the handbook's; an edition with one of its own is known by its name here.
  const look = { act: site.look?.act ?? ownAct, sign: site.look?.emblem === undefined };
  const whole: SocialImage = {
    title: site.tagline,
    about: site.name,
    shown: [],
    site: site.name,
    address: bare(absolute(site.url, '/')),
    look,
  };
  return [
    png(socialImageAddress(), () => socialFile(whole)),
    ...guides.flatMap((guide) => ofGuide(guide, handbook, look)),
  ];
}
