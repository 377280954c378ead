/** What a loudspeaker text and a Zalo text must hold. Pure. */
import { syllables } from '../../vietnamese/sentences.ts';

/**
 * Syllables a minute over a commune loudspeaker. Readers of Vietnamese were measured at 5.25 syllables a second in a quiet room (Coupé et al.,
 * Science Advances, 2019); hosts of talks at 3.7 to 5.5. Out of doors every word comes back from the walls, and each sentence needs a rest:
 * a little more than half of the quiet room, 2.8 a second.
 */
export const syllablesPerMinute = 170;

/** About two minutes: between one and a half and two and a half. In syllables. `aim` is two minutes. */
export const loudLimits = {
  fewest: syllablesPerMinute * 1.5,
  aim: syllablesPerMinute * 2,
  most: syllablesPerMinute * 2.5,
} as const;

/** Longest sentence in syllables: what an announcer reads on one breath. */
export const longestLoudSentence = 28;

/** Longest Zalo text in letters (code points), so that a phone shows it without "xem thêm". */
export const longestZalo = 500;

/** Minutes it takes to read aloud, to the half minute. */
export const loudMinutes = (count: number): number => Math.round((count / syllablesPerMinute) * 2) / 2;

/** A fault in an announcement: what is wrong and what to do, in Vietnamese, and a short English hint. */
export interface AnnouncementFault {
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  readonly hint: string;
}

/** What is written to be heard has no short forms, so a stop is a stop: “vụ số.” ends a sentence here. */
const breaths = (text: string): string[] => text.split(/(?<=[.!?…]["”’)]*)\s+/u);

/** Faults of sentences that will be read aloud, whatever their number. */
export function loudSentenceFaults(list: readonly string[]): AnnouncementFault[] {
  return list.flatMap((text): AnnouncementFault[] => {
    const faults: AnnouncementFault[] = [];
    const short = `“${text.slice(0, 50)}${text.length > 50 ? '…' : ''}”`;
    for (const one of breaths(text)) {
      const count = syllables(one);
      if (count > longestLoudSentence)
        faults.push({
          rule: 'loud-sentence',
          message: `Câu đọc loa dài ${count} tiếng: “${one.slice(0, 50)}…”.`,
          fix: `tách thành câu không quá ${longestLoudSentence} tiếng`,
          hint: 'sentence too long to be read aloud',
        });
    }
    if (/https?:|www\.|\p{L}\.(?:vn|com|net|org|example)\b|@/iu.test(text))
      faults.push({
        rule: 'loud-address',
        message: `Lời loa ${short} có địa chỉ mạng.`,
        fix: 'nghe không chép kịp: bỏ địa chỉ, nói “mở Sổ tay số, gõ số …”',
        hint: 'no addresses over the loudspeaker',
      });
    else if (/[^\p{L}\p{M}\p{N}\s.,;:!?…“”"'’()–-]/u.test(text))
      faults.push({
        rule: 'loud-sign',
        message: `Lời loa ${short} có ký hiệu không đọc được thành tiếng.`,
        fix: 'viết bằng chữ',
        hint: 'sign that cannot be read aloud',
      });
    return faults;
  });
}

/** Faults of a whole text as it is read: words only, two minutes, the number to call said twice. `call` is how the number or the place is said. */
export function loudFaults(list: readonly string[], call: string): AnnouncementFault[] {
  const faults = loudSentenceFaults(list);
  const all = list.join(' ');
  const digits = /\d+/.exec(all);
  if (digits)
    faults.push({
      rule: 'loud-digits',
      message: `Lời loa còn số viết bằng chữ số: ${digits[0]}.`,
      fix: 'viết số bằng chữ',
      hint: 'digits in loudspeaker text',
    });
  const short = /(?<!\p{L})\p{Lu}{2,}(?!\p{Ll})/u.exec(all);
  if (short)
    faults.push({
      rule: 'loud-short',
      message: `Lời loa còn chữ viết tắt: ${short[0]}.`,
      fix: 'viết đủ chữ, hoặc thêm cách đọc vào content/terms',
      hint: 'abbreviation in loudspeaker text',
    });
  const count = syllables(all);
  if (count < loudLimits.fewest || count > loudLimits.most)
    faults.push({
      rule: 'loud-length',
      message: `Lời loa dài ${count} tiếng; phải từ ${loudLimits.fewest} đến ${loudLimits.most} tiếng (khoảng hai phút).`,
      fix: count < loudLimits.fewest ? 'thêm câu' : 'bớt câu',
      hint: 'loudspeaker text is not about two minutes long',
    });
  if (all.toLowerCase().split(call.toLowerCase()).length < 3)
    faults.push({
      rule: 'loud-call',
      message: `Lời loa chưa nói hai lần nơi để gọi: “${call}”.`,
      fix: 'nói số điện thoại hai lần',
      hint: 'hotline must be said twice',
    });
  return faults;
}

/** Faults of a Zalo text. */
export function zaloFaults(text: string): AnnouncementFault[] {
  const length = [...text].length;
  return length > longestZalo
    ? [
        {
          rule: 'zalo-length',
          message: `Tin Zalo dài ${length} chữ cái; tối đa ${longestZalo}.`,
          fix: 'viết ngắn lại',
          hint: 'Zalo text too long',
        },
      ]
    : [];
}
