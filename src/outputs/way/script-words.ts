/** Words that the scripts of the pages say, as JSON of the page; gaps are filled there. */
import { t } from '../../words/words.ts';

const shared = (): Record<string, string> => ({
  kept: t('way.kept'),
  shared: t('way.shared'),
  closed: t('way.closed'),
  sum: t('way.sum', { done: '{done}', n: '{n}' }),
  place: t('way.place', { step: '{step}' }),
  ticked: t('way.ticked'),
  unticked: t('way.unticked'),
});

export const pathWords = (): Record<string, string> => ({
  ...shared(),
  next: t('way.next', { n: '{n}', title: '{title}' }),
  nextIn: t('way.nextIn', { n: '{n}' }),
  all: t('way.all'),
  follow: t('way.follow'),
  unfollow: t('way.unfollow'),
  followed: t('way.followed'),
  unfollowed: t('way.unfollowed'),
  practised: t('way.practised'),
  result: t('way.result', { right: '{right}', of: '{of}' }),
});

export const ownWords = (): Record<string, string> => ({
  ...shared(),
  none: t('way.none'),
  gone: t('way.gone', { n: '{n}' }),
  carryNone: t('way.carryNone'),
  codeOf: t('way.codeOf', { who: '{who}' }),
  qrLabel: t('way.qrLabel', { who: '{who}' }),
  found: t('way.found', { done: '{done}', drills: '{drills}', checks: '{checks}', places: '{places}' }),
  merged: t('way.merged'),
  left: t('way.left'),
  fault_empty: t('way.fault_empty'),
  fault_length: t('way.fault_length', { signs: '{signs}' }),
  fault_sign: t('way.fault_sign', { group: '{group}', sign: '{sign}' }),
  fault_group: t('way.fault_group', { group: '{group}' }),
  fault_whole: t('way.fault_whole'),
  fault_newer: t('way.fault_newer'),
  namesKept: t('way.namesKept'),
  namesErased: t('way.namesErased'),
  erased: t('way.erased'),
  undone: t('way.undone'),
  sharedOn: t('way.sharedOn'),
  sharedOff: t('way.sharedOff'),
});
