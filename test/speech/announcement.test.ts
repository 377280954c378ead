/**
 * Loudspeaker and Zalo texts: of every guide within their limits, about the guide, and fit to be read aloud.
 */
import { describe, expect, test } from 'vitest';
import { longestLoudSentence, longestZalo, loudLimits, loudMinutes } from '../../src/domain/loud-limits.ts';
import { loudFaults, loudSentenceFaults, zaloFaults } from '../../src/gate/rules/announcement.ts';
import { syllables } from '../../src/vietnamese/sentences.ts';
import { isSyllable } from '../../src/vietnamese/syllable.ts';
import { splitTone } from '../../src/vietnamese/tone.ts';
import { cardinal } from '../../src/vietnamese/spoken/numbers.ts';
import { sayPhone } from '../../src/vietnamese/spoken/phones.ts';
import type { Guide } from '../../src/handbook/handbook.ts';
import { addressAll, announcement, lowerFirst } from '../../src/books/announcement.ts';
import { present } from '../present.ts';
import { plain } from '../../src/markdown/tree.ts';
import { realContent, realHandbook } from '../real.ts';
import { floor } from '../national/edition.ts';

const entries = realContent();
const handbook = realHandbook();
const all = handbook.guides.map((guide) => ({ guide, made: announcement(guide, handbook) }));
const text = (list: readonly string[]): string => list.join('\n');

describe('every guide and lesson', () => {
  test('is read aloud in about two minutes, in words only, in sentences of one breath, with the number said twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(floor(126));
    const counts = all.map(({ made }) => syllables(text(made.loudspeaker)));
    for (const { guide, made } of all)
      expect(
        loudFaults(made.loudspeaker, made.call).map((fault) => fault.message),
        `${guide.data.number}`,
      ).toEqual([]);
    console.log(
      `loudspeaker texts: ${all.length}, ${Math.min(...counts)}–${Math.max(...counts)} syllables, ${loudMinutes(Math.min(...counts))}–${loudMinutes(Math.max(...counts))} minutes; Zalo ${Math.min(...all.map((spoken) => [...spoken.made.zalo].length))}–${Math.max(...all.map((spoken) => [...spoken.made.zalo].length))} letters`,
    );
  });

  test('says the number of the guide and the name of the book twice, and greets before it speaks', () => {
    for (const { guide, made } of all) {
      const said = `số ${cardinal(guide.data.number)}`;
      const last = present(made.loudspeaker.at(-1), 'an item of loudspeaker');
      expect(last.split(said).length - 1, `${guide.data.number}`).toBe(2);
      expect(last.split(handbook.site.name).length - 1).toBeGreaterThanOrEqual(2);
      expect(made.loudspeaker[0]).toMatch(/^(?:Kính thưa|Các bạn|Anh chị em) [^.]+\./);
      expect(last).toMatch(/Xin cảm ơn/);
    }
  });

  test('says the numbers that the guide gives, by the digits', () => {
    let numbers = 0;
    for (const { guide, made } of all) {
      const ids =
        guide.announcement?.call !== undefined
          ? [guide.announcement.call]
          : guide.tree.sections.flatMap((section) => section.contacts);
      const first = ids
        .map(
          (id) =>
            present(
              handbook.directory.find((contact) => contact.id === id),
              'one of the directory',
            ).data.number,
        )
        .find((number) => number !== undefined);
      if (first === undefined) continue;
      numbers++;
      expect(made.call).toBe(sayPhone(first));
      expect(
        text(made.loudspeaker).split(made.call).length - 1,
        `${guide.data.number}`,
      ).toBeGreaterThanOrEqual(2);
    }
    expect(numbers).toBeGreaterThan(floor(40));
  });

  test('made from steps, it tells every step of the first part in order', () => {
    let steps = 0;
    for (const { guide, made } of all.filter((spoken) => !spoken.made.byHand.loudspeaker)) {
      const spoken = text(made.loudspeaker).toLowerCase();
      const first = present(
        guide.tree.sections.find((section) => section.kind === 'steps'),
        'one of sections',
      );
      let at = 0;
      for (const step of first.steps) {
        // Words that are written by ear cannot be looked for; two Vietnamese words in a row can.
        const words = step.title
          .slice(1)
          .split(/[^\p{L}]+/u)
          .slice(1);
        const at2 = words.findIndex(
          (word, index) =>
            [word, words[index + 1] ?? ''].every(
              (otherWord) =>
                otherWord === otherWord.toLowerCase() &&
                otherWord !== 'bạn' &&
                isSyllable(splitTone(otherWord).plain, splitTone(otherWord).tone),
            ) && step.title.includes(`${word} ${words[index + 1]}`),
        );
        const plain = at2 < 0 ? undefined : `${words[at2]} ${words[at2 + 1]}`;
        if (plain === undefined) continue;
        const found = spoken.indexOf(plain, at);
        expect(found, `${guide.data.number}: “${plain}” of “${step.title}”`).toBeGreaterThanOrEqual(0);
        at = found;
        steps++;
      }
    }
    expect(steps).toBeGreaterThan(floor(500));
  });

  test('what a leg of a card costs does not keep out how it is done', () => {
    let both = 0;
    for (const { id, data } of entries.events) {
      const card = present(
        all.find(({ guide }) => guide.id === id),
        'the card among the texts',
      );
      const said = text(card.made.loudspeaker).toLowerCase();
      for (const { cost, how } of data.road) {
        const [first = ''] = how.split(/[.,?]/u);
        if (typeof cost !== 'string' || !said.includes('tiền: ') || /[<“”{]/u.test(first)) continue;
        if (said.includes(first.toLowerCase())) both++;
      }
    }
    expect(both).toBeGreaterThan(floor(20));
  });

  test('has a Zalo text that a phone shows whole, with its address and its number', () => {
    for (const { guide, made } of all) {
      expect(zaloFaults(made.zalo)).toEqual([]);
      expect([...made.zalo].length).toBeGreaterThan(floor(150));
      expect(made.zalo).toContain(`https://${new URL(handbook.site.url).host}/${guide.data.number}/`);
      expect(made.zalo.split('\n')[0]).toContain(`bài số ${guide.data.number}`);
      expect(made.zalo).not.toMatch(/undefined|\{|\}/);
    }
  });

  test('what is to be kept before something is taken away is said before it', () => {
    // Of a step that tells both: keep a photo, a copy, a proof first, then delete, leave or remove.
    const keep = /chụp lại|chụp màn hình|chụp tên|sao lưu|cất ảnh|cất quý|chép ra/iu;
    const takeAway = /xóa|gỡ|rời nhóm|rời khỏi nhóm|chặn|cập nhật|tải về và cài/iu;
    let steps = 0;
    const lost: string[] = [];
    for (const { guide, made } of all)
      for (const { steps: list } of guide.tree.sections)
        for (const { title, blocks } of list) {
          const words = blocks.map((block) => (block.kind === 'paragraph' ? plain(block.inlines) : ''));
          if (!takeAway.test(title) || !keep.test([title, ...words].join(' '))) continue;
          steps++;
          for (const said of [text(made.loudspeaker), made.zalo]) {
            const taken = said.toLowerCase().indexOf(title.toLowerCase().slice(-12));
            if (taken >= 0 && !keep.test(said.slice(0, taken + 12)))
              lost.push(`${guide.data.number}: ${title}`);
          }
        }
    expect(lost).toEqual([]);
    expect(steps).toBeGreaterThan(4);
  });

  test('a Zalo text gives numbers as one dials them, and says what it leaves out', () => {
    let leftOut = 0;
    for (const { guide, made } of all) {
      expect(made.zalo, `${guide.data.number}`).not.toMatch(
        /(?<!\p{L})số (?:(?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín) ){2}/u,
      );
      if (made.byHand.zalo || made.zalo.includes('… còn')) continue;
      const parts = guide.tree.sections.filter(({ kind }) => kind === 'steps');
      const firsts = parts.map(({ steps }) => steps[0]?.title ?? '').filter((title) => !/bạn/iu.test(title));
      if (parts.length < 2 || firsts.every((title) => made.zalo.includes(title))) continue;
      leftOut++;
      expect(made.zalo, `${guide.data.number}`).toContain('Trong bài còn phần');
      expect(made.zalo, `${guide.data.number}`).not.toMatch(/phần thứ|phần đúng/u);
    }
    expect(leftOut).toBeGreaterThan(4);
  });

  test('a place to press is not lost beside a link, nor taken for a place on the page', () => {
    const said = (number: number): string =>
      text(
        present(
          all.find(({ guide }) => guide.data.number === number),
          'the guide',
        ).made.loudspeaker,
      );
    expect(said(81)).toContain('Mục này thường nằm trong phần cài đặt');
    expect(said(153)).toContain('Mở phần riêng tư');
    expect(said(60)).toContain('Không cho mượn, cho thuê, bán tài khoản.');
    expect(said(46)).toContain('dịch vụ công viết liền');
    for (const { guide, made } of all) {
      expect(text(made.loudspeaker), `${guide.data.number}`).not.toMatch(
        /\uE000|danh bạ: (?:ngân hàng|nhà mạng)/u,
      );
      expect(made.zalo, `${guide.data.number}`).not.toMatch(/\uE000/u);
    }
    expect(addressAll('Gọi bạn cùng phòng của họ.', 'bà con')).toBe('Gọi bạn cùng phòng của họ.');
    expect(addressAll('Yêu cầu ký số thì bạn mới cần.', 'bà con')).toBe('Yêu cầu ký số thì bà con mới cần.');
    expect(addressAll('Thêm bạn mới vào nhóm.', 'bà con')).toBe('Thêm bạn mới vào nhóm.');
  });

  test('author’s own words stand in both texts, and there are some', () => {
    const own = all.filter((spoken) => spoken.guide.announcement);
    expect(own.map((spoken) => spoken.guide.data.number)).toEqual(expect.arrayContaining([80, 83, 84, 405]));
    const eighty = present(
      own.find((spoken) => spoken.guide.data.number === 80),
      'one of own',
    ).made;
    expect(eighty.byHand).toEqual({ loudspeaker: true, zalo: true });
    expect(text(eighty.loudspeaker)).toContain('Tôi xin nhắc lại ba việc.');
    expect(eighty.zalo).toContain('1. Dừng lại, cúp máy');
    expect(all.filter((spoken) => !spoken.made.byHand.loudspeaker).length).toBeGreaterThan(floor(100));
  });
});

test('the same guide gives the same words; other steps give other words', () => {
  const guide = present(
    handbook.guides.find((candidate) => candidate.data.number === 3),
    'one of guides',
  );
  const again = (otherGuide: Guide) => announcement({ ...otherGuide }, handbook);
  expect(again(guide)).toEqual(announcement(guide, handbook));
  const first = present(
    guide.tree.sections.find((section) => section.kind === 'steps'),
    'one of sections',
  );
  const other = {
    ...guide,
    tree: {
      ...guide.tree,
      sections: guide.tree.sections.map((section) =>
        section === first
          ? { ...section, steps: section.steps.map((step) => ({ ...step, title: 'Nhìn quanh nhà' })) }
          : section,
      ),
    },
  };
  expect(text(announcement(other, handbook).loudspeaker)).toContain('nhìn quanh nhà');
});

describe('one reader becomes all listeners', () => {
  test.each([
    ['Bạn mở máy. Bạn chọn tên.', 'Bà con mở máy. Bà con chọn tên.'],
    ['Máy của bạn tự nối.', 'Máy của bà con tự nối.'],
    ['Rủ bạn bè cùng học, kết bạn trên Zalo.', 'Rủ bạn bè cùng học, kết bạn trên Zalo.'],
    ['Hãy nói: “Bạn là ai?”', 'Hãy nói: “Bạn là ai?”'],
    ['Gọi một người bạn thân.', 'Gọi một người bạn thân.'],
  ])('%s', (one, everybody) => expect(addressAll(one, 'bà con')).toBe(everybody));
  test.each([
    ['Mở máy', 'mở máy'],
    ['VNeID là gì', 'VNeID là gì'],
    ['Zalo của mình', 'Zalo của mình'],
    ['Wi-Fi ở nhà', 'Wi-Fi ở nhà'],
    ['iPhone', 'iPhone'],
    ['Đặt mật khẩu', 'đặt mật khẩu'],
  ])('inside a sentence: %s', (a, b) => expect(lowerFirst(a)).toBe(b));
});

describe('faults', () => {
  const long = (length: number): string => `${Array.from({ length }, () => 'rau').join(' ')}.`;
  const good = [...Array.from({ length: 15 }, () => long(20)), 'Gọi số một một ba. Nhắc lại, số một một ba.'];
  const rules = (list: readonly string[]): string[] =>
    loudFaults(list, 'một một ba').map((fault) => fault.rule);
  test('a good text has none', () => expect(rules(good)).toEqual([]));
  test.each([
    ['loud-sentence', [...good, long(longestLoudSentence + 1)]],
    ['loud-digits', [...good, 'Bài 83.']],
    ['loud-short', [...good, 'Mã OTP.']],
    ['loud-length', good.slice(8)],
    ['loud-length', [...good, ...good]],
    ['loud-call', [...good.slice(0, -1), 'Gọi số một một ba.', long(20)]],
    ['loud-address', [...good, 'Xem ở so-tay.vn nhé.']],
    ['loud-sign', [...good, 'Rau & quả.']],
  ])('%s', (rule, list) => expect(rules(list)).toContain(rule));
  test('at the very limits it is still good', () => {
    expect(loudSentenceFaults([long(longestLoudSentence)])).toEqual([]);
    expect(zaloFaults('ệ'.repeat(longestZalo))).toEqual([]);
    expect(zaloFaults('ệ'.repeat(longestZalo + 1)).map((fault) => fault.rule)).toEqual(['zalo-length']);
    expect(loudLimits).toEqual({ fewest: 255, aim: 340, most: 425 });
  });
});
