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

type Draft<T> = { -readonly [K in keyof T]: T[K] };

const levelOrder = ['central', 'ministry', 'province', 'department', 'commune', 'school', 'enterprise'];

/** Joins proven entries. Call only when `proof.problems` is empty. */
export function joinHandbook(entries: Entries, proof: Pick<Proof, 'trees'>): Handbook {
  const tree = (e: Entry): Tree =>
    proof.trees.get(entryKey(e)) ?? { intro: [], sections: [], mentions: [], links: [] };
  const make = <C extends keyof CollectionData, T extends object>(
    list: readonly Entry<C>[],
    address: (e: Entry<C>) => string,
    rest: (e: Entry<C>) => T,
  ) =>
    new Map(
      list.map((e) => [e.id, { id: e.id, data: e.data, file: e.file, address: address(e), ...rest(e) }]),
    );

  const topics = make(
    entries.topics,
    (e) => topicAddress(e.id),
    () => ({ kind: 'topic' as const, guides: [] as Guide[] }),
  );
  const tracks = make(
    entries.tracks,
    (e) => trackAddress(e.id),
    () => ({ kind: 'track' as const, guides: [] as Guide[] }),
  );
  const audiences = make(
    entries.audiences,
    (e) => audienceAddress(e.id),
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
    (e) => areaAddress(e.id),
    () => ({ skills: [] as Skill[] }),
  );
  const skills = make(
    entries.skills,
    (e) => skillAddress(e.data.area, e.id),
    (e) => ({ area: areas.get(e.data.area) as Area, guides: [] as Guide[] }),
  );
  const workstreams = make(
    entries.workstreams,
    (e) => workstreamAddress(e.id),
    () => ({ tasks: [] as Task[], guides: [] as Guide[], programmes: [] as Programme[] }),
  );
  const units = make(
    entries.units,
    (e) => unitAddress(e.id),
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
    (e) => planAddress(e.id),
    (e) => ({
      tree: tree(e),
      issuer: units.get(e.data.issuer) as Unit,
      tasks: [] as Task[],
      carriesOut: [] as Plan[],
      carriedOutBy: [] as Plan[],
    }),
  );
  const tasks = make(
    entries.tasks,
    (e) => taskAddress(e.id),
    (e) => ({
      plan: plans.get(e.id.slice(0, e.id.indexOf('/'))) as Plan,
      lead: e.data.lead.map((u) => units.get(u) as Unit),
      coordinating: e.data.coordinating.map((u) => units.get(u) as Unit),
      workstreams: e.data.workstreams.map((w) => workstreams.get(w) as Workstream),
      audiences: e.data.audiences.map((a) => audiences.get(a) as Audience),
      guides: [] as Guide[],
      same: [] as Task[],
      programmes: [] as Programme[],
    }),
  );
  const draftGuide = (e: Entry<'guides'> | Entry<'market'>): Guide => {
    const lesson = e.collection === 'market';
    return {
      id: e.id,
      collection: e.collection,
      data: e.data,
      file: e.file,
      address: lesson ? lessonAddress(e.id) : guideAddress(e.id),
      tree: tree(e),
      ...(lesson ? { lesson: e.data as LessonData } : {}),
      shelf: (lesson ? tracks : topics).get(e.id.slice(0, e.id.indexOf('/'))) as Shelf,
      audiences: e.data.audiences.map((a) => audiences.get(a) as Audience),
      skills: e.data.skills.map((s) => skills.get(s) as Skill),
      workstreams: e.data.workstreams.map((w) => workstreams.get(w) as Workstream),
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
  const byId = new Map(guideList.map((g) => [g.id, g]));

  const easyRead = entries.easyRead
    .map((e): EasyRead => ({
      id: e.id,
      data: e.data,
      file: e.file,
      address: easyReadAddress(e.id),
      guide: byId.get(e.data.guide)!,
      tree: tree(e),
    }))
    .sort((a, b) => a.guide.data.number - b.guide.data.number);
  for (const e of easyRead) (e.guide as Draft<Guide>).easyRead = e;
  for (const e of entries.announcements) (byId.get(e.data.guide) as Draft<Guide>).announcement = e.data;

  for (const s of skills.values()) (s.area.skills as Skill[]).push(s as Skill);
  for (const a of areas.values())
    (a.skills as Skill[]).sort((x, y) => collator.compare(x.data.code, y.data.code));
  for (const a of audiences.values()) {
    if (a.data.parent) {
      a.parent = audiences.get(a.data.parent) as Audience;
      (a.parent.children as Audience[]).push(a);
    }
    a.first = a.data.first.map((id) => byId.get(id)!);
  }
  for (const u of units.values())
    if (u.data.parent) {
      u.parent = units.get(u.data.parent) as Unit;
      (u.parent.children as Unit[]).push(u);
    }
  const indicators: PlacedIndicator[] = [];
  const sortedPlans = [...plans.values()].sort(
    (a, b) =>
      levelOrder.indexOf(a.data.level) - levelOrder.indexOf(b.data.level) ||
      collator.compare(a.data.short, b.data.short),
  );
  for (const p of sortedPlans) {
    p.carriesOut = p.data.carriesOut.map((id) => plans.get(id) as Plan);
    for (const wider of p.carriesOut) (wider.carriedOutBy as Plan[]).push(p as Plan);
    (p.issuer.issues as Plan[]).push(p as Plan);
    for (const o of p.data.organisation)
      (units.get(o.unit)!.duties as Unit['duties'][number][]).push({
        plan: p as Plan,
        duties: o.duties,
        ...(o.item ? { item: o.item } : {}),
      });
    for (const indicator of p.data.indicators) {
      const placed = { plan: p as Plan, indicator, audience: audiences.get(indicator.group) as Audience };
      indicators.push(placed);
      (placed.audience.indicators as PlacedIndicator[]).push(placed);
    }
  }
  const sortedTasks = [...tasks.values()].sort(
    (a, b) =>
      sortedPlans.indexOf(a.plan as never) - sortedPlans.indexOf(b.plan as never) ||
      a.data.order - b.data.order,
  ) as Task[];
  for (const t of sortedTasks) {
    (t.plan.tasks as Task[]).push(t);
    for (const u of t.lead) (u.leads as Task[]).push(t);
    for (const u of t.coordinating) (u.joins as Task[]).push(t);
    for (const w of t.workstreams) (w.tasks as Task[]).push(t);
    for (const a of t.audiences) (a.tasks as Task[]).push(t);
  }
  for (const t of sortedTasks) {
    const same = new Set(t.workstreams.flatMap((w) => w.tasks).filter((o) => o.plan !== t.plan));
    (t as Draft<Task>).same = [...same];
  }
  for (const g of guideList) {
    (g.shelf.guides as Guide[]).push(g);
    for (const s of g.skills) (s.guides as Guide[]).push(g);
    for (const w of g.workstreams) (w.guides as Guide[]).push(g);
    const reached = new Set<Audience>();
    for (const a of g.audiences) for (let x: Audience | undefined = a; x; x = x.parent) reached.add(x);
    for (const a of reached) (a.guides as Guide[]).push(g);
    // A task that no guide can serve stays a task of its workstream, but guides do not claim it.
    const served = new Set(
      [...g.data.tasks.map((id) => tasks.get(id) as Task), ...g.workstreams.flatMap((w) => w.tasks)].filter(
        (t) => t.data.handbook.by === 'guides',
      ),
    );
    (g as Draft<Guide>).tasks = sortedTasks.filter((t) => served.has(t));
    for (const t of g.tasks) (t.guides as Guide[]).push(g);
    (g as Draft<Guide>).before = g.data.before.map((id) => byId.get(id)!);
    (g as Draft<Guide>).next = g.data.next.map((id) => byId.get(id)!);
  }
  for (const g of guideList) (g as Draft<Guide>).seeAlso = related(g);

  const guidesOf = (ids: readonly string[]): Guide[] => ids.map((id) => byId.get(id)!);
  const programmes = [...entries.programmes]
    .sort((a, b) => a.data.order - b.data.order)
    .map((e): Programme => {
      const d = e.data;
      const streams = d.workstreams.map((w) => workstreams.get(w) as Workstream);
      // As with guides: work inside an office stays out, whatever its workstream.
      const carried = new Set([
        ...d.tasks.map((id) => tasks.get(id) as Task),
        ...streams.flatMap((w) => w.tasks),
      ]);
      return {
        id: e.id,
        data: d,
        file: e.file,
        address: programmeAddress(e.id),
        audiences: d.audiences.map((a) => audiences.get(a) as Audience),
        guides: guidesOf(d.guides),
        workstreams: streams,
        tasks: sortedTasks.filter((t) => carried.has(t) && t.data.handbook.by === 'guides'),
        parts: onTheClock(d.outline).map(({ guide, ...part }) => ({
          ...part,
          ...(guide === undefined ? {} : { guide: byId.get(guide)! }),
        })),
        demonstrated: byId.get(d.demonstration.guide)!,
        questions: d.questions.map((q) => ({
          ask: q.ask,
          expect: q.expect,
          guide: byId.get(q.found.guide)!,
          section: q.found.section,
          words: q.found.words,
        })),
        ...(d.event
          ? {
              event: {
                ...d.event,
                programme: onTheClock(d.event.programme),
                stalls: d.event.stalls.map((s) => ({ ...s, guides: guidesOf(s.guides) })),
                announce: guidesOf(d.event.announce),
              },
            }
          : {}),
      };
    });
  for (const p of programmes) {
    for (const g of p.guides) (g.programmes as Programme[]).push(p);
    for (const w of p.workstreams) (w.programmes as Programme[]).push(p);
    for (const t of p.tasks) (t.programmes as Programme[]).push(p);
    const reached = new Set<Audience>();
    for (const a of p.audiences) for (let x: Audience | undefined = a; x; x = x.parent) reached.add(x);
    for (const a of reached) (a.programmes as Programme[]).push(p);
  }
  const practices = [...entries.practices]
    .sort((a, b) => a.data.order - b.data.order)
    .map((e): Practice => ({
      id: e.id,
      data: e.data,
      file: e.file,
      address: practiceAddress(e.id),
      audiences: e.data.audiences.map((a) => audiences.get(a) as Audience),
      workstreams: e.data.workstreams.map((w) => workstreams.get(w) as Workstream),
      guides: guidesOf(e.data.guides),
      programmes: e.data.programmes.map((id) => programmes.find((p) => p.id === id)!),
    }));

  const termEntries = [...entries.terms].sort((a, b) => collator.compare(a.data.term, b.data.term));
  const mentioned = new Map<string, Guide[]>();
  for (const g of guideList) {
    for (const id of new Set(g.tree.mentions.filter((m) => m.kind === 'term').map((m) => m.id)))
      mentioned.set(id, [...(mentioned.get(id) ?? []), g]);
  }
  const site = entries.site[0]!.data;
  const kit = entries.printKit[0]?.data;
  const named = (ids: readonly string[] = []): Guide[] => ids.map((id) => byId.get(id)!);
  const local = new Map(site.contacts.map((c) => [c.id, c]));
  const hotlines: Hotline[] = [...entries.hotlines]
    .sort((a, b) => a.data.order - b.data.order)
    .map((e) => {
      const own = local.get(e.id);
      const data: HotlineData = own
        ? {
            ...e.data,
            name: own.name,
            ...(own.phone ? { number: own.phone } : {}),
            where: own.where,
            use: own.use,
          }
        : e.data;
      return { id: e.id, data, file: e.file, address: `/goi-ai/#${e.id}`, local: own !== undefined };
    });
  const checkedDays = Object.values(entries)
    .flat()
    .map((e) => (e.data as { checked?: string }).checked)
    .filter((d) => d !== undefined)
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
    terms: termEntries.map((e) => ({
      id: e.id,
      data: e.data,
      file: e.file,
      address: `/tu-dien/#${e.id}`,
      guides: [...new Set([...e.data.guides.map((id) => byId.get(id)!), ...(mentioned.get(e.id) ?? [])])],
    })),
    hotlines,
    emergencies: [...entries.emergencies]
      .sort((a, b) => a.data.order - b.data.order)
      .map((e) => ({
        id: e.id,
        data: e.data,
        guide: byId.get(e.data.guide)!,
        calls: e.data.calls.map((id) => hotlines.find((x) => x.id === id)!),
      })),
    modes: [...entries.modes]
      .sort((a, b) => a.data.order - b.data.order)
      .map((e) => ({ id: e.id, data: e.data, tree: tree(e) })),
    programmes,
    practices,
    printKit: {
      posters: named(kit?.posters),
      mentorCards: (kit?.mentorCards ?? []).map((c) => ({ title: c.title, guides: named(c.guides) })),
      family: named(kit?.family),
      festival: named(kit?.festival),
    },
    redirects: entries.redirects[0]?.data.redirects ?? [],
    indicators,
    edition: checkedDays.at(-1) ?? '1970-01-01',
  };
}

/** Nearest guides by what they share; only guides of a shared skill, workstream or shelf are looked at. */
function related(g: Guide): Guide[] {
  const score = new Map<Guide, number>();
  const add = (list: readonly Guide[], points: number): void => {
    for (const o of list) score.set(o, (score.get(o) ?? 0) + points);
  };
  for (const s of g.skills) add(s.guides, 3);
  add(g.shelf.guides, 1);
  const own = new Set(g.audiences);
  const skip = new Set<Guide>([g, ...g.before, ...g.next]);
  return [...score]
    .filter(([o]) => !skip.has(o))
    .map(([o, n]) => ({ o, n: n + o.audiences.filter((a) => own.has(a)).length * 0.5 }))
    .sort((a, b) => b.n - a.n || a.o.data.number - b.o.data.number)
    .slice(0, 4)
    .map((x) => x.o);
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
