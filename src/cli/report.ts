/** `npm run report`: counts, coverage, gaps, sources and readability. Ends with 1 when something dangles. */
import { parseArgs } from 'node:util';
import { isStale, addDays } from '../handbook/schedule.ts';
import { guideLines } from '../gate/prove.ts';
import { readability } from '../vietnamese/sentences.ts';
import { joinHandbook } from '../handbook/handbook.ts';
import type { Entries } from '../schemas/collections.ts';
import { coverage } from '../views/coverage.ts';
import { checkContent } from './check.ts';

const { values } = parseArgs({
  options: {
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    all: { type: 'boolean', default: false },
  },
});
const checked = checkContent(process.cwd());
const dangling = checked.problems.filter((p) => p.rule === 'dangling').length;
if (checked.problems.length > 0) {
  console.error(
    `Nội dung còn ${checked.problems.length} lỗi (${dangling} mã không có thật). Chạy npm run check để xem. (content has faults)`,
  );
  process.exit(1);
}
const h = joinHandbook(checked.read.entries as Entries, checked.proof);
const line = (cells: readonly (string | number)[], widths: readonly number[]): string =>
  cells
    .map((c, i) =>
      typeof c === 'number'
        ? String(c).padStart(widths[i]!)
        : String(c).slice(0, widths[i]).padEnd(widths[i]!),
    )
    .join('  ');
const heading = (s: string): void => console.log(`\n${s}\n${'─'.repeat(s.length)}`);

const whole = h.plans.filter((p) => !p.data.partial).length;
console.log(
  `${whole} kế hoạch trọn vẹn + ${h.plans.length - whole} một phần, ${h.tasks.length} nhiệm vụ, ${h.indicators.length} chỉ tiêu, ${h.units.length} đơn vị, ${h.workstreams.length} mảng việc, ${h.guides.length} bài, ${h.terms.length} từ, ${h.skills.length} kỹ năng, ${dangling} mã không có thật.`,
);

heading('Độ phủ: nhiệm vụ có bài phục vụ');
const c = coverage(h);
console.log(line(['Kế hoạch', 'Nhiệm vụ', 'Có bài', 'Chưa có', 'Ngoài tầm'], [34, 9, 7, 8, 9]));
for (const { plan, rows } of c.plans)
  console.log(
    line(
      [
        plan.data.short,
        rows.length,
        rows.filter((r) => r.state === 'served').length,
        rows.filter((r) => r.state === 'gap').length,
        rows.filter((r) => r.state === 'outside').length,
      ],
      [34, 9, 7, 8, 9],
    ),
  );
console.log(line(['Cộng', h.tasks.length, c.served, c.gap, c.outside], [34, 9, 7, 8, 9]));
for (const { rows } of c.plans)
  for (const r of rows)
    if (r.state !== 'served')
      console.log(`  ${r.task.id}: ${r.state === 'gap' ? 'CHƯA CÓ BÀI' : `ngoài tầm – ${r.reason}`}`);
console.log(
  c.skillGaps.length === 0
    ? 'Kỹ năng nào cũng có bài.'
    : `Kỹ năng chưa có bài: ${c.skillGaps.map((s) => `${s.data.code} ${s.id}`).join(', ')}`,
);

heading('Bài theo kệ');
for (const s of [...h.topics, ...h.tracks])
  console.log(
    line(
      [
        s.data.title,
        s.guides.length,
        `nguồn ${s.guides.reduce((n, g) => n + g.data.sources.filter((x) => x.certainty !== 'common').length, 0)}`,
      ],
      [30, 4, 12],
    ),
  );

heading('Độ dễ đọc (tiếng mỗi câu)');
const rows = h.guides
  .map((g) => ({ g, r: readability(guideLines(g.tree).map((l) => l.text)) }))
  .sort((a, b) => b.r.mean - a.r.mean);
const total =
  rows.reduce((n, x) => n + x.r.syllables, 0) /
  Math.max(
    1,
    rows.reduce((n, x) => n + x.r.sentences, 0),
  );
console.log(
  `Trung bình cả sổ tay ${total.toFixed(1)}; ${rows.filter((x) => x.r.mean > 20).length} bài trên 20; câu dài nhất ${Math.max(...rows.map((x) => x.r.longest))}.`,
);
console.log(`  ${line(['bài', 'tên', 'câu', 'dài', 'nguồn'], [4, 46, 5, 3, 5])}  câu dài nhất`);
for (const { g, r } of values.all ? rows : rows.slice(0, 10))
  console.log(
    `  ${line([`${g.data.number}`, g.data.title, r.mean.toFixed(1), r.longest, g.data.sources.length], [4, 46, 5, 3, 5])}  ${r.worst.slice(0, 70)}`,
  );
if (!values.all) console.log('  (npm run report -- --all: đủ mọi bài)');

heading('Cần xem lại');
const stale = h.guides.filter((g) => isStale(g.data.checked, g.data.reviewEvery, values.today));
console.log(
  stale.length === 0
    ? `Không bài nào quá hạn kiểm tra vào ngày ${values.today}.`
    : stale
        .map((g) => `  ${g.data.number} ${g.data.title}: hạn ${addDays(g.data.checked, g.data.reviewEvery)}`)
        .join('\n'),
);
const weak = h.guides.filter((g) => g.data.sources.every((s) => s.certainty === 'common'));
console.log(
  `${weak.length} bài chỉ dựa vào kiến thức chung: ${weak.map((g) => g.data.number).join(', ') || 'không có'}.`,
);
const orphanTerms = h.terms.filter((x) => x.guides.length === 0);
console.log(
  `${orphanTerms.length} từ không bài nào dùng: ${orphanTerms.map((x) => x.id).join(', ') || 'không có'}.`,
);
const idleUnits = h.units.filter(
  (u) =>
    u.leads.length + u.joins.length + u.duties.length + u.issues.length === 0 &&
    !h.units.some((o) => o.parent === u) &&
    !h.plans.some((p) => p.data.reporting?.to.includes(u.id)),
);
console.log(
  `${idleUnits.length} đơn vị không nhiệm vụ nào nhắc tới: ${idleUnits.map((u) => u.id).join(', ') || 'không có'}.`,
);
