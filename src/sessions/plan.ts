/**
 * Makes the timetable of a session from what a trainer chose. Pure; the page and its script share it. The
 * rules follow the ready outlines of guides 400, 406 and 407: greet, show slowly, let everybody do it, rest
 * when it is long, ask, send home with one thing.
 */
import { longestWithoutBreak, onTheClock, type Device, type PartKind, type Timed } from './parts.ts';

/** What the timetable needs to know of a guide. */
export interface PlanGuide {
  readonly number: number;
  readonly title: string;
  /** Minutes it takes a beginner. */
  readonly minutes: number;
  readonly risk: 'none' | 'login' | 'money';
  /** Guides to be done first, by number. */
  readonly before: readonly number[];
  /** Set for a guide about one kind of phone only. */
  readonly only?: 'android' | 'iphone';
}

/** What the trainer chose. */
export interface SessionChoice {
  /** Guide numbers in the order of teaching; some may be unknown to this edition. */
  readonly guides: readonly number[];
  readonly minutes: number;
  /** Id of the audience; empty for everybody. */
  readonly audience: string;
  readonly device: Device;
}

/** One part of a made timetable. */
export interface PlanPart {
  readonly kind: PartKind;
  readonly minutes: number;
  /** Number of the guide that is taught. */
  readonly guide?: number;
  /** Second half of a practice that a break has cut: done again without looking at the paper. */
  readonly again?: boolean;
}

/** Something the trainer should know about the choice. */
export type PlanNote =
  | { readonly kind: 'no-guides' }
  | { readonly kind: 'unknown-guide'; readonly guide: number }
  /** Not enough time; `need` minutes would do. No timetable is made. */
  | { readonly kind: 'too-short'; readonly need: number }
  /** It fits, but beginners need about `want` minutes for these guides and there are `have`. */
  | { readonly kind: 'tight'; readonly want: number; readonly have: number }
  | { readonly kind: 'many'; readonly guides: number }
  /** A guide that should be known first is taught later. */
  | { readonly kind: 'wrong-order'; readonly guide: number; readonly first: number }
  /** Guides that should be known first are not in the session. */
  | { readonly kind: 'needs'; readonly guide: number; readonly first: readonly number[] }
  | { readonly kind: 'other-device'; readonly guide: number; readonly only: 'android' | 'iphone' }
  | { readonly kind: 'risky'; readonly guide: number; readonly risk: 'login' | 'money' };

export interface SessionPlan {
  readonly parts: readonly Timed<PlanPart>[];
  readonly notes: readonly PlanNote[];
}

/** Shortest and longest session, and the most guides, that the builder takes. */
export const planLimits = { minutes: { least: 20, most: 180 }, guides: 8 } as const;
/** Least minutes for a guide: three to show it, seven to do it. */
const leastShown = 3;
const leastDone = 7;
export const leastForGuide = leastShown + leastDone;
/** More than this many things a session is more than learners keep: guide 400 asks for one. */
const manyGuides = 3;
/** Audiences that rest earlier, as in the outlines of guides 406 and 407. */
const restsEarly: ReadonlySet<string> = new Set(['nguoi-cao-tuoi', 'nguoi-khuyet-tat']);
/** From this length on, those audiences have a break. */
const earlyBreak = 60;

/** Minutes of the parts that every session has, beside its guides. */
export function frame({
  minutes,
  audience,
  device,
}: Pick<SessionChoice, 'minutes' | 'audience' | 'device'>): {
  welcome: number;
  questions: number;
  wrapUp: number;
  breaks: number;
} {
  const long = minutes > longestWithoutBreak;
  const rest = long || (restsEarly.has(audience) && minutes >= earlyBreak);
  return {
    // Phones must be charged and joined to the network; without phones, greeting is enough.
    welcome: device === 'none' || minutes <= 45 ? 5 : 10,
    questions: minutes <= 45 ? 3 : minutes <= longestWithoutBreak ? 5 : 10,
    wrapUp: minutes <= 45 ? 4 : minutes <= 120 ? 7 : 10,
    breaks: !rest ? 0 : minutes > 150 ? 2 : 1,
  };
}
/** Length of one break. */
const breakMinutes = 10;

/**
 * The timetable for a choice, or notes that say why there is none yet. Minutes of all parts add up to
 * `choice.minutes`.
 */
export function makePlan(choice: SessionChoice, known: ReadonlyMap<number, PlanGuide>): SessionPlan {
  const notes: PlanNote[] = choice.guides
    .filter((guide) => !known.has(guide))
    .map((guide) => ({ kind: 'unknown-guide', guide }));
  const guides = choice.guides.flatMap((guide) => known.get(guide) ?? []);
  if (guides.length === 0) return { parts: [], notes: [...notes, { kind: 'no-guides' }] };
  const free = freeMinutes(choice);
  if (free < guides.length * leastForGuide)
    return {
      parts: [],
      notes: [...notes, { kind: 'too-short', need: neededMinutes(choice, guides.length) }],
    };

  const { welcome, questions, wrapUp, breaks } = frame(choice);
  const shares = share(
    free,
    guides.map((guide) => guide.minutes),
    leastForGuide,
  );
  // With both kinds of phone each step is shown twice, so showing takes more of the time.
  const shown = choice.device === 'both' ? 0.4 : 0.3;
  const taught = guides.flatMap((guide, index): PlanPart[] => {
    const minutes = shares[index] ?? leastForGuide;
    const demonstration = Math.min(Math.max(leastShown, Math.round(minutes * shown)), minutes - leastDone);
    return [
      { kind: 'demonstration', minutes: demonstration, guide: guide.number },
      { kind: 'practice', minutes: minutes - demonstration, guide: guide.number },
    ];
  });
  const parts: PlanPart[] = [
    { kind: 'welcome', minutes: welcome },
    ...withBreaks(taught, breaks),
    { kind: 'questions', minutes: questions },
    { kind: 'wrap-up', minutes: wrapUp },
  ];
  return { parts: onTheClock(parts), notes: [...notes, ...advice(choice, guides, free)] };
}

/** Minutes left for guides. */
function freeMinutes(choice: SessionChoice): number {
  const fixed = frame(choice);
  return choice.minutes - fixed.welcome - fixed.questions - fixed.wrapUp - fixed.breaks * breakMinutes;
}

/** The shortest session, in steps of five minutes, that holds so many guides. */
export function neededMinutes(choice: SessionChoice, guides: number): number {
  for (let minutes = Math.ceil(planLimits.minutes.least / 5) * 5; ; minutes += 5) {
    if (freeMinutes({ ...choice, minutes }) >= guides * leastForGuide) return minutes;
  }
}

/**
 * Splits `total` whole minutes by weight, each share at least `least`. The shares add up to `total`, which
 * must be enough.
 */
export function share(total: number, weights: readonly number[], least: number): number[] {
  const spare = total - weights.length * least;
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (spare * weight) / sum);
  const floors = exact.map(Math.floor);
  let left = spare - floors.reduce((a, b) => a + b, 0);
  // The minutes that rounding left go to the largest remainders, the first of equals first.
  const order = exact
    .map((value, index) => ({ i: index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i: index } of order) {
    if (left-- <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
  }
  return floors.map((floor) => floor + least);
}

/**
 * Puts breaks between guides where the time is nearest to even parts; one long guide is cut in its practice.
 */
function withBreaks(taught: readonly PlanPart[], breaks: number): PlanPart[] {
  let parts = [...taught];
  for (let b = 1; b <= breaks; b++) {
    const total = taught.reduce((sum, part) => sum + part.minutes, 0);
    const aim = (total * b) / (breaks + 1);
    let at = 0;
    // Where a break may stand: after a practice that is not the last part, or inside a practice long enough
    // to be halved.
    const places = parts.flatMap((part, index) => {
      const from = at;
      if (part.kind !== 'break') at += part.minutes;
      if (part.kind !== 'practice') return [];
      const cut = Math.round(part.minutes / 2);
      const after =
        index < parts.length - 1 && parts[index + 1]?.kind !== 'break'
          ? [{ i: index, off: Math.abs(at - aim), inside: false }]
          : [];
      const inside =
        part.minutes >= 2 * leastDone && part.again === undefined
          ? [{ i: index, off: Math.abs(from + cut - aim) + 5, inside: true }]
          : [];
      return [...after, ...inside];
    });
    const best = places.sort((x, y) => x.off - y.off || x.i - y.i)[0];
    const rest: PlanPart = { kind: 'break', minutes: breakMinutes };
    // No practice can be cut: the break stands before the questions.
    const cut = best && parts[best.i];
    if (best === undefined || cut === undefined) {
      parts = [...parts, rest];
      continue;
    }
    const half = Math.round(cut.minutes / 2);
    parts = [
      ...parts.slice(0, best.i),
      ...(best.inside
        ? [{ ...cut, minutes: half }, rest, { ...cut, minutes: cut.minutes - half, again: true }]
        : [cut, rest]),
      ...parts.slice(best.i + 1),
    ];
  }
  return parts;
}

function advice(choice: SessionChoice, guides: readonly PlanGuide[], have: number): PlanNote[] {
  const place = new Map(guides.map((guide, index) => [guide.number, index]));
  const want = guides.reduce((sum, guide) => sum + guide.minutes, 0);
  const orders = guides.flatMap((guide, index): PlanNote[] => {
    const missing = guide.before.filter((number) => !place.has(number));
    return [
      ...guide.before
        .filter((number) => (place.get(number) ?? -1) > index)
        .map((first): PlanNote => ({ kind: 'wrong-order', guide: guide.number, first })),
      ...(missing.length > 0 ? [{ kind: 'needs' as const, guide: guide.number, first: missing }] : []),
    ];
  });
  return [
    ...(guides.length > manyGuides ? [{ kind: 'many' as const, guides: guides.length }] : []),
    ...(want > have ? [{ kind: 'tight' as const, want, have }] : []),
    ...orders,
    ...guides.flatMap((guide): PlanNote[] =>
      guide.only !== undefined && choice.device !== 'both' && choice.device !== guide.only
        ? [{ kind: 'other-device', guide: guide.number, only: guide.only }]
        : [],
    ),
    ...guides.flatMap((guide): PlanNote[] =>
      guide.risk === 'none' ? [] : [{ kind: 'risky', guide: guide.number, risk: guide.risk }],
    ),
  ];
}
