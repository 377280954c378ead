/**
 * `npm run prove-kept`: whether a build that takes over what was kept gives, byte for byte, what a build from
 * nothing gives, after random edits of every kind. The same edits for the same seed. Ends with 1 at the first
 * round that does not.
 *
 *   --edits=500      edits of the small content of the tests      --real=20   edits of the real content
 *   --per-round=5    edits between two builds                     --seed=1    other edits
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typed } from '../src/cli/command-line.ts';
import { different, rounds } from '../test/fixtures/kept-builds.ts';
import { copyProject, copyTinyProject } from '../test/fixtures/project.ts';
import { randomOf } from '../test/fixtures/random-edits.ts';

const { values } = typed({
  edits: { type: 'string', default: '500' },
  real: { type: 'string', default: '20' },
  'per-round': { type: 'string', default: '5' },
  seed: { type: 'string', default: '1' },
});
const perRound = Number(values['per-round']);
const seed = Number(values.seed);

/** Edits a copy of a project and builds it. Whether every round came out the same. */
async function prove(name: string, copy: (to: string) => void, edits: number): Promise<boolean> {
  if (edits === 0) return true;
  const dir = mkdtempSync(join(tmpdir(), 'so-tay-chung-minh-'));
  const ratios: number[] = [];
  let done = 0;
  try {
    copy(dir);
    // One round in five may redraw everything.
    const everyKind = (round: number): boolean => round % 5 === 4;
    for await (const round of rounds(dir, randomOf(seed), { edits, perRound, everyKind })) {
      done += round.edits.length;
      const other = different(round.kept, round.fresh);
      if (other.length > 0) {
        console.log(`${name}: khác bản dựng từ đầu ở ${other.length} tệp, trước hết ${other[0]}, sau:`);
        console.log(round.edits.map((edit) => `  ${edit}`).join('\n'));
        return false;
      }
      if (round.fresh.cpu > 0) ratios.push(round.kept.cpu / round.fresh.cpu);
      const ratio = ratios.at(-1)?.toFixed(2) ?? '?';
      console.log(`${name}: ${done} chỗ sửa, ${round.kept.taken} trang lấy lại, CPU ${ratio}`);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  const sorted = ratios.sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]?.toFixed(2) ?? '?';
  const spread = `${sorted[0]?.toFixed(2) ?? '?'} đến ${sorted.at(-1)?.toFixed(2) ?? '?'}`;
  console.log(`${name}: ${done} chỗ sửa, lần nào cũng giống bản dựng từ đầu; CPU ${middle} (${spread})`);
  return true;
}

const small = await prove('Nội dung nhỏ', copyTinyProject, Number(values.edits));
const real = small && (await prove('Nội dung thật', copyProject, Number(values.real)));
process.exitCode = small && real ? 0 : 1;
