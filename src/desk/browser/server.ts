/** What the desk asks of its server: to save, and to draw a page. */

/** What came of handing in. */
export type HandedIn =
  | { readonly kind: 'saved' }
  /** Somebody else saved the file meanwhile; `text` is what stands there now. */
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

const post = (address: string, content: object): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  });

/** Saves a file, if it still has the text that the author began with. */
export async function handIn(file: string, base: string, text: string): Promise<HandedIn> {
  try {
    const answer = await post('/save', { file, base, text });
    if (answer.ok) return { kind: 'saved' };
    const told = await answer.text();
    return answer.status === 409 ? { kind: 'changed', text: told } : { kind: 'refused', why: told };
  } catch (error) {
    return { kind: 'refused', why: String(error) };
  }
}

/** The page that a text gives, as a document. */
export async function previewOf(file: string, text: string): Promise<string> {
  const answer = await post('/preview', { file, text });
  return answer.text();
}
