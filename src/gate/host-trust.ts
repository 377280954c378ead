/**
 * Whether a host is what it seems: official hosts by name, look-alikes of them in plain letters, shorteners.
 * The lists are content (`content/dia-chi.yaml`, addresses of the directory); this knows only how to compare.
 */
import { editDistance } from '../vietnamese/text.ts';

/** The lists that hosts are held against. Hosts without `www.`; each stands for its subdomains too. */
export interface HostLists {
  readonly official: readonly string[];
  readonly shorteners: readonly string[];
  /** Hosts that look like an official one and are known to be honest. */
  readonly known: readonly string[];
}

/** What is wrong with a host, and the official one that it takes after. */
export interface HostFault {
  readonly cause: 'shortener' | 'state-name' | 'inside' | 'look-alike' | 'extra-words';
  readonly like?: string;
}

export const withoutWww = (host: string): string => host.replace(/^www\./, '');
/** Whether a host is one of a list, or below one. */
export const isBelow = (host: string, list: readonly string[]): boolean =>
  list.some((one) => host === one || host.endsWith(`.${one}`));

/** Letters that look alike in most fonts, each group as one; hyphens go, because the eye skips them. */
const twins: readonly (readonly [RegExp, string])[] = [
  [/-/g, ''],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/0/g, 'o'],
  [/[1i]/g, 'l'],
  [/3/g, 'e'],
  [/4/g, 'a'],
  [/5/g, 's'],
  [/(.)\1+/g, '$1'],
];
const folded = (host: string): string => twins.reduce((text, [from, to]) => text.replace(from, to), host);

/** Labels that a registry gives out, without the ending that it owns: `dichvucong` of `dichvucong.gov.vn`. */
const labelsOf = (host: string): string[] =>
  host.replace(/(?:\.(?:com|net|org|gov|edu|info|name|ac))?\.[a-z]+$/, '').split('.');
/** The name that people know an official host by. */
const nameOf = (host: string): string => labelsOf(host).at(-1) ?? '';

/** Shorter names stand inside of too many honest words, or one letter from them. */
const shortestInside = 5;
const shortestSlip = 7;

/** Whether a name is another with one letter more, fewer or changed, or two beside each other swapped. */
const isOneSlip = (seen: string, name: string): boolean =>
  editDistance(seen, name) === 1 ||
  [...name].some((_, at) => {
    const [a = '', b = ''] = name.slice(at, at + 2);
    return seen === name.slice(0, at) + b + a + name.slice(at + 2);
  });

/** How a host takes after one official host. */
function likeness(host: string, official: string): HostFault['cause'] | undefined {
  if (`.${host.replaceAll('-', '.')}.`.includes(`.${official.replaceAll('-', '.')}.`)) return 'inside';
  if (folded(host) === folded(official)) return 'look-alike';
  const name = folded(nameOf(official));
  if (name.length < shortestInside) return undefined;
  for (const label of labelsOf(host)) {
    const seen = folded(label);
    if (seen === name) return label === nameOf(official) ? 'extra-words' : 'look-alike';
    if (seen.includes(name)) return 'extra-words';
    if (name.length >= shortestSlip && (isOneSlip(seen, name) || isOneSlip(label, nameOf(official))))
      return 'look-alike';
  }
  return undefined;
}

/** `hostFault` that remembers: the same hosts are cited again and again. */
export function hostJudge(lists: HostLists): (host: string) => HostFault | undefined {
  const seen = new Map<string, HostFault | undefined>();
  return (host) => {
    if (!seen.has(host)) seen.set(host, hostFault(host, lists));
    return seen.get(host);
  };
}

/** Why a host must not be shown to readers; undefined when nothing speaks against it. */
function hostFault(address: string, lists: HostLists): HostFault | undefined {
  const host = withoutWww(address);
  if (isBelow(host, lists.shorteners)) return { cause: 'shortener' };
  if (isBelow(host, lists.official) || isBelow(host, lists.known)) return undefined;
  if (/(?:^|[.-])g[o0]v[.-]?vn(?:[.-]|$)/.test(host)) return { cause: 'state-name', like: 'gov.vn' };
  for (const official of lists.official) {
    const cause = likeness(host, official);
    if (cause !== undefined) return { cause, like: official };
  }
  const shortener = lists.shorteners.find(
    (one) => labelsOf(one).length === 1 && nameOf(one).length >= shortestSlip && nameOf(one) === nameOf(host),
  );
  return shortener === undefined ? undefined : { cause: 'shortener' };
}

/** Endings of names of files, which are no hosts. */
const fileEnding = /\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|ics|apk|zip|epub|png|jpe?g|mp[34]|html?)$/;

/** Hosts that a reader sees named in a text, with their dots in disguise too: `a . vn`, `a[.]vn`, `a。vn`. */
export const hostsIn = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/[\u2024\u3002\uFE52\uFF0E\uFF61]|\s(?:chấm|dot)\s(?=(?:com|gov|net|org|vn)(?!\p{L}))/gu, '.')
      .replace(/\s+\.\s?|\s?[[(](?:\.|dot|chấm)[\])]\s?/gu, '.')
      .match(/(?:[\p{L}\d-]+\.)+\p{L}{2,}/gu) ?? []
  ).filter((host) => !fileEnding.test(host));
