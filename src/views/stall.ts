/** “Sạp của tôi”: a page for each question as far as it was answered, and the duties of each case. */
import { pages } from '../domain/address.ts';
import type { Guide, Handbook, Rule } from '../handbook/handbook.ts';
import { addDays } from '../domain/days.ts';
import { dayWords, t } from '../words/words.ts';
import type { Link } from './link.ts';

/** How far ahead duties are told, in days. */
const ahead = 365;

/** A duty with its day, its way and the rule that it rests on. */
export interface StallDuty {
  readonly what: string;
  /** `YYYY-MM-DD`; absent for what is done at once or all the time. */
  readonly day?: string;
  readonly guide?: Link;
  readonly rule?: Link;
}

/** One page: the next question, or what the answers lead to. */
export interface StallPage {
  /** Answers so far, as the address holds them. */
  readonly answers: readonly string[];
  /** Their words. */
  readonly said: readonly string[];
  readonly question?: { readonly ask: string; readonly links: readonly Link[] };
  /** What is done at once or all the time, then what has a day, soonest first. */
  readonly duties?: { readonly always: readonly StallDuty[]; readonly dated: readonly StallDuty[] };
}

type Stall = NonNullable<Handbook['stall']>;
type Duty = Stall['duties'][number];

/** Address of the page that some answers lead to. */
const addressOf = (answers: readonly string[]): string =>
  `${pages.stall}${answers.map((answer) => `${answer}/`).join('')}`;

/** The next day that a rule names, from `today` on; a day that comes back each year comes soonest. */
export function nextDay({ data }: Rule, part: string | undefined, today: string): string | undefined {
  const value = part === undefined ? Object.values(data.values)[0] : data.values[part];
  if (value === undefined) return undefined;
  if ('on' in value) return value.on;
  if (!('yearly' in value)) return undefined;
  const year = Number(today.slice(0, 4));
  return [year, year + 1].map((one) => `${one}-${value.yearly}`).find((day) => day >= today);
}

const guideOf = ({ address, data }: Guide): Link => ({
  href: address,
  text: `${data.number}. ${data.title}`,
});
const ruleOf = ({ address, data }: Rule): Link => ({ href: address, text: data.title });

function dutyOf({ what, due, rule, guide }: Duty, today: string): StallDuty {
  const day = due && nextDay(due.rule, due.part, today);
  const stands = due?.rule ?? rule;
  return {
    what,
    ...(day === undefined ? {} : { day }),
    ...(guide === undefined ? {} : { guide: guideOf(guide) }),
    ...(stands === undefined ? {} : { rule: ruleOf(stands) }),
  };
}

const applies = (duty: Duty, answers: readonly string[]): boolean =>
  duty.if.every((choice) => choice.some((answer) => answers.includes(answer)));

function dutiesOf(
  { duties }: Stall,
  answers: readonly string[],
  today: string,
): NonNullable<StallPage['duties']> {
  const mine = duties.filter((duty) => applies(duty, answers)).map((duty) => dutyOf(duty, today));
  return {
    always: mine.filter(({ day }) => day === undefined),
    dated: mine
      .filter(({ day }) => day !== undefined && day >= today && day <= addDays(today, ahead))
      .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)),
  };
}

/** All pages, the first question first; none where the edition has no such file. */
export function stallPages({ stall, edition }: Pick<Handbook, 'stall' | 'edition'>): StallPage[] {
  if (stall === undefined) return [];
  const from = (answers: readonly string[], said: readonly string[]): StallPage[] => {
    const question = stall.questions[answers.length];
    if (question === undefined) return [{ answers, said, duties: dutiesOf(stall, answers, edition) }];
    const links = question.answers.map(({ id, words }) => ({
      href: addressOf([...answers, id]),
      text: words,
    }));
    return [
      { answers, said, question: { ask: question.ask, links } },
      ...question.answers.flatMap(({ id, words }) => from([...answers, id], [...said, words])),
    ];
  };
  return from([], []);
}

/** The days that a list of duties covers, in words. */
export const stallSpan = (edition: string): string =>
  t('stall.span', { from: dayWords(edition), to: dayWords(addDays(edition, ahead)) });
