/** The directory on one sheet for the door of the fridge: whom to call, and which bank is ours. */
import type { Contact, Handbook } from '../../handbook/handbook.ts';
import type { DirectoryKind } from '../../schemas/directory.ts';
import { lockLine } from '../../views/directory.ts';
import { callLines, type CallLine } from '../../books/paper.ts';
import { paperCheck, type PaperCheck } from '../../views/still-right.ts';
import { callableBy, shortName } from '../../words/contact.ts';

interface FridgeSheet {
  /** Numbers of the whole country, with what they are for. */
  readonly emergency: readonly (CallLine & { readonly use: string })[];
  readonly banks: readonly CallLine[];
  readonly wallets: readonly CallLine[];
  readonly carriers: readonly CallLine[];
  readonly power: readonly CallLine[];
  /** Numbers to be written in by hand. */
  readonly local: readonly CallLine[];
  /** Messages that lock, by bank. */
  readonly messages: readonly string[];
  /** Newest look at the numbers. */
  readonly checked: string;
  readonly check: PaperCheck;
}

/** Rows to be written in by hand, at most. */
const mostLocal = 5;

export function fridgeSheet(handbook: Handbook): FridgeSheet {
  const of = (...kinds: DirectoryKind[]): Contact[] =>
    handbook.directory.filter(({ data }) => kinds.includes(data.kind) && callableBy(data).length > 0);
  const named = (contact: Contact): CallLine[] =>
    callLines(contact).map((line) => ({ ...line, name: shortName(contact.data) }));
  const banks = of('bank');
  return {
    emergency: of('emergency', 'child', 'network').flatMap((contact) =>
      callLines(contact).map((line) => ({ ...line, use: contact.data.when })),
    ),
    banks: banks.flatMap(named),
    wallets: of('wallet').flatMap(named),
    carriers: of('carrier').flatMap(named),
    power: of('power').flatMap((contact) => callLines(contact)),
    local: handbook.directory
      .filter(({ data }) => data.kind === 'local' && data.chooses === undefined)
      .slice(0, mostLocal)
      .flatMap((contact) => callLines(contact)),
    messages: banks.flatMap(({ data }) =>
      data.locks.flatMap((lock) =>
        lock.by === 'sms' ? [`${shortName(data)}. ${lockLine(lock, data.number)}`] : [],
      ),
    ),
    checked:
      banks
        .map(({ data }) => data.checked)
        .sort()
        .at(-1) ?? handbook.edition,
    check: paperCheck(handbook),
  };
}
