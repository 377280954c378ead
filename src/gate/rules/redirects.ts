/** Addresses that moved: from no living page, to a living one, not in a chain. */
import { fault } from '../faults.ts';
import { likely, livingAddresses } from '../living.ts';
import type { Proving } from '../proving.ts';

/** All rules of `content/redirects.yaml`. */
export function proveRedirects({ entries, say }: Proving): void {
  const living = livingAddresses(entries);
  for (const entry of entries.redirects) {
    const sources = new Set<string>();
    entry.data.redirects.forEach(({ from }, index) => {
      if (sources.has(from)) say(entry, ['redirects', index, 'from'], fault('duplicate-redirect', { from }));
      sources.add(from);
    });
    entry.data.redirects.forEach(({ from, to }, index) => {
      if (sources.has(to)) say(entry, ['redirects', index, 'to'], fault('redirect-chain', { to }));
      else if (!living.has(to))
        say(entry, ['redirects', index, 'to'], fault('redirect-dead', { to, cure: likely(to, living) }));
      if (living.has(from)) say(entry, ['redirects', index, 'from'], fault('redirect-living', { from }));
    });
  }
}
