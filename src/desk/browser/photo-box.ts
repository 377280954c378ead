/** The picture of a photo beside its fields: the one that stands there, or another that is chosen. */
import { fromBase64, photoUrl } from './bytes.ts';
import { el, freshId, say } from './dom.ts';
import { smallPhoto } from './small-photo.ts';
import { storedPhoto } from './store.ts';

/** What the form must know of a photo that was chosen. */
export interface ChosenPhoto {
  /** The picture as an address that holds it. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** What became of it, in words. */
  readonly said: string;
}

/** The bytes of a chosen picture. */
export const bytesOfUrl = (url: string): Uint8Array => fromBase64(url.split(',')[1] ?? '');

export class PhotoBox {
  readonly element: HTMLElement;
  readonly #shown = el('div');
  readonly #said = el('p', { class: 'hint', role: 'status' });
  #there = false;

  /** `chosen` is a picture of the draft; `choose` hears of another one. */
  constructor(file: string, chosen: string | undefined, choose: (photo: ChosenPhoto) => void) {
    const id = freshId();
    const pick: HTMLInputElement = el('input', {
      id,
      type: 'file',
      accept: 'image/*',
      change: () => {
        const [picture] = pick.files ?? [];
        if (picture) void this.#take(picture, choose);
      },
    });
    this.element = el(
      'section',
      { class: 'field photo', 'data-at': 'photo' },
      el('label', { for: id }, say('photoPick')),
      el('p', { class: 'hint' }, say('photoHint')),
      pick,
      this.#said,
      this.#shown,
    );
    if (chosen === undefined) void this.#showStored(file);
    else this.#show(chosen);
  }

  /** Whether there is a picture to hand in or one that stands there already. */
  get there(): boolean {
    return this.#there;
  }

  #show(url: string): void {
    this.#there = true;
    this.#shown.replaceChildren(el('img', { class: 'photo', src: url, alt: say('photoSeen') }));
  }

  async #showStored(file: string): Promise<void> {
    const bytes = await storedPhoto(file).catch(() => undefined);
    if (bytes && !this.#there) this.#show(photoUrl(bytes));
  }

  async #take(picture: Blob, choose: (photo: ChosenPhoto) => void): Promise<void> {
    this.#said.textContent = say('photoWait');
    const made = await smallPhoto(picture);
    if (made === undefined) {
      this.#said.textContent = say('photoNot');
      return;
    }
    const { bytes, width, height } = made;
    const url = photoUrl(bytes);
    this.#show(url);
    const kilobytes = Math.ceil(bytes.length / 1000);
    this.#said.textContent = '';
    choose({ url, width, height, said: say('photoMade', { width, height, kilobytes }) });
  }
}
