/** How written forms that Vietnamese letters do not tell are said: abbreviations, foreign names. Pure. */
import { pronounceable } from './letters.ts';

/** A written form and how it sounds. */
export interface Saying {
  readonly written: string;
  readonly spoken: string;
}

/** What `spoken()` needs to know beyond numbers. */
export interface Lexicon {
  readonly pattern: RegExp;
  /** By exact spelling, then by lower-case spelling. */
  find(written: string): string | undefined;
  /** Single words in lower case, for addresses. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Said everywhere, so the glossary does not explain them. The glossary wins where it has the same word.
 * Readings follow the glossary's way: Vietnamese syllables, letters by their Vietnamese names.
 */
const everyday: readonly (readonly [string, string])[] = [
  ['TP. HCM', 'Thành phố Hồ Chí Minh'],
  ['TP.HCM', 'Thành phố Hồ Chí Minh'],
  ['TPHCM', 'Thành phố Hồ Chí Minh'],
  ['TP.', 'thành phố'],
  ['TP', 'thành phố'],
  ['v.v.', 'vân vân'],
  ['v.v', 'vân vân'],
  ['ThS.', 'thạc sĩ'],
  ['PGS.TS.', 'phó giáo sư, tiến sĩ'],
  ['PGS.', 'phó giáo sư'],
  ['GS.', 'giáo sư'],
  ['TS.', 'tiến sĩ'],
  ['BS.', 'bác sĩ'],
  ['VD:', 'ví dụ:'],
  ['SĐT', 'số điện thoại'],
  ['ĐT', 'điện thoại'],
  ['HĐND', 'hội đồng nhân dân'],
  ['UBND', 'ủy ban nhân dân'],
  ['MTTQ', 'mặt trận tổ quốc'],
  ['CCCD', 'căn cước công dân'],
  ['CMND', 'chứng minh nhân dân'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['BHYT', 'bảo hiểm y tế'],
  ['BHTN', 'bảo hiểm thất nghiệp'],
  ['GPLX', 'giấy phép lái xe'],
  ['THCS', 'trung học cơ sở'],
  ['THPT', 'trung học phổ thông'],
  ['HTX', 'hợp tác xã'],
  ['TMĐT', 'thương mại điện tử'],
  ['CNTT', 'công nghệ thông tin'],
  ['CĐS', 'chuyển đổi số'],
  ['TTHC', 'thủ tục hành chính'],
  ['CSDL', 'cơ sở dữ liệu'],
  ['KH&CN', 'khoa học và công nghệ'],
  ['GD&ĐT', 'giáo dục và đào tạo'],
  ['PCCC', 'phòng cháy chữa cháy'],
  ['NHNN', 'ngân hàng nhà nước'],
  ['QR', 'quy rờ'],
  ['SMS', 'ét em ét'],
  ['APK', 'a pê ca'],
  ['ID', 'ai đi'],
  ['OK', 'ô kê'],
  ['CC BY', 'xê xê bai'],
  ['GB', 'gi ga bai'],
  ['MB', 'mê ga bai'],
  ['iOS', 'ai ô ét'],
  ['Google', 'gu gồ'],
  ['Gmail', 'gờ meo'],
  ['YouTube', 'diu túp'],
  ['TikTok', 'tích tóc'],
  ['Messenger', 'mét sen giơ'],
  ['Viber', 'vai bơ'],
  ['Chrome', 'crôm'],
  ['Windows', 'uyn đâu'],
  ['Samsung', 'xam xung'],
  ['Apple', 'áp bồ'],
  ['Face ID', 'phây ai đi'],
  ['Touch ID', 'tắch ai đi'],
  ['Word', 'guột'],
  ['Excel', 'ếch xeo'],
  ['wifi', 'oai phai'],
  ['website', 'oép sai'],
  ['web', 'oép'],
  ['video', 'vi đê ô'],
  ['email', 'i meo'],
  ['online', 'on lai'],
  ['app', 'áp'],
  ['link', 'linh'],
  ['chip', 'chíp'],
  ['file', 'phai'],
  ['shop', 'sóp'],
  ['clip', 'cờ líp'],
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** `AI` is not the word `ai`: capitals that could be a Vietnamese word count only as capitals. */
const capitalsOnly = (written: string): boolean =>
  written === written.toUpperCase() && pronounceable(written);

/**
 * Joins the glossary's sayings with the everyday ones. A saying that only repeats its word, or that holds
 * another written form of the list and so could be read twice, changes nothing in the second reading:
 * `spoken()` puts words aside at once.
 */
export function lexicon(sayings: readonly Saying[]): Lexicon {
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { written, spoken } of [
    ...everyday.map(([word, otherSpoken]) => ({ written: word, spoken: otherSpoken })),
    ...sayings,
  ]) {
    const cleanWritten = written.normalize('NFC').trim();
    const cleanSpoken = spoken.normalize('NFC').trim();
    if (cleanWritten === '' || cleanWritten.toLowerCase() === cleanSpoken.toLowerCase()) continue;
    if (capitalsOnly(cleanWritten)) exact.set(cleanWritten, cleanSpoken);
    else loose.set(cleanWritten.toLowerCase(), cleanSpoken);
    if (!/[\s\d]/.test(cleanWritten)) names.set(cleanWritten.toLowerCase(), cleanSpoken);
  }
  const all = [...exact.keys(), ...loose.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => escape(word).replaceAll(' ', '\\s+'));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${all.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu'),
    find: (written) => {
      const cleanWritten = written.replace(/\s+/g, ' ');
      return exact.get(cleanWritten) ?? loose.get(cleanWritten.toLowerCase());
    },
    names,
  };
}
