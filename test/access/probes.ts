/** Measurements inside the page that no checker makes: width, size and distance of targets, focus. Each runs in the browser. */

/** Elements that reach past the window, frames that scroll excepted. */
export function tooWide(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width + 1) return [];
  const found = [...document.querySelectorAll<HTMLElement>('body *')].filter((e) => {
    if (e.parentElement?.closest('.scroll') || getComputedStyle(e).position === 'absolute') return false;
    const r = e.getBoundingClientRect();
    return r.width > 0 && r.right > width + 1;
  });
  return [
    `${document.documentElement.scrollWidth} px`,
    ...found
      .slice(-2)
      .map(
        (e) =>
          `${e.tagName}.${e.className} to ${Math.round(e.getBoundingClientRect().right)}: ${e.textContent.trim().slice(0, 40)}`,
      ),
  ];
}

/** Pieces of text that take six lines or more in less than a quarter of the window. What only screen readers get is left out. */
export function squeezed(): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = node.textContent!.trim();
    // A closed part still has lines in the shape of a column; nobody sees them.
    if (words.length < 12 || !node.parentElement!.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((r) => r.width > 0);
    if (lines.length < 6 || Math.max(...lines.map((r) => r.width)) >= innerWidth / 4) continue;
    let clipped = false;
    for (let e = node.parentElement; e && !clipped; e = e.parentElement)
      clipped = getComputedStyle(e).clipPath !== 'none';
    if (!clipped) found.push(words.slice(0, 40));
  }
  return found;
}

/**
 * Targets smaller than `least` CSS pixels, and pairs that overlap. Links inside a sentence are exempt (WCAG 2.5.5, 2.5.8), so are
 * controls inside a label that is itself the target, and what is only for screen readers. Returns how many were looked at.
 */
export function targetFaults(least: number): { seen: number; faults: string[] } {
  const faults: string[] = [];
  const name = (e: Element): string =>
    `${e.tagName.toLowerCase()}${e.className ? `.${String(e.className).split(' ').join('.')}` : ''} “${(e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 30)}”`;
  const inSentence = (e: Element): boolean => {
    if (e.matches('.term')) return true;
    if (getComputedStyle(e).display !== 'inline') return false;
    const around = e.closest('p, li, dd, dt, td, th, caption, h2, h3, figcaption');
    // A name in a running line, a heading or a cell that is a link: its size is given by the line.
    return around !== null;
  };
  const shown = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, summary, select, input, label:has(input), textarea',
    ),
  ].filter((e) => {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.matches('.skip:not(:focus), [type=hidden]'))
      return false;
    if (e.matches('input[type=checkbox], input[type=radio]') && e.closest('label')) return false;
    if (e.matches('label') && !e.querySelector('input[type=checkbox], input[type=radio]')) return false;
    return !inSentence(e);
  });
  const boxes = shown.map((e) => ({ e, r: e.getBoundingClientRect() })).filter(({ r }) => r.width > 0);
  for (const { e, r } of boxes) {
    if (r.height < least - 0.5 || r.width < Math.min(least, 44) - 0.5)
      faults.push(`${Math.round(r.width)}×${Math.round(r.height)} ${name(e)}`);
  }
  boxes.sort((a, b) => a.r.top - b.r.top);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      if (b.r.top >= a.r.bottom - 1) break;
      const wide = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
      const high = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
      if (wide > 1 && high > 1 && !a.e.contains(b.e) && !b.e.contains(a.e))
        faults.push(`overlap ${Math.round(wide)}×${Math.round(high)}: ${name(a.e)} and ${name(b.e)}`);
    }
  }
  return { seen: boxes.length, faults };
}

/** What is wrong with the focused element's focus: no ring of 3 px, outside the window, or covered by something else. */
export function focusFault(): string | undefined {
  const e = document.activeElement as HTMLElement | null;
  if (!e || e === document.body) return undefined;
  const style = getComputedStyle(e);
  const name = `${e.tagName.toLowerCase()}.${e.className} “${e.textContent.trim().slice(0, 30)}”`;
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2.9) return `no ring: ${name}`;
  const r = e.getClientRects()[0];
  if (!r) return `no box: ${name}`;
  if (r.bottom < 0 || r.top > innerHeight) return `outside the window: ${name}`;
  const [x, y] = [
    Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 1),
    Math.min(Math.max(r.top + Math.min(r.height, innerHeight) / 2, 1), innerHeight - 1),
  ];
  const top = document.elementFromPoint(x, y);
  return top && (e.contains(top) || top.contains(e))
    ? undefined
    : `covered by ${top?.tagName}.${top?.className}: ${name}`;
}
