/**
 * The Handbook: every entry joined to every other, read-only. Pure: made from proven entries, without Astro, so that pages,
 * formats and commands all see the same.
 */
import {
  areaAddress,
  audienceAddress,
  guideAddress,
  lessonAddress,
  planAddress,
  practiceAddress,
  programmeAddress,
  easyReadAddress,
  skillAddress,
  taskAddress,
  topicAddress,
  trackAddress,
  unitAddress,
  workstreamAddress,
} from '../domain/address.ts';
import { entryKey, type Proof } from '../gate/prove.ts';
import { timeOrder } from './schedule.ts';
import { onTheClock, type Timed } from '../sessions/parts.ts';
import { collator } from '../vietnamese/text.ts';
import type { Tree } from '../markdown/tree.ts';
import type { CollectionData, Entries, Entry } from '../schemas/collections.ts';
import type { Redirect, SiteData, WordsData } from '../schemas/edition.ts';
import type { AnnouncementData } from '../schemas/announcement.ts';
import type { EasyReadData, GuideData, LessonData } from '../schemas/guide.ts';
import type { AreaData, ModeData, SkillData, TermData, TopicData, TrackData } from '../schemas/knowledge.ts';
import type { AudienceData, HotlineData, UnitData, WorkstreamData } from '../schemas/people.ts';
import type { Indicator, PlanData } from '../schemas/plan.ts';
import type { PracticeData } from '../schemas/practice.ts';
import type { EventData, ProgrammeData } from '../schemas/programme.ts';
import type { EmergencyData } from '../schemas/search.ts';
import type { TaskData } from '../schemas/task.ts';

/** What every joined entry has. */
interface Joined<D> {
  readonly id: string;
  readonly address: string;
  readonly data: D;
  readonly file: string;
}

/** A shelf of guides: a topic, or a track of market lessons. */
export interface Shelf extends Joined<TopicData | TrackData> {
  readonly kind: 'topic' | 'track';
  readonly guides: readonly Guide[];
}

/** A guide or a market lesson. */
export interface Guide extends Joined<GuideData> {
  readonly collection: 'guides' | 'market';
  /** Set for lessons only. */
  readonly lesson?: LessonData;
  readonly tree: Tree;
  readonly shelf: Shelf;
  readonly audiences: readonly Audience[];
  readonly skills: readonly Skill[];
  readonly workstreams: readonly Workstream[];
  /** Campaign tasks that it serves, directly or through a workstream. */
  readonly tasks: readonly Task[];
  readonly before: readonly Guide[];
  readonly next: readonly Guide[];
  /** Related guides that are in neither list, nearest first. */
  readonly seeAlso: readonly Guide[];
  /** Its easy-read version, where there is one. */
  readonly easyRead?: EasyRead;
  /** Ready training sessions that use it. */
  readonly programmes: readonly Programme[];
  /** Words for the loudspeaker and for Zalo that an author wrote by hand. */
  readonly announcement?: AnnouncementData;
}
/** The easy-read version of a guide: own text with own steps. */
export interface EasyRead extends Joined<EasyReadData> {
  readonly guide: Guide;
  readonly tree: Tree;
}

export interface Audience extends Joined<AudienceData> {
  readonly parent?: Audience;
  readonly children: readonly Audience[];
  /** Guides for it or for a narrower audience in it. */
  readonly guides: readonly Guide[];
  readonly first: readonly Guide[];
  readonly tasks: readonly Task[];
  readonly indicators: readonly PlacedIndicator[];
  /** Training sessions for it or for a narrower audience in it. */
  readonly programmes: readonly Programme[];
}
export interface Area extends Joined<AreaData> {
  readonly skills: readonly Skill[];
}
export interface Skill extends Joined<SkillData> {
  readonly area: Area;
  readonly guides: readonly Guide[];
}
export interface Workstream extends Joined<WorkstreamData> {
  readonly tasks: readonly Task[];
  readonly guides: readonly Guide[];
  readonly programmes: readonly Programme[];
}
export interface Plan extends Joined<PlanData> {
  readonly tree: Tree;
  readonly issuer: Unit;
  readonly tasks: readonly Task[];
  readonly carriesOut: readonly Plan[];
  readonly carriedOutBy: readonly Plan[];
}
export interface Task extends Joined<TaskData> {
  readonly plan: Plan;
  readonly lead: readonly Unit[];
  readonly coordinating: readonly Unit[];
  readonly workstreams: readonly Workstream[];
  readonly audiences: readonly Audience[];
  readonly guides: readonly Guide[];
  /** The same work in other plans: tasks that share a workstream. */
  readonly same: readonly Task[];
  /** Training sessions that carry it out, directly or through a workstream. */
  readonly programmes: readonly Programme[];
}
export interface Unit extends Joined<UnitData> {
  readonly parent?: Unit;
  readonly children: readonly Unit[];
  readonly leads: readonly Task[];
  readonly joins: readonly Task[];
  readonly issues: readonly Plan[];
  /** What plans ask of it apart from tasks. */
  readonly duties: readonly {
    readonly plan: Plan;
    readonly duties: readonly string[];
    readonly item?: string;
  }[];
}
/** A target with the plan that sets it. */
export interface PlacedIndicator {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly audience: Audience;
}

/** A part of a session's outline, on the clock, with its guide. */
export type ProgrammePart = Timed<
  Omit<ProgrammeData['outline'][number], 'guide'> & { readonly guide?: Guide }
>;
/** One of the three questions, with the guide and the section that answer it. */
export interface ProgrammeQuestion {
  readonly ask: string;
  readonly expect: string;
  readonly guide: Guide;
  readonly section: string;
  readonly words: string;
}
/** A day of stalls, with real guides. */
export interface ProgrammeEvent extends Omit<EventData, 'stalls' | 'announce' | 'programme'> {
  readonly programme: readonly Timed<EventData['programme'][number]>[];
  readonly stalls: readonly (Omit<EventData['stalls'][number], 'guides'> & {
    readonly guides: readonly Guide[];
  })[];
  readonly announce: readonly Guide[];
}
/** A ready training session: `data` holds the words, the fields beside it the joined entries. */
export interface Programme extends Joined<ProgrammeData> {
  readonly audiences: readonly Audience[];
  /** In the order in which they are used. */
  readonly guides: readonly Guide[];
  readonly workstreams: readonly Workstream[];
  /** Campaign tasks that it carries out, directly or through a workstream. */
  readonly tasks: readonly Task[];
  /** The outline with minutes from the start: `from`, `to`. */
  readonly parts: readonly ProgrammePart[];
  /** The guide that is shown; its words are in `data.demonstration`. */
  readonly demonstrated: Guide;
  readonly questions: readonly ProgrammeQuestion[];
  readonly event?: ProgrammeEvent;
}
/** A good practice with what it belongs to. */
export interface Practice extends Joined<PracticeData> {
  readonly audiences: readonly Audience[];
  readonly workstreams: readonly Workstream[];
  readonly guides: readonly Guide[];
  readonly programmes: readonly Programme[];
}
export interface Term extends Joined<TermData> {
  readonly guides: readonly Guide[];
}
/** A number to call; an edition's own contact with the same id wins. */
export interface Hotline extends Joined<HotlineData> {
  readonly local: boolean;
}

/** What this edition prints besides handouts. */
export interface PrintKit {
  readonly posters: readonly Guide[];
  readonly mentorCards: readonly { readonly title: string; readonly guides: readonly Guide[] }[];
  readonly family: readonly Guide[];
  readonly festival: readonly Guide[];
}

export interface Handbook {
  readonly site: SiteData;
  readonly words: WordsData;
  /** Guides and lessons by number. */
  readonly guides: readonly Guide[];
  readonly byId: ReadonlyMap<string, Guide>;
  /** Easy-read versions by the number of their guide. */
  readonly easyRead: readonly EasyRead[];
  readonly topics: readonly Shelf[];
  readonly tracks: readonly Shelf[];
  readonly audiences: readonly Audience[];
  readonly areas: readonly Area[];
  readonly skills: readonly Skill[];
  readonly workstreams: readonly Workstream[];
  readonly plans: readonly Plan[];
  readonly tasks: readonly Task[];
  readonly units: readonly Unit[];
  readonly terms: readonly Term[];
  readonly hotlines: readonly Hotline[];
  readonly modes: readonly { readonly id: string; readonly data: ModeData; readonly tree: Tree }[];
  /** What is said at once, most pressing first. */
  readonly emergencies: readonly {
    readonly id: string;
    readonly data: EmergencyData;
    readonly guide: Guide;
    readonly calls: readonly Hotline[];
  }[];
  /** Ready training sessions, in their own order. */
  readonly programmes: readonly Programme[];
  /** Good practices, in their own order. */
  readonly practices: readonly Practice[];
  readonly redirects: readonly Redirect[];
  readonly printKit: PrintKit;
  readonly indicators: readonly PlacedIndicator[];
  /** Newest `checked` day of all entries: the day of this edition. */
  readonly edition: string;
}

/** The guide for somebody who is being cheated this moment; the gate proves that there is one. */
export const stopGuide = (guides: readonly Guide[]): Guide | undefined =>
  guides.find((guide) => guide.data.stop);

type Draft<T> = { -readonly [K in keyof T]: T[K] };

const levelOrder = ['central', 'ministry', 'province', 'department', 'commune', 'school', 'enterprise'];

/** Joins proven entries. Call only when `proof.problems` is empty. */
export function joinHandbook(entries: Entries, proof: Pick<Proof, 'trees'>): Handbook {
  const tree = (entry: Entry): Tree =>
    proof.trees.get(entryKey(entry)) ?? { intro: [], sections: [], mentions: [], links: [] };
  const make = <C extends keyof CollectionData, T extends object>(
    list: readonly Entry<C>[],
    address: (entry: Entry<C>) => string,
    rest: (entry: Entry<C>) => T,
  ) =>
    new Map(
      list.map((entry) => [
        entry.id,
        { id: entry.id, data: entry.data, file: entry.file, address: address(entry), ...rest(entry) },
      ]),
    );

  const topics = make(
    entries.topics,
    (entry) => topicAddress(entry.id),
    () => ({ kind: 'topic' as const, guides: [] as Guide[] }),
  );
  const tracks = make(
    entries.tracks,
    (entry) => trackAddress(entry.id),
    () => ({ kind: 'track' as const, guides: [] as Guide[] }),
  );
  const audiences = make(
    entries.audiences,
    (entry) => audienceAddress(entry.id),
    () => ({
      children: [] as Audience[],
      guides: [] as Guide[],
      first: [] as Guide[],
      tasks: [] as Task[],
      indicators: [] as PlacedIndicator[],
      programmes: [] as Programme[],
    }),
  ) as unknown as Map<string, Draft<Audience>>;
  const areas = make(
    entries.areas,
    (entry) => areaAddress(entry.id),
    () => ({ skills: [] as Skill[] }),
  );
  const skills = make(
    entries.skills,
    (entry) => skillAddress(entry.data.area, entry.id),
    (entry) => ({ area: areas.get(entry.data.area) as Area, guides: [] as Guide[] }),
  );
  const workstreams = make(
    entries.workstreams,
    (entry) => workstreamAddress(entry.id),
    () => ({ tasks: [] as Task[], guides: [] as Guide[], programmes: [] as Programme[] }),
  );
  const units = make(
    entries.units,
    (entry) => unitAddress(entry.id),
    () => ({
      children: [] as Unit[],
      leads: [] as Task[],
      joins: [] as Task[],
      issues: [] as Plan[],
      duties: [] as Unit['duties'][number][],
    }),
  ) as unknown as Map<string, Draft<Unit>>;
  const plans = make(
    entries.plans,
    (entry) => planAddress(entry.id),
    (entry) => ({
      tree: tree(entry),
      issuer: units.get(entry.data.issuer) as Unit,
      tasks: [] as Task[],
      carriesOut: [] as Plan[],
      carriedOutBy: [] as Plan[],
    }),
  );
  const tasks = make(
    entries.tasks,
    (entry) => taskAddress(entry.id),
    (entry) => ({
      plan: plans.get(entry.id.slice(0, entry.id.indexOf('/'))) as Plan,
      lead: entry.data.lead.map((url) => units.get(url) as Unit),
      coordinating: entry.data.coordinating.map((url) => units.get(url) as Unit),
      workstreams: entry.data.workstreams.map((workstream) => workstreams.get(workstream) as Workstream),
      audiences: entry.data.audiences.map((audience) => audiences.get(audience) as Audience),
      guides: [] as Guide[],
      same: [] as Task[],
      programmes: [] as Programme[],
    }),
  );
  const draftGuide = (guide: Entry<'guides'> | Entry<'market'>): Guide => {
    const lesson = guide.collection === 'market';
    return {
      id: guide.id,
      collection: guide.collection,
      data: guide.data,
      file: guide.file,
      address: lesson ? lessonAddress(guide.id) : guideAddress(guide.id),
      tree: tree(guide),
      ...(lesson ? { lesson: guide.data as LessonData } : {}),
      shelf: (lesson ? tracks : topics).get(guide.id.slice(0, guide.id.indexOf('/'))) as Shelf,
      audiences: guide.data.audiences.map((audience) => audiences.get(audience) as Audience),
      skills: guide.data.skills.map((skill) => skills.get(skill) as Skill),
      workstreams: guide.data.workstreams.map((workstream) => workstreams.get(workstream) as Workstream),
      tasks: [] as Task[],
      before: [] as Guide[],
      next: [] as Guide[],
      seeAlso: [] as Guide[],
      programmes: [] as Programme[],
    };
  };
  const guideList = [...entries.guides.map(draftGuide), ...entries.market.map(draftGuide)].sort(
    (a, b) => a.data.number - b.data.number,
  );
  const byId = new Map(guideList.map((guide) => [guide.id, guide]));

  const easyRead = entries.easyRead
    .map((entry): EasyRead => ({
      id: entry.id,
      data: entry.data,
      file: entry.file,
      address: easyReadAddress(entry.id),
      guide: byId.get(entry.data.guide)!,
      tree: tree(entry),
    }))
    .sort((a, b) => a.guide.data.number - b.guide.data.number);
  for (const otherEasyRead of easyRead) (otherEasyRead.guide as Draft<Guide>).easyRead = otherEasyRead;
  for (const announcement of entries.announcements)
    (byId.get(announcement.data.guide) as Draft<Guide>).announcement = announcement.data;

  for (const skill of skills.values()) (skill.area.skills as Skill[]).push(skill as Skill);
  for (const area of areas.values())
    (area.skills as Skill[]).sort((x, y) => collator.compare(x.data.code, y.data.code));
  for (const audience of audiences.values()) {
    if (audience.data.parent) {
      audience.parent = audiences.get(audience.data.parent) as Audience;
      (audience.parent.children as Audience[]).push(audience);
    }
    audience.first = audience.data.first.map((id) => byId.get(id)!);
  }
  for (const unit of units.values())
    if (unit.data.parent) {
      unit.parent = units.get(unit.data.parent) as Unit;
      (unit.parent.children as Unit[]).push(unit);
    }
  const indicators: PlacedIndicator[] = [];
  const sortedPlans = [...plans.values()].sort(
    (a, b) =>
      levelOrder.indexOf(a.data.level) - levelOrder.indexOf(b.data.level) ||
      collator.compare(a.data.short, b.data.short),
  );
  for (const plan of sortedPlans) {
    plan.carriesOut = plan.data.carriesOut.map((id) => plans.get(id) as Plan);
    for (const wider of plan.carriesOut) (wider.carriedOutBy as Plan[]).push(plan as Plan);
    (plan.issuer.issues as Plan[]).push(plan as Plan);
    for (const duty of plan.data.organisation)
      (units.get(duty.unit)!.duties as Unit['duties'][number][]).push({
        plan: plan as Plan,
        duties: duty.duties,
        ...(duty.item ? { item: duty.item } : {}),
      });
    for (const indicator of plan.data.indicators) {
      const placed = { plan: plan as Plan, indicator, audience: audiences.get(indicator.group) as Audience };
      indicators.push(placed);
      (placed.audience.indicators as PlacedIndicator[]).push(placed);
    }
  }
  const sortedTasks = [...tasks.values()].sort(
    (a, b) =>
      sortedPlans.indexOf(a.plan as never) - sortedPlans.indexOf(b.plan as never) ||
      a.data.order - b.data.order,
  ) as Task[];
  for (const task of sortedTasks) {
    (task.plan.tasks as Task[]).push(task);
    for (const unit of task.lead) (unit.leads as Task[]).push(task);
    for (const unit of task.coordinating) (unit.joins as Task[]).push(task);
    for (const workstream of task.workstreams) (workstream.tasks as Task[]).push(task);
    for (const audience of task.audiences) (audience.tasks as Task[]).push(task);
  }
  for (const task of sortedTasks) {
    const same = new Set(
      task.workstreams
        .flatMap((workstream) => workstream.tasks)
        .filter((otherTask) => otherTask.plan !== task.plan),
    );
    (task as Draft<Task>).same = [...same];
  }
  for (const guide of guideList) {
    (guide.shelf.guides as Guide[]).push(guide);
    for (const skill of guide.skills) (skill.guides as Guide[]).push(guide);
    for (const workstream of guide.workstreams) (workstream.guides as Guide[]).push(guide);
    const reached = new Set<Audience>();
    for (const audience of guide.audiences)
      for (let x: Audience | undefined = audience; x; x = x.parent) reached.add(x);
    for (const audience of reached) (audience.guides as Guide[]).push(guide);
    // A task that no guide can serve stays a task of its workstream, but guides do not claim it.
    const served = new Set(
      [
        ...guide.data.tasks.map((id) => tasks.get(id) as Task),
        ...guide.workstreams.flatMap((workstream) => workstream.tasks),
      ].filter((task) => task.data.handbook.by === 'guides'),
    );
    (guide as Draft<Guide>).tasks = sortedTasks.filter((task) => served.has(task));
    for (const task of guide.tasks) (task.guides as Guide[]).push(guide);
    (guide as Draft<Guide>).before = guide.data.before.map((id) => byId.get(id)!);
    (guide as Draft<Guide>).next = guide.data.next.map((id) => byId.get(id)!);
  }
  for (const guide of guideList) (guide as Draft<Guide>).seeAlso = related(guide);

  const guidesOf = (ids: readonly string[]): Guide[] => ids.map((id) => byId.get(id)!);
  const programmes = [...entries.programmes]
    .sort((a, b) => a.data.order - b.data.order)
    .map((programme): Programme => {
      const data = programme.data;
      const streams = data.workstreams.map((workstream) => workstreams.get(workstream) as Workstream);
      // As with guides: work inside an office stays out, whatever its workstream.
      const carried = new Set([
        ...data.tasks.map((id) => tasks.get(id) as Task),
        ...streams.flatMap((stream) => stream.tasks),
      ]);
      return {
        id: programme.id,
        data,
        file: programme.file,
        address: programmeAddress(programme.id),
        audiences: data.audiences.map((audience) => audiences.get(audience) as Audience),
        guides: guidesOf(data.guides),
        workstreams: streams,
        tasks: sortedTasks.filter((task) => carried.has(task) && task.data.handbook.by === 'guides'),
        parts: onTheClock(data.outline).map(({ guide, ...part }) => ({
          ...part,
          ...(guide === undefined ? {} : { guide: byId.get(guide)! }),
        })),
        demonstrated: byId.get(data.demonstration.guide)!,
        questions: data.questions.map((question) => ({
          ask: question.ask,
          expect: question.expect,
          guide: byId.get(question.found.guide)!,
          section: question.found.section,
          words: question.found.words,
        })),
        ...(data.event
          ? {
              event: {
                ...data.event,
                programme: onTheClock(data.event.programme),
                stalls: data.event.stalls.map((stall) => ({ ...stall, guides: guidesOf(stall.guides) })),
                announce: guidesOf(data.event.announce),
              },
            }
          : {}),
      };
    });
  for (const programme of programmes) {
    for (const guide of programme.guides) (guide.programmes as Programme[]).push(programme);
    for (const workstream of programme.workstreams) (workstream.programmes as Programme[]).push(programme);
    for (const task of programme.tasks) (task.programmes as Programme[]).push(programme);
    const reached = new Set<Audience>();
    for (const audience of programme.audiences)
      for (let x: Audience | undefined = audience; x; x = x.parent) reached.add(x);
    for (const audience of reached) (audience.programmes as Programme[]).push(programme);
  }
  const practices = [...entries.practices]
    .sort((a, b) => a.data.order - b.data.order)
    .map((practice): Practice => ({
      id: practice.id,
      data: practice.data,
      file: practice.file,
      address: practiceAddress(practice.id),
      audiences: practice.data.audiences.map((audience) => audiences.get(audience) as Audience),
      workstreams: practice.data.workstreams.map((workstream) => workstreams.get(workstream) as Workstream),
      guides: guidesOf(practice.data.guides),
      programmes: practice.data.programmes.map((id) => programmes.find((programme) => programme.id === id)!),
    }));

  const termEntries = [...entries.terms].sort((a, b) => collator.compare(a.data.term, b.data.term));
  const mentioned = new Map<string, Guide[]>();
  for (const guide of guideList) {
    for (const id of new Set(
      guide.tree.mentions.filter((mention) => mention.kind === 'term').map((mention) => mention.id),
    ))
      mentioned.set(id, [...(mentioned.get(id) ?? []), guide]);
  }
  const site = entries.site[0]!.data;
  const kit = entries.printKit[0]?.data;
  const named = (ids: readonly string[] = []): Guide[] => ids.map((id) => byId.get(id)!);
  const local = new Map(site.contacts.map((contact) => [contact.id, contact]));
  const hotlines: Hotline[] = [...entries.hotlines]
    .sort((a, b) => a.data.order - b.data.order)
    .map((hotline) => {
      const own = local.get(hotline.id);
      const data: HotlineData = own
        ? {
            ...hotline.data,
            name: own.name,
            ...(own.phone ? { number: own.phone } : {}),
            where: own.where,
            use: own.use,
          }
        : hotline.data;
      return {
        id: hotline.id,
        data,
        file: hotline.file,
        address: `/goi-ai/#${hotline.id}`,
        local: own !== undefined,
      };
    });
  const checkedDays = Object.values(entries)
    .flat()
    .map((entry) => (entry.data as { checked?: string }).checked)
    .filter((checked) => checked !== undefined)
    .sort();
  return {
    site,
    words: entries.words[0]!.data,
    guides: guideList,
    byId,
    easyRead,
    topics: ([...topics.values()] as Shelf[]).sort((a, b) => a.data.order - b.data.order),
    tracks: ([...tracks.values()] as Shelf[]).sort((a, b) => a.data.order - b.data.order),
    audiences: ([...audiences.values()] as Audience[]).sort((a, b) => a.data.order - b.data.order),
    areas: ([...areas.values()] as Area[]).sort((a, b) => a.data.order - b.data.order),
    skills: ([...skills.values()] as Skill[]).sort((a, b) => collator.compare(a.data.code, b.data.code)),
    workstreams: ([...workstreams.values()] as Workstream[]).sort((a, b) => a.data.order - b.data.order),
    plans: sortedPlans as Plan[],
    tasks: sortedTasks,
    units: ([...units.values()] as Unit[]).sort(
      (a, b) =>
        levelOrder.indexOf(a.data.level) - levelOrder.indexOf(b.data.level) ||
        collator.compare(a.data.name, b.data.name),
    ),
    terms: termEntries.map((entry) => ({
      id: entry.id,
      data: entry.data,
      file: entry.file,
      address: `/tu-dien/#${entry.id}`,
      guides: [
        ...new Set([...entry.data.guides.map((id) => byId.get(id)!), ...(mentioned.get(entry.id) ?? [])]),
      ],
    })),
    hotlines,
    emergencies: [...entries.emergencies]
      .sort((a, b) => a.data.order - b.data.order)
      .map((emergency) => ({
        id: emergency.id,
        data: emergency.data,
        guide: byId.get(emergency.data.guide)!,
        calls: emergency.data.calls.map((id) => hotlines.find((hotline) => hotline.id === id)!),
      })),
    modes: [...entries.modes]
      .sort((a, b) => a.data.order - b.data.order)
      .map((mode) => ({ id: mode.id, data: mode.data, tree: tree(mode) })),
    programmes,
    practices,
    printKit: {
      posters: named(kit?.posters),
      mentorCards: (kit?.mentorCards ?? []).map((card) => ({
        title: card.title,
        guides: named(card.guides),
      })),
      family: named(kit?.family),
      festival: named(kit?.festival),
    },
    redirects: entries.redirects[0]?.data.redirects ?? [],
    indicators,
    edition: checkedDays.at(-1) ?? '1970-01-01',
  };
}

/** Nearest guides by what they share; only guides of a shared skill, workstream or shelf are looked at. */
function related(guide: Guide): Guide[] {
  const score = new Map<Guide, number>();
  const add = (list: readonly Guide[], points: number): void => {
    for (const otherGuide of list) score.set(otherGuide, (score.get(otherGuide) ?? 0) + points);
  };
  for (const skill of guide.skills) add(skill.guides, 3);
  add(guide.shelf.guides, 1);
  const own = new Set(guide.audiences);
  const skip = new Set<Guide>([guide, ...guide.before, ...guide.next]);
  return [...score]
    .filter(([otherGuide]) => !skip.has(otherGuide))
    .map(([otherGuide, value]) => ({
      o: otherGuide,
      n: value + otherGuide.audiences.filter((audience) => own.has(audience)).length * 0.5,
    }))
    .sort((a, b) => b.n - a.n || a.o.data.number - b.o.data.number)
    .slice(0, 4)
    .map((item) => item.o);
}

/** Tasks by time, soonest kind first. */
export function byTime(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((a, b) =>
    timeOrder(a.data.time) < timeOrder(b.data.time)
      ? -1
      : timeOrder(a.data.time) > timeOrder(b.data.time)
        ? 1
        : 0,
  );
}
