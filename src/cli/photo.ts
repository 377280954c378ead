/**
 * `npm run photo -- FILE ID [--to FOLDER]`: a photo for free pages, made small and without hidden data, with
 * its entry to fill in. The desk does the same in the browser.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { makeFolder } from '../release/make-folder.ts';
import { typed } from './command-line.ts';
import { smallPhoto } from './photo/small-photo.ts';
import { placeholder, type Placeholder } from '../gate/placeholders.ts';
import { photoLimits } from '../schemas/photo.ts';

const here = process.env.INIT_CWD ?? process.cwd();
const ask = (name: Placeholder): string => JSON.stringify(placeholder(name));

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const usage =
  'Cách dùng: npm run photo -- TỆP-ẢNH mã-ảnh [--to THƯ-MỤC-BẢN]\n' +
  'Ví dụ: npm run photo -- ~/IMG_0012.jpg lop-toi-thon-dong --to ../xa-vi-du';
const { positionals, values } = typed({ to: { type: 'string' } }, { words: 2, usage });
const [file, id] = positionals;
if (file === undefined || id === undefined) refuse(usage);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 80)
  refuse(`Mã ảnh “${id}” chỉ dùng a–z không dấu, số và gạch ngang, ví dụ: lop-toi-thon-dong`);
const source = resolve(here, file);
if (!existsSync(source)) refuse(`Không có tệp ${file}. Kiểm tra lại đường dẫn.`);
const { to } = values;
const folder = join(to === undefined ? process.cwd() : resolve(here, to), 'content/photos');
const [picture, entry] = [join(folder, `${id}.jpg`), join(folder, `${id}.yaml`)];

const { bytes, width, height } = await smallPhoto(readFileSync(source), photoLimits).catch((error: unknown) =>
  refuse(`${basename(file)} không đọc được như một ảnh. ${error instanceof Error ? error.message : ''}`),
);
makeFolder(folder);
writeFileSync(picture, bytes);
const size = `width: ${width}\nheight: ${height}\n`;
// An entry that is there keeps its words: only the picture was taken anew.
const text = existsSync(entry)
  ? readFileSync(entry, 'utf8').replace(/^(?:width|height): .*\n/gm, '') + size
  : `alt: ${ask('photoAlt')}
by: ${ask('photoBy')}
day: ${ask('photoDay')}
people: ${ask('photoPeople')}
${size}`;
writeFileSync(entry, text);
const kilobytes = Math.ceil(bytes.length / 1000);
console.log(`Đã làm ${relative(here, picture)}: ${width} × ${height}, ${kilobytes} kB, không còn dữ liệu ẩn.
Thay các dòng có dấu ✎ trong ${relative(here, entry)}, rồi đặt <Photo id="${id}" /> vào trang.`);
