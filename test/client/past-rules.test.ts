/** The line at a step that doubts a rule: by the reader's clock, and only from the day after its last one. */
import { JSDOM } from 'jsdom';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The page on a day, after the script has run. */
async function pageOn(day: string): Promise<Element> {
  const doubt = 'data-until="2026-12-31" data-past="Quy định này có thể đã đổi, hỏi thuế cơ sở."';
  const { window } = new JSDOM(`<p class="quiet" ${doubt}>Đúng tới ngày 31/12/2026.</p>`);
  vi.stubGlobal('document', window.document);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date(`${day}T12:00:00`));
  await import('../../src/client/past-rules.ts');
  const [line] = window.document.querySelectorAll('p');
  if (!line) throw new Error('no line');
  return line;
}

test.each(['2026-11-29', '2026-12-31'])('on %s the line says until when the rule is right', async (day) => {
  const line = await pageOn(day);
  expect(line.textContent).toBe('Đúng tới ngày 31/12/2026.');
  expect(line.className).toBe('quiet');
});

test.each(['2027-01-01', '2028-02-29'])('on %s it says that the rule may have changed', async (day) => {
  const line = await pageOn(day);
  expect(line.textContent).toBe('Quy định này có thể đã đổi, hỏi thuế cơ sở.');
  expect(line.className).toBe('');
});
