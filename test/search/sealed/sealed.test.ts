/**
 * The sealed sets hold what they promise: shape, sizes, families that never cross, pages and passages that
 * exist, and few words taken from the pages that answer.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as addresses from '../../../src/domain/address.ts';
import { fold } from '../../../src/vietnamese/diacritics.ts';
import { sources } from '../index-of-content.ts';
import {
  answerRow,
  emergencyRow,
  familyRow,
  isAmong,
  parts,
  partOf,
  readSealed,
  readVoices,
  searchRow,
  sealedNames,
  sealedSize,
  voices,
  type Part,
} from './read-sealed.ts';
import { realContent } from '../../real.ts';

const pageAt = new Map(sources.map((page) => [page.address, page]));

/** Every address that the content makes. */
function contentAddresses(): Set<string> {
  const entries = realContent();
  const ids = (list: readonly { readonly id: string }[], make: (id: string) => string): string[] =>
    list.map(({ id }) => make(id));
  const numbers = [...entries.guides, ...entries.market].map((guide) => guide.data.number);
  return new Set([
    ...Object.values(addresses.pages),
    ...ids(entries.guides, addresses.guideAddress),
    ...ids(entries.market, addresses.lessonAddress),
    ...ids(entries.topics, addresses.topicAddress),
    ...ids(entries.tracks, addresses.trackAddress),
    ...ids(entries.audiences, addresses.audienceAddress),
    ...ids(entries.areas, addresses.areaAddress),
    ...entries.skills.map(({ id, data }) => addresses.skillAddress(data.area, id)),
    ...ids(entries.plans, addresses.planAddress),
    ...ids(entries.tasks, addresses.taskAddress),
    ...ids(entries.workstreams, addresses.workstreamAddress),
    ...ids(entries.units, addresses.unitAddress),
    ...ids(entries.terms, addresses.termAddress),
    ...ids(entries.events, addresses.lifeEventAddress),
    ...ids(entries.modes, addresses.modeAddress),
    ...ids(entries.easyRead, addresses.easyReadAddress),
    ...ids(entries.programmes, addresses.programmeAddress),
    ...ids(entries.programmes, addresses.programmeSlidesAddress),
    ...ids(entries.programmes, addresses.trainerSheetAddress),
    ...ids(entries.practices, addresses.practiceAddress),
    ...numbers.flatMap((number) => [addresses.handoutAddress(number), addresses.slidesAddress(number)]),
    ...['so-goi', 'ngay-hoi-10-10'].map((name) => addresses.posterAddress(name)),
  ]);
}

const searchFilesOf = (part: Part): string[] =>
  sealedNames(part).filter((name) => name.startsWith('search-'));
const families = new Map(
  parts.flatMap((part) => readSealed(part, 'families', familyRow)).map((row) => [row.family, row]),
);
const bothParts = <Row>(read: (part: Part) => readonly Row[]): Row[] =>
  parts.flatMap((part) => [...read(part)]);
const questions = bothParts((part) =>
  searchFilesOf(part).flatMap((style) =>
    readSealed(part, style, searchRow).map((row) => ({ ...row, style, part })),
  ),
);
const answerable = bothParts((part) =>
  readSealed(part, 'assistant-answerable', answerRow).map((row) => ({ ...row, part })),
);
const unanswered = bothParts((part) =>
  readSealed(part, 'assistant-nothing', searchRow).map((row) => ({ ...row, part })),
);
const emergencies = bothParts((part) =>
  ['emergency-open', 'emergency-should', 'emergency-near'].flatMap((name) =>
    readSealed(part, name, emergencyRow).map((row) => ({ ...row, name, part })),
  ),
);

test('the sets are as large as promised, and about four of ten may be fitted on', () => {
  expect(questions.length).toBeGreaterThanOrEqual(700);
  expect(answerable.length).toBeGreaterThanOrEqual(250);
  expect(unanswered.length).toBeGreaterThanOrEqual(150);
  expect(emergencies.filter((row) => row.name !== 'emergency-near').length).toBeGreaterThanOrEqual(300);
  expect(emergencies.filter((row) => row.name === 'emergency-near').length).toBeGreaterThanOrEqual(300);
  expect(new Set(questions.map((row) => row.style)).size).toBe(12);
  for (const name of sealedNames('train').filter((name) => !name.startsWith('emergency-'))) {
    const [train = 0, held = 0] = parts.map((part) => sealedSize(part, name));
    expect(train / (train + held), name).toBeGreaterThan(0.3);
    expect(train / (train + held), name).toBeLessThan(0.5);
    expect(held, name).toBeGreaterThanOrEqual(25);
  }
});

test('a family lies in one part in every file, and every family has its label', () => {
  expect(sealedNames('train')).toEqual(sealedNames('test'));
  const rows = [...questions, ...answerable, ...unanswered];
  expect(rows.filter((row) => partOf(row.family) !== row.part)).toEqual([]);
  const labelled = [...questions, ...answerable, ...unanswered];
  expect(labelled.filter((row) => !families.has(row.family)).map((row) => row.family)).toEqual([]);
});

test('a text is NFC, stands once in its file, and answers to one family only', () => {
  const rows = [...questions, ...answerable, ...unanswered, ...emergencies];
  expect(rows.filter(({ text }) => text !== text.normalize('NFC').trim())).toEqual([]);
  const list = [
    ...questions.map((row) => ({ ...row, set: row.style })),
    ...[...answerable, ...unanswered].map((row) => ({ ...row, set: 'assistant' })),
    ...emergencies.map((row) => ({ ...row, set: 'emergency' })),
  ];
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { set, text } of list) {
    const key = `${set} ${text.toLowerCase()}`;
    if (seen.has(key)) twice.push(key);
    seen.add(key);
  }
  expect(twice).toEqual([]);
});

test('the set of voices is large enough, each voice is heard, and no question stands elsewhere', () => {
  const heard = readVoices();
  const answered = heard.filter(({ pages }) => pages.length > 0);
  expect(answered.length).toBeGreaterThanOrEqual(150);
  expect(heard.length - answered.length).toBeGreaterThanOrEqual(80);
  for (const [place, voice] of voices.entries())
    expect(heard.filter(({ pass }) => pass === place + 1).length, voice).toBeGreaterThanOrEqual(30);
  const others = new Set(
    [...questions, ...answerable, ...unanswered, ...emergencies].map(({ text }) => text.toLowerCase()),
  );
  const texts = heard.map(({ text }) => text);
  expect(texts.filter((text) => text !== text.normalize('NFC').trim())).toEqual([]);
  expect(texts.filter((text) => others.has(text.toLowerCase()))).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
});

test('the pages of the labels exist', () => {
  const known = contentAddresses();
  const labels = [...families.values()].flatMap((row) =>
    'none' in row ? row.near : [...row.first, ...row.also],
  );
  expect(labels.length).toBeGreaterThan(900);
  const below = (label: string): boolean => [...known].some((address) => isAmong([label], address));
  expect(labels.filter((label) => !known.has(label) && !(label.endsWith('*') && below(label)))).toEqual([]);
  const heard = readVoices().flatMap(({ pages }) => pages);
  expect(heard.length).toBeGreaterThan(150);
  expect(heard.filter((label) => !pageAt.has(label) && !known.has(label) && !below(label))).toEqual([]);
});

/** Sections of a page; each number to call is a row of its own that leads to its place on the page. */
const sectionsOf = (page: string) =>
  sources.filter(({ address }) => address.replace(/#.*$/, '') === page).flatMap(({ sections }) => sections);

test('what the assistant must quote stands on the page', () => {
  let marks = 0;
  const missing: string[] = [];
  for (const { text, answers } of answerable) {
    for (const answer of answers) {
      marks++;
      const sections = sectionsOf(answer.page);
      const found =
        'section' in answer
          ? sections.some((section) => answer.section === '*' || section.id === answer.section)
          : sections.some((section) =>
              section.lines.some((line) => [line.title ?? '', line.text].join(' ').includes(answer.words)),
            );
      if (!found) missing.push(`${text}: ${JSON.stringify(answer)}`);
    }
  }
  expect(marks).toBeGreaterThan(600);
  expect(missing).toEqual([]);
});

const functionSyllables = new Set(
  readFileSync(new URL('function-syllables.txt', import.meta.url), 'utf8')
    .split('\n')
    .map(fold),
);
/** Runs of syllables in a row, none of them a function word. */
function runs(text: string, length: number): Set<string> {
  const syllables = fold(text).match(/[a-z0-9]+/g) ?? [];
  const found = new Set<string>();
  for (let start = 0; start + length <= syllables.length; start++) {
    const run = syllables.slice(start, start + length);
    if (run.every((syllable) => !functionSyllables.has(syllable))) found.add(run.join(' '));
  }
  return found;
}
/** What a reader could have copied: title, other names and marked questions of a page. */
function names(address: string): string[] {
  const page = pageAt.get(address);
  if (!page) return [];
  return [page.title, ...page.aliases, ...page.sections.flatMap((section) => section.asks)];
}

/** Share of a style's questions that have a run in common with a page that may stand first. */
function taken(style: string, length: number): number {
  const rows = questions.filter((row) => row.style === style);
  const shared = rows.filter(({ family, text }) => {
    const label = families.get(family);
    if (!label || !('first' in label)) return false;
    const asked = runs(text, length);
    return label.first.some((address) =>
      names(address).some((name) => [...runs(name, length)].some((run) => asked.has(run))),
    );
  });
  return shared.length / rows.length;
}

test('citizens do not speak in the words of titles', () => {
  const styles = [...new Set(questions.map((row) => row.style))];
  const shares = styles.map((style) => ({
    style,
    compound: Number(taken(style, 2).toFixed(3)),
    phrase: Number(taken(style, 3).toFixed(3)),
  }));
  console.table(shares);
  const citizens = ['citizens-marked', 'citizens-unmarked', 'elders', 'dialect', 'stallholders'];
  for (const style of citizens) {
    const share = shares.find((row) => row.style === `search-${style}`);
    // A fifth, and a question more since cards that came later bear the same everyday words.
    expect(share?.phrase, style).toBeLessThanOrEqual(0.21);
  }
});
