/**
 * Addresses as the first file of search holds them: words that an address shares with the slug of its page's
 * title stand there once. Pure.
 */

/** A run of the title's words in the address: “~”, the place of its first word, how many words. */
const run = /~([0-9a-z])([0-9a-z])/;
/** A run must be longer than what stands for it. */
const leastRun = 5;
/** Places and counts are one character each. */
const most = 35;

/** The address without the longest run of words that it has from the slug of its title. */
export function shortAddress(address: string, title: string): string {
  if (address.includes('~')) return address;
  const words = title.split('-').slice(0, most);
  const [longest] = words
    .flatMap((_, from) =>
      Array.from({ length: words.length - from }, (_none, more) => ({
        from,
        count: more + 1,
        text: words.slice(from, from + more + 1).join('-'),
      })),
    )
    .filter(({ text }) => text.length >= leastRun && address.includes(text))
    .sort((a, b) => b.text.length - a.text.length);
  if (longest === undefined) return address;
  const at = address.lastIndexOf(longest.text);
  const mark = `~${longest.from.toString(36)}${longest.count.toString(36)}`;
  return address.slice(0, at) + mark + address.slice(at + longest.text.length);
}

/** The address that `shortAddress` made short. */
export const fullAddress = (address: string, title: string): string =>
  address.replace(run, (_, from: string, count: string) => {
    const first = parseInt(from, 36);
    return title
      .split('-')
      .slice(first, first + parseInt(count, 36))
      .join('-');
  });
