/** Copying where the newer way is missing: pages over plain http, browsers inside apps, old phones. */

/** Whether there is any way to copy. */
export const canCopy = (): boolean => 'clipboard' in navigator || 'execCommand' in document;

function oldWay(text: string): boolean {
  if (!('execCommand' in document)) return false;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  Object.assign(field.style, { position: 'fixed', inset: '0 auto auto 0', opacity: '0' });
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

/** Copies a text. False when the browser refuses; then the reader copies by hand. */
export async function copyWords(text: string): Promise<boolean> {
  try {
    if ('clipboard' in navigator) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    /* refused: the old way may still do */
  }
  return oldWay(text);
}
