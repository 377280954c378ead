/** Whatever is put in comes out of a real parser as it was. */
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { element, xmlDocument } from '../../src/formats/xml.ts';

const { DOMParser } = new JSDOM('').window;
const nasty = [
  'a & b',
  '<b>',
  ']]>',
  '"quoted" and \'single\'',
  'tab\tnew\nline',
  'Ngữ “ệ” 👨‍👩‍👧',
  '&amp;',
  '</t>',
];

test('text and attributes survive', () => {
  for (const s of nasty) {
    const doc = new DOMParser().parseFromString(
      xmlDocument(element('r', {}, element('t', { a: s, none: undefined, n: 3 }, s))),
      'application/xml',
    );
    const t = doc.querySelector('t')!;
    expect(t.textContent).toBe(s);
    expect(t.getAttribute('a')).toBe(s);
    expect(t.getAttribute('n')).toBe('3');
    expect(t.hasAttribute('none')).toBe(false);
  }
});
test('what XML cannot hold is left out, so that the file stays readable', () => {
  const doc = new DOMParser().parseFromString(
    xmlDocument(element('r', {}, element('t', { a: 'a\u0000\u001fb' }, 'c\u0008\uffffd'))),
    'application/xml',
  );
  expect(doc.querySelector('t')!.textContent).toBe('cd');
  expect(doc.querySelector('t')!.getAttribute('a')).toBe('ab');
});
