/** Whether there is room for another edition. */
import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './checksums.ts';
import { Refusal } from './refusal.ts';

/** What the first edition may need, when nothing is there to measure. */
const first = { bytes: 200e6, files: 10_000 };

/** Bytes and names that a folder takes, whole blocks counted. */
function taken(root: string): { readonly bytes: number; readonly files: number } {
  const files = filesUnder(root);
  return {
    bytes: files.reduce((total, file) => total + Math.ceil(statSync(join(root, file)).size / 4096) * 4096, 0),
    files: files.length,
  };
}

/**
 * Twice the present site must be free, in bytes and in file names, before the work begins.
 * @throws Refusal `room`
 */
export function guardRoom(folder: string, present: string | undefined, atFirst = first): void {
  const now = present === undefined ? atFirst : taken(present);
  const need = present === undefined ? now : { bytes: now.bytes * 2, files: now.files * 2 };
  const fs = statfsSync(folder);
  const free = { bytes: fs.bavail * fs.bsize, files: fs.files === 0 ? Infinity : fs.ffree };
  const mb = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
  if (free.bytes < need.bytes)
    throw new Refusal(
      'room',
      `Đĩa của ${folder} còn ${mb(free.bytes)}, cần ít nhất ${mb(need.bytes)}. Dọn chỗ rồi chạy lại; bản đang phát hành vẫn nguyên. (not enough room)`,
    );
  if (free.files < need.files)
    throw new Refusal(
      'room',
      `Đĩa của ${folder} chỉ còn chỗ cho ${free.files} tệp, cần ${need.files}. Bản đang phát hành vẫn nguyên. (not enough inodes)`,
    );
}
