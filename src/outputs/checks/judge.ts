/**
 * Proof of all checks, told by `npm run check` with file and line: one right answer that only knowledge gives
 * away, words that are read once, and a step of a guide that says the same.
 */
import type { Problem } from '../../domain/problem.ts';
import { fault } from '../../gate/faults.ts';
import { located, type FaultAt, type FieldPath } from '../../gate/located.ts';
import { lawFaults, proseFaults } from '../../gate/rules/prose.ts';
import type { Check, Handbook, Rule } from '../../handbook/handbook.ts';
import { blockLines } from '../../markdown/lines.ts';
import type { Step } from '../../markdown/tree.ts';
import { answerLetters, type CheckQuestion } from '../../schemas/check.ts';
import { sentences, syllables } from '../../vietnamese/sentences.ts';
import { stepsOf } from '../../handbook/steps.ts';

/** Most syllables of a sentence that is read before answering, and of an answer. */
const longestAsked = 25;
const longestAnswer = 14;
/** Letters by which answers may differ whatever their length. */
const slack = 10;
/** Share of the syllables of what is right that stands in the step, in hundredths. */
const leastShared = 45;
/** How often one letter may be right in a check. */
const mostOfOneLetter = 2;
const tricks = [
  /(?:tất cả|cả (?:hai|ba|bốn)|mọi)(?: các)?(?: ý| câu| cách| điều)? (?:trên|kia)/iu,
  /(?:ý|câu|cả) [abcd](?!\p{L})/iu,
  /không (?:ý|câu|cách) nào/iu,
  /đều (?:đúng|sai)/iu,
];

/** Every fault of every check. */
export const checkProblems = ({ checks, byId, rules }: Handbook): Problem[] =>
  checks.flatMap((check, place) => {
    const twice = checks.slice(0, place).some(({ skill }) => skill === check.skill);
    const { questions } = check.data;
    return located(check.file, [
      ...(twice ? [[['skill'], fault('check-twice', { what: check.data.skill })] as const] : []),
      ...placeFaults(check),
      ...practiceFaults(check),
      ...questions.flatMap((question, index): FaultAt[] => {
        const at: FieldPath = ['questions', index];
        const guide = question.see && byId.get(question.see.guide);
        const rule = rules.find(({ id }) => id === question.rule);
        return [
          ...answerFaults(question, at),
          ...wordFaults(question, at),
          ...(guide && question.see
            ? stepFaults(question, question.see, at, stepsOf(guide, question.see.list))
            : []),
          ...(rule ? ruleFaults(question, rule, at) : []),
        ];
      }),
    ]);
  });

/** A practice practises a guide that teaches the skill. */
const practiceFaults = ({ practice, skill }: Check): FaultAt[] =>
  practice === undefined || practice.guide.skills.includes(skill)
    ? []
    : [[['practice'], fault('check-practice', { drill: practice.id, guide: practice.guide.id })]];

/** Where the right answers stand must not be guessed. */
function placeFaults({ data }: Check): FaultAt[] {
  const letters = data.questions.map(({ right }) => right);
  const beside = letters.some((letter, index) => letter === letters[index - 1]);
  const often = answerLetters.some(
    (one) => letters.filter((letter) => letter === one).length > mostOfOneLetter,
  );
  return beside || often ? [[['questions'], fault('check-places', { letters: letters.join(', ') })]] : [];
}

/** Four answers that differ, of like length, without tricks. */
function answerFaults({ choices, right }: CheckQuestion, at: FieldPath): FaultAt[] {
  const plainly = choices.map((choice) => choice.toLocaleLowerCase('vi').replace(/[^\p{L}\d]+/gu, ' '));
  const again = plainly.findIndex((choice, index) => plainly.indexOf(choice) < index);
  const byLength = [...choices].sort((a, b) => a.length - b.length);
  const [short = '', , third = '', long = ''] = byLength;
  const tooLong = long.length > 2 * short.length && long.length - short.length > slack;
  const isRight = long === choices[answerLetters.indexOf(right)];
  const tells = isRight && long.length > 1.25 * third.length && long.length - third.length > slack / 2;
  const path: FieldPath = [...at, 'choices'];
  return [
    ...(again < 0 ? [] : [[path, fault('check-twice', { what: choices[again] ?? '' })] as const]),
    ...(tooLong ? [[path, fault('check-length', { long, short })] as const] : []),
    ...(tells && !tooLong ? [[path, fault('check-length', { long, short: third })] as const] : []),
    ...choices.flatMap((choice, index): FaultAt[] => {
      const words = tricks.map((trick) => trick.exec(choice)?.[0]).find((found) => found !== undefined);
      return words === undefined ? [] : [[[...path, index], fault('check-trick', { words })]];
    }),
  ];
}

/** What is read is short, and keeps the rules of prose. */
function wordFaults({ ask, choices, why }: CheckQuestion, at: FieldPath): FaultAt[] {
  const texts: (readonly [FieldPath, string, number])[] = [
    [[...at, 'ask'], ask, longestAsked],
    ...choices.map((choice, index) => [[...at, 'choices', index], choice, longestAnswer] as const),
    [[...at, 'why'], why, longestAsked],
  ];
  return texts.flatMap(([path, words, most]) =>
    [
      ...proseFaults(words, { hasRealSource: true }),
      ...lawFaults(words, []),
      ...sentences(words)
        .filter((sentence) => syllables(sentence) > most)
        .map((sentence) => fault('long-sentence', { count: syllables(sentence), sentence, most })),
    ].map((found): FaultAt => [path, found]),
  );
}

/** The step is there, and says what is told to be right. */
function stepFaults(
  question: CheckQuestion,
  see: NonNullable<CheckQuestion['see']>,
  at: FieldPath,
  steps: readonly Step[],
): FaultAt[] {
  const step = steps[see.step - 1];
  const { guide } = see;
  const path: FieldPath = [...at, 'see', 'step'];
  if (step === undefined)
    return [[path, fault('drill-step', { guide, step: see.step, steps: steps.length })]];
  const shared = sharedWith(
    question,
    `${step.title} ${blockLines(step.blocks)
      .map((line) => line.text)
      .join(' ')}`,
  );
  return shared >= leastShared
    ? []
    : [
        [
          path,
          fault('check-source', { source: `bước ${see.step}, bài ${guide}`, shared, least: leastShared }),
        ],
      ];
}

/** The rule says what is told to be right. */
function ruleFaults(question: CheckQuestion, rule: Rule, at: FieldPath): FaultAt[] {
  const shared = sharedWith(question, `${rule.data.title} ${rule.sentence}`);
  return shared >= leastShared
    ? []
    : [
        [
          [...at, 'rule'],
          fault('check-source', { source: `quy định ${rule.id}`, shared, least: leastShared }),
        ],
      ];
}

/** Share of the syllables of the right answer and its reason that stand in a text, in hundredths. */
function sharedWith({ choices, right, why }: CheckQuestion, text: string): number {
  const said = wordsOf(text);
  const told = wordsOf(`${choices[answerLetters.indexOf(right)] ?? ''} ${why}`);
  const both = [...told].filter((word) => said.has(word)).length;
  return Math.round((100 * both) / Math.max(1, told.size));
}

const wordsOf = (text: string): Set<string> =>
  new Set(text.toLocaleLowerCase('vi').match(/[\p{L}\d]+/gu) ?? []);
