/**
 * Reading aloud, on every guide and lesson: each line of its script is found on the page where it stands, and
 * no letter of the body is left out. The finder is the one that readers get; that it is called with a press,
 * and marks what it found, is seen in `test/browser/read-aloud.spec.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import { placesOf, type Place } from '../../src/client/spoken-places.ts';
import type { BrowserScript } from '../../src/speech/browser-script.ts';
import { dist, realPages } from './dist.ts';
import { present } from '../present.ts';

const guides = realPages.filter(({ path }) => /^\/(?:huong-dan|cho-so)\/[^/]+\/[^/]+\/$/.test(path));
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** The finder is written for a page, which has these by name. */
const names = ['document', 'Text', 'Element'] as const;
const before = names.map((name) => Reflect.getOwnPropertyDescriptor(globalThis, name));
afterAll(() => {
  for (const [index, name] of names.entries()) {
    const old = before[index];
    if (old) Reflect.defineProperty(globalThis, name, old);
    else Reflect.deleteProperty(globalThis, name);
  }
});

/** The page's main part with the names that its scripts know. */
function mainOf(html: string): Element {
  const { window } = new JSDOM(present(/<main\b[\s\S]*<\/main>/.exec(html), 'the main part')[0]);
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  return present(window.document.querySelector('main') ?? undefined, 'main');
}

/** What a reader sees marked. */
function marked(place: Place): string {
  if (place === undefined) return '';
  if ('tagName' in place) {
    const named = place.getAttribute('aria-label');
    if (named !== null) return named;
    // The way back stands in the head of a page and is not read out.
    const shown = place.cloneNode(true) as Element;
    shown.querySelectorAll('[data-pagefind-ignore]').forEach((element) => {
      element.remove();
    });
    return shown.textContent;
  }
  const inside = place.cloneContents();
  // The meaning of a word lies inside the sentence, unseen until it is asked for.
  inside.querySelectorAll('[popover]').forEach((element) => {
    element.remove();
  });
  return inside.textContent;
}

const bare = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether a picture of a step only shows what the step's title or words have said: then it is not read. */
function isTold(picture: Element): boolean {
  const step = picture.closest('.steps > li');
  if (!step || picture.matches('.phone')) return false;
  const heard = step.querySelectorAll(':scope > h3, :scope > div > p');
  const label = bare(picture.getAttribute('aria-label') ?? '');
  return [...heard].some((element) => bare(shownIn(element)).includes(label));
}

/** Words of the body as they are shown. */
function shownIn(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (node.nodeType === node.TEXT_NODE) return node.textContent ?? '';
      if (!(node instanceof Element)) return '';
      if (
        node.matches(
          '[data-pagefind-ignore],[hidden],[popover],[aria-hidden=true],.shut,.unseen:not(h2):not(.of)',
        )
      )
        return '';
      if (node.getAttribute('role') !== 'img') return shownIn(node);
      return isTold(node) ? '' : (node.getAttribute('aria-label') ?? '');
    })
    .join('');
}

test('each line stands where it is marked, and the lines are all of the body', () => {
  let count = 0;
  for (const { path, html } of guides) {
    const file = join(dist, present(/data-listen="([^"]+)"/.exec(html)?.[1], `${path}: its script`));
    expect(existsSync(file), path).toBe(true);
    const { lines } = JSON.parse(readFileSync(file, 'utf8')) as BrowserScript;
    const main = mainOf(html);
    const places = placesOf(main, lines);
    for (const [index, [id, shown, say]] of lines.entries()) {
      const where = `${path} ${id}`;
      expect(say ?? shown, where).not.toMatch(/\d/);
      const found = marked(places[index]);
      if (shown === '') expect(found, where).toBe(marked(places[index - 1]));
      else expect(letters(found), where).toBe(letters(shown));
      count++;
    }
    const body = present(main.querySelector('.guide > .body') ?? undefined, `${path}: its body`);
    expect(
      letters(
        lines
          .filter(([id]) => !id.startsWith('dau-bai.'))
          .map(([, shown]) => shown)
          .join(''),
      ),
      path,
    ).toBe(letters(shownIn(body)));
  }
  expect(guides.length).toBeGreaterThan(0);
  expect(count).toBeGreaterThan(guides.length * 20);
}, 300_000);
