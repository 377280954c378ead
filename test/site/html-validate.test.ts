/**
 * Finished pages, redirects too, against html-validate; exceptions with their reasons stand in
 * `html-validate.config.ts`. Every day: each type of page, an eighth of the pages whose body an author wrote
 * (in a grammar that lets no HTML through), and a twenty-fourth of the others, which are drawn from fields by
 * the same few templates; in a whole run every page.
 */
import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';
import { describe, expect, test } from 'vitest';
import { exceptions, htmlValidateConfig } from '../html-validate.config.ts';
import { framedTypes, pageTypes, sheetTypes } from '../access/page-types.ts';
import { someOf } from '../whole.ts';
import { sitePages } from './dist.ts';
import { floor } from '../national/edition.ts';

const checker = new HtmlValidate(new StaticConfigLoader(htmlValidateConfig));
const ofType = new Set(Object.values({ ...pageTypes(), ...sheetTypes(), ...framedTypes() }));
const authored = /^\/(?:huong-dan|cho-so|de-doc)\/.|^\/ke-hoach\/[^/]+\/$|^\/tro-nang\//;
const others = sitePages.filter(({ path }) => !ofType.has(path));
const looked = [
  ...sitePages.filter(({ path }) => ofType.has(path)),
  ...someOf(
    others.filter(({ path }) => authored.test(path)),
    8,
    ({ html }) => html,
  ),
  ...someOf(
    others.filter(({ path }) => !authored.test(path)),
    24,
    ({ html }) => html,
  ),
];

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

  test('the pages', async () => {
    const started = performance.now();
    const found: string[] = [];
    for (const page of looked) found.push(...(await faults(page.html, page.path)));
    console.log(
      `html-validate: ${looked.length} of ${sitePages.length} pages in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    expect(found).toEqual([]);
    expect(looked.length).toBeGreaterThan(ofType.size);
  }, 300_000);

  test('each exception is needed still', async () => {
    const strict = new HtmlValidate(
      new StaticConfigLoader({
        root: true,
        rules: Object.fromEntries(exceptions.map(({ rule }) => [rule, 'error'])),
      }),
    );
    const left = new Set(exceptions.map((exception) => exception.rule));
    const types = sitePages.filter(({ path }) => ofType.has(path));
    for (const page of [...types, ...sitePages]) {
      if (left.size === 0) break;
      for (const message of (await strict.validateString(page.html, page.path)).results.flatMap(
        (result) => result.messages,
      ))
        left.delete(message.ruleId);
    }
    expect([...left]).toEqual([]);
    for (const exception of exceptions)
      expect(exception.why.length, exception.rule).toBeGreaterThan(floor(60));
  }, 300_000);
});
