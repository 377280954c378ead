/** The announcement of a guide as an edition says it: with its own names, wherever these make it longer. */
import { nominal, real } from './nominal.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { announcement, type Announcement } from './announcement.ts';
import { lexiconOf } from '../speech/guide-script.ts';
import { spoken } from '../vietnamese/spoken/spoken.ts';

/** Both texts: names as they are said in the one, as they are written in the other. */
export function announced(guide: Guide, handbook: Handbook): Announcement {
  const draft = announcement(guide, nominal(handbook));
  const lexicon = lexiconOf(handbook);
  return {
    ...real(draft, handbook, (own) => spoken(own, lexicon)),
    zalo: real(draft.zalo, handbook),
  };
}
