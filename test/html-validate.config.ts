/**
 * Rules for the finished HTML: html-validate's recommended, accessibility and whole-document sets. Each
 * exception says why and where to read more.
 */
import type { ConfigData } from 'html-validate';

/** A rule that is off or softened, with the reason. */
interface Exception {
  readonly rule: string;
  readonly setting: 'off' | ['error', object];
  readonly why: string;
  readonly link: string;
}

export const exceptions: readonly Exception[] = [
  {
    rule: 'long-title',
    setting: 'off',
    link: 'https://html-validate.org/rules/long-title.html',
    why: 'A limit of search engines, not of readers. Titles carry official names of plans, tasks and laws, which may not be cut; the name comes first, the handbook’s name last.',
  },
  {
    rule: 'tel-non-breaking',
    setting: 'off',
    link: 'https://html-validate.org/rules/tel-non-breaking.html',
    why: 'Numbers are written in groups. At 320 px with letters twice as large a number that may not break between groups leaves the window (WCAG 1.4.10); and the rule also wants hard spaces in the name that follows the number for screen readers.',
  },
  {
    rule: 'valid-id',
    setting: ['error', { relaxed: true }],
    link: 'https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute',
    why: 'HTML allows an id to begin with a digit; anchors of the glossary are the words themselves: #4g, #5g. Nothing selects them by CSS.',
  },
  {
    rule: 'attr-quotes',
    setting: ['error', { style: 'double', unquoted: true }],
    link: 'https://html.spec.whatwg.org/multipage/syntax.html#unquoted',
    why: 'The first page of the dictionary names each of its words for old addresses, and has half a kilobyte less without quotes around ids, which are made of a–z, digits and hyphens.',
  },
  {
    rule: 'require-sri',
    setting: ['error', { target: 'crossorigin' }],
    link: 'https://html-validate.org/rules/require-sri.html',
    why: 'Our own files come from the same place as the page and are named after their content; the page’s policy forbids any other place.',
  },
  {
    rule: 'wcag/h32',
    setting: 'off',
    link: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H32',
    why: 'H32 is about forms that send something. The filter forms act at once as a box is ticked, say the count in a status line, and send nothing; forms that send have their button (looked at in pages with a search field by the browser tests).',
  },
];

export const htmlValidateConfig: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: Object.fromEntries(exceptions.map((exception) => [exception.rule, exception.setting])),
};
