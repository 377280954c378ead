/**
 * Drills as they are heard without a script, state after state: what a blind reader gets of three of them, a
 * call, keys to type with, a conversation.
 */
import { describe, expect, test } from 'vitest';
import { present } from '../present.ts';
import { realPages } from './dist.ts';
import { heard } from './heard.ts';
import { realContent } from '../real.ts';

const { drills } = realContent();

describe.each(['goi-113', 'go-telex', 'khach-doi-hang'])('%s', (id) => {
  test('each press is heard by its name, each explanation in full, and that nothing is real', async () => {
    const { data } = present(
      drills.find((drill) => drill.id === id),
      'drill',
    );
    const page = present(
      realPages.find(({ path }) => path === `/tap/${id}/`),
      'page of the drill',
    );
    const phrases = await heard(page.html, 'header, footer, nav');
    const all = phrases.join('\n');
    for (const state of data.states) {
      expect(all).toContain(state.title);
      for (const { text, types, fine, danger } of state.press) {
        const name = text ?? types ?? '';
        expect(
          phrases.filter((phrase) => phrase.startsWith('link, ') && phrase.includes(name)).length,
          `${state.id}: ${name}`,
        ).toBeGreaterThanOrEqual(1);
        expect(all).toContain(fine ?? danger ?? '');
      }
      if (state.heard) expect(all).toContain(state.heard.says);
    }
    const sham = phrases.filter((phrase) => phrase.includes('Màn hình tập, không phải ứng dụng thật'));
    const drawn = data.states.filter(({ screen }) => screen !== undefined).length;
    expect(sham.length).toBeGreaterThan(drawn);
    await expect(`${all}\n`).toMatchFileSnapshot(`./phrases/drill-${id}.txt`);
  });
});
