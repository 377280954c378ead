/** Joins ready training sessions and good practices to guides, people and work. */
import { drillAddress, practiceAddress, programmeAddress, skillCheckAddress } from '../domain/address.ts';
import { onTheClock } from '../sessions/parts.ts';
import type { Entries, Entry } from '../schemas/collections.ts';
import { collator } from '../vietnamese/text.ts';
import { need, needAll, type Drafts } from './drafts.ts';
import type { Check, Drill, Practice, Programme, ProgrammeEvent } from './handbook.ts';
import { pickFor, servedTasks, withWider, type Linked } from './links.ts';

/** Sessions in their own order; what they use learns of them. */
export function joinProgrammes(entries: Entries, drafts: Drafts, { tasks }: Linked): Programme[] {
  return [...entries.programmes]
    .sort((a, b) => a.data.order - b.data.order)
    .map((entry) => {
      // As with guides: work inside an office stays out, whatever its workstream.
      const carried = servedTasks(drafts, tasks, entry.data);
      const programme: Programme = { ...joinProgramme(entry, drafts), tasks: carried };
      for (const guide of needAll(drafts.guides, entry.data.guides)) guide.programmes.push(programme);
      for (const workstream of needAll(drafts.workstreams, entry.data.workstreams))
        workstream.programmes.push(programme);
      for (const task of carried) task.programmes.push(programme);
      pickFor(drafts, entry.data.serves, { kind: 'session', programme });
      for (const audience of withWider(drafts.audiences, entry.data.audiences))
        audience.programmes.push(programme);
      return programme;
    });
}

function joinProgramme(
  { id, data, file }: Entry<'programmes'>,
  { audiences, guides, workstreams }: Drafts,
): Omit<Programme, 'tasks'> {
  return {
    id,
    data,
    file,
    address: programmeAddress(id),
    audiences: needAll(audiences, data.audiences),
    guides: needAll(guides, data.guides),
    workstreams: needAll(workstreams, data.workstreams),
    parts: onTheClock(data.outline).map(({ guide, ...part }) => ({
      ...part,
      ...(guide === undefined ? {} : { guide: need(guides, guide) }),
    })),
    demonstrated: need(guides, data.demonstration.guide),
    questions: data.questions.map(({ ask, expect, found }) => ({
      ask,
      expect,
      guide: need(guides, found.guide),
      section: found.section,
      words: found.words,
    })),
    ...(data.event ? { event: joinEvent(data.event, guides) } : {}),
  };
}

const joinEvent = (
  event: NonNullable<Entry<'programmes'>['data']['event']>,
  guides: Drafts['guides'],
): ProgrammeEvent => ({
  ...event,
  programme: onTheClock(event.programme),
  forms: event.forms.map(({ name, programme }) => ({ name, programme: onTheClock(programme) })),
  stalls: event.stalls.map((stall) => ({ ...stall, guides: needAll(guides, stall.guides) })),
  announce: needAll(guides, event.announce),
});

/** Good practices, in their own order. */
export function joinPractices(
  entries: Entries,
  { audiences, workstreams, guides }: Drafts,
  programmes: readonly Programme[],
): Practice[] {
  const sessions = new Map(programmes.map((programme) => [programme.id, programme]));
  return [...entries.practices]
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data, file }) => ({
      id,
      data,
      file,
      address: practiceAddress(id),
      audiences: needAll(audiences, data.audiences),
      workstreams: needAll(workstreams, data.workstreams),
      guides: needAll(guides, data.guides),
      programmes: needAll(sessions, data.programmes),
    }));
}

/** Drills, in their own order; the guides that they practise learn of them. */
export const joinDrills = (entries: Entries, { guides }: Drafts): Drill[] =>
  [...entries.drills]
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data, file }) => {
      const guide = need(guides, data.guide);
      const drill = { id, data, file, address: drillAddress(id), guide };
      guide.drills.push(drill);
      return drill;
    });

/** Checks, in the order of their skills. */
export const joinChecks = (entries: Entries, { skills }: Drafts, drills: readonly Drill[]): Check[] =>
  entries.checks
    .map(({ id, data, file }) => {
      const skill = need(skills, data.skill);
      const practice = drills.find((drill) => drill.id === data.practice);
      const address = skillCheckAddress(skill.id);
      return { id, data, file, address, skill, ...(practice ? { practice } : {}) };
    })
    .sort((a, b) => collator.compare(a.skill.data.code, b.skill.data.code));
