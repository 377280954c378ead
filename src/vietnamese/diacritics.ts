/** Words with and without their marks: what is typed without them is compared by its fold. Pure. */

/** Lower case without tone marks, vowel marks and `đ`. Idempotent; the same for NFC and NFD. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().normalize('NFC');
}
