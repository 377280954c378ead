/**
 * `đ` for an index that folds combining marks only: written as `d` and a combining bar, read back as `đ`. Pure.
 */

const bar = '\u0335';

/** `đ` → `d` with a combining bar. */
export const barOut = (text: string): string => text.replaceAll('đ', `d${bar}`).replaceAll('Đ', `D${bar}`);
/** The reverse of `barOut`. */
export const barIn = (text: string): string => text.replaceAll(`d${bar}`, 'đ').replaceAll(`D${bar}`, 'Đ');
