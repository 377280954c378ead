/**
 * A real file system that fills up: refused before the work, and when it happens in the middle the live
 * edition stays whole.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exitCodes } from '../../src/release/refusal.ts';
import { publishApart, publishTiny, readersSite, scratch, until } from './tiny.ts';

const place = join(scratch(), 'dia');
mkdirSync(place);
const options = ['-t', 'tmpfs', '-o', 'size=1m,nr_inodes=2000', 'none'];
/**
 * Root mounts it here; anybody else in a name space of their own, which others reach through the process that
 * stays in it.
 */
const mounted = spawnSync('mount', [...options, place], { encoding: 'utf8' });
const keeper =
  mounted.status === 0
    ? undefined
    : spawn(
        'unshare',
        ['-rm', 'sh', '-c', `mount ${options.join(' ')} "$1" && : > "$1/day" && exec sleep 600`, 'sh', place],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      );
keeper?.on('error', () => {
  /* no unshare here: the disk never shows up */
});
const disk = keeper === undefined ? place : `/proc/${keeper.pid}/root${place}`;
if (keeper !== undefined) await until(() => existsSync(join(disk, 'day')), 5000).catch(() => {});
const there = mounted.status === 0 || existsSync(join(disk, 'day'));
afterAll(() => {
  if (keeper === undefined) spawnSync('umount', [place]);
  else keeper.kill();
});
const why = there
  ? ''
  : ` (bỏ qua: không được gắn đĩa nhỏ để thử: ${(mounted.stderr || mounted.error?.message || '').trim()})`;

/** Leaves so many kilobytes free. */
function leave(kb: number): void {
  rmSync(join(disk, 'day'), { force: true });
  const { bavail, bsize } = statfsSync(disk);
  const fill = bavail * bsize - kb * 1024;
  if (fill > 0) writeFileSync(join(disk, 'day'), Buffer.alloc(fill));
}

test.skipIf(!there)(
  `a full disk never harms the live edition${why}`,
  async () => {
    const root = scratch();
    const to = join(disk, 'noi-phat-hanh');
    await publishTiny(root, { edition: 'A' }, { to, room: { bytes: 1, files: 1 } });
    const before = readersSite(to);

    leave(40);
    const guarded = await publishApart({ root, to, variant: { edition: 'B' } }).ended;
    expect(guarded.code, guarded.output).toBe(exitCodes.room);
    expect(guarded.output).toMatch(/còn 1 MB, cần ít nhất/);
    expect(guarded.output).not.toContain('building');

    // Without the look beforehand the disk fills at another step each time.
    const steps = new Set<string>();
    for (const kb of [0, 4, 12, 24, 48, 72, 88, 100, 112, 124, 136]) {
      leave(kb);
      const points = join(root, `points-${kb}`);
      const run = await publishApart({ root, to, variant: { edition: `B${kb}` }, noGuard: true, points })
        .ended;
      if (run.code === 0) {
        expect(readersSite(to).front).toContain(`Sổ tay B${kb}`);
        break;
      }
      expect(run.code, run.output).toBe(exitCodes.room);
      expect(run.output).toContain('Đĩa đầy giữa chừng');
      expect(readersSite(to)).toEqual(before);
      expect(readdirSync(to).filter((file) => file.startsWith('.stage-'))).toEqual([]);
      expect(readdirSync(join(to, 'releases')).length).toBe(1);
      steps.add(spawnSync('tail', ['-n', '2', points], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '');
    }
    expect(steps.size).toBeGreaterThan(2);
    expect([...steps]).toContain('compressing');

    leave(1024);
    await publishTiny(root, { edition: 'C' }, { to, room: { bytes: 1, files: 1 } });
    expect(readersSite(to).front).toContain('Sổ tay C');
  },
  60_000,
);

test.skipIf(!there)(`no names left on the disk is seen beforehand too${why}`, async () => {
  const root = scratch();
  leave(1024);
  await expect(
    publishTiny(root, { edition: 'D' }, { to: join(disk, 'khac'), room: { bytes: 1, files: 5000 } }),
  ).rejects.toMatchObject({ reason: 'room', message: expect.stringContaining('chỉ còn chỗ cho') as string });
});
