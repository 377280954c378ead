/**
 * `đ` for an index that folds combining marks only: written as `d` and a combining bar, read back as `đ`.
 * Pure.
 */

const bar = '\u0335';

/** `đ` → `d` with a combining bar. */
export const barOut = (text: string): string => text.replace(/đ/g, `d${bar}`).replace(/Đ/g, `D${bar}`);
/** The reverse of `barOut`. */
export const barIn = (text: string): string => text.replace(/d\u0335/g, 'đ').replace(/D\u0335/g, 'Đ');
