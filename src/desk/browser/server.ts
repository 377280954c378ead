/** The desk's own server on this machine, as a place for texts. */
import { base64Of } from './bytes.ts';
import { pictureOf, type HandedIn, type Store } from './store.ts';

const post = (address: string, content: object): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  });

/** Saves through `/save`; the texts came with the page. */
export const serverStore: Store = {
  async handIn(file: string, base: string, text: string, photo?: Uint8Array): Promise<HandedIn> {
    const answer = await post('save', { file, base, text, ...(photo ? { photo: base64Of(photo) } : {}) });
    if (answer.ok) return { kind: 'saved' };
    const told = await answer.text();
    return answer.status === 409 ? { kind: 'changed', text: told } : { kind: 'refused', why: told };
  },

  async photo(file: string): Promise<Uint8Array | undefined> {
    const answer = await fetch(pictureOf(file));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  },
};
