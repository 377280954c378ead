/** Bytes as letters, for requests, drafts and pictures that stand in a page. */

const letters = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export const base64Of = (bytes: Uint8Array): string => btoa(letters(bytes));
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));

/** A photo as an address that holds it. */
export const photoUrl = (bytes: Uint8Array): string => `data:image/jpeg;base64,${base64Of(bytes)}`;
