/** Reports of readers, kept on this device until somebody has dealt with them. */
import { readReports, type ReaderReport } from '../reports.ts';
import { button, el, say, wordFor } from './dom.ts';

const place = 'ban-soan-bao';

/** A report with the file it is about, where one was found. */
interface KeptReport extends ReaderReport {
  readonly file?: string;
}

const isKept = (value: unknown): value is KeptReport =>
  typeof value === 'object' && value !== null && 'told' in value && typeof value.told === 'string';

function kept(): KeptReport[] {
  const value: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
  return Array.isArray(value) ? value.filter(isKept) : [];
}
const keep = (reports: readonly KeptReport[]): void => localStorage.setItem(place, JSON.stringify(reports));

const same = (one: KeptReport, other: KeptReport): boolean =>
  one.number === other.number && one.edition === other.edition && one.told === other.told;

const wordsOf = ({ number, edition, told }: KeptReport): string =>
  [
    ...(number === undefined ? [] : [say('reportGuide', { n: number })]),
    ...(edition === undefined ? [] : [say('reportEdition', { day: edition })]),
    told === '' ? say('reportEmpty') : told,
  ].join(' – ');

/** The words that the site writes for a reader who reports, their gaps open. */
const templates = (): string[] => [wordFor('reportTemplate') ?? '', wordFor('reportTemplateAll') ?? ''];

/** What the desk knows of its files, to find the one that a report is about. */
export type FileOfNumber = (number: number) => string | undefined;

/** A box into which reports are pasted or taken from text files, and those that wait. */
export function reportBox(fileOf: FileOfNumber): HTMLElement {
  const area = el('textarea', { id: 'reports', rows: 3, class: 'wide', 'aria-describedby': 'reportsHint' });
  const file: HTMLInputElement = el('input', {
    type: 'file',
    id: 'reportFiles',
    accept: '.txt,.eml,text/plain',
    multiple: true,
    change: () => void takeFiles(),
  });
  const told = el('p', { role: 'status' });
  const list = el('ul', { class: 'entries', 'data-reports': '' });
  const add = (text: string): void => {
    const found = readReports(text, templates()).map((report): KeptReport => {
      const about = report.number === undefined ? undefined : fileOf(report.number);
      return about === undefined ? report : { ...report, file: about };
    });
    const before = kept();
    const fresh = found.filter((one) => !before.some((other) => same(one, other)));
    keep([...before, ...fresh]);
    told.textContent = say('reportsFound', { n: fresh.length, all: found.length });
    draw();
  };
  const takeFiles = async (): Promise<void> => {
    const texts = await Promise.all([...(file.files ?? [])].map((one) => one.text()));
    add(texts.join('\n\n'));
    file.value = '';
  };
  const draw = (): void => {
    list.replaceChildren(...kept().map((report) => row(report, draw)));
  };
  draw();
  return el(
    'section',
    { class: 'new', 'aria-labelledby': 'reportsTitle' },
    el('h2', { id: 'reportsTitle' }, say('reports')),
    el('p', { class: 'hint', id: 'reportsHint' }, say('reportsHint')),
    list,
    el('p', {}, el('label', { for: 'reports' }, say('reportsPaste'))),
    area,
    el(
      'p',
      {},
      button(say('reportsRead'), () => {
        add(area.value);
        area.value = '';
      }),
      ' ',
      el('label', { for: 'reportFiles' }, say('reportsFile')),
      ' ',
      file,
    ),
    told,
  );
}

function row(report: KeptReport, changed: () => void): HTMLElement {
  const words = wordsOf(report);
  const done = button(
    say('reportDone'),
    () => {
      keep(kept().filter((other) => !same(report, other)));
      changed();
    },
    { 'aria-label': `${say('reportDone')}: ${words}` },
  );
  return el(
    'li',
    {},
    report.file === undefined ? words : el('a', { href: `#${report.file}` }, words),
    ' ',
    done,
  );
}

/** What readers told about a file, for the head of its form. */
export function reportsAbout(file: string): HTMLElement[] {
  const own = kept().filter((report) => report.file === file);
  if (own.length === 0) return [];
  return [
    el(
      'aside',
      { class: 'told', 'aria-label': say('reports') },
      el('h2', {}, say('reports')),
      el('ul', {}, ...own.map((report) => el('li', {}, wordsOf(report)))),
    ),
  ];
}
