import { copyWords } from './clipboard.ts';

/** What `data-copy` holds where the whole page is sent on, by the device's own sheet where it has one. */
const sent = '-';

/**
 * Copies what a button names and says so in the status line after the button's paragraph. `data-copy="id"`
 * copies the text of that element; without a value it is the one of a guide: it copies the address beside it
 * and lets the reader choose a section or a step.
 */
export async function copy(button: HTMLButtonElement): Promise<void> {
  const [done = '', byHand = ''] = (button.dataset.say ?? '').split('|');
  const status = button.closest('p')?.nextElementSibling;
  if (!status) return;
  if (button.dataset.copy === sent && 'share' in navigator) {
    // Closing the sheet without choosing is no failure.
    await navigator.share({ title: document.title, url: published() }).catch(() => undefined);
    return;
  }
  const source = document.getElementById(button.dataset.copy ?? '');
  const text = source ? source.textContent : address(button);
  const said = (words: string): string => (source ? words : `${words} ${text}`);
  if (await copyWords(text)) status.textContent = said(done);
  else {
    status.textContent = said(byHand);
    getSelection()!.selectAllChildren(source ?? status);
  }
}

/** By the published name, not by that of the copy one happens to read. */
const published = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;

/**
 * The permanent address with the chosen part. The first press shows the choice; the whole page is chosen
 * then.
 */
function address(button: HTMLButtonElement): string {
  const line = button.parentElement;
  const link = line?.querySelector('a');
  if (!line || !link) return published();
  let choice = line.querySelector('select');
  if (!choice) {
    choice = document.createElement('select');
    choice.className = 'pill';
    choice.style.maxInlineSize = '100%';
    choice.add(new Option(document.querySelector('h1')?.textContent ?? '', ''));
    for (const part of document.querySelectorAll('.body :is(h2[id], .steps > li)')) {
      const step = part.querySelector('h3');
      choice.add(
        new Option(
          step ? `${part.querySelector('.of')?.textContent ?? ''}: ${step.textContent}` : part.textContent,
          `#${part.id}`,
        ),
      );
    }
    const label = document.createElement('label');
    // A line of its own between the address and the button.
    Object.assign(label.style, { display: 'grid', gap: '0.3rem', marginBlock: '0.6rem' });
    label.append(document.getElementById('muc-luc')?.textContent ?? '', ':', choice);
    button.before(label);
  }
  return new URL((link.getAttribute('href') ?? '') + choice.value, published()).href;
}
