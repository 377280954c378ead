/**
 * What `/tai-ve/` offers: exports that the edition lists and that are there. Pages among them, and a form of
 * many files, are offered as one zip: pages of the site are those that the site made, and nobody taps a
 * hundred times.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { formParts } from '../../words/form-words.ts';
import { exportFolder, madeExport, partSlug, type MadeExport } from '../../books/made-exports.ts';
import { pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { handOutForms, type Download } from '../../schemas/edition.ts';
import { t } from '../../words/words.ts';

/** A file that is offered. */
export interface OfferedFile {
  /** `/tai-ve/sach/so-tay-so.epub`. */
  readonly address: string;
  readonly name: string;
  readonly bytes: number;
  readonly content: () => Buffer;
}

/** A form of the handbook or of a part of it. */
export interface Offered {
  readonly form: Download['form'];
  /** Whom or what it is of; the name of the handbook when whole. */
  readonly of: string;
  /** What is tapped. */
  readonly files: readonly OfferedFile[];
  /** What else stands beside it: sounds of single guides, a feed. */
  readonly beside: readonly OfferedFile[];
}

/** A form with more files is offered as a zip. */
const mostFiles = 4;

const packed = new Map<string, Buffer>();
/** The files of an export in one zip; made once in a process. */
function pack(name: string, { inputs, files }: MadeExport, folder: string): Buffer {
  const key = `${inputs} ${name}`;
  const before = packed.get(key);
  if (before !== undefined) return before;
  const content = [...files]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((file): [string, Uint8Array] => [file.name, readFileSync(join(folder, file.name))]);
  // The clock of the archive knows local time only and begins in 1980, whatever the zone.
  const made = Buffer.from(zipSync(Object.fromEntries(content), { level: 9, mtime: new Date(1980, 0, 1) }));
  packed.set(key, made);
  return made;
}

const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** An export as it is offered. */
function offer(row: Download, of: string, made: MadeExport, folder: string): Offered {
  const { form } = row;
  const single = made.files.map(({ name, bytes }): OfferedFile => ({
    address: `${pages.downloads}${name}`,
    name: baseName(name),
    bytes,
    content: () => readFileSync(join(folder, name)),
  }));
  const ownZip = form === 'audio' ? single.filter(({ name }) => name.endsWith('.zip')) : [];
  const served = single.filter(({ name }) => !name.endsWith('.zip') && !name.endsWith('.txt'));
  if (ownZip.length > 0) return { form, of, files: ownZip, beside: served };
  if (single.length <= mostFiles && !single.some(({ name }) => name.endsWith('.html')))
    return { form, of, files: single, beside: [] };
  const name = `${form}-${partSlug(row)}.zip`;
  const content = (): Buffer => pack(name, made, folder);
  const zip = { address: `${pages.downloads}${name}`, name, bytes: content().length, content };
  return { form, of, files: [zip], beside: [] };
}

/** Name of the part that a row asks for. */
function nameOf({ audience, track, session }: Download, handbook: Handbook): string {
  const named = (
    entries: readonly { readonly id: string; readonly data: { readonly title: string } }[],
    id: string | undefined,
  ) => entries.find((entry) => entry.id === id)?.data.title;
  return (
    named(handbook.audiences, audience) ??
    named(handbook.tracks, track) ??
    named(handbook.programmes, session) ??
    t('downloads.whole')
  );
}

/** What is offered, in the order of the edition; what is listed and not made is left out. */
export const offeredOf = (handbook: Handbook, folder = exportFolder): Offered[] =>
  handbook.site.downloads.flatMap((row) => {
    const made = madeExport(folder, row.form, partSlug(row));
    return made === undefined ? [] : [offer(row, nameOf(row, handbook), made, folder)];
  });

/** Forms by what each is: those that are offered, and those to ask for. */
export function byForm(offered: readonly Offered[]) {
  const there = Map.groupBy(offered, ({ form }) => form);
  return {
    there: [...there].map(([form, rows]) => ({ form, ...formParts(form), rows })),
    absent: handOutForms.filter((form) => !there.has(form)).map((form) => ({ form, ...formParts(form) })),
  };
}
