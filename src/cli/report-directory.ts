/**
 * What `npm run report` tells of the directory: entries by how sure they are, looks that are overdue, the
 * sheet
 * for an edition's own test calls, and what should be taken down from walls.
 */
import { addDays, isStale } from '../domain/days.ts';
import type { Handbook } from '../handbook/handbook.ts';
import type { Entry } from '../schemas/collections.ts';
import { directoryKinds, type DirectoryNumber } from '../schemas/directory.ts';
import { digitsOf } from '../domain/telephone.ts';
import { useKind } from '../views/rule.ts';
import { changesForGuide, ofContact, ofRule, type DatedChange } from '../views/still-right.ts';
import { shortName } from '../words/contact.ts';
import { dayWords, t } from '../words/words.ts';

type DirectoryEntry = Entry<'directory'>;
type TestedCall = Handbook['site']['directory']['tested'][number];

const uses = ['ok', 'check', 'no'] as const;

/** Entries by kind, use and certainty, then those whose look is overdue on a day. */
export function directoryReport(
  entries: readonly DirectoryEntry[],
  { site }: Handbook,
  today: string,
): string[] {
  const count = (list: readonly DirectoryEntry[], use: string): number =>
    list.filter(({ data }) => data.use === use).length;
  const kinds = directoryKinds.map((kind) => ({
    kind,
    list: entries.filter(({ data }) => data.kind === kind),
  }));
  const certainties = (['two', 'one', 'common', 'none'] as const).map(
    (certainty) => `${certainty} ${entries.filter(({ data }) => data.certainty === certainty).length}`,
  );
  const numbers = entries.filter(({ data }) => data.numbers.length > 0).length;
  const overdue = entries.filter(({ data }) => isStale(data.checked, data.reviewEvery, today));
  return [
    ...kinds
      .filter(({ list }) => list.length > 0)
      .map(
        ({ kind, list }) =>
          `  ${kind.padEnd(10)} ${uses.map((use) => `${use} ${count(list, use)}`).join(', ')}`,
      ),
    `${entries.length} mục: ${uses.map((use) => `${use} ${count(entries, use)}`).join(', ')}; ` +
      `độ chắc: ${certainties.join(', ')}; ${numbers} mục in số; ` +
      `${site.directory.tested.length} số bản này đã gọi thử; ${site.directory.hide.length} mục bản này ẩn.`,
    ...(overdue.length === 0
      ? [`Không mục nào quá hạn xem lại vào ngày ${today}.`]
      : overdue.map(({ id, data }) => `  ${id}: hạn xem lại ${addDays(data.checked, data.reviewEvery)}`)),
  ];
}

/** A row of the call sheet: a number that this edition has not called. */
interface CallRow {
  readonly name: string;
  readonly number: string;
  readonly ask: string;
  /** It may not be printed before it was called. */
  readonly first: boolean;
}

/**
 * Numbers to call: all of entries to be checked, then the first of each that is printed but was never
 * tried.
 */
export function callRows(entries: readonly DirectoryEntry[], tested: readonly TestedCall[]): CallRow[] {
  const done = new Set(tested.map(({ id, number }) => `${id} ${digitsOf(number)}`));
  const national = ['emergency', 'child', 'network'];
  const row = ({ id, data }: DirectoryEntry, number: DirectoryNumber, first: boolean): CallRow[] =>
    done.has(`${id} ${digitsOf(number.number)}`)
      ? []
      : [{ name: shortName(data), number: number.number, ask: number.for ?? data.when, first }];
  const sorted = [...entries].sort(
    (a, b) =>
      directoryKinds.indexOf(a.data.kind) - directoryKinds.indexOf(b.data.kind) ||
      a.data.order - b.data.order,
  );
  return [
    ...sorted.flatMap((entry) => entry.data.toTry.flatMap((number) => row(entry, number, true))),
    ...sorted
      .filter(({ data }) => !national.includes(data.kind))
      .flatMap((entry) => entry.data.numbers.slice(0, 1).flatMap((number) => row(entry, number, false))),
  ];
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The call sheet as one A4 page: number, what to ask, boxes for the day and the role of who called. */
export function callSheet(rows: readonly CallRow[], { site, edition }: Handbook): string {
  const cells = (row: CallRow): string =>
    [row.first ? '●' : '', row.name, row.number, row.ask, '', '', '']
      .map((cell) => `<td>${escaped(cell)}</td>`)
      .join('');
  const heads = ['', 'name', 'number', 'ask', 'right', 'day', 'role'] as const;
  const head = heads.map((key) => `<th>${key === '' ? '' : escaped(t(`callSheet.${key}`))}</th>`).join('');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escaped(t('callSheet.title'))}</title><style>
@page{size:A4;margin:8mm}body{font:7.6pt/1.15 sans-serif;margin:0}h1{font-size:13pt;margin:0}p{margin:1mm 0}
table{border-collapse:collapse;width:100%}td,th{border:.4pt solid #000;padding:.4mm 1mm;text-align:start}
td:nth-child(3){white-space:nowrap;font-weight:700}
td:nth-child(5){width:12mm}td:nth-child(6){width:16mm}td:nth-child(7){width:24mm}
</style></head><body><h1>${escaped(t('callSheet.title'))}</h1>
<p>${escaped(t('callSheet.how'))} ${escaped(site.edition)}, ${dayWords(edition)}.</p>
<table><thead><tr>${head}</tr></thead><tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}
</tbody></table></body></html>
`;
}

/** Sheets of sessions, loudspeaker texts and whatever else quotes a rule that changed; guides stand apart. */
const otherSheets = ({ rules }: Handbook, newer: (list: readonly DatedChange[]) => DatedChange[]): string[] =>
  rules.flatMap((rule) => {
    const others = rule.uses.filter(({ collection }) => collection !== 'guides' && collection !== 'market');
    if (newer(ofRule(rule)).length === 0 || others.length === 0) return [];
    const names = others.map((use) => `${useKind(use)} “${use.text}”`);
    return [`  Quy định “${rule.data.title}” đổi, xem lại: ${names.join('; ')}`];
  });

/** Sheets that should be taken down when something changed after a day, up to today: which, and why. */
export function takeDown(handbook: Handbook, since: string, today: string): string[] {
  const newer = (list: readonly DatedChange[]): DatedChange[] =>
    list.filter(({ day }) => day > since && day <= today);
  const stale = handbook.guides.flatMap((guide) => {
    const changed = newer(changesForGuide(guide, handbook));
    return changed.length === 0 ? [] : [{ number: guide.data.number, newer: changed }];
  });
  const entries = handbook.directory.filter((contact) => newer(ofContact(contact)).length > 0);
  return [
    ...stale.map(
      ({ number, newer }) =>
        `  Tờ phát tay, áp phích bài ${number}: ` +
        newer.map(({ day, what, of }) => `${dayWords(day)}, ${of.text}: ${what}`).join(' '),
    ),
    ...otherSheets(handbook, newer),
    ...(entries.length === 0
      ? []
      : [`  Danh bạ dán cửa tủ lạnh: đổi ${entries.map(({ data }) => shortName(data)).join(', ')}`]),
    ...(stale.length + entries.length === 0
      ? [`Không tờ nào in từ bản ngày ${dayWords(since)} phải gỡ.`]
      : []),
  ];
}
