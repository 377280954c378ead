/** `npm run report`: counts, coverage, gaps, sources and readability. Ends with 1 when something dangles. */
import { writeFileSync } from 'node:fs';
import { isStale, addDays } from '../domain/days.ts';
import { guideLines } from '../gate/rules/guide.ts';
import { readability } from '../vietnamese/sentences.ts';
import { isMostNeeded, isPictured, picturesByPlace, placeOf } from '../handbook/needed.ts';
import { joinHandbook } from '../handbook/join.ts';
import { coverage } from '../views/coverage.ts';
import { sharesAudience, startOf } from '../views/task.ts';
import { pastRules } from '../views/rule.ts';
import { checkContent } from './check.ts';
import { typed } from './command-line.ts';
import { table } from '../outputs/table.ts';
import { callRows, callSheet, directoryReport, takeDown } from './report-directory.ts';
import { ruleFigures, ruleList } from './report-rules.ts';

const { values } = typed({
  today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  all: { type: 'boolean', default: false },
  /** Everything that forms know of themselves: each drill with all its screens. */
  forms: { type: 'boolean', default: false },
  /** Every rule with what stands on it. */
  rules: { type: 'boolean', default: false },
  /**
   * Ends with 1 when a rule is past its last day or its next look, when the pages were measured in large
   * letters before their last change of looks, or when that found faults.
   */
  strict: { type: 'boolean', default: false },
  /** File for the sheet of test calls. */
  calls: { type: 'string' },
  /** Day on which sheets were printed. */
  since: { type: 'string' },
});
const checked = checkContent(process.cwd());
const dangling = checked.problems.filter(({ rule }) => rule === 'dangling' || rule === 'no-unit').length;
if (checked.problems.length > 0) {
  console.error(
    `Nội dung còn ${checked.problems.length} lỗi (${dangling} mã không có thật). ` +
      'Chạy npm run check để xem. (content has faults)',
  );
  process.exit(1);
}
const handbook = joinHandbook(checked.read.entries, checked.proof);
const { directory } = checked.read.entries;
if (values.calls !== undefined) {
  const rows = callRows(directory, handbook.site.directory.tested);
  writeFileSync(values.calls, callSheet(rows, handbook));
  console.log(`${rows.length} số cần gọi thử, vào ${values.calls}. In một tờ A4.`);
  process.exit(0);
}
const line = (cells: readonly (string | number)[], widths: readonly number[]): string =>
  cells
    .map((cell, index) =>
      typeof cell === 'number'
        ? String(cell).padStart(widths[index] ?? 0)
        : cell.slice(0, widths[index]).padEnd(widths[index] ?? 0),
    )
    .join('  ');
const heading = (text: string): void => console.log(`\n${text}\n${'─'.repeat(text.length)}`);

const whole = handbook.plans.filter((plan) => !plan.data.partial).length;
console.log(
  `${whole} kế hoạch trọn vẹn + ${handbook.plans.length - whole} một phần, ` +
    `${handbook.tasks.length} nhiệm vụ, ${handbook.indicators.length} chỉ tiêu, ` +
    `${handbook.units.length} đơn vị, ${handbook.workstreams.length} nhóm việc, ` +
    `${handbook.guides.length} bài, ${handbook.terms.length} từ, ${handbook.skills.length} kỹ năng, ` +
    `${dangling} mã không có thật.`,
);

heading('Độ phủ: nhiệm vụ có bài phục vụ');
const covered = coverage(handbook);
console.log(line(['Kế hoạch', 'Nhiệm vụ', 'Có bài', 'Chưa có', 'Ngoài tầm'], [34, 9, 7, 8, 9]));
for (const { plan, rows } of covered.plans)
  console.log(
    line(
      [
        plan.data.short,
        rows.length,
        rows.filter((row) => row.state === 'served').length,
        rows.filter((row) => row.state === 'gap').length,
        rows.filter((row) => row.state === 'outside').length,
      ],
      [34, 9, 7, 8, 9],
    ),
  );
console.log(
  line(['Cộng', handbook.tasks.length, covered.served, covered.gap, covered.outside], [34, 9, 7, 8, 9]),
);
for (const { rows } of covered.plans)
  for (const row of rows)
    if (row.state !== 'served')
      console.log(`  ${row.task.id}: ${row.state === 'gap' ? 'CHƯA CÓ BÀI' : `ngoài tầm – ${row.reason}`}`);
console.log(
  covered.skillGaps.length === 0
    ? 'Kỹ năng nào cũng có bài.'
    : `Kỹ năng chưa có bài: ${covered.skillGaps.map((gap) => `${gap.data.code} ${gap.id}`).join(', ')}`,
);

heading('Nhiệm vụ bắt đầu từ đâu');
const served = handbook.tasks.filter((task) => task.data.handbook.by === 'guides');
const started = served.filter((task) => startOf(task).length > 0);
// Guides for those who teach and organise are for whoever has the task, not for whom it is for.
const apart = served.flatMap((task) =>
  task.picks.flatMap(({ what }) =>
    what.kind === 'guide' && what.guide.data.level !== 'sure' && !sharesAudience(what.guide, task)
      ? [`  ${task.id}: bài ${what.guide.data.number} ${what.guide.data.title} không cùng nhóm người`]
      : [],
  ),
);
console.log(
  `${started.length} trong ${served.length} nhiệm vụ sổ tay giúp được có chỗ bắt đầu; ` +
    `${apart.length} bài được chọn không cùng nhóm người với nhiệm vụ.`,
);
for (const task of served) if (!started.includes(task)) console.log(`  ${task.id}: CHƯA CÓ`);
for (const row of apart) console.log(row);

heading('Bài theo kệ');
for (const track of [...handbook.topics, ...handbook.tracks])
  console.log(
    line(
      [
        track.data.title,
        track.guides.length,
        `nguồn ${track.guides.reduce((total, guide) => total + guide.data.sources.filter((source) => source.certainty !== 'common').length, 0)}`,
      ],
      [30, 4, 12],
    ),
  );

heading('Việc đời sống');
const cards = handbook.guides.flatMap((guide) => (guide.card ? [{ guide, card: guide.card }] : []));
const full = cards.filter(({ card }) => card.complete);
console.log(
  `${full.length} tờ đủ trong ${cards.length} tờ; ${cards.reduce((sum, { card }) => sum + card.blanks.length, 0)} chỗ chưa rõ, chỗ nào cũng nói hỏi ai.`,
);
for (const { guide, card } of cards)
  if (!card.complete)
    console.log(`  ${guide.data.number} ${guide.data.title}: chưa đủ, ${card.blanks.length} chỗ chưa rõ`);

heading('Độ dễ đọc (tiếng mỗi câu)');
const rows = handbook.guides
  .map((guide) => ({ g: guide, r: readability(guideLines(guide.tree).map((guideLine) => guideLine.text)) }))
  .sort((a, b) => b.r.mean - a.r.mean);
const total =
  rows.reduce((total, row) => total + row.r.syllables, 0) /
  Math.max(
    1,
    rows.reduce((total, row) => total + row.r.sentences, 0),
  );
console.log(
  `Trung bình cả sổ tay ${total.toFixed(1)}; ${rows.filter((row) => row.r.mean > 20).length} bài trên 20; câu dài nhất ${Math.max(...rows.map((row) => row.r.longest))}.`,
);
console.log(`  ${line(['bài', 'tên', 'câu', 'dài', 'nguồn'], [4, 46, 5, 3, 5])}  câu dài nhất`);
for (const { g: guide, r: readability } of values.all ? rows : rows.slice(0, 10))
  console.log(
    `  ${line([`${guide.data.number}`, guide.data.title, readability.mean.toFixed(1), readability.longest, guide.data.sources.length], [4, 46, 5, 3, 5])}  ${readability.worst.slice(0, 70)}`,
  );
if (!values.all) console.log('  (npm run report -- --all: đủ mọi bài)');

heading('Quy định');
for (const words of ruleFigures(handbook, checked.read.entries, checked.proof, values.today))
  console.log(words);
if (values.rules)
  for (const words of ruleList(handbook, checked.read.entries, checked.proof)) console.log(words);

heading('Danh bạ');
console.log(directoryReport(directory, handbook, values.today).join('\n'));
if (values.since !== undefined) {
  heading(`Gỡ khỏi tường: tờ in từ bản ngày ${values.since} trở về trước`);
  console.log(takeDown(handbook, values.since, values.today).join('\n'));
}

heading('Hình trong các bước');
const stepsOf = (guide: (typeof handbook.guides)[number]) =>
  guide.tree.sections.flatMap(({ steps }) => steps);
const toDraw = handbook.guides.filter((guide) => !guide.card);
const neededMost = toDraw.filter(isMostNeeded);
const placeNames = { screen: 'trên màn hình', paper: 'trên giấy', talk: 'nói với người', hand: 'tay làm' };
for (const [name, guides] of [
  ['Cả sổ tay', toDraw],
  [`${neededMost.length} bài cần nhất`, neededMost],
] as const) {
  const steps = guides.flatMap(stepsOf);
  const pictured = steps.filter(isPictured).length;
  const places = [...picturesByPlace(steps)].map(
    ([place, count]) => `${placeNames[place]} ${count.pictured}/${count.steps}`,
  );
  console.log(
    `${name}: ${pictured} trên ${steps.length} bước có hình (${Math.round((100 * pictured) / steps.length)}%): ${places.join(', ')}.`,
  );
}
const bare = toDraw.filter((guide) => !stepsOf(guide).some(isPictured)).map((guide) => guide.data.number);
console.log(`${bare.length} bài chưa có hình ở bước nào: ${bare.join(', ') || 'không có'}.`);
// Cards and easy reads too: nobody should look for a button that only words name.
const unseen = handbook.guides.flatMap((guide) =>
  [...stepsOf(guide), ...(guide.easyRead?.tree.sections ?? []).flatMap(({ steps }) => steps)]
    .filter((step) => placeOf(step) === 'screen' && !isPictured(step))
    .map(({ title }) => `${guide.data.number} “${title}”`),
);
const withoutPicture = unseen.join(', ') || 'không có';
console.log(`${unseen.length} bước trên màn hình chưa có hình, kể cả thẻ và bản dễ đọc: ${withoutPicture}.`);

for (const form of table)
  if (form.report) {
    heading(`Dạng ${form.name}`);
    console.log((await form.report(handbook, values.forms)).join('\n'));
  }

heading('Cần xem lại');
const stale = handbook.guides.filter((guide) =>
  isStale(guide.data.checked, guide.data.reviewEvery, values.today),
);
console.log(
  stale.length === 0
    ? `Không bài nào quá hạn kiểm tra vào ngày ${values.today}.`
    : stale
        .map(
          (guide) =>
            `  ${guide.data.number} ${guide.data.title}: hạn ${addDays(guide.data.checked, guide.data.reviewEvery)}`,
        )
        .join('\n'),
);
const weak = handbook.guides.filter((guide) =>
  guide.data.sources.every((source) => source.certainty === 'common'),
);
console.log(
  `${weak.length} bài chỉ dựa vào kiến thức chung: ${weak.map((guide) => guide.data.number).join(', ') || 'không có'}.`,
);
const orphanTerms = handbook.terms.filter((term) => term.guides.length === 0);
console.log(
  `${orphanTerms.length} từ không bài nào dùng: ${orphanTerms.map((term) => term.id).join(', ') || 'không có'}.`,
);
const idleUnits = handbook.units.filter(
  (unit) =>
    unit.leads.length + unit.joins.length + unit.duties.length + unit.issues.length === 0 &&
    !handbook.units.some((otherUnit) => otherUnit.parent === unit) &&
    !handbook.plans.some((plan) => plan.data.reporting?.to.includes(unit.id)),
);
console.log(
  `${idleUnits.length} đơn vị không nhiệm vụ nào nhắc tới: ${idleUnits.map((unit) => unit.id).join(', ') || 'không có'}.`,
);
const { measured } = handbook;
console.log(
  measured === undefined
    ? 'Chữ to: chưa đo.'
    : `Chữ to, đo ngày ${measured.data.day}: ${measured.data.clean} trên ${measured.data.views} lần nhìn ` +
        `không có lỗi${measured.current ? '' : '; giao diện đã đổi từ đó'}.`,
);
if (values.strict && (measured?.current !== true || measured.data.clean < measured.data.views)) {
  console.error(
    'Chữ to: đo lại bằng npm run measure rồi sửa chỗ lỗi. (measured before the last change of looks)',
  );
  process.exitCode = 1;
}
if (values.strict && pastRules(handbook.rules, values.today).length > 0) {
  console.error('Có quy định đã quá hạn, xem mục “Quy định” ở trên. (rules are past their day)');
  process.exitCode = 1;
}
