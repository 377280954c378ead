/** Words of the interface that an edition says otherwise, laid over the handbook's, each on its line. */
import { isNode, isScalar } from 'yaml';
import { z } from 'zod';
import { defaultLanguage } from '../../domain/language.ts';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { ownWordsSchema } from '../../schemas/look.ts';
import { changeableWords } from './changeable-words.ts';
import { documentOf, lineAt } from './cut.ts';
import type { ViewFile } from './mount.ts';
import { otherPlaces } from './other-places.ts';

const wordsFile = `content/words/${defaultLanguage}.yaml`;

const gapsIn = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
/** Letters that a text may have: what stands around it was drawn for the handbook's. */
const most = (text: string): number => Math.max(Math.round(text.length * 1.4), text.length + 12);

/** What is the same in every edition: safety, money, and who stands behind the handbook. */
const same = /mật khẩu|(?<!\p{L})otp(?!\p{L})|chuyển tiền|chuyển khoản|lừa đảo|chính thức|cơ quan nhà nước/iu;

/** Why a word cannot stand in the place of another; undefined when it can. */
function whyNot(key: string, now: unknown, own: string, place: string): string | undefined {
  if (changeableWords[key] === undefined) return 'chữ này không nằm trong danh sách đổi được';
  if (typeof now !== 'string') return 'sổ tay không có chữ này';
  if (own !== own.normalize('NFC')) return 'dấu chưa ghép vào chữ (NFC)';
  if (own.trim() === '' || /[\n<>]/.test(own)) return 'viết một dòng chữ, không thẻ';
  if (gapsIn(own) !== gapsIn(now)) return `phải giữ đúng chỗ máy điền: ${gapsIn(now) || 'không có chỗ nào'}`;
  if (/\d{3}|https?:|www\./.test(own))
    return 'không ghi số điện thoại, địa chỉ trang ở đây; ghi vào contacts';
  const [kept] = same.exec(own) ?? [];
  if (kept !== undefined)
    return `nhắc “${kept}”: lời về an toàn, tiền bạc, về ai chịu trách nhiệm thì mọi bản như nhau`;
  if (/(?<![\p{L}\p{N}])\d+ (?:bài|kế hoạch|nhiệm vụ|buổi|nhóm|số)(?!\p{L})/u.test(own))
    return 'ghi một con số bằng tay; máy đếm lấy, chỗ nào có {n} thì giữ {n}';
  const [elsewhere] = otherPlaces(`---\n---\n${own}`, place);
  if (elsewhere) return `nhắc nơi khác: ${elsewhere.name}`;
  if (own.length > most(now)) return `dài ${own.length} chữ cái, nhiều nhất ${most(now)}`;
  return undefined;
}

/** The words that settings say otherwise. */
function wanted(settings: unknown): Readonly<Record<string, string>> {
  const found = z.object({ words: ownWordsSchema }).safeParse(settings);
  return found.success ? found.data.words : {};
}

/** Lays an edition's words over the handbook's in the view. Answers with those that cannot be. */
export function layWords(files: Map<string, ViewFile>, settings: Buffer, file: string): Problem[] {
  const under = files.get(wordsFile);
  const text = settings.toString('utf8');
  const document = documentOf(text);
  const own = Object.entries(wanted(document.toJS()));
  if (under === undefined || own.length === 0) return [];
  let laid = under.bytes.toString('utf8');
  const problems: Problem[] = [];
  for (const [key, value] of own) {
    const base = documentOf(laid);
    const node = base.getIn(key.split('.'), true);
    const why = whyNot(key, isScalar(node) ? node.value : undefined, value, String(document.get('place')));
    const range = isNode(node) ? node.range : undefined;
    if (why !== undefined)
      problems.push(
        problemAt(file, fault('own-word', { key, why }), {
          line: lineAt(document, text, ['words', key]),
          field: `words.${key}`,
        }),
      );
    else if (range) laid = laid.slice(0, range[0]) + JSON.stringify(value) + laid.slice(range[1]);
  }
  files.set(wordsFile, { ...under, bytes: Buffer.from(laid) });
  return problems;
}
