/** Where links and sources lead: no look-alike of an official host, no shortener, no text naming another. */
import { hostJudge, hostsIn, isBelow, withoutWww, type HostLists } from '../host-trust.ts';
import type { Link, Tree } from '../../markdown/tree.ts';
import { collectionShapes, type Entries, type Entry } from '../../schemas/collections.ts';
import { fieldKinds } from '../../schemas/fields.ts';
import { schemaAt } from '../../schemas/parts.ts';
import { fault, type Fault } from '../faults.ts';
import { entryKey, type Proving } from '../proving.ts';
import { textsOf } from '../texts.ts';

/** The lists of the edition: its own file, and the addresses of its directory. */
function listsOf({ hosts, directory }: Entries): HostLists {
  const of = (list: 'official' | 'shorteners' | 'known'): string[] =>
    hosts.flatMap(({ data }) => data[list].map((one) => withoutWww(one.host)));
  const websites = directory.flatMap(({ data }) => data.website?.split('/')[0] ?? []);
  return {
    official: [...of('official'), ...websites.map(withoutWww)],
    shorteners: of('shorteners'),
    known: of('known'),
  };
}

/**
 * The host that opens; of a mail address, where the mail goes. What cannot be read, and what opens none
 * (`javascript:`, `tel:`), is told elsewhere.
 */
function hostOf(address: string): string | undefined {
  const mail = /^mailto:[^@]+@([a-z\d.-]+)$/i.exec(address)?.[1];
  const host = mail?.toLowerCase() ?? (URL.canParse(address) ? new URL(address).hostname : '');
  return host === '' ? undefined : host;
}

type Judge = ReturnType<typeof hostJudge>;

function addressFault(address: string, judge: Judge): Fault | undefined {
  const host = hostOf(address);
  const found = host === undefined ? undefined : judge(host);
  return found && host !== undefined ? fault('host', { host, ...found }) : undefined;
}

/** What is wrong with a link of a body: where it leads, and what its text says of that. */
function linkFault(
  { url, text }: Link,
  judge: Judge,
  /** Hosts that it may lead to; absent: any. */
  only: readonly string[] | undefined,
): Fault | undefined {
  const found = addressFault(url, judge);
  const host = hostOf(url);
  if (found !== undefined || host === undefined) return found;
  const other = hostsIn(text).find((one) => withoutWww(one) !== withoutWww(host));
  if (other !== undefined) return fault('link-host', { text: other, host });
  const trusted = only === undefined || url.startsWith('mailto:') || isBelow(withoutWww(host), only);
  return !trusted ? fault('link-official', { host }) : undefined;
}

/** Whether the entry is about money, papers or signing in. */
const isRisky = ({ data }: Entry): boolean => 'risk' in data && data.risk !== 'none';

/** An edition that says it is of a state office stands on an address of one; a look is an edition's alone. */
function proveOffice({ entries, say }: Proving): void {
  const [site] = entries.site;
  if (site?.data.original === undefined)
    for (const field of ['look', 'words'] as const)
      if (site?.data[field] !== undefined) say(site, [field], fault('edition-only', { field }));
  if (site?.data.official !== true) return;
  const host = new URL(site.data.url).hostname;
  const offices = entries.hosts.flatMap(({ data }) => data.offices.map((one) => withoutWww(one.host)));
  if (!isBelow(withoutWww(host), ['gov.vn', ...offices]))
    say(site, ['official'], fault('official-host', { host }));
}

/** Proves every address of every entry against the lists. */
export function proveHosts(proving: Proving, trees: ReadonlyMap<string, Tree>): void {
  const lists = listsOf(proving.entries);
  proveOffice(proving);
  const judge = hostJudge(lists);
  for (const entry of proving.all) {
    const { schema } = collectionShapes[entry.collection];
    for (const { text, path } of textsOf(entry.data, new Set())) {
      if (
        !text.startsWith('http') ||
        !schemaAt(schema, path).some((one) => fieldKinds.get(one)?.kind === 'address')
      )
        continue;
      const found = addressFault(text, judge);
      if (found !== undefined) proving.say(entry, path, found);
    }
    for (const link of trees.get(entryKey(entry))?.links ?? []) {
      const found = linkFault(link, judge, isRisky(entry) ? lists.official : undefined);
      if (found !== undefined) proving.sayAt(entry, link.line, 0, found);
    }
  }
}
