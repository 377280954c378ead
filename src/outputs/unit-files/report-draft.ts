/**
 * Draft of a unit's quarterly report: a letter to fill, and appendices on wide pages with the unit's tasks,
 * its plans' targets and the numbers
 * of the quarter. What the plans say is there; what the unit did is left open.
 *
 * Paper, margins, type, sizes and heading follow Nghị định 30/2020/NĐ-CP, Phụ lục I, as given by
 * luatvietnam.vn (24146-article) and by the
 * published text of the appendix; the Party's heading follows Hướng dẫn 36-HD/VPTW, as given by
 * thuvienphapluat.vn (40E51). All read on
 * 2026-11-22. What those pages do not say is kept plain, and the draft tells its reader to check it against
 * the rules in force.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
} from 'docx';
import { tallyRows } from '../../sessions/tally.ts';
import type { Handbook, Plan, Unit } from '../../handbook/handbook.ts';
import { indicatorRow } from '../../views/indicators.ts';
import { plansOfUnit, reportTiming, unitWork } from '../../views/unit-work.ts';
import { dayWords, t } from '../../words/words.ts';
import { steadyZip } from './steady-zip.ts';

/** Twentieths of a point. */
const mm = (side: number): number => Math.round((side / 25.4) * 1440);
/** A4, and the margins within the ranges of the decree: 20–25 mm above and below, 30–35 left, 15–20 right. */
const paper = { width: mm(210), height: mm(297) };
const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) };
const letterWidth = paper.width - margin.left - margin.right;
const wideWidth = paper.height - margin.left - margin.right;

/**
 * Sizes in half points: the decree gives 12–13 for Quốc hiệu, 13–14 for Tiêu ngữ and page numbers, 13–14 for
 * the text.
 */
const size = { state: 24, motto: 26, name: 24, text: 28, title: 28, table: 22, page: 26, party: 30 } as const;
/** To be filled by hand. */
const dots = (number: number): string => '…'.repeat(number);

interface Look {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: boolean;
  readonly keep?: boolean;
}

/**
 * A paragraph of the letter. Only what differs from the document's own style is written: each property costs
 * time and bytes.
 */
function p(text: string, look: Look = {}): Paragraph {
  return new Paragraph({
    ...(look.align ? { alignment: look.align } : {}),
    ...(look.keep ? { keepNext: true } : {}),
    ...(look.before || look.after ? { spacing: { before: look.before ?? 0, after: look.after ?? 0 } } : {}),
    ...(look.indent ? { indent: { firstLine: mm(10) } } : {}),
    children: [
      new TextRun({
        text,
        ...(look.bold ? { bold: true } : {}),
        ...(look.italics ? { italics: true } : {}),
        ...(look.size ? { size: look.size } : {}),
      }),
    ],
  });
}

/** The line under a name or motto: a paragraph of its own, so that it can be shorter than the words. */
const rule = (side: number): Paragraph =>
  new Paragraph({
    spacing: { line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: mm(side), right: mm(side) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const bare = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Two columns without lines: heading and signature. */
function columns(
  left: readonly Paragraph[],
  right: readonly Paragraph[],
  widths: readonly [number, number],
): Table {
  const cell = (children: readonly Paragraph[], width: number): TableCell =>
    new TableCell({
      children: [...children],
      width: { size: width, type: WidthType.DXA },
      borders: { top: none, bottom: none, left: none, right: none },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: [...widths],
    borders: bare,
    rows: [new TableRow({ children: [cell(left, widths[0]), cell(right, widths[1])] })],
  });
}

/** A table with lines; its first row stands again on each page. `widths` are shares. */
function grid(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
): Table {
  const whole = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.floor((share / whole) * wideWidth));
  const cell = (text: string, index: number, top: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      ...(top ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
      children: [
        new Paragraph({
          style: top ? 'DauCot' : index === 0 ? 'OSo' : 'O',
          children: text === '' ? [] : [new TextRun(text)],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((hash, index) => cell(hash, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((character, index) => cell(character, index, false)),
          }),
      ),
    ],
  });
}

/**
 * The plan as a report cites it: its name, number and day, each left open where the document leaves it blank.
 */
function basisWords({ data }: Plan): string {
  return t('draft.basis', {
    title: data.title,
    number: data.number ?? dots(6),
    day: data.date === null ? dots(8) : dayWords(data.date),
    issuer: data.short,
  });
}

function heading(unit: Unit): Table {
  const group = unit.data.kind === 'group';
  const centre = { align: AlignmentType.CENTER } as const;
  const left = [
    p((unit.parent && !group ? unit.parent.data.name : dots(12)).toUpperCase(), {
      ...centre,
      size: size.name,
    }),
    p(group ? dots(14) : unit.data.name.toUpperCase(), { ...centre, size: size.name, bold: true }),
    rule(20),
    p(t(unit.data.papers === 'state' ? 'draft.number' : 'draft.numberOther'), {
      ...centre,
      size: size.motto,
      before: 120,
    }),
  ];
  const right =
    unit.data.papers === 'state'
      ? [
          p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centre, size: size.state, bold: true }),
          p('Độc lập - Tự do - Hạnh phúc', { ...centre, size: size.motto, bold: true }),
          rule(19),
        ]
      : unit.data.papers === 'party'
        ? [p('ĐẢNG CỘNG SẢN VIỆT NAM', { ...centre, size: size.party, bold: true }), rule(8)]
        : [p(t('draft.ownHeading'), { ...centre, size: size.name, italics: true })];
  return columns(
    left,
    [...right, p(t('draft.placeDay'), { ...centre, size: size.motto, italics: true, before: 120 })],
    [Math.floor(letterWidth * 0.4), Math.ceil(letterWidth * 0.6)],
  );
}

function letter(unit: Unit, plans: readonly Plan[], receivers: readonly string[]): (Paragraph | Table)[] {
  const body: Look = { align: AlignmentType.BOTH, indent: true, after: 120 };
  const part = (key: 'done' | 'got' | 'stuck' | 'ask', open: readonly string[]): Paragraph[] => [
    p(t(`draft.${key}`), { bold: true, indent: true, before: 120, after: 120, keep: true }),
    ...open.map((text) => p(text, body)),
  ];
  return [
    heading(unit),
    p(t('draft.kind'), { align: AlignmentType.CENTER, size: size.title, bold: true, before: 360 }),
    p(t('draft.title'), { align: AlignmentType.CENTER, size: size.title, bold: true }),
    p(t('draft.quarter'), { align: AlignmentType.CENTER, size: size.title, bold: true, after: 240 }),
    ...(receivers.length > 0
      ? [p(`${t('draft.to')} ${receivers.join('; ')}.`, { align: AlignmentType.CENTER, after: 240 })]
      : [p(`${t('draft.to')} ${dots(14)}`, { align: AlignmentType.CENTER, after: 240 })]),
    ...plans.map((plan) => p(basisWords(plan), { ...body, italics: true })),
    p(t('draft.opening', { unit: unit.data.kind === 'group' ? dots(10) : unit.data.name }), body),
    ...part('done', [t('draft.doneLead'), dots(34)]),
    ...part('got', [t('draft.gotLead'), dots(34)]),
    ...part('stuck', [dots(34)]),
    ...part('ask', [dots(34)]),
    columns(
      [
        p(t('draft.recipients'), { size: size.name, bold: true, italics: true, before: 240 }),
        p(`- ${dots(8)};`, { size: 22 }),
        p(t('draft.file'), { size: 22 }),
      ],
      [
        p(t('draft.signer'), { align: AlignmentType.CENTER, bold: true, before: 240 }),
        p(t('draft.sign'), { align: AlignmentType.CENTER, italics: true, size: size.motto }),
        p('', { before: 1200 }),
        p(dots(10), { align: AlignmentType.CENTER, bold: true }),
      ],
      [Math.floor(letterWidth / 2), Math.ceil(letterWidth / 2)],
    ),
    p(t('draft.check'), { size: 20, italics: true, before: 360 }),
  ];
}

/** Heading of an appendix; `number` is its place, from 1. */
const appendixTitle = (number: number, key: 'tasks' | 'targets' | 'numbers'): Paragraph =>
  p(t(`draft.${key}`, { n: number }), {
    align: AlignmentType.CENTER,
    bold: true,
    before: number === 1 ? 0 : 360,
    after: 160,
    keep: true,
  });

/** The unit's tasks, with room for what was done; `many` plans are told apart by their names. */
function taskTable(unit: Unit, many: boolean): Table {
  const itemOf = (item: string, short: string): string =>
    item === '' ? '' : ` (${t('plan.item', { item })}${many ? `, ${short}` : ''})`;
  return grid(
    (['no', 'task', 'role', 'when', 'planned', 'actual', 'trouble'] as const).map((key) =>
      t(`draft.col_${key}`),
    ),
    unitWork(unit).map((row, index) => [
      String(index + 1),
      `${row.title.replace(/\.$/, '')}${itemOf(row.item, row.plan.data.short)}`,
      row.role,
      row.when,
      row.result,
      '',
      '',
    ]),
    [5, 28, 10, 13, 16, 17, 13],
  );
}

/** The targets of the unit's plans, with room for what was reached. */
const targetTable = (targets: readonly ReturnType<typeof indicatorRow>[]): Table =>
  grid(
    (['no', 'group', 'target', 'year', 'wording', 'reached'] as const).map((key) => t(`draft.col_${key}`)),
    targets.map((target, index) => [
      String(index + 1),
      target.group,
      `${target.words} ${target.measure}`,
      String(target.year),
      target.wording,
      '',
    ]),
    [5, 18, 22, 8, 32, 15],
  );

/** What is counted in sessions, with room for a quarter and the year. */
const numberTable = (): Table =>
  grid(
    (['no', 'what', 'quarter', 'year'] as const).map((key) => t(`draft.num_${key}`)),
    tallyRows.map((row, index) => [
      String(index + 1),
      `${row.of === undefined ? '' : `${t('tally.within')}: `}${t(`tally.row_${row.id}`)}`,
      '',
      '',
    ]),
    [5, 50, 20, 25],
  );

function appendices(
  unit: Unit,
  plans: readonly Plan[],
  handbook: Pick<Handbook, 'indicators'>,
): (Paragraph | Table)[] {
  const targets = handbook.indicators.filter((indicator) => plans.includes(indicator.plan)).map(indicatorRow);
  return [
    appendixTitle(1, 'tasks'),
    taskTable(unit, plans.length > 1),
    ...(targets.length > 0 ? [appendixTitle(2, 'targets'), targetTable(targets)] : []),
    appendixTitle(targets.length > 0 ? 3 : 2, 'numbers'),
    numberTable(),
    p(t('tally.overlap'), { size: 20, italics: true, before: 120 }),
    p(t('tally.noNames'), { size: 20, italics: true }),
  ];
}

/** The document as bytes. Call only for units that a plan gives work to. */
export async function reportDraft(
  unit: Unit,
  handbook: Pick<Handbook, 'plans' | 'indicators' | 'units' | 'site' | 'edition'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const plans = plansOfUnit(unit, handbook.plans);
  const names = new Map(handbook.units.map((unit) => [unit.id, unit.data.name]));
  // Who gathers the others' reports sends its own elsewhere; where to is for it to say.
  const receivers = [
    ...new Set(
      plans
        .filter((plan) => reportTiming(plan) !== undefined)
        .map((plan) => plan.data.reporting?.to ?? [])
        .filter((to) => !to.includes(unit.id))
        .flat(),
    ),
  ].map((id) => names.get(id)!);
  const number = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: size.page })],
      }),
    ],
  });
  const section = (wide: boolean, children: (Paragraph | Table)[]): ISectionOptions => ({
    properties: {
      titlePage: !wide,
      page: { size: { ...paper, ...(wide ? { orientation: PageOrientation.LANDSCAPE } : {}) }, margin },
    },
    headers: { default: number },
    children,
  });
  const doc = new Document({
    title: `${t('draft.kind')}: ${t('draft.title')}`,
    subject: unit.data.name,
    creator: unit.data.name,
    lastModifiedBy: unit.data.name,
    description: t('draft.check'),
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: size.text, language: { value: 'vi-VN' } } },
      },
      paragraphStyles: [
        { id: 'O', name: 'O', basedOn: 'Normal', run: { size: size.table } },
        { id: 'OSo', name: 'O so', basedOn: 'O', paragraph: { alignment: AlignmentType.CENTER } },
        { id: 'DauCot', name: 'Dau cot', basedOn: 'OSo', run: { bold: true }, paragraph: { keepNext: true } },
      ],
    },
    sections: [
      section(false, letter(unit, plans, receivers)),
      section(true, appendices(unit, plans, handbook)),
    ],
  });
  return steadyZip(new Uint8Array(await Packer.toArrayBuffer(doc)), handbook.edition);
}
