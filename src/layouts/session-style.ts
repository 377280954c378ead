/**
 * The one style text of all pages about training sessions: a text of its own for each of them would cost
 * every reader a hash in the header.
 */
import type { Programme } from '../handbook/handbook.ts';
import css from '../styles/sessions.css?inline';
import { programmeFilterStyle } from '../views/programme.ts';

export const sessionStyle = (programmes: readonly Programme[]): string =>
  css + programmeFilterStyle(programmes);
