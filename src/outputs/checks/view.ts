/** What the page of a check shows: its questions, what to read again, what to try. Pure. */
import type { Check, Drill, Guide, Handbook } from '../../handbook/handbook.ts';
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
  /** The step that says so. */
  readonly source: Link;
  /** Number of the guide of that step. */
  readonly guide: number;
}

const guideOf = (see: CheckQuestion['see'], guides: Handbook['byId']): Guide => {
  const guide = guides.get(see.guide);
  if (!guide) throw new Error(`${see.guide}: no such guide (unproven reference)`);
  return guide;
};

/** Link to a step of a guide. @throws Error when there is none: the content was not proven */
function sourceOf(see: CheckQuestion['see'], guide: Guide): Link {
  const step = stepsOf(guide, see.list)[see.step - 1];
  if (!step) throw new Error(`${see.guide}: no step ${see.step} (unproven step)`);
  return {
    href: `${guide.address}#${step.id}`,
    text: t('selfCheck.source', { step: see.step, n: guide.data.number, title: step.title }),
  };
}

/** The questions of a check, in the order of the file. */
export const questionViews = ({ data }: Check, { byId }: Pick<Handbook, 'byId'>): QuestionView[] =>
  data.questions.map(({ ask, choices, right, why, see }, index) => {
    const guide = guideOf(see, byId);
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
      source: sourceOf(see, guide),
      guide: guide.data.number,
    };
  });

/** Guides that the questions stand on, each once, in the order of the questions. */
export const guidesToRead = ({ data }: Check, { byId }: Pick<Handbook, 'byId'>): Guide[] => [
  ...new Set(data.questions.map(({ see }) => guideOf(see, byId))),
];

/** Drills of those guides. */
export const drillsToTry = (guides: readonly Guide[]): Drill[] => guides.flatMap(({ drills }) => drills);

/** The guide with a step that types the address of the national platform. */
export const wayToPlatform = (guides: readonly Guide[], address: string): Guide | undefined =>
  guides.find((guide) => stepsOf(guide, 1).some(({ title }) => title.includes(address)));
