/** Ready training sessions: a row of the list, the page of one, and the filters that work without script. */
import { programmeSlidesAddress, trainerSheetAddress } from '../domain/address.ts';
import { addDays, isStale } from '../handbook/schedule.ts';
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
export type Length = (typeof lengths)[number];
const lengthOf = (minutes: number): Length => (minutes < 60 ? '45' : minutes <= 75 ? '75' : '90');

const peopleWords = (p: Programme): string =>
  t('session.people', { from: p.data.people.from, to: p.data.people.to });

/** An audience with all wider ones. */
function wider(a: Audience): Audience[] {
  const all: Audience[] = [];
  for (let x: Audience | undefined = a; x; x = x.parent) all.push(x);
  return all;
}

/** Audiences that some session names as its own, in their order: the choices of the filter. "Everybody" is not a choice but the lack of one. */
export function programmeGroups(programmes: readonly Programme[]): Audience[] {
  const named = new Set(programmes.flatMap((p) => p.audiences));
  return [...named].filter((a) => a.id !== 'moi-nguoi').sort((a, b) => a.data.order - b.data.order);
}

export function programmeRow(p: Programme, groups: readonly Audience[]): ProgrammeRow {
  const whom = p.audiences.some((a) => a.id === 'moi-nguoi')
    ? groups
    : [...new Set(p.audiences.flatMap(wider))];
  return {
    href: p.address,
    title: p.data.title,
    summary: p.data.summary,
    time: t('session.minutes', { n: p.data.minutes }),
    people: peopleWords(p),
    groups: whom.map((a) => a.id).join(' '),
    length: lengthOf(p.data.minutes),
  };
}

/**
 * Style that makes the filters work without script. The same text for every page about sessions, so that one hash in the policy allows
 * all of them. Where two choices leave nothing, it shows the line that says so.
 */
export function programmeFilterStyle(programmes: readonly Programme[]): string {
  const groups = programmeGroups(programmes);
  const rows = programmes.map((p) => programmeRow(p, groups));
  const hide = [
    ...groups.map((a) => `html:has(#nhom-${a.id}:checked) .filtered li:not([data-nhom~=${a.id}])`),
    ...lengths.map((l) => `html:has(#dai-${l}:checked) .filtered li:not([data-dai="${l}"])`),
  ]
    .join(',')
    .concat('{display:none}');
  const empty = groups.flatMap((a) =>
    lengths
      .filter((l) => !rows.some((r) => r.length === l && r.groups.split(' ').includes(a.id)))
      .map((l) => `html:has(#nhom-${a.id}:checked):has(#dai-${l}:checked) .nothing`),
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
  readonly paper: string;
  readonly slides: string;
  /** Day by which it had to be looked at again, when that is past. */
  readonly stale?: string;
  /** Other sessions for the same people. */
  readonly more: readonly Link[];
}

/** `today` is the edition's day. */
export function programmeView(p: Programme, today: string): ProgrammeView {
  const d = p.data;
  const whom = p.audiences[0]!;
  return {
    facts: [
      { name: t('session.time'), value: t('session.minutes', { n: d.minutes }) },
      {
        name: t('session.howMany'),
        value: `${peopleWords(p)}; ${d.people.each === 1 ? t('session.helpersOne') : t('session.helpers', { n: d.people.each })}.${d.people.note ? ` ${d.people.note}` : ''}`,
      },
      { name: t('session.where'), value: d.place },
      { name: t('session.device'), value: t(`session.device_${d.device}`) },
    ],
    audiences: p.audiences.map((a) => ({ href: a.address, text: a.data.title })),
    parts: p.parts.map((x) => ({
      time: `${x.from}–${x.to}`,
      kind: t(`session.kind_${x.kind}`),
      title: x.title,
      trainer: x.trainer,
      learners: x.learners,
      ...(x.guide ? { guide: guideLink(x.guide) } : {}),
    })),
    total: t('session.total', { sum: p.parts.map((x) => x.minutes).join(' + '), n: d.minutes }),
    guides: p.guides.map(guideLink),
    room: (Object.entries(d.room) as [keyof typeof d.room, string][]).map(([need, what]) => ({
      name: t(`session.room_${need}`),
      what,
    })),
    questions: p.questions.map((q) => ({
      ask: q.ask,
      expect: q.expect,
      where: {
        href: `${q.guide.address}#${q.section}`,
        text: t('session.answerIn', {
          n: q.guide.data.number,
          section: q.guide.tree.sections.find((s) => s.id === q.section)!.title,
        }),
      },
    })),
    demonstrated: guideLink(p.demonstrated),
    streams: p.workstreams.map((w) => ({ href: w.address, text: w.data.title })),
    tasks: p.tasks.length,
    paper: trainerSheetAddress(p.id),
    slides: programmeSlidesAddress(p.id),
    ...(isStale(d.checked, d.reviewEvery, today)
      ? { stale: dayWords(addDays(d.checked, d.reviewEvery)) }
      : {}),
    more: whom.programmes
      .filter((o) => o !== p)
      .slice(0, 4)
      .map((o) => ({ href: o.address, text: o.data.title })),
  };
}
