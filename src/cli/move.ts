/** `npm run move -- <old id> <new id>`: renames a guide, lesson, plan, unit or other entry, mends every reference, adds the redirect. */
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { audienceAddress, areaAddress, guideAddress, lessonAddress, planAddress, taskAddress, unitAddress, workstreamAddress } from '../domain/address.ts';
import { nearest } from '../domain/vietnamese.ts';
import { collectionNames, collectionShapes, type Collection } from '../schemas/collections.ts';
import { parseDocument } from 'yaml';
import { readContent } from './read-content.ts';

/** Collections whose entries have a page of their own at an address made from the id. */
const addresses: Partial<Record<Collection, (id: string) => string>> = {
  guides: guideAddress, market: lessonAddress, plans: planAddress, tasks: taskAddress, units: unitAddress, workstreams: workstreamAddress, audiences: audienceAddress, areas: areaAddress,
};

/** Says what is wrong and ends with 2. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const [from, to, reason = 'đổi tên'] = process.argv.slice(2);
if (!from || !to) refuse('Cách dùng: npm run move -- <mã cũ> <mã mới> ["lý do"]\nVí dụ: npm run move -- tien/quet-ma tien/quet-ma-qr-de-tra-tien');
if (!/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/.test(to)) refuse(`Mã mới “${to}” chưa đúng: chỉ dùng a–z không dấu, số, gạch ngang.`);
const { entries } = readContent(process.cwd());
const found = collectionNames.flatMap((c) => entries[c].filter((e) => e.id === from).map(() => c));
if (found.length === 0) {
  const like = nearest(from, collectionNames.flatMap((c) => entries[c].map((e) => e.id)));
  refuse(`Không có mục nào mang mã “${from}”.${like ? ` Có phải “${like}”?` : ''}`);
}
if (found.length > 1) refuse(`Mã “${from}” có ở nhiều nơi: ${found.join(', ')}. Đổi tên tệp bằng tay.`);
const collection = found[0]!;
const shape = collectionShapes[collection];
if (from.split('/').length !== to.split('/').length) refuse(`Mã mới phải cùng dạng với mã cũ (${from}).`);
const extension = shape.pattern.endsWith('.mdx') ? '.mdx' : '.yaml';
const oldFile = `content/${shape.folder}/${from}${extension}`;
const newFile = `content/${shape.folder}/${to}${extension}`;
if (existsSync(newFile)) refuse(`Đã có ${newFile}; không ghi đè.`);

mkdirSync(dirname(newFile), { recursive: true });
renameSync(oldFile, newFile);
// A plan's tasks live in a folder with its name.
const moved: [string, string][] = [[from, to]];
if (collection === 'plans' && existsSync(`content/tasks/${from}`)) {
  for (const task of entries.tasks.filter((e) => e.id.startsWith(`${from}/`))) moved.push([task.id, task.id.replace(from, to)]);
  renameSync(`content/tasks/${from}`, `content/tasks/${to}`);
}

let mended = 0;
for (const file of globSync('content/**/*.{yaml,mdx}')) {
  if (file.endsWith('redirects.yaml')) continue;
  const text = readFileSync(file, 'utf8');
  let next = text;
  // A reference stands alone between separators: never a part of a longer id or of prose.
  for (const [a, b] of moved) next = next.replace(new RegExp(`(?<=^|[\\s\\[,"'])${a}(?=$|[\\s\\],"'])`, 'gm'), (m, offset: number) => (isReference(next, offset, file) ? b : m));
  if (next !== text) { writeFileSync(file, next); mended++; }
}

/** Ids with a slash are never prose; a bare id counts only in frontmatter, YAML or an `id`/`ids` prop. */
function isReference(text: string, offset: number, file: string): boolean {
  if (from!.includes('/')) return true;
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, text.indexOf('\n', offset) === -1 ? undefined : text.indexOf('\n', offset));
  const inHead = file.endsWith('.yaml') || offset < text.indexOf('\n---', 4);
  return inHead ? /^\s*(?:-\s|[a-zA-Z]+:\s*(?:\[|[a-z0-9-]+\s*$)|\{?\s*[a-zA-Z]+:)/.test(line) : /\bids?="/.test(line);
}

const address = addresses[collection];
if (address) {
  const doc = parseDocument(readFileSync('content/redirects.yaml', 'utf8'));
  const list = doc.toJS().redirects as { from: string; to: string }[];
  const day = new Date().toISOString().slice(0, 10);
  const lines = [
    // Older redirects to the old address go straight to the new one.
    ...list.map((r) => ({ ...r, to: moved.reduce((t, [a, b]) => (t === address(a) ? address(b) : t), r.to) })),
    ...moved.map(([a, b]) => ({ from: address(a), to: address(b), date: day, reason })),
  ];
  const head = readFileSync('content/redirects.yaml', 'utf8').split('\n').filter((l) => l.startsWith('#')).join('\n');
  writeFileSync('content/redirects.yaml', `${head}${head ? '\n' : ''}redirects:\n${lines.map((r) => `  - ${JSON.stringify(r)}`).join('\n')}\n`);
}
console.log(`Đã chuyển ${oldFile} → ${newFile}; sửa ${mended} tệp nhắc tới nó${address ? `; thêm ${moved.length} dòng dẫn từ địa chỉ cũ` : ''}. Chạy npm run check để xem lại.`);
