/** What a guide page shows around its body. */
import { announcementAddress, handoutAddress, slidesAddress } from '../domain/address.ts';
import { offers } from '../domain/offers.ts';
import { isStale, addDays } from '../domain/days.ts';
import type { Guide } from '../handbook/handbook.ts';
import { sectionTitles } from '../markdown/grammar.ts';
import { isGesture } from '../domain/picture-names.ts';
import { picturesOf, screensOf } from '../markdown/lines.ts';
import { piecesOf, type Piece } from '../markdown/pieces.ts';
import type { ScreenDrawing, Section } from '../markdown/tree.ts';
import type { Source } from '../schemas/fields.ts';
import { wordsFor, type Speech } from '../words/words.ts';
import { guideRules, ownSources } from './rule.ts';
import { guideLink, taskLink, type GuideLink, type Link } from './link.ts';

export interface GuideView {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly level: string;
  readonly audiences: readonly Link[];
  readonly parts: readonly Link[];
  /** Where who has trouble, wants to call, is done or helps others goes from the first step. */
  readonly places: readonly Link[];
  readonly skills: readonly Link[];
  readonly before: readonly GuideLink[];
  readonly next: readonly GuideLink[];
  readonly seeAlso: readonly GuideLink[];
  readonly workstreams: readonly Link[];
  readonly tasks: readonly Link[];
  readonly moreTasks: number;
  /** The guide in forms for whoever teaches it. */
  readonly teaching: readonly Link[];
  readonly sources: readonly Source[];
  /** Rules whose figures it quotes, each with its legal text. */
  readonly rules: readonly Link[];
  readonly checked: string;
  /** Whether a drawing stands in it; only then does the page carry their style. */
  readonly pictures: boolean;
  /** Whether one of the pictures is a gesture. */
  readonly gestures: boolean;
  /** The drawn screens: the page carries the styles of their kinds. */
  readonly screens: readonly ScreenDrawing[];
  /** A card's body, which no file holds, and whether too much of it is not known. */
  readonly card?: { readonly pieces: readonly Piece[]; readonly blanks: number; readonly complete: boolean };
  /** Day by which it had to be checked again, when that has passed. */
  readonly stale?: string;
}

/** Tasks listed by name beside a guide, of those that it was picked for; the rest is a count. */
const tasksShown = 3;

function levelWords(level: Guide['data']['level'], say: Speech['t']): string {
  return level === 'first'
    ? say('guide.levelFirst')
    : level === 'some'
      ? say('guide.levelSome')
      : say('guide.levelSure');
}

/** The guide as slides, on paper and for the loudspeaker, where the edition has them. */
function teachingForms(number: number, say: Speech['t']): Link[] {
  const forms = [
    { form: 'slides', href: slidesAddress(number), text: say('guide.teachSlides') },
    { form: 'print', href: handoutAddress(number), text: say('guide.teachSheet') },
    { form: 'loudspeaker', href: announcementAddress(number), text: say('guide.teachLoud') },
  ];
  return forms.filter(({ form }) => offers(form)).map(({ href, text }) => ({ href, text }));
}

/** The heading of a section: its own, or the one of its kind in the guide's language. */
const sectionName = ({ kind, title }: Section, say: Speech['t']): string =>
  title === sectionTitles[kind] ? say(`section.${kind}`) : title;

/** Where who has trouble, wants to call, is done or helps others goes from the first step. */
const placesOf = ({ tree, next, data }: Guide, say: Speech['t']): Link[] => [
  ...tree.sections
    .filter(({ kind }) => kind === 'trouble' || kind === 'call')
    .map((section) => ({ href: `#${section.id}`, text: sectionName(section, say) })),
  next.length > 0
    ? { href: '#tiep', text: say('guide.next') }
    : { href: '#nguon', text: say('guide.sources') },
  ...(teachingForms(data.number, say).length > 0 ? [{ href: '#day', text: say('guide.toTeach') }] : []),
];

/** `today` is passed in, so that a page of a given day is always the same. */
export function guideView(guide: Guide, today: string): GuideView {
  const data = guide.data;
  const { t } = wordsFor(data.lang);
  // One task of each plan first, so that a reader sees the own province beside the ministry.
  const seen = new Set<string>();
  const firstOfPlan = guide.picked.filter((task) => !seen.has(task.plan.id) && seen.add(task.plan.id));
  const shown = [...firstOfPlan, ...guide.picked.filter((task) => !firstOfPlan.includes(task))].slice(
    0,
    tasksShown,
  );
  const drawn = [
    guide.tree.intro,
    ...guide.tree.sections.flatMap((section) => [
      section.blocks,
      ...section.steps.map((step) => step.blocks),
      ...section.cases.map((trouble) => trouble.blocks),
    ]),
  ];
  return {
    number: data.number,
    title: data.title,
    summary: data.summary,
    minutes: data.minutes,
    level: levelWords(data.level, t),
    audiences: guide.audiences.map((audience) => ({ href: audience.address, text: audience.data.title })),
    parts: guide.tree.sections.map((section) => ({ href: `#${section.id}`, text: sectionName(section, t) })),
    places: placesOf(guide, t),
    skills: guide.skills.map((skill) => ({ href: skill.address, text: skill.data.title })),
    before: guide.before.map(guideLink),
    next: guide.next.map(guideLink),
    seeAlso: guide.seeAlso.map(guideLink),
    workstreams: guide.workstreams.map((workstream) => ({
      href: workstream.address,
      text: workstream.data.title,
    })),
    tasks: shown.map(taskLink),
    moreTasks: guide.picked.length - shown.length,
    teaching: teachingForms(data.number, t),
    sources: ownSources(guide),
    rules: guideRules(guide),
    checked: data.checked,
    pictures: drawn.some((blocks) => picturesOf(blocks).length > 0 || screensOf(blocks).length > 0),
    screens: drawn.flatMap(screensOf),
    gestures: drawn.some((blocks) => picturesOf(blocks).some(({ name }) => isGesture(name))),
    ...(guide.card
      ? {
          card: {
            pieces: piecesOf(guide.tree),
            blanks: guide.card.blanks.length,
            complete: guide.card.complete,
          },
        }
      : {}),
    ...(isStale(data.checked, data.reviewEvery, today)
      ? { stale: addDays(data.checked, data.reviewEvery) }
      : {}),
  };
}
