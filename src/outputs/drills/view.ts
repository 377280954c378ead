/** What the page of a drill shows: its states and explanations, and where each press leads. Pure. */
import type { Drill, Guide } from '../../handbook/handbook.ts';
import type { DrillPress, DrillState } from '../../schemas/drill.ts';
import type { Link } from '../../views/link.ts';
import { t } from '../../words/words.ts';
import { follows } from './graph.ts';
import { stepsOf } from '../../handbook/steps.ts';

/** One press as a link within the page. */
export interface PressView {
  readonly text: string;
  readonly href: string;
}
/** Why a press was wrong. */
interface WhyView {
  readonly id: string;
  readonly kind: 'danger' | 'fine';
  readonly words: string;
  /** Where it goes on. */
  readonly on: Link;
}
/** One state with all that may be done in it. */
export interface StateView {
  readonly id: string;
  readonly data: DrillState;
  readonly keys: readonly PressView[];
  readonly hands: readonly PressView[];
  /** What one may answer. */
  readonly says: readonly PressView[];
  /** What the camera may be held to. */
  readonly scans: readonly PressView[];
  readonly typed: readonly PressView[];
  readonly whys: readonly WhyView[];
  /** The step that says the same. */
  readonly review?: Link;
}

/** Element id of a state; addresses of the page may be shared, so it does not change. */
const stateId = (id: string): string => `m-${id}`;
const whyId = (id: string, place: number): string => `s-${id}-${place + 1}`;

/** Link to a step of a guide. @throws Error when there is none: the content was not proven */
function reviewOf(see: NonNullable<DrillState['see']>, guides: ReadonlyMap<string, Guide>): Link {
  const guide = guides.get(see.guide);
  const step = guide && stepsOf(guide, see.list)[see.step - 1];
  if (!guide || !step) throw new Error(`${see.guide}: no step ${see.step} (unproven step)`);
  return {
    href: `${guide.address}#${step.id}`,
    text: t('drill.review', { step: see.step, n: guide.data.number, title: step.title }),
  };
}

function whyOf(state: DrillState, press: DrillPress, place: number): WhyView[] {
  const words = press.danger ?? press.fine;
  if (words === undefined) return [];
  const kind = press.danger === undefined ? 'fine' : 'danger';
  const next = follows(state, press);
  const text = next === state.id ? t('drill.back') : t('drill.on');
  return [{ id: whyId(state.id, place), kind, words, on: { href: `#${stateId(next)}`, text } }];
}

/** All states of a drill, in the order of the file. */
export const drillView = ({ data }: Drill, guides: ReadonlyMap<string, Guide>): StateView[] =>
  data.states.map((state): StateView => {
    const whys = state.press.flatMap((press, place) => whyOf(state, press, place));
    const views = state.press.map((press, place) => {
      const wrong = press.danger ?? press.fine;
      const to = wrong === undefined ? stateId(follows(state, press)) : whyId(state.id, place);
      return { press, view: { text: press.text ?? press.types ?? '', href: `#${to}` } };
    });
    const those = (fits: (press: DrillPress) => boolean): PressView[] =>
      views.filter(({ press }) => fits(press)).map(({ view }) => view);
    return {
      id: stateId(state.id),
      data: state,
      keys: those(({ types, by }) => types === undefined && by === 'key'),
      hands: those(({ types, by }) => types === undefined && by === 'hand'),
      says: those(({ types, by }) => types === undefined && by === 'say'),
      scans: those(({ types, by }) => types === undefined && by === 'scan'),
      typed: those(({ types }) => types !== undefined),
      whys,
      ...(state.see ? { review: reviewOf(state.see, guides) } : {}),
    };
  });
