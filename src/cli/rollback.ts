/**
 * `npm run rollback -- --to DIR [--steps n] [--forward] [--list]`: an earlier edition becomes the live one
 * again.
 */
import { resolve } from 'node:path';
import { short } from '../release/layout.ts';
import { Refusal, tell } from '../release/refusal.ts';
import { listEditions, rollback } from '../release/rollback.ts';
import { readCommandLine } from './command-line.ts';

const usage = 'Cách dùng: npm run rollback -- --to THƯ-MỤC [--steps 1] [--forward] [--list]';

try {
  const { values } = readCommandLine(
    {
      to: { type: 'string' },
      steps: { type: 'string', default: '1' },
      forward: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
    { usage },
  );
  if (!values.to || !/^[1-9]\d?$/.test(values.steps)) throw new Refusal('usage', usage);
  const to = resolve(process.env.INIT_CWD ?? process.cwd(), values.to);
  if (values.list) {
    const all = listEditions(to);
    for (const edition of all)
      console.log(
        `${edition.live ? '→' : ' '} ${short(edition.edition)}  ${edition.time}${edition.there ? '' : '  (không còn giữ)'}`,
      );
    if (all.length === 0)
      throw new Refusal('nothing', `Chưa phát hành bản nào vào ${to}. (nothing published there)`);
  } else {
    const steps = Number(values.steps) * (values.forward ? -1 : 1);
    const edition = await rollback({ to, steps, now: () => new Date(), say: (line) => console.log(line) });
    console.log(
      `Đang phát hành bản ${short(edition)}. ${values.forward ? '' : 'Muốn bỏ việc quay lại: thêm --forward. '}Lần publish sau sẽ phát hành nội dung mới như thường.`,
    );
  }
} catch (error) {
  process.exitCode = tell(error);
}
