/** Words of our own as a voice says them. */
import type { Handbook } from '../../handbook/handbook.ts';
import { lexiconOf } from '../../speech/guide-script.ts';
import { spoken } from '../../vietnamese/spoken/spoken.ts';

/** A sentence with its numbers and foreign names in words. */
export const sayPlain = (text: string, handbook: Handbook): string => spoken(text, lexiconOf(handbook));
