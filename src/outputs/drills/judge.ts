/**
 * Proof of all drills, told by `npm run check` with file and line: the small world holds together, every
 * wrong press is explained, and nothing in it is anybody's.
 */
import type { Problem } from '../../domain/problem.ts';
import { fault } from '../../gate/faults.ts';
import { located, type FaultAt, type FieldPath } from '../../gate/located.ts';
import { textsOf } from '../../gate/figures.ts';
import { lawFaults, longestSentence, proseFaults } from '../../gate/rules/prose.ts';
import type { Drill, Handbook } from '../../handbook/handbook.ts';
import type { DrillState, MadeUpData } from '../../schemas/drill.ts';
import { sentences, syllables } from '../../vietnamese/sentences.ts';
import { stepsOf } from '../../handbook/steps.ts';
import { follows, isRight, reached, rightWay } from './graph.ts';
import { madeUpFaults } from './made-up.ts';

/** Fewest syllables that explain why a press was wrong. */
const leastWords = 8;
/** By how many presses the right way may differ from the steps of the guide. */
const mostApart = 4;
/** Most keys of Telex to press one after another. */
const mostKeys = 20;
/** Fields that hold codes, or words that readers type to find the drill. */
const unread: ReadonlySet<string> = new Set([
  'id',
  'to',
  'guide',
  'theme',
  'by',
  'keys',
  'aliases',
  'sessions',
  'checked',
]);
const nothing: MadeUpData = { names: [], real: [], numbers: [] };

/** Every fault of every drill. */
export const drillProblems = (handbook: Handbook): Problem[] =>
  handbook.drills.flatMap((drill) => {
    const twins = handbook.drills.filter(({ data }) => data.order < drill.data.order);
    const twin = twins.find(({ data }) => data.title === drill.data.title);
    const found = [
      ...(twin ? [[['title'], fault('drill-twice', { what: drill.data.title })] as const] : []),
      ...graphFaults(drill),
      ...drill.data.states.flatMap((state, index) => stateFaults(state, ['states', index])),
      ...stepFaults(drill, handbook),
      ...lengthFaults(drill),
      ...wordFaults(drill, handbook.madeUp ?? nothing),
    ];
    return located(drill.file, found);
  });

/** Every state is there once, is reached, and has a right way to an end. */
function graphFaults({ data }: Pick<Drill, 'data'>): FaultAt[] {
  const { states } = data;
  const known = states.map(({ id }) => id);
  const from = reached(data, known[0] ?? '', () => true);
  const ends = new Set(states.filter(({ done }) => done !== undefined).map(({ id }) => id));
  return states.flatMap((state, index): FaultAt[] => {
    const at: FieldPath = ['states', index];
    const ways = [...reached(data, state.id, isRight)];
    return [
      ...(known.indexOf(state.id) < index
        ? [[[...at, 'id'], fault('drill-twice', { what: state.id })] as const]
        : []),
      ...(from.has(state.id) ? [] : [[at, fault('drill-unreached', { state: state.id })] as const]),
      ...(ways.some((id) => ends.has(id)) ? [] : [[at, fault('drill-no-way', { state: state.id })] as const]),
      ...state.press.flatMap((press, place): FaultAt[] => {
        const id = follows(state, press);
        return known.includes(id)
          ? []
          : [[[...at, 'press', place, 'to'], fault('drill-state', { id, known })]];
      }),
    ];
  });
}

/** What one state must have. */
function stateFaults(state: DrillState, at: FieldPath): FaultAt[] {
  const { id, press, field, done, hint, see } = state;
  const names = press.map(({ text, types }) => text ?? types ?? '');
  const again = names.findIndex((name, index) => names.indexOf(name) < index);
  const wrong = press.some((one) => !isRight(one));
  const typed = press.some(({ types }) => types !== undefined);
  const does = (by: DrillState['press'][number]['by']): number => press.filter((one) => one.by === by).length;
  const silent = state.heard === undefined && (state.screen?.chat ?? []).length === 0;
  return [
    ...(silent && does('say') > 0 ? [[at, fault('drill-say', { state: id })] as const] : []),
    ...(does('scan') === 1 ? [[at, fault('drill-scan', { state: id })] as const] : []),
    ...(field?.keys === 'telex' ? keyFaults(press, at) : []),
    ...(again < 0
      ? []
      : [[[...at, 'press', again], fault('drill-twice', { what: names[again] ?? '' })] as const]),
    ...(done !== undefined && press.length > 0 ? [[at, fault('drill-end', { state: id })] as const] : []),
    ...(wrong && (hint === undefined || see === undefined)
      ? [[at, fault('drill-hint', { state: id })] as const]
      : []),
    ...(typed === (field !== undefined) ? [] : [[at, fault('drill-field', { state: id })] as const]),
    ...press.flatMap((one, place): FaultAt[] => {
      const words = one.danger ?? one.fine;
      return words === undefined || syllables(words) >= leastWords
        ? []
        : [[[...at, 'press', place], fault('drill-short', { words, least: leastWords })]];
    }),
  ];
}

/** What is typed with Telex is given by its keys. */
const keyFaults = (press: DrillState['press'], at: FieldPath): FaultAt[] =>
  press.flatMap(({ types }, place): FaultAt[] =>
    types === undefined || (/^[a-z ]+$/.test(types) && types.length <= mostKeys)
      ? []
      : [[[...at, 'press', place, 'types'], fault('drill-keys', { keys: types })]],
  );

/** Steps that are named are there. */
const stepFaults = ({ data }: Drill, { byId }: Handbook): FaultAt[] =>
  data.states.flatMap(({ see }, index): FaultAt[] => {
    const guide = see && byId.get(see.guide);
    const steps = guide ? stepsOf(guide, see.list).length : 0;
    return see && guide && see.step > steps
      ? [[['states', index, 'see', 'step'], fault('drill-step', { guide: see.guide, step: see.step, steps })]]
      : [];
  });

/** The right way is about as long as the list of steps that most of it practises. */
function lengthFaults({ data, guide }: Drill): FaultAt[] {
  const way = rightWay(data);
  if (!way) return [];
  const lists = way.flatMap(({ see }) => (see?.guide === data.guide ? [see.list] : []));
  const uses = (list: number): number => lists.filter((one) => one === list).length;
  const [list = 1] = [...lists].sort((one, other) => uses(other) - uses(one));
  const steps = stepsOf(guide, list).length;
  const presses = way.length - 1;
  return Math.abs(presses - steps) <= mostApart
    ? []
    : [[['states'], fault('drill-length', { presses, steps, most: mostApart })]];
}

/** The rules of prose, and those of made-up screens, for all that is read. */
const wordFaults = ({ data }: Drill, madeUp: MadeUpData): FaultAt[] =>
  textsOf(data)
    .filter(({ path }) => !path.some((step) => unread.has(String(step))))
    .flatMap(({ path, text }) => {
      const long = sentences(text).filter((sentence) => syllables(sentence) > longestSentence);
      return [
        ...madeUpFaults(text, madeUp),
        ...proseFaults(text, { hasRealSource: true }),
        ...lawFaults(text, []),
        ...long.map((sentence) =>
          fault('long-sentence', { count: syllables(sentence), sentence, most: longestSentence }),
        ),
      ].map((found): FaultAt => [path, found]);
    });
