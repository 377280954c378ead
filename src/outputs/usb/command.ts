/**
 * `npm run usb [-- --to FOLDER]`: a copy of the handbook for a USB stick, a memory card or a computer without
 * internet, as a folder and as a
 * zip with its checksum. The old copy is replaced only when the new one is whole.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Handbook } from '../../handbook/handbook.ts';
import type { CommandInput } from '../output.ts';
import { dayWords, t } from '../../words/words.ts';
import { makeCopy, startFile } from './copy.ts';
import { zipFolder } from './zip.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1).replace('.', ',');

/** Makes the copy of the finished site in `dist` as a folder. */
export async function usbFolder(
  dist: string,
  to: string,
  { edition, site: { name } }: Pick<Handbook, 'edition' | 'site'>,
) {
  const day = dayWords(edition);
  const folder = join(to, 'so-tay-so');
  if (existsSync(folder) && !existsSync(join(folder, startFile)))
    throw new Error(
      `${folder} đã có và không phải bản chép trước. Đổi tên thư mục ấy, hoặc chọn nơi khác bằng --to. Chưa xóa gì. (folder in the way)`,
    );
  const half = join(to, '.dang-chep');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const made = await makeCopy({
    dist,
    to: half,
    words: {
      name,
      edition: t('usb.edition', { day }),
      foot: t('usb.foot', { day }),
      open: t('usb.open'),
      hint: t('usb.hint'),
    },
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
  return { ...made, folder };
}

/** Makes the copy as a folder and as a zip of it. */
export async function usbCopy(dist: string, to: string, handbook: Pick<Handbook, 'edition' | 'site'>) {
  const made = await usbFolder(dist, to, handbook);
  const zip = join(to, `so-tay-so-${handbook.edition}.zip`);
  const packed = zipFolder(made.folder, 'so-tay-so', zip);
  return { ...made, zip, zipBytes: packed.bytes, sha256: packed.sha256 };
}

/** Makes the copy for whoever hands it out; `--to FOLDER` says where. */
export async function usb({ dist, given, handbook }: CommandInput): Promise<string> {
  const { to } = z.object({ to: z.string() }).parse(given);
  const made = await usbCopy(dist, resolve(to), handbook());
  return [
    `Đã chép ${made.pages} trang, ${made.files} tệp, ${megabytes(made.bytes)} MB vào ${to}/so-tay-so. Mở tệp ${startFile} để đọc.`,
    `Tệp nén: ${made.zip}, ${megabytes(made.zipBytes)} MB`,
    `SHA-256: ${made.sha256}`,
  ].join('\n');
}
