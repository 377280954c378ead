/**
 * `npm run usb [-- --to FOLDER]`: a copy of the handbook for a USB stick, a memory card or a computer without internet, as a folder and as a
 * zip with its checksum. Builds first when the content has changed. The old copy is replaced only when the
 * new one is whole.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { dayWords } from '../domain/day-words.ts';
import { makeCopy, startFile } from '../outputs/usb/copy.ts';
import { zipFolder } from '../outputs/usb/zip.ts';
import { build } from './build.ts';
import { isFresh } from './build-inputs.ts';
import { messageOf } from '../release/errors.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1).replace('.', ',');

/** Makes the copy of the finished site in `dist`. */
export async function usbCopy(dist: string, to: string) {
  const { edition } = JSON.parse(readFileSync(join(dist, 'du-lieu/huong-dan.json'), 'utf8')) as {
    edition: string;
  };
  const { name } = parse(readFileSync('content/site.yaml', 'utf8')) as { name: string };
  const { usb } = parse(readFileSync('content/words/vi.yaml', 'utf8')) as {
    usb: Record<'edition' | 'foot' | 'open' | 'hint', string>;
  };
  const say = (key: keyof typeof usb): string => usb[key].replace('{day}', dayWords(edition));
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
    words: { name, edition: say('edition'), foot: say('foot'), open: say('open'), hint: say('hint') },
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
  const zip = join(to, `so-tay-so-${edition}.zip`);
  const packed = zipFolder(folder, 'so-tay-so', zip);
  return { ...made, folder, zip, zipBytes: packed.bytes, sha256: packed.sha256 };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { to: { type: 'string', default: 'usb' } } });
  try {
    if (!isFresh()) await build();
    if (!existsSync('dist/du-lieu/huong-dan.json'))
      throw new Error('Chưa có bản dựng trong dist/. Chạy npm run build trước. (no finished site)');
    const made = await usbCopy('dist', resolve(values.to));
    console.log(
      `Đã chép ${made.pages} trang, ${made.files} tệp, ${megabytes(made.bytes)} MB vào ${values.to}/so-tay-so. Mở tệp MO-TRANG-NAY.html để đọc.\nTệp nén: ${made.zip}, ${megabytes(made.zipBytes)} MB\nSHA-256: ${made.sha256}`,
    );
  } catch (error) {
    console.error(`\n${messageOf(error)}`);
    process.exitCode = 1;
  }
}
