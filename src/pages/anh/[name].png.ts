/** Picture for social networks of each guide and lesson, and one of the whole handbook. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, numberAddress, socialImageAddress } from '../../domain/address.ts';
import { socialFile } from '../../outputs/social-images/file.ts';
import type { SocialImage } from '../../outputs/social-images/image.ts';
import { loadHandbook } from '../../handbook/load.ts';
import { t } from '../../words/words.ts';

export const getStaticPaths = (async () => {
  const { guides, site } = await loadHandbook();
  const typed = (path: string): string =>
    absolute(site.url, path)
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  const route = (image: SocialImage, number?: number) => ({
    params: { name: socialImageAddress(number).slice('/anh/'.length, -'.png'.length) },
    props: { image },
  });
  return [
    route({ title: site.tagline, about: site.name, site: site.name, address: typed('/') }),
    ...guides.map((guide) =>
      route(
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
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ image: SocialImage }> = async ({ props }) =>
  new Response(new Uint8Array(await socialFile(props.image)), { headers: { 'content-type': 'image/png' } });
