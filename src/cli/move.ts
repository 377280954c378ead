/** `npm run move -- <old id> <new id>`: renames an entry, mends every reference to it, adds the redirect. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isScalar, parseDocument } from 'yaml';
import {
  areaAddress,
  audienceAddress,
  easyReadAddress,
  guideAddress,
  lessonAddress,
  planAddress,
  taskAddress,
  unitAddress,
  workstreamAddress,
} from '../domain/address.ts';
import { findReferences } from '../gate/references.ts';
import { nearest } from '../vietnamese/text.ts';
import { collectionNames, collectionShapes, type Collection } from '../schemas/collections.ts';
import { typed } from './command-line.ts';
import { readContent } from '../gate/read.ts';

/** Collections whose entries have a page of their own at an address made from the id. */
const addresses: Partial<Record<Collection, (id: string) => string>> = {
  guides: guideAddress,
  market: lessonAddress,
  plans: planAddress,
  tasks: taskAddress,
  units: unitAddress,
  workstreams: workstreamAddress,
  audiences: audienceAddress,
  areas: areaAddress,
  easyRead: easyReadAddress,
};
/** Components of a body that name entries of a collection. */
const mentioning: Partial<Record<Collection, string>> = {
  guides: 'Guide',
  market: 'Guide',
  terms: 'Term',
  directory: 'Phone|Call',
};
/** Collections whose ids are also folders of other entries; moving them by hand is safer. */
const fixed: readonly Collection[] = ['topics', 'tracks', 'site', 'words', 'redirects'];

/** Says what is wrong and ends with 2. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const usage =
  'Cách dùng: npm run move -- <mã cũ> <mã mới> ["lý do"]\nVí dụ: npm run move -- tien/quet-ma tien/quet-ma-qr-de-tra-tien\nHai loại trùng mã thì ghi rõ loại: npm run move -- audiences:can-bo can-bo-nha-nuoc';
const [asked, to, reason = 'đổi tên'] = typed({}, { words: 3, usage }).positionals;
if (!asked || !to) refuse(usage);
const [kind, from] = asked.includes(':') ? (asked.split(':') as [string, string]) : [undefined, asked];
if (!/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/.test(to))
  refuse(`Mã mới “${to}” chưa đúng: chỉ dùng a–z không dấu, số, gạch ngang.`);
const { entries } = readContent(process.cwd());
const found = collectionNames.filter(
  (collection) =>
    (kind === undefined || collection === kind) && entries[collection].some((entry) => entry.id === from),
);
if (found.length === 0) {
  const like = nearest(
    from,
    collectionNames.flatMap((collection) => entries[collection].map((entry) => entry.id)),
  );
  refuse(`Không có mục nào mang mã “${asked}”.${like ? ` Có phải “${like}”?` : ''}`);
}
if (found.length > 1)
  refuse(
    `Mã “${from}” có ở nhiều nơi. Ghi rõ loại: ${found.map((collection) => `${collection}:${from}`).join(' hoặc ')}.`,
  );
const collection = found[0]!;
if (fixed.includes(collection)) refuse(`“${collection}” là khung của sổ tay, không đổi bằng lệnh này.`);
if (from.split('/').length !== to.split('/').length) refuse(`Mã mới phải cùng dạng với mã cũ (${from}).`);
const shape = collectionShapes[collection];
const fileOf = (id: string): string => `content/${shape.folder}/${id}${shape.body ? '.mdx' : '.yaml'}`;
if (existsSync(fileOf(to))) refuse(`Đã có ${fileOf(to)}; không ghi đè.`);

/** What moves: the entry, and with a plan its tasks, with a guide its easy-read version. */
const moved: { readonly collection: Collection; readonly from: string; readonly to: string }[] = [
  { collection, from, to },
];
if (collection === 'plans')
  for (const task of entries.tasks)
    if (task.id.startsWith(`${from}/`))
      moved.push({ collection: 'tasks', from: task.id, to: task.id.replace(from, to) });
if (collection === 'guides' || collection === 'market') {
  for (const entry of entries.easyRead)
    if (entry.data.guide === from && entry.id === from.split('/')[1] && to.split('/')[1] !== entry.id)
      moved.push({ collection: 'easyRead', from: entry.id, to: to.split('/')[1]! });
}

// References first, while every file still has its old name.
let mended = 0;
for (const collection of collectionNames) {
  for (const entry of entries[collection]) {
    const text = readFileSync(entry.file, 'utf8');
    const head = entry.file.endsWith('.mdx') ? text.slice(4, text.indexOf('\n---', 4)) : text;
    const start = entry.file.endsWith('.mdx') ? 4 : 0;
    const doc = parseDocument(head);
    const cuts: { at: number; end: number; to: string }[] = [];
    for (const reference of findReferences(collectionShapes[collection].schema, entry.data)) {
      const move = moved.find(
        (candidate) =>
          candidate.from === reference.id &&
          reference.targets.some((target) => target === candidate.collection),
      );
      const node = move && doc.getIn([...reference.path], true);
      if (move && isScalar(node) && node.range)
        cuts.push({ at: start + node.range[0], end: start + node.range[1], to: move.to });
    }
    let next = text;
    for (const cut of cuts.sort((a, b) => b.at - a.at))
      next = `${next.slice(0, cut.at)}${cut.to}${next.slice(cut.end)}`;
    for (const move of moved) {
      const names = mentioning[move.collection];
      if (names && entry.file.endsWith('.mdx')) {
        next = next.replace(
          new RegExp(`(<(?:${names})\\b[^>]*\\bids?=")([^"]*)"`, 'g'),
          (_, open: string, ids: string) =>
            `${open}${ids
              .split(/([,\s]+)/)
              .map((id) => (id === move.from ? move.to : id))
              .join('')}"`,
        );
      }
    }
    if (next !== text) {
      writeFileSync(entry.file, next);
      mended++;
    }
  }
}

for (const move of moved) {
  if (collection === 'plans' && move.collection === 'tasks') continue;
  const collectionShape = collectionShapes[move.collection];
  const extension = collectionShape.body ? '.mdx' : '.yaml';
  const target = `content/${collectionShape.folder}/${move.to}${extension}`;
  mkdirSync(dirname(target), { recursive: true });
  renameSync(`content/${collectionShape.folder}/${move.from}${extension}`, target);
}
if (collection === 'plans' && existsSync(`content/tasks/${from}`))
  renameSync(`content/tasks/${from}`, `content/tasks/${to}`);

const leading = moved.flatMap((move) => {
  const address = addresses[move.collection];
  return address ? [{ from: address(move.from), to: address(move.to) }] : [];
});
if (leading.length > 0) {
  const text = readFileSync('content/redirects.yaml', 'utf8');
  const list = (
    parseDocument(text).toJS() as { redirects: { from: string; to: string; date: string; reason: string }[] }
  ).redirects;
  const day = new Date().toISOString().slice(0, 10);
  const lines = [
    // Older redirects to an address that now moves go straight to the new one; a redirect from it would hide
    // the page.
    ...list
      .map((redirect) => ({
        ...redirect,
        to: leading.find((otherRedirect) => otherRedirect.from === redirect.to)?.to ?? redirect.to,
      }))
      .filter((item) => !leading.some((redirect) => redirect.to === item.from)),
    ...leading.map((redirect) => ({ ...redirect, date: day, reason })),
  ];
  const comments = text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => `${line}\n`)
    .join('');
  writeFileSync(
    'content/redirects.yaml',
    `${comments}redirects:\n${lines.map((line) => `  - ${JSON.stringify(line)}`).join('\n')}\n`,
  );
}
console.log(
  `Đã chuyển ${fileOf(from)} → ${fileOf(to)}; sửa ${mended} tệp nhắc tới nó; thêm ${leading.length} dòng dẫn từ địa chỉ cũ. Chạy npm run check để xem lại.`,
);
