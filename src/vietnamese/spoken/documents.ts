/** Numbers of official documents: `69/2024/NĐ-CP`, `57-NQ/TW`, `51/2010/QH12`. Pure. */
import type { Held } from './held.ts';
import { spell } from './letters.ts';
import { cardinal, digitByDigit } from './numbers.ts';

const kinds: Readonly<Record<string, string>> = {
  NĐ: 'nghị định',
  NQ: 'nghị quyết',
  QĐ: 'quyết định',
  TT: 'thông tư',
  CT: 'chỉ thị',
  KH: 'kế hoạch',
  CV: 'công văn',
  TB: 'thông báo',
  BC: 'báo cáo',
  HD: 'hướng dẫn',
  CĐ: 'công điện',
  KL: 'kết luận',
  TTLT: 'thông tư liên tịch',
  VBHN: 'văn bản hợp nhất',
  CTr: 'chương trình',
  QC: 'quy chế',
  ĐA: 'đề án',
};

const issuers: Readonly<Record<string, string>> = {
  CP: 'Chính phủ',
  TTg: 'Thủ tướng Chính phủ',
  TW: 'Trung ương',
  VPCP: 'Văn phòng Chính phủ',
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  UBTVQH: 'Ủy ban Thường vụ Quốc hội',
  BCA: 'Bộ Công an',
  BTC: 'Bộ Tài chính',
  BNV: 'Bộ Nội vụ',
  BYT: 'Bộ Y tế',
  BCT: 'Bộ Công Thương',
  BQP: 'Bộ Quốc phòng',
  BTTTT: 'Bộ Thông tin và Truyền thông',
  BKHCN: 'Bộ Khoa học và Công nghệ',
  BGDĐT: 'Bộ Giáo dục và Đào tạo',
  BLĐTBXH: 'Bộ Lao động, Thương binh và Xã hội',
  BTP: 'Bộ Tư pháp',
  BXD: 'Bộ Xây dựng',
  BNNMT: 'Bộ Nông nghiệp và Môi trường',
  BVHTTDL: 'Bộ Văn hóa, Thể thao và Du lịch',
  NHNN: 'Ngân hàng Nhà nước',
  BHXH: 'Bảo hiểm xã hội',
  TLĐ: 'Tổng Liên đoàn',
  TWĐTN: 'Trung ương Đoàn Thanh niên',
  BCĐ: 'Ban Chỉ đạo',
  BCĐTW: 'Ban Chỉ đạo Trung ương',
  CĐSQG: 'Cục Chuyển đổi số quốc gia',
  SKHCN: 'Sở Khoa học và Công nghệ',
  SGDĐT: 'Sở Giáo dục và Đào tạo',
  STTTT: 'Sở Thông tin và Truyền thông',
};

const name = '[A-ZĐ][A-ZĐa-z]*\\d{0,2}';
const numbered = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(\\d{1,5})(?:/((?:19|20)\\d\\d))?[/-](${name}(?:[-&/–]${name})*)(?![\\p{L}\\p{N}])`,
  'gu',
);

function part(code: string): string {
  const assembly = /^(QH|UBTVQH)(\d{1,2})$/.exec(code);
  if (assembly)
    return `${assembly[1] === 'QH' ? 'Quốc hội' : issuers.UBTVQH} khóa ${cardinal(assembly[2] ?? '')}`;
  const digits = /\d+$/.exec(code)?.[0];
  const letters = digits === undefined ? code : code.slice(0, -digits.length);
  return `${issuers[letters] ?? (letters === letters.toUpperCase() ? spell(letters) : letters)}${digits === undefined ? '' : ` ${cardinal(digits)}`}`;
}

/**
 * Says what a document number means: its number, year, kind and issuer. The kind is not said twice when it
 * stands just before (`Nghị định 69/2024/NĐ-CP`). A number that has neither a year nor a known kind or issuer
 * is left to other rules.
 */
export function sayDocuments(text: string, held: Held): string {
  return text.replace(
    numbered,
    (all: string, number: string, year: string | undefined, suffix: string, at: number) => {
      const codes = suffix.split(/[-&/–]/);
      const known = codes.some(
        (code) => Object.hasOwn(kinds, code) || Object.hasOwn(issuers, code) || /^(?:QH|UBTVQH)\d/.test(code),
      );
      if (!known && (year === undefined || codes.some((code) => !/^[A-ZĐ]+$/.test(code)))) return all;
      const before = text.slice(0, at).toLowerCase();
      const kind = kinds[codes[0] ?? ''];
      const spokenKind =
        kind !== undefined && !new RegExp(`${kind}(?:\\s+số)?\\s*$`, 'u').test(before) ? `${kind} số ` : '';
      const rest = codes.slice(kind === undefined ? 0 : 1).map(part);
      const count = number.startsWith('0') && number.length > 1 ? digitByDigit(number) : cardinal(number);
      return held.put(
        `${spokenKind}${count}${year === undefined ? '' : ` năm ${cardinal(year)}`}${rest.length > 0 ? ` của ${rest.join(', ')}` : ''}`,
      );
    },
  );
}
