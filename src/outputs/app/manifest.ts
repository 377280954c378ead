/** The web app manifest: name, icons and the three ways in that people need most. */
import { pages } from '../../domain/address.ts';
import { ownAct } from '../../schemas/look.ts';
import { offersPage } from '../../domain/offers.ts';
import { stopGuide, type Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { icons } from './icons.ts';

/** The manifest as an object. */
export function manifest(handbook: Handbook): object {
  const stop = stopGuide(handbook.guides)?.address ?? pages.calls;
  return {
    id: '/',
    name: handbook.site.name,
    short_name: handbook.site.name,
    description: t('home.lead'),
    lang: 'vi',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fffdf6',
    theme_color: handbook.site.look?.act ?? ownAct,
    categories: ['education', 'government'],
    icons: [
      { src: pages.icon, type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
      ...icons
        .filter((icon) => icon.purpose)
        .map((icon) => ({
          src: icon.address,
          type: 'image/png',
          sizes: `${icon.size}x${icon.size}`,
          purpose: icon.purpose,
        })),
    ],
    shortcuts: [
      ...(offersPage('search') ? [{ name: t('search.title'), url: pages.search }] : []),
      { name: t('offline.shortcutCalls'), url: pages.calls },
      { name: t('offline.shortcutStop'), url: stop },
    ].map((item) => ({
      ...item,
      icons: [{ src: '/bieu-tuong-192.png', type: 'image/png', sizes: '192x192' }],
    })),
  };
}
