/** What pages show of rules: which there are, what stands on them, what ends soon. */
import { placeWords, valueWords } from '../domain/rule-words.ts';
import { addDays } from '../domain/days.ts';
import type { Guide, Handbook, Rule } from '../handbook/handbook.ts';
import type { Source } from '../schemas/fields.ts';
import { t } from '../words/words.ts';
import type { Link } from './link.ts';

/** A rule is named as ending, or as to be looked at again, so many days before. */
const soonDays = 60;

/** Day on which something must be done about a rule: its last day, or its next look if that is sooner. */
export const dueDay = ({ data: { until, nextLook } }: Pick<Rule, 'data'>): string =>
  until !== undefined && until < nextLook ? until : nextLook;

/** Rules that are past their last day or their next look. */
export const pastRules = (rules: readonly Rule[], today: string): Rule[] =>
  rules.filter((rule) => dueDay(rule) < today);

/** Rules about which something must be done soon, soonest first. */
export const soonRules = <Dated extends Pick<Rule, 'data'>>(
  rules: readonly Dated[],
  today: string,
): Dated[] =>
  rules
    .filter((rule) => dueDay(rule) <= addDays(today, soonDays))
    .sort((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1));

/** The rules of a guide, with the text that each stands on. */
export const guideRules = (guide: Guide): Link[] =>
  guide.rules.map(({ address, data: { title, texts } }) => ({
    href: address,
    text: title,
    ...(texts[0] ? { note: placeWords(texts[0]) } : {}),
  }));

/** Sources of a guide that its rules do not name already: a legal text is told once, with its rule. */
export function ownSources({ data, rules }: Guide): Source[] {
  const texts = rules.flatMap((rule) => rule.data.texts);
  const numbers = new Set(texts.map(({ number }) => number));
  const addresses = new Set(texts.map(({ url }) => url));
  return data.sources.filter(
    ({ document, url }) =>
      document === undefined || !numbers.has(document) || (url !== undefined && !addresses.has(url)),
  );
}

/** How an author quotes each figure of a rule. */
export const quotesOf = ({ id, data }: Rule): { readonly write: string; readonly shows: string }[] =>
  Object.entries(data.values).map(([name, value], index) => ({
    write: index === 0 ? `<Rule id="${id}" />` : `<Rule id="${id}" part="${name}" />`,
    shows: valueWords(value),
  }));

/** An official text, at an office or known by its number; news about it has its number too and is none. */
export const isOfficial = ({ document, read, url }: Source): boolean =>
  document !== undefined &&
  (read === false || url === undefined || /^https?:\/\/[^/]*\.(?:gov|chinhphu|quochoi)\.vn\//.test(url));

/** Whether one of the texts under a guide is official: of a rule, or with a number among its own sources. */
export const hasOfficialText = ({ data, rules }: Guide): boolean =>
  data.sources.some(isOfficial) ||
  rules.some((rule) => rule.data.texts.some(({ number }) => number !== undefined));

/** Statements that stand on rules: every place where an entry quotes one. */
export const statementCount = ({ rules }: Handbook): number =>
  rules.reduce((sum, { uses }) => sum + uses.reduce((times, use) => times + use.times, 0), 0);

/** What a collection is called, for lists of what stands on a rule. */
export function useKind({ collection }: Rule['uses'][number]): string {
  switch (collection) {
    case 'guides':
      return t('rules.useGuide');
    case 'market':
      return t('rules.useLesson');
    case 'events':
      return t('rules.useCard');
    case 'easyRead':
      return t('rules.useEasy');
    case 'programmes':
      return t('rules.useProgramme');
    case 'announcements':
      return t('rules.useLoud');
    case 'terms':
      return t('rules.useTerm');
    default:
      return t('rules.useOther');
  }
}
