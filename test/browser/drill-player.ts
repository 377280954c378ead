/**
 * Plays a drill as a reader would: by its right way, with the keyboard or with a finger. One question to the
 * page a press, asked in the page itself, so that every drill can be played in every way in one run.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { isRight, follows, rightWay } from '../../src/outputs/drills/graph.ts';
import { boxId, presets, type ModeToken } from '../../src/modes/settings.ts';
import type { DrillData, DrillPress, DrillState } from '../../src/schemas/drill.ts';
import { present } from '../present.ts';
import { someOf, whole } from '../whole.ts';
import { realEntries } from '../real.ts';

export const drills = realEntries('drills').map(({ id, data }) => ({ id, data }));
type Drill = (typeof drills)[number];
export const address = (id: string): string => `/tap/${id}/`;
export const at = (page: Page, state: DrillState): Locator => page.locator(`#m-${state.id}`);

type Hand = 'keyboard' | 'touch';
/** How a drill is played. */
interface Way {
  readonly hand: Hand;
  readonly script: boolean;
}
/** The sets of display modes in which drills are played. */
const sets = [
  'nguoi-cao-tuoi',
  'thi-luc-kem',
  'tay-run',
] as const satisfies readonly (keyof typeof presets)[];
type ModeSet = (typeof sets)[number];

/** The presses of the shortest right way, each with its state and the one that follows. */
function rightPresses(data: DrillData): { state: DrillState; press: DrillPress; next: DrillState }[] {
  const way = present(rightWay(data), data.title);
  return way.slice(0, -1).map((state, place) => {
    const next = present(way[place + 1], 'next state');
    const press = present(
      state.press.find((one) => isRight(one) && follows(state, one) === next.id),
      'right press',
    );
    return { state, press, next };
  });
}

/** What is to be used: a link, button or field with these words, in a part of the page. */
interface Target {
  readonly within: string;
  readonly kind: string;
  readonly name: string;
}

/** Where it is, once it stands in the middle of the window. */
interface Found {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** What a finger on its middle meets. */
  readonly meets: string;
  readonly focused: boolean;
}
const find = (page: Page, target: Target, scroll: boolean): Promise<Found | undefined> =>
  page.evaluate(
    ([{ within, kind, name }, move]) => {
      const found = [...document.querySelectorAll<HTMLElement>(`${within} ${kind}`)].find(
        (one) =>
          one.checkVisibility() && (name === '' || one.textContent.replace(/\s+/g, ' ').trim() === name),
      );
      if (!found) return undefined;
      if (move) found.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = found.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const met = document.elementFromPoint(x, y);
      const meets = met && found.contains(met) ? 'it' : (met?.outerHTML.slice(0, 80) ?? 'nothing');
      return { x, y, height: Math.round(height), meets, focused: found === document.activeElement };
    },
    [target, scroll] as const,
  );

/** Presses what is named, with a finger on its middle or by the Tab key and Enter. */
async function use(page: Page, target: Target, hand: Hand, least = 44): Promise<void> {
  const where = `${target.within} “${target.name}”`;
  const seek = async (): Promise<Found> => present(await find(page, target, hand === 'touch'), where);
  let found = await seek();
  expect(found.height, `${where}: height`).toBeGreaterThanOrEqual(least);
  if (hand === 'touch') {
    expect(found.meets, `${where}: under a finger`).toBe('it');
    return page.touchscreen.tap(found.x, found.y);
  }
  for (let count = 0; count < 12 && !found.focused; count += 1) {
    await page.keyboard.press('Tab');
    found = await seek();
  }
  expect(found.focused, `${where}: reached by the Tab key`).toBe(true);
  if (target.kind !== 'input') await page.keyboard.press('Enter');
}

/** What does a press in a state: a link without script; with it a button, or a field. */
export async function does(
  page: Page,
  state: DrillState,
  press: DrillPress,
  { hand, script }: Way,
  least?: number,
): Promise<void> {
  const within = `#m-${state.id}`;
  const name = (press.text ?? press.types ?? '').replace(/\s+/g, ' ').trim();
  if (!script) return use(page, { within, kind: 'a', name }, hand, least);
  if (press.types === undefined) return use(page, { within, kind: 'button', name }, hand, least);
  await use(page, { within, kind: 'input', name: '' }, hand, least);
  await page.keyboard.type(press.types.replaceAll('.', ''));
  if (hand === 'touch') return use(page, { within, kind: 'form > .begin', name: '' }, hand, least);
  return page.keyboard.press('Enter');
}

/** What the reader has before the eyes. */
interface Sight {
  /** Ids of all states and explanations that are shown. */
  readonly shown: readonly string[];
  /** The one whose heading has the focus. */
  readonly heading: string | undefined;
  /** How wide the page is, in pixels. */
  readonly wide: number;
  readonly words: string;
}
const look = (page: Page): Promise<Sight> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.now')].filter((one) => one.checkVisibility());
    const now = document.activeElement;
    return {
      shown: shown.map(({ id }) => id),
      heading: now?.matches('.now h2') ? now.closest('.now')?.id : undefined,
      wide: document.documentElement.scrollWidth,
      words: shown.map(({ innerText }) => innerText).join(' '),
    };
  });

/** Waits until one state alone is shown, and with a script until its heading has the focus. */
async function see(page: Page, state: DrillState, script: boolean, why: string): Promise<Sight> {
  const id = `m-${state.id}`;
  const until = Date.now() + 10_000;
  let sight = await look(page);
  while ((sight.shown.join() !== id || (script && sight.heading !== id)) && Date.now() < until)
    sight = await look(page);
  expect(sight.shown, why).toEqual([id]);
  if (script) expect(sight.heading, `${why}: its heading has the focus`).toBe(id);
  return sight;
}

const begin: Target = { within: 'main', kind: 'a.begin', name: 'Bắt đầu tập' };
const againIn = (state: DrillState): Target => ({
  within: `#m-${state.id}`,
  kind: 'a',
  name: 'Tập lại từ đầu',
});

/** Opens the first state from the top of the page. Pages do not glide there: what moves cannot be pressed. */
async function start(page: Page, { data, id }: Drill, { hand, script }: Way): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  if (hand === 'touch') await use(page, begin, hand);
  else {
    await page.getByRole('link', { name: begin.name }).focus();
    await page.keyboard.press('Enter');
  }
  await see(page, present(data.states[0], 'first state'), script, `${id}: begins`);
}

/** From the first state, which is open, to the end. */
async function playOn(page: Page, { id, data }: Drill, by: Way, least?: number): Promise<DrillState> {
  const width = present(page.viewportSize(), 'window').width;
  let last = present(data.states[0], 'first state');
  for (const { state, press, next } of rightPresses(data)) {
    await does(page, state, press, by, least);
    const sight = await see(page, next, by.script, `${id}: ${state.id} leads to ${next.id}`);
    expect(sight.wide, `${id} ${next.id}: as wide as the window`).toBeLessThanOrEqual(width);
    if (next.done !== undefined) expect(sight.words, id).toContain('Bạn làm được rồi');
    last = next;
  }
  expect(last.done, `${id}: at its end`).toBeDefined();
  return last;
}

/** From the top of the page to the end. */
export async function playRight(page: Page, drill: Drill, by: Way): Promise<void> {
  await start(page, drill, by);
  await playOn(page, drill, by);
}

/** Puts a set of modes on the page, as the early script does, or as the boxes do where no script runs. */
async function wear(page: Page, set: ModeSet, script: boolean): Promise<number> {
  const modes: readonly ModeToken[] = presets[set];
  return page.evaluate(
    ([tokens, boxes, scripted]) => {
      if (scripted) document.documentElement.dataset.cheDo = tokens.join(' ');
      else
        for (const box of document.querySelectorAll<HTMLInputElement>('input[id^="cd-"]'))
          box.checked = boxes.includes(box.id);
      return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    },
    [modes, modes.map(boxId), script] as const,
  );
}

/** A drill is played with one hand in one set of modes. */
interface Play {
  readonly hand: Hand;
  readonly set: ModeSet;
}
const hands = ['touch', 'keyboard'] as const satisfies readonly Hand[];

/** Both hands, each in one of the sets by turns; in a whole run each hand in each set. */
export const playsOf = (place: number): Play[] =>
  hands.flatMap((hand, which) =>
    sets.filter((_, index) => whole || index === (place + which) % sets.length).map((set) => ({ hand, set })),
  );
/** One of them, another for the next drill. */
export const onePlayOf = (place: number): Play[] =>
  playsOf(place).filter((_, index) => index === place % hands.length);
/**
 * Those that are played where the pages are the same and only the place differs from which they come: a
 * third, chosen by what stands in them; all in a whole run.
 */
export const someDrills = someOf(drills, 3, ({ data }) => JSON.stringify(data));

/**
 * A drill whose page is open is played in these ways, and begun again after each time. Answers with how
 * often it was played.
 */
export async function playEach(
  page: Page,
  drill: Drill,
  script: boolean,
  plays: readonly Play[],
): Promise<number> {
  const first = present(drill.data.states[0], 'first state');
  const sizes = new Map<ModeSet, number>();
  let last: Hand | undefined;
  for (const { hand, set } of plays) {
    sizes.set(set, await wear(page, set, script));
    // A finger moves the place from which the Tab key goes on: each hand begins at the top of the page.
    if (hand !== last) await start(page, drill, { hand, script });
    last = hand;
    const least = presets[set].some((token) => token === 'de-bam') ? 56 : 44;
    const end = await playOn(page, drill, { hand, script }, least);
    await use(page, againIn(end), hand, least);
    await see(page, first, script, `${drill.id}: begins again`);
  }
  // Each set has letters of its own size: the modes were on.
  expect(new Set(sizes.values()).size, drill.id).toBe(sizes.size);
  return plays.length;
}
