/** What `npm run report` says of rules: figures for everybody, the list of rules with `--rules`. */
import { entryKey, type Proof } from '../gate/prove.ts';
import { noPlaces } from '../gate/proving.ts';
import { typedFigures, type LooseFigure } from '../gate/rules/loose-figures.ts';
import { typedLines } from '../gate/rules/rules-register.ts';
import type { Handbook, Rule } from '../handbook/handbook.ts';
import type { Entries } from '../schemas/collections.ts';
import { dueDay, hasOfficialText, pastRules, soonRules, statementCount } from '../views/rule.ts';

/** Share of guides that stand on a rule and have an official text, below which the goal is missed. */
const goal = 60;

/** A figure that the gate let pass, with its place. */
interface Passed extends LooseFigure {
  readonly file: string;
}

/** Figures typed by hand that the gate lets pass, for the eye. */
function passedFigures(entries: Entries, { trees }: Pick<Proof, 'trees'>): Passed[] {
  return Object.values(entries)
    .flat()
    .flatMap((entry) =>
      typedLines(entry, trees.get(entryKey(entry)), noPlaces).flatMap(({ text, madeUp }) =>
        typedFigures(text).map((figure): Passed => ({
          ...figure,
          file: entry.file,
          ...(madeUp ? { passes: 'example' } : {}),
        })),
      ),
    );
}

/** The figures of the register, one a line. */
export function ruleFigures(
  handbook: Handbook,
  entries: Entries,
  proof: Pick<Proof, 'trees'>,
  today: string,
): string[] {
  const involved = handbook.guides.filter(({ rules }) => rules.length > 0);
  const official = involved.filter(hasOfficialText).length;
  const share = involved.length === 0 ? 0 : Math.round((official / involved.length) * 100);
  const typed = passedFigures(entries, proof);
  const count = (passes: LooseFigure['passes']): number =>
    typed.filter((figure) => figure.passes === passes).length;
  const past = pastRules(handbook.rules, today);
  const idle = handbook.rules.filter(({ uses }) => uses.length === 0);
  const names = (rules: readonly Rule[]): string => rules.map(({ id }) => id).join(', ') || 'không có';
  return [
    `${handbook.rules.length} quy định, ${statementCount(handbook)} chỗ dựa vào; ` +
      `${count(undefined)} chỗ nói điều phải làm mà không dựa vào quy định.`,
    `Cho qua: ${count('example')} con số trong chuyện, bài tập, ví dụ; ` +
      `${count('no-duty')} con số trong câu không nói điều phải làm (--rules: xem từng câu).`,
    `${official}/${involved.length} bài dựa vào quy định có ít nhất một văn bản chính thức ` +
      `(${share} %, mục tiêu ${goal} %).`,
    `${unreadTexts(handbook)} văn bản chính thức chỉ biết qua số, ngày hoặc bản trích, chưa đọc toàn văn.`,
    `${soonRules(handbook.rules, today).length} quy định phải xem lại trong hai tháng tới; ` +
      `${past.length} đã quá hạn: ${names(past)}.`,
    `${idle.length} quy định chưa mục nào dùng: ${names(idle)}.`,
  ];
}

/** Official texts that nobody here has read in full, each once. */
const unreadTexts = ({ guides, rules }: Handbook): number =>
  new Set([
    ...guides
      .flatMap(({ data }) => data.sources)
      .flatMap(({ read, document }) => (read === false ? document : [])),
    ...rules.flatMap(({ data }) => data.texts).flatMap(({ read, number }) => (read ? [] : (number ?? []))),
  ]).size;

const ruleLines = (rule: Rule): string[] => [
  `${rule.id}: ${rule.sentence}`,
  `    xem lại hoặc hết ${dueDay(rule)}; ${rule.uses.length} mục dùng`,
  ...rule.uses.map(({ file, times }) => `    ${file} (${times})`),
];

/** Every rule with what stands on it, then what the gate let pass. */
export function ruleList(handbook: Handbook, entries: Entries, proof: Pick<Proof, 'trees'>): string[] {
  const passed = passedFigures(entries, proof);
  return [
    ...handbook.rules.flatMap(ruleLines),
    '',
    'Cho qua:',
    ...passed.map(({ file, found, passes, sentence }) => `  ${file} [${passes}: ${found}] ${sentence}`),
  ];
}
