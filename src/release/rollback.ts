/** Going back to an edition that readers had before, and forward again. */
import { existsSync } from 'node:fs';
import { line, readHistory, record, stepsBack } from './history.ts';
import { currentEdition, editions, prepare, short, target } from './layout.ts';
import { takeLock } from './lock.ts';
import { clearUp, tidy, type PublishPlan } from './publish.ts';
import { Refusal } from './refusal.ts';
import { goLive } from './switch.ts';
import { same, verifyEdition } from './verify.ts';

/** An edition as `--list` shows it. */
export interface Listed {
  readonly edition: string;
  /** When it first went live by the machine's clock. */ readonly time: string;
  readonly live: boolean;
  /** Whether it is still on the disk. */ readonly there: boolean;
}

/** Editions in the order in which they went live. */
export function listEditions(to: string): Listed[] {
  const destination = target(to);
  const deeds = readHistory(destination.history);
  const there = existsSync(destination.releases) ? new Set(editions(destination)) : new Set<string>();
  const live = there.size > 0 ? currentEdition(destination) : undefined;
  return line(deeds).editions.map((edition) => ({
    edition,
    time: deeds.find((deed) => deed.edition === edition)?.time ?? '',
    live: edition === live,
    there: there.has(edition),
  }));
}

/**
 * Switches to the edition `steps` before the live one; after it when `steps` is negative. The goal is checked
 * byte for byte first.
 * @throws Refusal `nothing` when there is none, `verify` when it is damaged; the live edition is then
 * unchanged
 */
export async function rollback({
  to,
  steps,
  now,
  say,
  at = () => {},
}: Pick<PublishPlan, 'to' | 'now' | 'say' | 'at'> & { readonly steps: number }): Promise<string> {
  const destination = target(to);
  if (!existsSync(destination.releases))
    throw new Refusal('nothing', `Chưa phát hành bản nào vào ${to}. (nothing published there)`);
  prepare(destination);
  const lock = takeLock(destination.lock, 'quay lại');
  try {
    clearUp(destination, { now, say });
    const deeds = readHistory(destination.history);
    const goal = stepsBack(line(deeds), steps);
    if (goal === undefined || !editions(destination).includes(goal)) {
      throw new Refusal(
        'nothing',
        `Không có bản nào ${steps > 0 ? `trước bản đang phát hành ${steps} lần` : 'sau bản đang phát hành'} để chuyển về. Xem các bản đang giữ: thêm --list. (no such edition)`,
      );
    }
    const { found } = await verifyEdition(destination, goal);
    if (!same({ ...found, extra: [] }))
      throw new Refusal(
        'verify',
        `Bản ${short(goal)} có ${found.missing.length + found.different.length} tệp hỏng nên không dùng được: ${[...found.missing, ...found.different].slice(0, 5).join(', ')}. Bản đang phát hành vẫn nguyên. (that edition is damaged)`,
      );
    const { write } = record(destination.history, deeds, steps > 0 ? 'rollback' : 'forward', goal, now());
    goLive(destination, goal, at);
    write();
    return goal;
  } finally {
    tidy(destination);
    lock.release();
  }
}
