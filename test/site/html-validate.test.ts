/**
 * Every finished page, redirects too, against html-validate; exceptions with their reasons stand in
 * `html-validate.config.ts`.
 */
import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';
import { describe, expect, test } from 'vitest';
import { exceptions, htmlValidateConfig } from '../html-validate.config.ts';
import { sitePages } from './dist.ts';
import { present } from '../present.ts';

const checker = new HtmlValidate(new StaticConfigLoader(htmlValidateConfig));
/** What is wrong with a page, one line each. */
async function faults(html: string, path: string): Promise<string[]> {
  const report = await checker.validateString(html, path);
  return report.results.flatMap((result) =>
    result.messages.map(
      (message) =>
        `${path}: ${message.ruleId}: ${message.message} [${message.selector ?? `${message.line}:${message.column}`}]`,
    ),
  );
}

describe('html-validate', () => {
  test('finds what it should: no text for a picture, no name for a field, a list of anything, a heading skipped', async () => {
    const found = await faults(
      '<!DOCTYPE html><html lang="vi"><head><title>x</title></head><body><main><h1>x</h1><img src="a.png"><input type="text"><ul><p>x</p></ul><h3>x</h3></main></body></html>',
      '/hong/',
    );
    expect(found.map((fault) => fault.split(': ')[1]).sort()).toEqual([
      'element-permitted-content',
      'heading-level',
      'input-missing-label',
      'wcag/h37',
    ]);
  });

  test('every page', async () => {
    const started = performance.now();
    const found: string[] = [];
    for (const page of sitePages) found.push(...(await faults(page.html, page.path)));
    console.log(
      `html-validate: ${sitePages.length} pages in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    expect(found).toEqual([]);
    expect(sitePages.length).toBeGreaterThan(400);
  }, 300_000);

  test('each exception is needed still', async () => {
    const strict = new HtmlValidate(
      new StaticConfigLoader({ root: true, extends: present(htmlValidateConfig.extends, 'extends') }),
    );
    const left = new Set(exceptions.map((exception) => exception.rule));
    for (const page of sitePages) {
      if (left.size === 0) break;
      for (const message of (await strict.validateString(page.html, page.path)).results.flatMap(
        (result) => result.messages,
      ))
        left.delete(message.ruleId);
    }
    expect([...left]).toEqual([]);
    for (const exception of exceptions) expect(exception.why.length, exception.rule).toBeGreaterThan(60);
  }, 300_000);
});
