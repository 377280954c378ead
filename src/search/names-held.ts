/** Finding a name in a short list, typed with or without marks. */
import { fold } from '../vietnamese/diacritics.ts';

/** Which of these names hold what was typed. Everything holds nothing. */
export function namesHeld(names: readonly string[], typed: string): boolean[] {
  const asked = fold(typed.trim());
  return names.map((name) => fold(name).includes(asked));
}
