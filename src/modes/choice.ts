/**
 * Which modes an address or a storage asks for, and the way back to an address. Pure: the same rules in the
 * browser and in tests.
 */
import { modeTokens, presets, rivals, settingName, type ModeToken } from './settings.ts';

/**
 * What a value may look like at all; anything else is ignored. Names are parted by a comma or by a plus,
 * which an address gives as a space. The early script carries the same pattern.
 */
export const valuePattern = /^[a-z,+ -]{1,90}$/;

/**
 * The modes that a stored or given value names, in table order. Presets are opened, unknown names dropped,
 * rivals settled.
 */
export function modesOf(value: string | null | undefined): ModeToken[] {
  if (!value || !valuePattern.test(value)) return [];
  const named = new Set<string>(
    value
      .split(/[,+ ]/)
      .flatMap((name) =>
        Object.keys(presets).includes(name) ? presets[name as keyof typeof presets] : [name],
      ),
  );
  for (const [first, second] of rivals) if (named.has(second)) named.delete(first);
  return modeTokens.filter((token) => named.has(token));
}

/** Adds one mode; its rival goes. */
export function withMode(modes: readonly ModeToken[], token: ModeToken): ModeToken[] {
  const out = rivals.flatMap(([a, b]) => (a === token ? [b] : b === token ? [a] : []));
  return modeTokens.filter(
    (modeToken) => modeToken === token || (modes.includes(modeToken) && !out.includes(modeToken)),
  );
}

/**
 * The same page with these modes in its address; without the parameter when there are none. Other parameters
 * stay.
 */
export function addressWith(href: string, modes: readonly string[]): string {
  const url = new URL(href);
  url.searchParams.delete(settingName);
  const rest = url.search === '?' ? '' : url.search;
  url.search =
    modes.length === 0 ? rest : `${rest === '' ? '?' : `${rest}&`}${settingName}=${modes.join(',')}`;
  return url.href;
}
