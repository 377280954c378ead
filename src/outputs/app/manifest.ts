/** The web app manifest: name, icons and the three ways in that people need most. */
import { pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { icons } from './icons.ts';

/** The manifest as an object. */
export function manifest(h: Handbook): object {
  const stop = h.guides.find((g) => g.data.number === 80)?.address ?? pages.calls;
  return {
    id: '/',
    name: h.site.name,
    short_name: h.site.name,
    description: t('home.lead'),
    lang: 'vi',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fffdf6',
    theme_color: '#46238a',
    categories: ['education', 'government'],
    icons: [
      { src: '/bieu-tuong.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
      ...icons
        .filter((i) => i.purpose)
        .map((i) => ({
          src: i.address,
          type: 'image/png',
          sizes: `${i.size}x${i.size}`,
          purpose: i.purpose,
        })),
    ],
    shortcuts: [
      { name: t('search.title'), url: pages.search },
      { name: t('offline.shortcutCalls'), url: pages.calls },
      { name: t('offline.shortcutStop'), url: stop },
    ].map((s) => ({ ...s, icons: [{ src: '/bieu-tuong-192.png', type: 'image/png', sizes: '192x192' }] })),
  };
}
