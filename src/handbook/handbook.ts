/**
 * The Handbook: every entry joined to every other, read-only. Pure: made from proven entries, without Astro,
 * so that pages, formats and commands all see the same.
 */
import { timingOrder } from '../domain/timing.ts';
import type { Timed } from '../sessions/parts.ts';
import type { Tree } from '../markdown/tree.ts';
import type { Redirect, SiteData, WordsData } from '../schemas/edition.ts';
import type { AnnouncementData } from '../schemas/announcement.ts';
import type { EasyReadData, GuideData, LessonData } from '../schemas/guide.ts';
import type { LifeEventData, Unknown } from '../schemas/life-event.ts';
import type { AreaData, ModeData, SkillData, TermData, TopicData, TrackData } from '../schemas/knowledge.ts';
import type { CheckData } from '../schemas/check.ts';
import type { DrillData, MadeUpData } from '../schemas/drill.ts';
import type { DirectoryData, DirectoryNumber } from '../schemas/directory.ts';
import type { AudienceData, UnitData, WorkstreamData } from '../schemas/people.ts';
import type { Indicator, PlanData } from '../schemas/plan.ts';
import type { KitPage } from '../schemas/print-kit.ts';
import type { PageData } from '../schemas/page.ts';
import type { PracticeData } from '../schemas/practice.ts';
import type { PropData } from '../schemas/prop.ts';
import type { EventData, ProgrammeData } from '../schemas/programme.ts';
import type { Collection } from '../schemas/collections.ts';
import type { PhotoData } from '../schemas/photo.ts';
import type { RecordingData } from '../schemas/recording.ts';
import type { RuleData } from '../schemas/rule.ts';
import type { MeasuredData } from '../schemas/measured.ts';
import type { BoundNamesData, DangerData, EmergencyData } from '../schemas/search.ts';
import type { StallData } from '../schemas/stall.ts';
import type { TaskData } from '../schemas/task.ts';
import type { WithdrawnData } from '../schemas/withdrawn.ts';

/** What every joined entry has. */
interface Joined<D> {
  readonly id: string;
  readonly address: string;
  readonly data: D;
  readonly file: string;
}

/** A shelf of guides: a topic, a track of market lessons, or the cards for events of life. */
export interface Shelf extends Joined<TopicData | TrackData> {
  readonly kind: 'topic' | 'track' | 'events';
  readonly guides: readonly Guide[];
}

/** The fields of a card, with what could not be had. */
interface LifeEventCard {
  readonly data: LifeEventData;
  /** Honest blanks: what is not known, and whom to ask. */
  readonly blanks: readonly Unknown[];
  /** Few enough blanks to be counted as a card. */
  readonly complete: boolean;
}

/** What every numbered page holds; a card for an event of life may be without a promise. */
type NumberedData = Omit<GuideData, 'can'> & { readonly can?: string | undefined };

/** A guide, a market lesson or a card for an event of life. */
export interface Guide extends Joined<NumberedData> {
  readonly collection: 'guides' | 'market' | 'events';
  /** Set for lessons only. */
  readonly lesson?: LessonData;
  /** Set for cards only. */
  readonly card?: LifeEventCard;
  readonly tree: Tree;
  readonly shelf: Shelf;
  readonly audiences: readonly Audience[];
  readonly skills: readonly Skill[];
  readonly workstreams: readonly Workstream[];
  /** Campaign tasks that it serves, directly or through a workstream. */
  readonly tasks: readonly Task[];
  /** Tasks that it was picked for by hand, those that start with it in front. */
  readonly picked: readonly Task[];
  readonly before: readonly Guide[];
  readonly next: readonly Guide[];
  /** Related guides that are in neither list, nearest first. */
  readonly seeAlso: readonly Guide[];
  /** Its easy-read version, where there is one. */
  readonly easyRead?: EasyRead;
  /** Ready training sessions that use it. */
  readonly programmes: readonly Programme[];
  /** Drills that practise its steps, in their own order. */
  readonly drills: readonly Drill[];
  /** Rules whose figures it quotes, by id. */
  readonly rules: readonly Rule[];
  /** Words for the loudspeaker and for Zalo that an author wrote by hand. */
  readonly announcement?: AnnouncementData;
}
/** An entry that quotes a rule. */
export interface RuleUse {
  readonly collection: Collection;
  readonly id: string;
  readonly file: string;
  /** What it is called. */
  readonly text: string;
  /** Where it is read; absent for what has no page of its own. */
  readonly href?: string;
  /** How often it quotes the rule. */
  readonly times: number;
}
/** A rule that readers live by. */
export interface Rule extends Joined<RuleData> {
  /** The whole rule in one sentence, with its figures. */
  readonly sentence: string;
  /** What stands on it: guides first. */
  readonly uses: readonly RuleUse[];
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
/** Something picked for a task by hand: a session, a guide, or a form to print or fill in. */
export interface Picked {
  readonly why: string;
  /** Place in what the task starts with, from 1; absent for what is only named after that. */
  readonly first?: number;
  readonly what:
    | { readonly kind: 'session'; readonly programme: Programme }
    | { readonly kind: 'guide'; readonly guide: Guide }
    | { readonly kind: 'form'; readonly page: KitPage; readonly name: string };
}
export interface Task extends Joined<TaskData> {
  readonly plan: Plan;
  readonly lead: readonly Unit[];
  readonly coordinating: readonly Unit[];
  readonly workstreams: readonly Workstream[];
  readonly audiences: readonly Audience[];
  /** What was picked for it by hand, as an officer who has this task would. */
  readonly picks: readonly Picked[];
  /** Guides that serve it: picked ones, and those of its workstreams. */
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
  /** Other groups with the same target. */
  readonly others: readonly Audience[];
}

/** A part of a session's outline, on the clock, with its guide. */
type ProgrammePart = Timed<Omit<ProgrammeData['outline'][number], 'guide'> & { readonly guide?: Guide }>;
/** One of the three questions, with the guide and the section that answer it. */
interface ProgrammeQuestion {
  readonly ask: string;
  readonly expect: string;
  readonly guide: Guide;
  readonly section: string;
  readonly words: string;
}
/** A day of stalls, with real guides. */
export interface ProgrammeEvent extends Omit<EventData, 'stalls' | 'announce' | 'programme' | 'forms'> {
  readonly programme: readonly Timed<EventData['programme'][number]>[];
  readonly forms: readonly {
    readonly name: string;
    readonly programme: readonly Timed<EventData['programme'][number]>[];
  }[];
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
/** Made-up screens to practise on. */
export interface Drill extends Joined<DrillData> {
  readonly guide: Guide;
}
/** Questions by which somebody finds out whether a skill is there. */
export interface Check extends Joined<CheckData> {
  readonly skill: Skill;
  readonly practice?: Drill;
}
/** A photo of free pages; its address is that of the picture. */
export type Photo = Joined<PhotoData>;
/** A guide read aloud by somebody. */
export type Recording = Omit<Joined<RecordingData>, 'address'> & { readonly guide: Guide };
export interface Term extends Joined<TermData> {
  readonly guides: readonly Guide[];
}
/** A number that may be printed, and the edition's own call where there was one. */
export type ContactNumber = DirectoryNumber & {
  readonly tested?: { readonly day: string; readonly role: string };
};
/**
 * Whom to call: an entry of the directory as readers may see it. What only editors may see is not there,
 * above all numbers that nobody has tried.
 */
export interface Contact extends Joined<
  Omit<DirectoryData, 'toTry' | 'refused' | 'doubt' | 'copies' | 'numbers'> & {
    readonly numbers: readonly ContactNumber[];
    /** The one to call: the first. Absent where several people of one role have one each. */
    readonly number?: string;
  }
> {
  /** The edition's own contact stands in its place. */
  readonly local: boolean;
  /** What it is called in the handbook itself: “Công an xã”. */
  readonly role: string;
}

/** A display mode's own page. */
interface Mode extends Omit<Joined<ModeData>, 'address'> {
  readonly tree: Tree;
}

/** A page of words of its own, and the page that it belongs under. */
export interface FreePage extends Joined<PageData> {
  readonly tree: Tree;
  readonly under?: FreePage;
}

/** What this edition prints besides handouts. */
export interface PrintKit {
  readonly posters: readonly Guide[];
  readonly mentorCards: readonly { readonly title: string; readonly guides: readonly Guide[] }[];
  readonly family: readonly Guide[];
  readonly familyNumbers: readonly number[];
  readonly festival: readonly Guide[];
}

/** A duty of a stall, with the rules and the guide that it names. */
interface StallDuty extends Omit<StallData['duties'][number], 'due' | 'rule' | 'guide'> {
  readonly due?: { readonly rule: Rule; readonly part?: string | undefined };
  readonly rule?: Rule;
  readonly guide?: Guide;
}
/** “Sạp của tôi”. */
export interface Stall extends Omit<StallData, 'duties'> {
  readonly duties: readonly StallDuty[];
}

/** What a browser measured of the pages; `current` while they look as they did then. */
export interface Measured {
  readonly data: MeasuredData;
  readonly current: boolean;
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
  /** Whom to call, by group and order. */
  readonly directory: readonly Contact[];
  /** Rules by id. */
  readonly rules: readonly Rule[];
  readonly modes: readonly Mode[];
  /** Free pages, in the order of their lists. */
  readonly pages: readonly FreePage[];
  /** What is said at once, most pressing first. */
  readonly emergencies: readonly {
    readonly id: string;
    readonly data: EmergencyData;
    /** The guide that tells the rest, where there is one. */
    readonly guide?: Guide;
    readonly calls: readonly Contact[];
  }[];
  /** How danger is read out of a question, where the edition says so. */
  readonly danger?: DangerData;
  /** Names that only a page that treats them may answer, where the edition lists them. */
  readonly boundNames?: BoundNamesData;
  /** What was measured of the pages, and whether they still look as they did then. */
  readonly measured?: Measured;
  /** Ready training sessions, in their own order. */
  readonly programmes: readonly Programme[];
  /** Good practices, in their own order. */
  readonly practices: readonly Practice[];
  /** What sessions ask for on paper. */
  readonly props: readonly Joined<PropData>[];
  /** Screens to practise on, in their own order, and the names that they may show. */
  readonly drills: readonly Drill[];
  /** In the order of the skills. */
  readonly checks: readonly Check[];
  readonly photos: readonly Photo[];
  readonly recordings: readonly Recording[];
  readonly madeUp?: MadeUpData;
  readonly redirects: readonly Redirect[];
  /** Guides that were taken out, each with a page that says why. */
  readonly withdrawn: readonly (Omit<WithdrawnData, 'instead'> & { readonly instead: readonly Guide[] })[];
  readonly printKit: PrintKit;
  /** Questions about a stall and the duties that follow, where the edition asks them. */
  readonly stall?: Stall;
  readonly indicators: readonly PlacedIndicator[];
  /** Newest `checked` day of all entries: the day of this edition. */
  readonly edition: string;
}

/** The guide for somebody who is being cheated this moment; the gate proves that there is one. */
export const stopGuide = (guides: readonly Guide[]): Guide | undefined =>
  guides.find((guide) => guide.data.stop);

/** The guide to the quarterly report, where the edition has one. */
export const reportGuide = (guides: readonly Guide[]): Guide | undefined =>
  guides.find((guide) => guide.data.quarterReport);

/** Tasks by time, soonest kind first. */
export function byTime(tasks: readonly Task[]): Task[] {
  const order = new Map(tasks.map((task) => [task, timingOrder(task.data.time)]));
  const place = (task: Task): string => order.get(task) ?? '';
  return [...tasks].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}
