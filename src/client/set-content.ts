/**
 * Puts these in place of all that an element holds. `replaceChildren` is younger than the oldest browsers
 * served.
 */
export function setContent(element: Element, ...content: readonly (Node | string)[]): void {
  element.textContent = '';
  element.append(...content);
}
