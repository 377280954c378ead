/** What the reader's own size of letters may not do to a page. Each function runs in the browser. */

/**
 * Syllables of Vietnamese have seven letters at most; what is longer, or has a dot or a stroke inside (an
 * address, the number of a law), may break.
 */
export function brokenSyllables(): string[] {
  const longestSyllable = 7;
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent ?? '';
    if (!node.parentElement?.checkVisibility() || node.parentElement.closest('pre, .name')) continue;
    for (const word of text.matchAll(/[^\s“”(),;:]+/gu)) {
      if (word[0].length < 2 || word[0].length > longestSyllable || /[./–-]./.test(word[0])) continue;
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = [...range.getClientRects()].filter((line) => line.width > 1).map((line) => line.top);
      if (tops.length > 1 && Math.max(...tops) - Math.min(...tops) > 6)
        found.add(
          `${word[0]} in ${node.parentElement.tagName.toLowerCase()}.${node.parentElement.className}`,
        );
    }
  }
  return [...found];
}

/** Letters that are shown but cut: past the window's edges, or past the edge of a box that hides the rest. */
export function cutLetters(): string[] {
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const edge = document.documentElement.clientWidth;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('.scroll, .skip, svg, option, textarea')) continue;
    let [left, right] = [0, edge];
    let unseen = false;
    for (let box: HTMLElement | null = parent; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.clipPath !== 'none' || style.opacity === '0') unseen = true;
      if (style.overflowX === 'hidden' || style.overflowX === 'clip') {
        const bounds = box.getBoundingClientRect();
        [left, right] = [Math.max(left, bounds.left), Math.min(right, bounds.right)];
      }
    }
    if (unseen) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects())
      if (line.width > 1 && (line.left < left - 2 || line.right > right + 2))
        found.add(
          `${node.textContent.trim().slice(0, 30)} in ${parent.tagName.toLowerCase()}.${parent.className}`,
        );
  }
  return [...found];
}

/** How much of the window's height is under what stays at its edges, as a share of one. */
export function stuckShare(): number {
  const stuck = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { position } = getComputedStyle(element);
    return (position === 'sticky' || position === 'fixed') && element.checkVisibility();
  });
  const wide = stuck.filter((element) => element.getBoundingClientRect().width > innerWidth / 2);
  return wide.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0) / innerHeight;
}

/** Height of the page's header in lines of its own letters, and how many rows its parts stand in. */
export function headerRows(): number {
  const header = document.querySelector('.top');
  if (!header) return 0;
  const parts = [...header.children].flatMap((part) =>
    part.matches('nav') ? [...part.querySelectorAll('a')] : [part],
  );
  const tops = parts
    .filter((part) => part.checkVisibility() && !(part instanceof HTMLDetailsElement && part.open))
    .map((part) => part.getBoundingClientRect())
    .filter((box) => box.width > 0)
    .map((box) => box.top + box.height / 2)
    .sort((first, second) => first - second);
  return tops.filter((top, index) => index === 0 || top - (tops[index - 1] ?? 0) > 12).length;
}
