/** What a form is and whom it serves, for whoever is offered it. */
import { t } from '../words/words.ts';

const words: Readonly<Record<string, () => string>> = {
  usb: () => t('formsOffered.usb'),
  zim: () => t('formsOffered.zim'),
  epub: () => t('formsOffered.epub'),
  one: () => t('formsOffered.one'),
  text: () => t('formsOffered.text'),
  audio: () => t('formsOffered.audio'),
  'large-print': () => t('formsOffered.largePrint'),
  braille: () => t('formsOffered.braille'),
  print: () => t('formsOffered.print'),
  scorm: () => t('formsOffered.scorm'),
  'qr-steps': () => t('formsOffered.qrSteps'),
};

/** Its words; its name where there are none. */
export const formWords = (form: string): string => words[form]?.() ?? form;

/** The same in two: what it is, and for whom and how. */
export function formParts(form: string): { readonly what: string; readonly whom: string } {
  const [what = '', ...rest] = formWords(form).split('. ');
  return { what: what.replace(/\.$/, ''), whom: rest.join('. ') };
}
