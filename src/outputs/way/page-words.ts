/** What the script on guides, drills and checks says; built into it, so that it speaks without a network. */
import { t } from '../../words/words.ts';

export interface PageWords {
  readonly tick: string;
  readonly open: string;
  readonly ticked: string;
  readonly unticked: string;
  readonly practised: string;
}
export const pageWords = (): Record<keyof PageWords, string> => ({
  tick: t('way.guideTick'),
  open: t('way.title'),
  ticked: t('way.ticked'),
  unticked: t('way.unticked'),
  practised: t('way.practised'),
});
