/**
 * The reading modes as code: tokens, which of them exclude each other, and the presets made of them. What
 * each mode looks like is `styles/modes.css`; what people read about it is `content/modes/`; `prove.ts` keeps
 * the three equal.
 */

/**
 * A mode: its token in `?che-do=` and in `<html data-che-do>`. The order is the order of the panel and of
 * addresses.
 */
export const modeTokens = [
  'chu-to',
  'chu-rat-to',
  'tuong-phan',
  'nen-toi',
  'gian-dong',
  'chu-de-phan-biet',
  'de-bam',
  'tung-buoc',
  'tinh',
  'nghe',
] as const;
export type ModeToken = (typeof modeTokens)[number];

/** Modes whose rules ask `:has`: not offered by browsers that lack it (`styles/furniture.css`). */
export const modesThatNeedHas: readonly string[] = ['tung-buoc' satisfies ModeToken];

/**
 * Pairs of which only one can be on. When both are asked for, the later one of the pair counts, as in the
 * stylesheet.
 */
export const rivals: readonly (readonly [ModeToken, ModeToken])[] = [
  ['chu-to', 'chu-rat-to'],
  ['tuong-phan', 'nen-toi'],
];

/** Sets for a class. Their names are tokens too: `?che-do=nguoi-cao-tuoi` works without script knowing it. */
export const presets = {
  'nguoi-cao-tuoi': ['chu-to', 'tuong-phan', 'de-bam'],
  'thi-luc-kem': ['chu-rat-to', 'nen-toi', 'gian-dong'],
  'tay-run': ['de-bam', 'tinh'],
  'moi-biet-chu': ['chu-to', 'gian-dong', 'chu-de-phan-biet', 'nghe'],
} as const satisfies Readonly<Record<string, readonly ModeToken[]>>;

/** Name of the address parameter and of the key in both storages. */
export const settingName = 'che-do';

/** Says by address that many people use this machine: from then on nothing of its reader is kept on it. */
export const sharedToken = 'may-chung';

/** Key and value in the storage of the device by which it keeps nothing else; also `<html data-luu>`. */
export const noKeepKey = 'luu';
export const noKeepValue = 'khong';

/** "No mode" said on purpose: overrides what the device remembers, for this tab. */
export const normalToken = 'binh-thuong';

/**
 * Event on `document` after the modes changed; `document.documentElement.dataset.cheDo` then holds the new
 * ones.
 */
export const modesChanged = 'che-do';

/** Id of the check box of a mode; the stylesheet reads it where no script runs. */
export const boxId = (token: string): string => `cd-${token}`;
