/** `npm run edition -- new xa-vi-du`: the folder of a new edition, with settings to fill in. */
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { makeFolder } from '../release/make-folder.ts';
import { placeholder, type Placeholder } from '../gate/placeholders.ts';
import { typed } from './command-line.ts';
import { versionOf } from './edition/settings.ts';

/** A placeholder as a YAML value. */
const ask = (name: Placeholder): string => JSON.stringify(placeholder(name));

/** Settings of a new edition; what each line means is told in docs/an-ban.md. */
const settings = (
  version: string,
  today: string,
): string => `# Bản sổ tay của địa phương. Thay các dòng có dấu cây bút. Từng dòng: docs/an-ban.md của sổ tay.
base: "${version}"
# Bài riêng: của xã, phường thì commune (số 8000–8999), của tỉnh thì province (7000–7999).
numbers: commune
name: ${ask('editionName')}
edition: ${ask('editionWhich')}
place: ${ask('place')}
owner: ${ask('editionOwner')}
url: ${ask('editionUrl')}
feedback: ${ask('editionFeedback')}
# Trang của cơ quan nhà nước, ở địa chỉ .gov.vn, thì ghi true.
official: false
# Người của địa phương để gọi; mã là tên tệp trong content/directory của sổ tay.
contacts: []
# Màu chính, biểu tượng, biểu trưng: bỏ dấu # và sửa. Hình nằm cạnh tệp này.
# look: { act: "#0a5c36", emblem: bieu-tuong.svg, logo: { picture: logo.svg, alt: Biểu trưng xã … } }
checked: ${today}
`;

const product = process.cwd();
const usage = 'Cách dùng: npm run edition -- new THƯ-MỤC\nVí dụ: npm run edition -- new ../xa-vi-du';
const [command, folder] = typed({}, { words: 2, usage }).positionals;
const here = process.env.INIT_CWD ?? product;
if (command !== 'new' || folder === undefined || folder === '') {
  console.error(usage);
  process.exit(2);
}
const edition = resolve(here, folder);
const file = join(edition, 'edition.yaml');
if (existsSync(file)) {
  console.error(`Đã có ${relative(here, file)}; không ghi đè.`);
  process.exit(2);
}
if (!relative(product, edition).startsWith('..')) {
  console.error(
    'Thư mục của bản nằm ngoài thư mục sổ tay, để cập nhật sổ tay không đụng tới nó: ../xa-vi-du',
  );
  process.exit(2);
}
makeFolder(join(edition, 'content'));
writeFileSync(file, settings(versionOf(product), new Date().toISOString().slice(0, 10)));
// What commands make and put here is no part of the edition.
writeFileSync(join(edition, '.gitignore'), ['dist', 'usb', 'in-ra', 'dang-khac', ''].join('\n'));
console.log(`Đã tạo ${relative(here, file)}. Thay các dòng có dấu ✎, rồi chạy:
  npm run check -- --edition ${folder}`);
