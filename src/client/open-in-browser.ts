/**
 * "Mở bằng trình duyệt": how to get from the small browser inside an app, or from one that cannot speak, to a
 * whole one.
 */
import { canCopy, copyWords } from './clipboard.ts';
import { inApp } from './in-app.ts';
import { lateJson, lateWordsAddress, type LateWords } from './late.ts';

/**
 * Puts the button into `place`; a press shows how. Nothing moves: it takes the room that is kept for the
 * button it stands for.
 */
export async function offerBrowser(place: Element): Promise<void> {
  const words = await lateJson<LateWords>(lateWordsAddress);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'pill';
  button.textContent = words.open;
  button.setAttribute('aria-expanded', 'false');
  const how = howTo(words);
  how.hidden = true;
  button.addEventListener('click', () => {
    how.hidden = !how.hidden;
    button.setAttribute('aria-expanded', String(!how.hidden));
    // The button may stand at the foot of the window.
    if (!how.hidden) how.scrollIntoView({ block: 'nearest' });
  });
  place.append(button, how);
}

function howTo(words: LateWords): HTMLElement {
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const how = document.createElement('div');
  const line = (text: string): HTMLParagraphElement => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    how.append(paragraph);
    return paragraph;
  };
  line(inApp(navigator.userAgent) ? words.openApp : words.openOther);
  line(words.openByHand);
  // A long address breaks anywhere rather than widen the page.
  const shown = line(address);
  shown.style.overflowWrap = 'anywhere';
  if (!canCopy()) return how;
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'pill';
  copy.textContent = words.copy;
  how.append(copy);
  const status = line('');
  status.setAttribute('role', 'status');
  copy.addEventListener('click', async () => {
    const done = await copyWords(address);
    status.textContent = done ? words.copied : words.byHand;
    if (!done) getSelection()?.selectAllChildren(shown);
  });
  return how;
}
