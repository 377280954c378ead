/** What the page of a check shows: its questions, what to read again, what to try. Pure. */
import type { Check, Drill, Guide, Handbook, Rule } from '../../handbook/handbook.ts';
import { answerLetters, type AnswerLetter, type CheckQuestion } from '../../schemas/check.ts';
import type { Link } from '../../views/link.ts';
import { t } from '../../words/words.ts';
import { stepsOf } from '../../handbook/steps.ts';

/** One answer with its letter. */
interface ChoiceView {
  readonly letter: AnswerLetter;
  readonly text: string;
  readonly right: boolean;
}
export interface QuestionView {
  /** Element id, and the start of those of its answers: `cau-2`. */
  readonly id: string;
  readonly number: number;
  readonly ask: string;
  readonly choices: readonly ChoiceView[];
  /** The right answer with its letter, as it is told. */
  readonly told: string;
  readonly why: string;
  /** The step or the rule that says so. */
  readonly source: Link;
  /** What to read again for it: the number of the guide, or the id of the rule. */
  readonly reads: string;
}

type Sources = Pick<Handbook, 'byId' | 'rules'>;

const guideOf = ({ see }: CheckQuestion, { byId }: Pick<Handbook, 'byId'>): Guide | undefined =>
  see && byId.get(see.guide);

const ruleOf = ({ rule }: CheckQuestion, { rules }: Pick<Handbook, 'rules'>): Rule | undefined =>
  rules.find(({ id }) => id === rule);

/** Link to what says so, and its key. @throws Error when there is none: the content was not proven */
function sourceOf(question: CheckQuestion, sources: Sources): Pick<QuestionView, 'source' | 'reads'> {
  const rule = ruleOf(question, sources);
  if (rule)
    return {
      source: { href: rule.address, text: t('selfCheck.sourceRule', { title: rule.data.title }) },
      reads: rule.id,
    };
  const guide = guideOf(question, sources);
  const place = question.see?.step ?? 1;
  const step = guide && stepsOf(guide, question.see?.list ?? 1)[place - 1];
  if (!guide || !step) throw new Error(`${question.ask}: no such step (unproven step)`);
  const { number } = guide.data;
  return {
    source: {
      href: `${guide.address}#${step.id}`,
      text: t('selfCheck.source', { step: place, n: number, title: step.title }),
    },
    reads: String(number),
  };
}

/** The questions of a check, in the order of the file. */
export const questionViews = ({ data }: Pick<Check, 'data'>, sources: Sources): QuestionView[] =>
  data.questions.map((question, index) => {
    const { ask, choices, right, why } = question;
    const answer = choices[answerLetters.indexOf(right)] ?? '';
    return {
      id: `cau-${index + 1}`,
      number: index + 1,
      ask,
      choices: answerLetters.map((letter, place) => ({
        letter,
        text: choices[place] ?? '',
        right: letter === right,
      })),
      told: `${right}. ${answer}`,
      why,
      ...sourceOf(question, sources),
    };
  });

/** Guides that the questions stand on, or that the practice practises, in the order of the questions. */
export const guidesToRead = (
  { data, practice }: Pick<Check, 'data' | 'practice'>,
  sources: Sources,
): Guide[] => {
  const guides = data.questions.flatMap((question) => guideOf(question, sources) ?? []);
  return [...new Set(guides.length === 0 && practice ? [practice.guide] : guides)];
};

/** What to read again: those guides and the rules, each with the key of its questions. */
export const readsOf = (
  check: Pick<Check, 'data' | 'practice'>,
  sources: Sources,
): (Link & { readonly key: string })[] => [
  ...guidesToRead(check, sources).map(({ address, data }) => ({
    key: String(data.number),
    href: address,
    text: t('selfCheck.guide', { n: data.number, title: data.title }),
  })),
  ...[...new Set(check.data.questions.flatMap((question) => ruleOf(question, sources) ?? []))].map(
    (rule) => ({
      key: rule.id,
      href: rule.address,
      text: t('selfCheck.rule', { title: rule.data.title }),
    }),
  ),
];

/** Drills of those guides. */
export const drillsToTry = (guides: readonly Guide[]): Drill[] => guides.flatMap(({ drills }) => drills);

/** The guide with a step that types the address of the national platform. */
export const wayToPlatform = (guides: readonly Guide[], address: string): Guide | undefined =>
  guides.find((guide) => stepsOf(guide, 1).some(({ title }) => title.includes(address)));
