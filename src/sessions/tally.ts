/**
 * The tally sheet of a session: numbers only, never a name. The paper sheet and the form that adds sheets up
 * share these rows. What was typed lives in the address after `#`, which browsers send to nobody. Pure.
 */

/** Groups of learners, each a part of all learners. */
const groups = [
  'cao-tuoi',
  'khuyet-tat',
  'dan-toc',
  'ho-ngheo',
  'tieu-thuong',
  'lao-dong',
  'hoc-sinh',
  'can-bo',
  'tu-lam',
  'bay-ngay',
] as const;

/** What is counted. `of`: the row that this one is part of. */
export interface TallyRow {
  readonly id: 'buoi' | 'luot' | (typeof groups)[number] | 'dai-su' | 'duoc-kem' | 'lua-dao';
  readonly of?: 'luot';
}

/** In the order of the sheet. New rows go to the end, because addresses keep numbers by place. */
export const tallyRows: readonly TallyRow[] = [
  { id: 'buoi' },
  { id: 'luot' },
  ...groups.map((id) => ({ id, of: 'luot' as const })),
  { id: 'dai-su' },
  { id: 'duoc-kem' },
  { id: 'lua-dao' },
];

/** A guide taught at a session: its number, who learnt it, who then did it without help. */
interface TaughtGuide {
  readonly number: number;
  readonly learners: number;
  readonly done: number;
}

/** One sheet. A row that was left empty is absent: not counted is not the same as none. */
export interface TallySheet {
  readonly counts: Readonly<Record<string, number>>;
  readonly guides: readonly TaughtGuide[];
}

/** Sheets added up. `sheets` is how many. */
export interface TallySum extends TallySheet {
  readonly sheets: number;
}

/**
 * Largest number in a box, and most sheets and guides a sheet: more is a slip of the finger, and keeps
 * addresses short.
 */
export const largestCount = 99_999;
export const mostSheets = 80;
const mostGuides = 12;

/** Adds sheets up. Guides come by number. */
export function addSheets(sheets: readonly TallySheet[]): TallySum {
  const counts: Record<string, number> = {};
  const guides = new Map<number, TaughtGuide>();
  for (const sheet of sheets) {
    for (const [id, value] of Object.entries(sheet.counts)) counts[id] = (counts[id] ?? 0) + value;
    for (const guide of sheet.guides) {
      const had = guides.get(guide.number);
      guides.set(guide.number, {
        number: guide.number,
        learners: (had?.learners ?? 0) + guide.learners,
        done: (had?.done ?? 0) + guide.done,
      });
    }
  }
  return { sheets: sheets.length, counts, guides: [...guides.values()].sort((a, b) => a.number - b.number) };
}

/**
 * What cannot be on one sheet: a part larger than its whole, more who did than who learnt. Ids of rows, and
 * numbers of guides.
 */
export function tallyFaults(sheet: TallySheet): {
  readonly rows: readonly string[];
  readonly guides: readonly number[];
} {
  const rows = tallyRows
    .filter((row) => row.of !== undefined && (sheet.counts[row.id] ?? 0) > (sheet.counts[row.of] ?? 0))
    .map((row) => row.id);
  return {
    rows,
    guides: sheet.guides.filter((guide) => guide.done > guide.learners).map((guide) => guide.number),
  };
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

/** Sheets as the part of an address after `#`: `phieu=1.25.5…*83-12-7~…`. Empty without sheets. */
export function tallyHash(sheets: readonly TallySheet[]): string {
  if (sheets.length === 0) return '';
  const one = (sheet: TallySheet): string =>
    [
      tallyRows
        .map((row) => sheet.counts[row.id] ?? '')
        .join('.')
        .replace(/\.+$/, ''),
      ...sheet.guides.map((guide) => `${guide.number}-${guide.learners}-${guide.done}`),
    ].join('*');
  return `phieu=${sheets.map(one).join('~')}`;
}

/**
 * Reads what `tallyHash` wrote. Whatever is not a number of the right size is left out, because anybody can
 * write an address.
 */
export function sheetsOf(hash: string): TallySheet[] {
  const text = /^#?phieu=([\d.*~-]+)$/.exec(hash)?.[1];
  if (text === undefined) return [];
  return text
    .split('~')
    .slice(0, mostSheets)
    .map((part) => {
      const [numbers = '', ...guides] = part.split('*');
      const counts = Object.fromEntries(
        numbers
          .split('.')
          .slice(0, tallyRows.length)
          .flatMap((piece, index) => {
            const [value, row] = [whole(piece), tallyRows[index]];
            return value === undefined || row === undefined ? [] : [[row.id, value]];
          }),
      );
      return {
        counts,
        guides: guides.slice(0, mostGuides).flatMap((guide) => {
          const [number, learners, done] = guide.split('-').map(whole);
          return number === undefined || number === 0 || learners === undefined || done === undefined
            ? []
            : [{ number, learners, done }];
        }),
      };
    });
}
