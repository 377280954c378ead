/**
 * Number addresses and moved pages as a `_redirects` file, which many static hosts turn into real 301
 * answers.
 */
import { numberAddress, pathOf } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';

/** Every address that leads elsewhere. */
function allRedirects({
  guides,
  redirects,
}: Pick<Handbook, 'guides' | 'redirects'>): { readonly from: string; readonly to: string }[] {
  return [
    ...guides.map((guide) => ({ from: numberAddress(guide.data.number), to: guide.address })),
    ...redirects.map(({ from, to }) => ({ from, to })),
  ];
}

export function redirectsFile(handbook: Pick<Handbook, 'guides' | 'redirects'>): string {
  return `${allRedirects(handbook)
    .map(({ from, to }) => `${from} ${to} 301`)
    .join('\n')}\n`;
}

/** The lines of that file for an edition under `path`: both addresses as the host sees them. */
export const redirectsUnder = (path: string, text: string): string =>
  path === '' ? text : text.replace(/^(\/\S*) (\/)/gm, `${path}$1 ${path}$2`);

/**
 * The same as an nginx `map` body, with and without the slash at the end, so that nobody is led twice. As the
 * server sees the addresses, so with the path of the edition.
 */
export function nginxMap(handbook: Pick<Handbook, 'guides' | 'redirects' | 'site'>): string {
  const path = pathOf(handbook.site.url);
  return `${allRedirects(handbook)
    .map(({ from, to }) => ({ from: `${path}${from}`, to: `${path}${to}` }))
    .flatMap(({ from, to }) => [
      `${from} ${to};`,
      ...(from.length > 1 && from.endsWith('/') ? [`${from.slice(0, -1)} ${to};`] : []),
    ])
    .join('\n')}\n`;
}
