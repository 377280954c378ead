/** Whatever is put in comes out of a real parser as it was. */
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { element, xmlDocument } from '../../src/formats/xml.ts';
import { present } from '../present.ts';

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
  for (const text of nasty) {
    const doc = new DOMParser().parseFromString(
      xmlDocument(element('r', {}, element('t', { a: text, none: undefined, n: 3 }, text))),
      'application/xml',
    );
    const result = present(doc.querySelector('t'), 't');
    expect(result.textContent).toBe(text);
    expect(result.getAttribute('a')).toBe(text);
    expect(result.getAttribute('n')).toBe('3');
    expect(result.hasAttribute('none')).toBe(false);
  }
});
test('what XML cannot hold is left out, so that the file stays readable', () => {
  const doc = new DOMParser().parseFromString(
    xmlDocument(element('r', {}, element('t', { a: 'a\u0000\u001fb' }, 'c\u0008\uffffd'))),
    'application/xml',
  );
  expect(doc.querySelector('t')?.textContent).toBe('cd');
  expect(doc.querySelector('t')?.getAttribute('a')).toBe('ab');
});
