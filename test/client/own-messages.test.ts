/**
 * What a form finds wrong it says itself, in the words of the page: a browser’s own bubble speaks the
 * browser’s language and goes away.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What makes a browser check a box. */
const checkedByBrowser = /type="(?:number|email|url|date)"|\srequired\b|\spattern=|\smin(?:length)?=|\smax=/;

test('a form whose boxes a browser would check turns that off and has a place for its own words', () => {
  const forms = globSync('src/**/*.astro').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => ({ file, form })),
  );
  const checking = forms.filter(({ form }) => checkedByBrowser.test(form));
  expect(forms.length).toBeGreaterThan(10);
  expect(checking.length).toBeGreaterThan(2);
  const silent = checking.filter(({ form }) => !/^<form\b[^>]*?\bnovalidate\b/s.test(form));
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test('no script shows the words of the browser', () => {
  const scripts = globSync('src/**/*.ts', { exclude: ['src/desk/**'] });
  expect(scripts.length).toBeGreaterThan(100);
  const found = scripts.filter((file) =>
    /validationMessage|reportValidity|setCustomValidity/.test(readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});
