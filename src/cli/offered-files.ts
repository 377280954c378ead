/** Refuses a site that would offer files that are not there, or that were made of other words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { exportFolder, madeExport, partSlug } from '../books/made-exports.ts';
import { Refusal } from '../release/refusal.ts';
import { siteSchema } from '../schemas/edition.ts';

const listed = z.object({ downloads: siteSchema.shape.downloads });

/** Call on proven content. @throws Refusal `content` that names each form and the command that makes it */
export function requireOffered(root: string, inputs: string): void {
  const { downloads } = listed.parse(parse(readFileSync(join(root, 'content/edition.yaml'), 'utf8')));
  const faults = downloads.flatMap(({ form, ...part }) => {
    const made = madeExport(join(root, exportFolder), form, partSlug(part));
    if (made?.inputs === inputs) return [];
    const why = made === undefined ? 'chưa làm, hoặc thiếu tệp' : 'làm trước lần sửa cuối';
    return [`${form} (${partSlug(part)}): ${why}`];
  });
  if (faults.length === 0) return;
  throw new Refusal(
    'content',
    `content/edition.yaml ghi ở downloads những dạng mà ${exportFolder}/ chưa có bản mới:\n` +
      `${faults.join('\n')}\nLàm: npm run export -- downloads. Hoặc bỏ dòng ấy. (offered files are missing)`,
  );
}
