/**
 * Number addresses and moved pages as a `_redirects` file, which many static hosts turn into real 301
 * answers.
 */
import { numberAddress } from '../../domain/address.ts';
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

/** The same as an nginx `map` body, with and without the slash at the end, so that nobody is led twice. */
export function nginxMap(handbook: Pick<Handbook, 'guides' | 'redirects'>): string {
  return `${allRedirects(handbook)
    .flatMap(({ from, to }) => [
      `${from} ${to};`,
      ...(from.length > 1 && from.endsWith('/') ? [`${from.slice(0, -1)} ${to};`] : []),
    ])
    .join('\n')}\n`;
}
