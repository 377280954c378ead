/** The policy in the page: names what is needed and nothing else. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { earlyScriptHash } from '../../src/modes/early-script.ts';
import { joinPolicies, parsePolicy, policyText } from '../../src/policy/directives.ts';
import { hashSource } from '../../src/policy/hash.ts';
import { pagePolicy, trustedName } from '../../src/policy/page-policy.ts';

const of = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('page policy', () => {
  test('a page that only reads: its style, its early script, files of this site', () => {
    const directives = parsePolicy(pagePolicy({ styles: ['a{}', 'b{}', 'a{}'] }));
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': ["'none'"],
      'style-src': [of('a{}'), of('b{}')],
      'img-src': ["'self'"],
      'font-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'script-src': ["'self'", earlyScriptHash],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': [trustedName],
    });
  });
  test('fetching and compiled code are asked for by name', () => {
    expect(pagePolicy({})).not.toMatch(/connect-src|wasm|worker-src|style-src/);
    expect(parsePolicy(pagePolicy({ fetches: true })).get('connect-src')).toEqual(["'self'"]);
    expect(pagePolicy({ fetches: true })).not.toContain('media-src');
    expect(parsePolicy(pagePolicy({ sounds: true })).get('media-src')).toEqual(["'self'"]);
    expect(pagePolicy({ fetches: true, compiled: true })).not.toContain('frame-src');
    expect(parsePolicy(pagePolicy({ frames: true })).get('frame-src')).toEqual(["'self'"]);
    const search = parsePolicy(pagePolicy({ compiled: true }));
    expect(search.get('script-src')).toContain("'wasm-unsafe-eval'");
    expect(search.get('connect-src')).toEqual(["'self'"]);
    expect(search.get('worker-src')).toEqual(["'self'"]);
  });
  test('a page without scripts has none, and no policy may be made on it', () => {
    const still = parsePolicy(pagePolicy({ styles: ['a{}'], scripts: false, early: false }));
    expect(still.has('script-src')).toBe(false);
    expect(still.get('trusted-types')).toEqual(["'none'"]);
    expect(parsePolicy(pagePolicy({ scripts: false })).get('script-src')).toEqual([earlyScriptHash]);
  });
  test.each([{}, { fetches: true, compiled: true }, { styles: ['x'], scripts: false }])(
    '%j: nothing unsafe, no other place',
    (needs) => {
      expect(pagePolicy(needs)).not.toMatch(
        /unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|data:|blob:|\*/,
      );
    },
  );
  test('a text is hashed once', () => {
    expect(hashSource('đã ghi')).toBe(of('đã ghi'));
    expect(hashSource('đã ghi')).toBe(hashSource(['đã', 'ghi'].join(' ')));
  });
});

describe('policies as data', () => {
  test('what is read is written again', () =>
    expect(policyText(parsePolicy(pagePolicy({ compiled: true })))).toBe(pagePolicy({ compiled: true })));
  test('a directive that stands twice is refused', () =>
    expect(() => parsePolicy("img-src 'self'; img-src *")).toThrow('img-src'));
  test('joined: every source of each, sorted; none only where nobody asks for more', () => {
    const directives = parsePolicy("default-src 'none'; style-src 'b' 'a'; trusted-types 'none'");
    const otherDirectives = parsePolicy(
      "default-src 'none'; style-src 'c'; trusted-types t; connect-src 'self'",
    );
    const joined = policyText(joinPolicies([directives, otherDirectives]));
    expect(joined).toBe("default-src 'none'; style-src 'a' 'b' 'c'; trusted-types t; connect-src 'self'");
    expect(
      policyText(joinPolicies([otherDirectives, directives]))
        .split('; ')
        .sort(),
    ).toEqual(joined.split('; ').sort());
  });
});
