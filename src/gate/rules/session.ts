/**
 * What must hold in a training session and between it and its guides. Pure: a session and the trees of its
 * guides → faults.
 */
import { blockLines } from '../../markdown/lines.ts';
import type { Section, Tree } from '../../markdown/tree.ts';
import type { EventData, ProgrammeData } from '../../schemas/programme.ts';
import { fault, type Fault } from '../faults.ts';
import { longestSentence, proseContext, proseFaults } from './prose.ts';
import { sentences, syllables } from '../../vietnamese/sentences.ts';
import { longestWithoutBreak, minutesOf } from '../../sessions/parts.ts';

/** A fault, with the field that is blamed. */
export interface ProgrammeFault extends Fault {
  readonly path: readonly (string | number)[];
}

/** What the rules need to know of a guide. */
interface TaughtGuide {
  readonly number: number;
  readonly risk: 'none' | 'login' | 'money';
  readonly tree?: Tree;
}

/** Last parts of addresses under `/tap-huan/` that are pages of their own. */
const takenAddresses: readonly string[] = ['soan', '10-10'];

/**
 * "bài 40", "gõ số 80": a guide named by its number. Numbers of lessons to come ("bài 1 của sách") have no
 * place in a session.
 */
const named =
  /(?:^|[^\p{L}])(?:bài|gõ số|gõ)\s+(\d{1,4})(?!\d|\s*(?:phút|giây|lần|người|câu|bước|trang|[.,]\d))/giu;

/** Finds a guide; unknown ones are told elsewhere, as dangling references. */
type FindGuide = (id: string) => TaughtGuide | undefined;

/** All faults of one session. */
export function programmeFaults(id: string, data: ProgrammeData, guide: FindGuide): ProgrammeFault[] {
  return [
    ...(takenAddresses.includes(id) ? [{ path: [], ...fault('session-address', { id }) }] : []),
    ...timeFaults(data),
    ...listFaults(data),
    ...stopFaults(data, guide),
    ...questionFaults(data, guide),
    ...wordFaults(data, guide),
    ...(data.event ? eventFaults(data.event) : []),
  ];
}

/** Minutes: they add up, with every part, a break, and time for learners' own hands. */
function timeFaults({ outline, minutes }: ProgrammeData): ProgrammeFault[] {
  const found: Fault[] = [];
  const total = minutesOf(outline);
  if (total !== minutes) found.push(fault('session-minutes', { total, minutes }));
  for (const kind of ['welcome', 'demonstration', 'practice', 'wrap-up'] as const)
    if (minutesOf(outline, kind) === 0) found.push(fault('session-part', { kind }));
  if (minutes > longestWithoutBreak && minutesOf(outline, 'break') === 0)
    found.push(fault('session-break', { minutes, most: longestWithoutBreak }));
  const hands = minutesOf(outline, 'practice');
  if (hands * 3 < minutes) found.push(fault('session-hands', { hands, minutes }));
  return found.map((one) => ({ path: ['outline'], ...one }));
}

/** Every place of a session that names a guide, but its list. */
function guideUses(data: ProgrammeData): { readonly path: (string | number)[]; readonly id: string }[] {
  return [
    ...data.outline.flatMap(({ guide }, index) =>
      guide === undefined ? [] : [{ path: ['outline', index, 'guide'], id: guide }],
    ),
    { path: ['demonstration', 'guide'], id: data.demonstration.guide },
    ...data.questions.map(({ found }, index) => ({
      path: ['questions', index, 'found', 'guide'],
      id: found.guide,
    })),
    ...(data.event?.stalls ?? []).flatMap(({ guides }, index) =>
      guides.map((id, position) => ({ path: ['event', 'stalls', index, 'guides', position], id })),
    ),
    ...(data.event?.announce ?? []).map((id, index) => ({ path: ['event', 'announce', index], id })),
  ];
}

/** What is named is taught, what is taught is named. */
function listFaults(data: ProgrammeData): ProgrammeFault[] {
  const uses = guideUses(data);
  const used = new Set(uses.map(({ id }) => id));
  return [
    ...uses
      .filter(({ id }) => !data.guides.includes(id))
      .map(({ path, id }) => ({ path, ...fault('session-guide', { id, own: data.guides }) })),
    ...data.guides.flatMap((id, index) =>
      used.has(id) ? [] : [{ path: ['guides', index], ...fault('session-idle', { id }) }],
    ),
  ];
}

/** Practice on a risky guide says where it stops. */
function stopFaults({ guides, practice }: ProgrammeData, guide: FindGuide): ProgrammeFault[] {
  const risky = guides.find((id) => (guide(id)?.risk ?? 'none') !== 'none');
  return risky === undefined || practice.stop !== undefined
    ? []
    : [{ path: ['practice'], ...fault('session-stop', { id: risky }) }];
}

/** The answer of each question stands in its guide, word for word. */
function questionFaults({ questions }: ProgrammeData, guide: FindGuide): ProgrammeFault[] {
  return questions.flatMap(({ found }, index): ProgrammeFault[] => {
    const tree = guide(found.guide)?.tree;
    if (tree === undefined) return [];
    const section = tree.sections.find((candidate) => candidate.id === found.section);
    if (section === undefined)
      return [
        {
          path: ['questions', index, 'found', 'section'],
          ...fault('session-section', {
            guide: found.guide,
            section: found.section,
            known: tree.sections.map(({ id }) => id),
          }),
        },
      ];
    if (folded(sectionWords(section)).includes(folded(found.words))) return [];
    return [
      {
        path: ['questions', index, 'found', 'words'],
        ...fault('session-answer', { title: section.title, words: found.words }),
      },
    ];
  });
}

/** Numbers, facts and sentences in everything that is said. */
function wordFaults(data: ProgrammeData, guide: FindGuide): ProgrammeFault[] {
  const taught = data.guides.map(guide);
  const known = [...new Set(taught.flatMap((one) => one?.number ?? []))].sort((a, b) => a - b);
  // A guide that could not be read may bear any number.
  const whole = taught.every((one) => one !== undefined);
  const context = proseContext(data.sources);
  return programmeTexts(data).flatMap(({ path, text }) => {
    const numbers = whole
      ? [...text.matchAll(named)].flatMap(([, number = '']) =>
          known.includes(Number(number)) ? [] : [fault('session-number', { number, known })],
        )
      : [];
    const long = sentences(text)
      .map((sentence) => ({ sentence, count: syllables(sentence), most: longestSentence }))
      .filter(({ count }) => count > longestSentence)
      .map((details) => fault('long-sentence', details));
    return [...numbers, ...proseFaults(text, context), ...long].map((one) => ({ path, ...one }));
  });
}

/** A day of stalls: its list of things to do, in order and long enough. */
function eventFaults({ checklist }: EventData): ProgrammeFault[] {
  const days = checklist.map((stage) => stage.days);
  const found: ProgrammeFault[] = days.flatMap((day, index) => {
    const before = days[index - 1];
    return before === undefined || day > before
      ? []
      : [{ path: ['event', 'checklist', index, 'days'], ...fault('event-order', { day, before }) }];
  });
  const [first = 0, last = first] = [days[0], days.at(-1)];
  if (first > -14 || last < 1)
    found.push({ path: ['event', 'checklist'], ...fault('event-span', { first, last }) });
  return found;
}

/** Every text of a session that somebody reads or hears, with its field. */
function programmeTexts(
  data: ProgrammeData,
): { readonly path: readonly (string | number)[]; readonly text: string }[] {
  const found: { path: (string | number)[]; text: string }[] = [];
  // Ids, dates and the words copied from guides are not prose of the session.
  const skipped = new Set([
    'guide',
    'guides',
    'announce',
    'found',
    'audiences',
    'workstreams',
    'tasks',
    'sources',
    'checked',
    'kind',
    'device',
    'begins',
  ]);
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') found.push({ path, text: value });
    else if (Array.isArray(value)) value.forEach((otherValue, index) => walk(otherValue, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, otherValue] of Object.entries(value))
        if (!skipped.has(key)) walk(otherValue, [...path, key]);
  };
  walk(data, []);
  return found;
}

/** All words of a section of a guide. */
function sectionWords(section: Section): string {
  return [
    section.title,
    ...blockLines(section.blocks).map((line) => line.text),
    ...section.steps.flatMap((step) => [step.title, ...blockLines(step.blocks).map((line) => line.text)]),
    ...section.cases.flatMap((trouble) => [
      trouble.sees,
      trouble.means ?? '',
      ...blockLines(trouble.blocks).map((line) => line.text),
    ]),
  ].join(' ');
}

const folded = (words: string): string => words.toLowerCase().replace(/\s+/gu, ' ').trim();
