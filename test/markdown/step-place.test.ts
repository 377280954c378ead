/**
 * Where a step happens: told by its drawn screen, its verb, its picture, its words; the gate refuses
 * what contradicts them.
 */
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/markdown/reader.ts';
import { contradicts, placeByWords, type StepPlace } from '../../src/markdown/step-place.ts';
import { present } from '../present.ts';

const step = (title: string, body: string) =>
  present(
    parseBody('x.mdx', `<Steps>\n\n<Step title="${title}">\n\n${body}\n\n</Step>\n\n</Steps>\n`, 'guide').tree
      .sections[0]?.steps[0],
    'the step',
  );
const screen = '<Screen title="Tin" buttons="Gửi" press="Gửi" />';

describe('where a step happens', () => {
  it.each<[StepPlace, string, string]>([
    ['screen', 'Hỏi trợ lý', screen],
    ['screen', 'Bấm nút gọi', 'Chờ chuông.'],
    ['talk', 'Hỏi tổ trưởng', 'Hỏi về ứng dụng mới.'],
    ['paper', 'Chép mã', 'Cất chỗ kín.'],
    ['hand', 'Lau ống kính', 'Bằng vải mềm.'],
    ['screen', 'Xem hình', '<Picture name="send" alt="Gửi" />'],
    ['paper', 'Cộng cả năm', 'Mở sổ ra.'],
    ['hand', 'Ngủ sớm', 'Mai làm tiếp.'],
  ])('%s: %s', (place, title, body) => {
    expect(placeByWords(step(title, body))).toBe(place);
  });
  it('an author may say it where words leave room', () => {
    expect(contradicts(step('Cộng cả năm', 'Bằng máy tính tay.'), 'paper')).toBe(false);
    expect(contradicts(step('Ghi ngày', 'Nói cho cả nhà biết.'), 'talk')).toBe(false);
  });
  it('but not against a drawn screen or a plain verb', () => {
    expect(contradicts(step('Hỏi trợ lý', screen), 'talk')).toBe(true);
    expect(contradicts(step('Bấm nút gọi', 'Ghi ra giấy.'), 'paper')).toBe(true);
    expect(contradicts(step('Lau ống kính', 'Bằng vải mềm.'), 'screen')).toBe(true);
  });
});
