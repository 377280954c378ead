/**
 * What is said in few browsers only: where something that a tab loads later is gone, or inside another app.
 * Asked for then, so that no page carries it.
 */
import type { APIRoute } from 'astro';
import type { LateWords } from '../client/late.ts';
import { t } from '../words/words.ts';

export const GET: APIRoute = () =>
  Response.json({
    newer: t('late.newer'),
    broken: t('late.broken'),
    reload: t('late.reload'),
    open: t('late.open'),
    openApp: t('late.openApp'),
    openOther: t('late.openOther'),
    openByHand: t('late.openByHand'),
    copy: t('late.copy'),
    copied: t('share.copied'),
    byHand: t('share.byHand'),
  } satisfies LateWords);
