/** Ready training sessions: a row of the list, the page of one, and the filters that work without script. */
import { offers } from '../domain/offers.ts';
import { programmeSlidesAddress, trainerSheetAddress } from '../domain/address.ts';
import { addDays, isStale } from '../domain/days.ts';
import type { Audience, Programme } from '../handbook/handbook.ts';
import { dayWords, t } from '../words/words.ts';
import { guideLink, type GuideLink, type Link } from './link.ts';

/** A session in a list. */
export interface ProgrammeRow {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly time: string;
  readonly people: string;
  /** For the filters: groups it is for, and its length. */
  readonly groups: string;
  readonly length: Length;
}

/** Lengths that one can choose; each ends where the next begins. */
export const lengths = ['45', '75', '90'] as const;
type Length = (typeof lengths)[number];
const lengthOf = (minutes: number): Length => (minutes < 60 ? '45' : minutes <= 75 ? '75' : '90');

const peopleWords = (programme: Programme): string =>
  t('session.people', { from: programme.data.people.from, to: programme.data.people.to });

/** An audience with all wider ones. */
function wider(audience: Audience): Audience[] {
  const all: Audience[] = [];
  for (let x: Audience | undefined = audience; x; x = x.parent) all.push(x);
  return all;
}

/**
 * Audiences that some session names as its own, in their order: the choices of the filter. "Everybody" is not
 * a choice but the lack of one.
 */
export function programmeGroups(programmes: readonly Programme[]): Audience[] {
  const named = new Set(programmes.flatMap((programme) => programme.audiences));
  return [...named]
    .filter((audience) => audience.data.group !== 'all')
    .sort((a, b) => a.data.order - b.data.order);
}

export function programmeRow(programme: Programme, groups: readonly Audience[]): ProgrammeRow {
  const whom = programme.audiences.some((audience) => audience.data.group === 'all')
    ? groups
    : [...new Set(programme.audiences.flatMap(wider))];
  return {
    href: programme.address,
    title: programme.data.title,
    summary: programme.data.summary,
    time: t('session.minutes', { n: programme.data.minutes }),
    people: peopleWords(programme),
    groups: whom.map((group) => group.id).join(' '),
    length: lengthOf(programme.data.minutes),
  };
}

/**
 * Style that makes the filters work without script. The same text for every page about sessions, so that one
 * hash in the policy allows all of them. Where two choices leave nothing, it shows the line that says so.
 */
export function programmeFilterStyle(programmes: readonly Programme[]): string {
  const groups = programmeGroups(programmes);
  const rows = programmes.map((programme) => programmeRow(programme, groups));
  const hide = [
    ...groups.map(
      (group) => `html:has(#nhom-${group.id}:checked) .filtered li:not([data-nhom~=${group.id}])`,
    ),
    ...lengths.map((length) => `html:has(#dai-${length}:checked) .filtered li:not([data-dai="${length}"])`),
  ]
    .join(',')
    .concat('{display:none}');
  const empty = groups.flatMap((group) =>
    lengths
      .filter(
        (length) => !rows.some((row) => row.length === length && row.groups.split(' ').includes(group.id)),
      )
      .map((length) => `html:has(#nhom-${group.id}:checked):has(#dai-${length}:checked) .nothing`),
  );
  return hide + (empty.length > 0 ? `${empty.join(',')}{display:block}` : '');
}

/** The page of a session. */
export interface ProgrammeView {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly audiences: readonly Link[];
  readonly parts: readonly {
    readonly time: string;
    readonly kind: string;
    readonly title: string;
    readonly trainer: string;
    readonly learners: string;
    readonly guide?: GuideLink;
  }[];
  /** "5 + 10 + 30 = 45". */
  readonly total: string;
  readonly guides: readonly GuideLink[];
  readonly room: readonly { readonly name: string; readonly what: string }[];
  readonly questions: readonly { readonly ask: string; readonly expect: string; readonly where: Link }[];
  readonly demonstrated: GuideLink;
  readonly streams: readonly Link[];
  readonly tasks: number;
  readonly paper?: string;
  readonly slides?: string;
  /** Day by which it had to be looked at again, when that is past. */
  readonly stale?: string;
  /** Other sessions for the same people. */
  readonly more: readonly Link[];
}

/** `today` is the edition's day. */
export function programmeView(programme: Programme, today: string): ProgrammeView {
  const data = programme.data;
  const whom = programme.audiences[0]!;
  return {
    facts: [
      { name: t('session.time'), value: t('session.minutes', { n: data.minutes }) },
      {
        name: t('session.howMany'),
        value: `${peopleWords(programme)}; ${data.people.each === 1 ? t('session.helpersOne') : t('session.helpers', { n: data.people.each })}.${data.people.note ? ` ${data.people.note}` : ''}`,
      },
      { name: t('session.where'), value: data.place },
      { name: t('session.device'), value: t(`session.device_${data.device}`) },
    ],
    audiences: programme.audiences.map((audience) => ({ href: audience.address, text: audience.data.title })),
    parts: programme.parts.map((part) => ({
      time: `${part.from}–${part.to}`,
      kind: t(`session.kind_${part.kind}`),
      title: part.title,
      trainer: part.trainer,
      learners: part.learners,
      ...(part.guide ? { guide: guideLink(part.guide) } : {}),
    })),
    total: t('session.total', {
      sum: programme.parts.map((part) => part.minutes).join(' + '),
      n: data.minutes,
    }),
    guides: programme.guides.map(guideLink),
    room: (Object.entries(data.room) as [keyof typeof data.room, string][]).map(([need, what]) => ({
      name: t(`session.room_${need}`),
      what,
    })),
    questions: programme.questions.map((question) => ({
      ask: question.ask,
      expect: question.expect,
      where: {
        href: `${question.guide.address}#${question.section}`,
        text: t('session.answerIn', {
          n: question.guide.data.number,
          section: question.guide.tree.sections.find((section) => section.id === question.section)!.title,
        }),
      },
    })),
    demonstrated: guideLink(programme.demonstrated),
    streams: programme.workstreams.map((workstream) => ({
      href: workstream.address,
      text: workstream.data.title,
    })),
    tasks: programme.tasks.length,
    ...(offers('print') ? { paper: trainerSheetAddress(programme.id) } : {}),
    ...(offers('slides') ? { slides: programmeSlidesAddress(programme.id) } : {}),
    ...(isStale(data.checked, data.reviewEvery, today)
      ? { stale: dayWords(addDays(data.checked, data.reviewEvery)) }
      : {}),
    more: whom.programmes
      .filter((otherProgramme) => otherProgramme !== programme)
      .slice(0, 4)
      .map((otherProgramme) => ({ href: otherProgramme.address, text: otherProgramme.data.title })),
  };
}
