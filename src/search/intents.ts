/** What kind of section a question asks for, by its form. */
import type { PassageKind } from './format.ts';

const forms: readonly (readonly [RegExp, PassageKind])[] = [
  [
    /\b(can (mang|co|chuan bi|giay to|nhung|gi)|giay to gi|chuan bi (gi|nhung)|mang theo (gi|nhung))\b/,
    'needs',
  ],
  [
    /\b(goi (so nao|ai|dau|cho ai)|bao (ai|cho ai|o dau)|so nao|tong dai|hotline|lien he ai|hoi ai)\b/,
    'call',
  ],
  [
    /\b(co phai (la )?lua|lua dao (khong|hay)|lua khong|dau hieu|nhan (biet|ra)|that hay gia|that khong|co that)\b/,
    'scam-signs',
  ],
  [
    /\b(khong (nhan|thay|mo|vao|len|duoc|hien|chay|nghe|gui|tim|bat|doc|quet|co tieng|dang nhap)|bi loi|bao loi|tai sao|vi sao|sao (lai|khong|ma)|mai khong|hong|bi treo|bi khoa|van (chua|khong))\b/,
    'trouble',
  ],
  [/\b(co an toan|an toan khong|co sao khong|nguy hiem|co nen|can tranh|de phong)\b/, 'safety'],
  [/\b(tap thu|luyen|bai tap|thuc hanh)\b/, 'practice'],
  [/\b(day (ong|ba|nguoi|cho|bac)|huong dan (nguoi|ba con|ong))\b/, 'helper'],
  [/\b(lam (sao|the nao|cach nao)|cach|the nao|cac buoc|huong dan|bang cach)\b/, 'steps'],
];

/**
 * The kind of section a question asks for; undefined when its form does not say. Syllables without marks in.
 */
export function intentOf(folded: readonly string[]): PassageKind | undefined {
  const text = folded.join(' ');
  return forms.find(([form]) => form.test(text))?.[1];
}
