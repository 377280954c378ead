/**
 * Measurements inside the page that no checker makes: width, size and distance of targets, focus. Each runs
 * in the browser.
 */

/** Elements that reach past the window, frames that scroll excepted. */
export function tooWide(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width + 1) return [];
  const found = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    if (element.parentElement?.closest('.scroll') || getComputedStyle(element).position === 'absolute')
      return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > width + 1;
  });
  return [
    `${document.documentElement.scrollWidth} px`,
    ...found
      .slice(-2)
      .map(
        (element) =>
          `${element.tagName}.${element.className} to ${Math.round(element.getBoundingClientRect().right)}: ${element.textContent.trim().slice(0, 40)}`,
      ),
  ];
}

/**
 * Pieces of text that take six lines or more in less than a quarter of the window. What only screen readers
 * get is left out.
 */
export function squeezed(): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = (node.textContent ?? '').trim();
    // A closed part still has lines in the shape of a column; nobody sees them.
    const parent = node.parentElement;
    if (words.length < 12 || !parent?.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((rect) => rect.width > 0);
    if (lines.length < 6 || Math.max(...lines.map((line) => line.width)) >= innerWidth / 4) continue;
    let clipped = false;
    for (let e: HTMLElement | null = parent; e && !clipped; e = e.parentElement)
      clipped = getComputedStyle(e).clipPath !== 'none';
    if (!clipped) found.push(words.slice(0, 40));
  }
  return found;
}

/**
 * Targets smaller than `least` CSS pixels, and pairs that overlap. Links inside a sentence are exempt (WCAG
 * 2.5.5, 2.5.8), so are controls inside a label that is itself the target, and what is only for screen
 * readers. Returns how many were looked at.
 */
export function targetFaults(least: number): { seen: number; faults: string[] } {
  const faults: string[] = [];
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.className ? `.${String(element.className).split(' ').join('.')}` : ''} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)}”`;
  const inSentence = (element: Element): boolean => {
    if (element.matches('.term')) return true;
    if (getComputedStyle(element).display !== 'inline') return false;
    const around = element.closest('p, li, dd, dt, td, th, caption, h2, h3, figcaption');
    // A name in a running line, a heading or a cell that is a link: its size is given by the line.
    return around !== null;
  };
  const shown = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, summary, select, input, label:has(input), textarea',
    ),
  ].filter((element) => {
    if (
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.matches('.skip:not(:focus), [type=hidden]')
    )
      return false;
    if (element.matches('input[type=checkbox], input[type=radio]') && element.closest('label')) return false;
    if (element.matches('label') && !element.querySelector('input[type=checkbox], input[type=radio]'))
      return false;
    return !inSentence(element);
  });
  // What a button of the header opened, or stays at the foot of the window, lies over the page: only things
  // of one layer can meet.
  const boxes = shown
    .map((element) => ({
      e: element,
      r: element.getBoundingClientRect(),
      layer: element.closest('.top .over, .call-bar'),
    }))
    .filter(({ r: box }) => box.width > 0);
  for (const { e: element, r: box } of boxes) {
    if (box.height < least - 0.5 || box.width < Math.min(least, 44) - 0.5)
      faults.push(`${Math.round(box.width)}×${Math.round(box.height)} ${name(element)}`);
  }
  boxes.sort((a, b) => a.r.top - b.r.top);
  for (const [index, box] of boxes.entries()) {
    for (const otherBox of boxes.slice(index + 1)) {
      if (otherBox.r.top >= box.r.bottom - 1) break;
      const wide = Math.min(box.r.right, otherBox.r.right) - Math.max(box.r.left, otherBox.r.left);
      const high = Math.min(box.r.bottom, otherBox.r.bottom) - Math.max(box.r.top, otherBox.r.top);
      if (box.layer !== otherBox.layer) continue;
      if (wide > 1 && high > 1 && !box.e.contains(otherBox.e) && !otherBox.e.contains(box.e))
        faults.push(
          `overlap ${Math.round(wide)}×${Math.round(high)}: ${name(box.e)} and ${name(otherBox.e)}`,
        );
    }
  }
  return { seen: boxes.length, faults };
}

/**
 * What is wrong with the focused element's focus: no ring of 3 px, outside the window, or covered by
 * something else.
 */
export function focusFault(): string | undefined {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return undefined;
  const style = getComputedStyle(element);
  const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2.9) return `no ring: ${name}`;
  const rect = element.getClientRects()[0];
  if (!rect) return `no box: ${name}`;
  if (rect.bottom < 0 || rect.top > innerHeight) return `outside the window: ${name}`;
  // Of what is higher than the window the part under the header cannot be shown.
  const header = document.querySelector('.top')?.getBoundingClientRect().height ?? 0;
  const highest = rect.top < 0 ? header + 1 : 1;
  const [x, y] = [
    Math.min(Math.max(rect.left + rect.width / 2, 1), innerWidth - 1),
    Math.min(Math.max(rect.top + Math.min(rect.height, innerHeight) / 2, highest), innerHeight - 1),
  ];
  const top = document.elementFromPoint(x, y);
  return top && (element.contains(top) || top.contains(element))
    ? undefined
    : `covered by ${top?.tagName}.${top?.className}: ${name}`;
}

declare global {
  interface Window {
    /** What `newLook` has seen: what is shown in which colours, and the size of each element's letters. */
    judgedLooks?: { key: string; sizes: number[] }[];
  }
}

/**
 * Whether the page looks in a way that was not judged before: other colours, other things shown, or the same
 * in smaller letters. The same colours in letters as large or larger are as readable. Keeps in the page what
 * was judged.
 */
export function newLook(): boolean {
  const sizes: number[] = [];
  const parts: string[] = [];
  for (const element of [document.documentElement, ...document.querySelectorAll('body, body *')]) {
    const style = getComputedStyle(element);
    sizes.push(Number.parseFloat(style.fontSize));
    parts.push(
      [
        element.checkVisibility() ? 1 : 0,
        style.color,
        style.backgroundColor,
        style.backgroundImage,
        style.textDecorationLine,
        style.fontWeight,
        style.opacity,
      ].join(' '),
    );
  }
  const key = parts.join('|');
  const judged = (window.judgedLooks ??= []);
  if (
    judged.some(
      (known) => known.key === key && known.sizes.every((size, index) => (sizes[index] ?? 0) >= size - 0.01),
    )
  )
    return false;
  judged.push({ key, sizes });
  return true;
}

/**
 * Leaves the first eight of more than twelve neighbours of one tag and class. Returns how many it took out.
 */
export function shorten(): number {
  let taken = 0;
  for (const parent of document.querySelectorAll('main *, main')) {
    const alike = new Map<string, Element[]>();
    for (const child of parent.children) {
      const kind = `${child.tagName} ${child.className}`;
      alike.set(kind, [...(alike.get(kind) ?? []), child]);
    }
    for (const row of alike.values())
      if (row.length > 12)
        for (const child of row.slice(8)) {
          child.remove();
          taken++;
        }
  }
  return taken;
}
