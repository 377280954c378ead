/** Finding a name in a short list, typed with or without marks. */
import { fold } from '../vietnamese/diacritics.ts';

/** Whether these names hold what was typed. Everything holds nothing. */
export const nameHolds = (names: string, typed: string): boolean => fold(names).includes(fold(typed.trim()));
