/**
 * The table of collections: folder, file type and schema. Astro's content layer and the command-line check
 * both read it, so that neither can know a collection the other does not.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { announcementSchema, type AnnouncementData } from './announcement.ts';
import { checkSchema, type CheckData } from './check.ts';
import { drillSchema, madeUpSchema, type DrillData, type MadeUpData } from './drill.ts';
import { directorySchema, reviewedBy, type DirectoryData } from './directory.ts';
import {
  redirectsSchema,
  siteSchema,
  wordsSchema,
  type Redirect,
  type SiteData,
  type WordsData,
} from './edition.ts';
import {
  easyReadSchema,
  guideSchema,
  lessonSchema,
  type EasyReadData,
  type GuideData,
  type LessonData,
} from './guide.ts';
import {
  areaSchema,
  modeSchema,
  skillSchema,
  termSchema,
  topicSchema,
  trackSchema,
  type AreaData,
  type ModeData,
  type SkillData,
  type TermData,
  type TopicData,
  type TrackData,
} from './knowledge.ts';
import {
  audienceSchema,
  unitSchema,
  workstreamSchema,
  type AudienceData,
  type UnitData,
  type WorkstreamData,
} from './people.ts';
import {
  boundNamesSchema,
  dangerSchema,
  dialectSchema,
  emergencySchema,
  foreignWordsSchema,
  queryWordsSchema,
  questionFramesSchema,
  type BoundNamesData,
  type DangerData,
  type DialectData,
  type EmergencyData,
  type ForeignWordsData,
  type QueryWordsData,
  type QuestionFramesData,
} from './search.ts';
import { hostsSchema, type HostsData } from './hosts.ts';
import { lifeEventSchema, type LifeEventData } from './life-event.ts';
import { measuredSchema, type MeasuredData } from './measured.ts';
import { pageSchema, type PageData } from './page.ts';
import { photoSchema, type PhotoData } from './photo.ts';
import { planSchema, type PlanData } from './plan.ts';
import { pageNamesSchema, type PageNamesData } from './page-names.ts';
import { practiceSchema, type PracticeData } from './practice.ts';
import { programmeSchema, type ProgrammeData } from './programme.ts';
import { printKitSchema, type PrintKitData } from './print-kit.ts';
import { propSchema, type PropData } from './prop.ts';
import { recordingSchema, type RecordingData } from './recording.ts';
import { ruleSchema, type RuleData } from './rule.ts';
import { stallSchema, type StallData } from './stall.ts';
import { taskSchema, type TaskData } from './task.ts';
import { withdrawnSchema, type WithdrawnData } from './withdrawn.ts';

/** Data type of each collection. */
export interface CollectionData {
  announcements: AnnouncementData;
  areas: AreaData;
  audiences: AudienceData;
  boundNames: BoundNamesData;
  checks: CheckData;
  danger: DangerData;
  dialect: DialectData;
  directory: DirectoryData;
  drills: DrillData;
  easyRead: EasyReadData;
  emergencies: EmergencyData;
  events: LifeEventData;
  foreignWords: ForeignWordsData;
  guides: GuideData;
  hosts: HostsData;
  madeUp: MadeUpData;
  market: LessonData;
  measured: MeasuredData;
  modes: ModeData;
  pageNames: PageNamesData;
  pages: PageData;
  photos: PhotoData;
  plans: PlanData;
  practices: PracticeData;
  printKit: PrintKitData;
  programmes: ProgrammeData;
  props: PropData;
  queryWords: QueryWordsData;
  questionFrames: QuestionFramesData;
  recordings: RecordingData;
  redirects: { redirects: Redirect[] };
  rules: RuleData;
  site: SiteData;
  skills: SkillData;
  stall: StallData;
  tasks: TaskData;
  terms: TermData;
  topics: TopicData;
  tracks: TrackData;
  units: UnitData;
  withdrawn: WithdrawnData;
  words: WordsData;
  workstreams: WorkstreamData;
}
export type Collection = keyof CollectionData;

/** Where a collection lives and what shape its entries have. */
export interface CollectionShape {
  /** Folder under `content/`; empty for the folder itself. */
  readonly folder: string;
  /** Glob inside the folder. */
  readonly pattern: string;
  readonly schema: z.ZodType;
  /** Grammar of the body for MDX collections and for cards, whose body the gate lays out; none for other YAML. */
  readonly body?: 'guide' | 'lesson' | 'easy-read' | 'prose' | 'page';
  /** How many folders deep an id is: `plan/task` is 2. */
  readonly depth: 1 | 2;
  /** May be empty in an edition. */
  readonly optional?: boolean;
}

/**
 * The schema with a place for who read an entry and answers for it. Guides, lessons and cards are named in
 * `content/edition.yaml` instead, so that an edition need not take the place of a file to approve it.
 */
const approvable = (schema: z.ZodObject): z.ZodObject =>
  schema.safeExtend({ reviewedBy: reviewedBy.optional().meta(words.directory.reviewedBy) });

export const collectionShapes: Readonly<Record<Collection, CollectionShape>> = {
  announcements: {
    folder: 'announcements',
    pattern: '*.yaml',
    schema: approvable(announcementSchema),
    depth: 1,
    optional: true,
  },
  areas: { folder: 'areas', pattern: '*.yaml', schema: approvable(areaSchema), depth: 1 },
  audiences: { folder: 'audiences', pattern: '*.yaml', schema: audienceSchema, depth: 1 },
  boundNames: {
    folder: 'search',
    pattern: 'bound-names.yaml',
    schema: boundNamesSchema,
    depth: 1,
    optional: true,
  },
  checks: { folder: 'checks', pattern: '*.yaml', schema: approvable(checkSchema), depth: 1, optional: true },
  danger: { folder: 'search', pattern: 'danger.yaml', schema: dangerSchema, depth: 1, optional: true },
  dialect: { folder: 'search', pattern: 'dialect.yaml', schema: dialectSchema, depth: 1, optional: true },
  directory: { folder: 'directory', pattern: '*.yaml', schema: directorySchema, depth: 1 },
  drills: { folder: 'drills', pattern: '*.yaml', schema: approvable(drillSchema), depth: 1, optional: true },
  easyRead: {
    folder: 'easy-read',
    pattern: '*.mdx',
    schema: approvable(easyReadSchema),
    body: 'easy-read',
    depth: 1,
    optional: true,
  },
  emergencies: { folder: 'emergencies', pattern: '*.yaml', schema: approvable(emergencySchema), depth: 1 },
  foreignWords: {
    folder: 'search',
    pattern: 'foreign-words.yaml',
    schema: foreignWordsSchema,
    depth: 1,
    optional: true,
  },
  events: {
    folder: 'events',
    pattern: '*/*.yaml',
    schema: lifeEventSchema,
    body: 'guide',
    depth: 2,
    optional: true,
  },
  guides: { folder: 'guides', pattern: '*/*.mdx', schema: guideSchema, body: 'guide', depth: 2 },
  hosts: { folder: '', pattern: 'dia-chi.yaml', schema: hostsSchema, depth: 1, optional: true },
  madeUp: { folder: '', pattern: 'man-hinh-tap.yaml', schema: madeUpSchema, depth: 1, optional: true },
  market: { folder: 'market', pattern: '*/*.mdx', schema: lessonSchema, body: 'lesson', depth: 2 },
  measured: { folder: '', pattern: 'measured.yaml', schema: measuredSchema, depth: 1, optional: true },
  modes: { folder: 'modes', pattern: '*.mdx', schema: modeSchema, body: 'guide', depth: 1, optional: true },
  pageNames: {
    folder: 'search',
    pattern: 'page-names.yaml',
    schema: pageNamesSchema,
    depth: 1,
    optional: true,
  },
  pages: { folder: 'pages', pattern: '*.mdx', schema: pageSchema, body: 'page', depth: 1 },
  photos: { folder: 'photos', pattern: '*.yaml', schema: approvable(photoSchema), depth: 1, optional: true },
  plans: { folder: 'plans', pattern: '*.mdx', schema: approvable(planSchema), body: 'prose', depth: 1 },
  practices: {
    folder: 'practices',
    pattern: '*.yaml',
    schema: approvable(practiceSchema),
    depth: 1,
    optional: true,
  },
  programmes: { folder: 'programmes', pattern: '*.yaml', schema: approvable(programmeSchema), depth: 1 },
  props: { folder: 'props', pattern: '*.yaml', schema: approvable(propSchema), depth: 1, optional: true },
  printKit: { folder: '', pattern: 'in-an.yaml', schema: printKitSchema, depth: 1, optional: true },
  queryWords: { folder: 'search', pattern: 'query-words.yaml', schema: queryWordsSchema, depth: 1 },
  questionFrames: {
    folder: 'search',
    pattern: 'question-frames.yaml',
    schema: questionFramesSchema,
    depth: 1,
    optional: true,
  },
  recordings: { folder: 'audio', pattern: '*.yaml', schema: recordingSchema, depth: 1, optional: true },
  redirects: { folder: '', pattern: 'redirects.yaml', schema: redirectsSchema, depth: 1 },
  rules: { folder: 'rules', pattern: '*/*.yaml', schema: approvable(ruleSchema), depth: 2, optional: true },
  site: { folder: '', pattern: 'edition.yaml', schema: siteSchema, depth: 1 },
  skills: { folder: 'skills', pattern: '*.yaml', schema: approvable(skillSchema), depth: 1 },
  stall: { folder: '', pattern: 'sap-cua-toi.yaml', schema: stallSchema, depth: 1, optional: true },
  tasks: { folder: 'tasks', pattern: '*/*.yaml', schema: approvable(taskSchema), depth: 2 },
  terms: { folder: 'terms', pattern: '*.yaml', schema: approvable(termSchema), depth: 1 },
  topics: { folder: 'topics', pattern: '*.yaml', schema: approvable(topicSchema), depth: 1 },
  tracks: { folder: 'tracks', pattern: '*.yaml', schema: approvable(trackSchema), depth: 1 },
  units: { folder: 'units', pattern: '*.yaml', schema: approvable(unitSchema), depth: 1 },
  withdrawn: { folder: 'withdrawn', pattern: '*.yaml', schema: withdrawnSchema, depth: 1, optional: true },
  words: { folder: 'words', pattern: '*.yaml', schema: wordsSchema, depth: 1 },
  workstreams: { folder: 'workstreams', pattern: '*.yaml', schema: approvable(workstreamSchema), depth: 1 },
};

/** One entry as it was read, before or after its shape was proven. */
export interface Entry<C extends Collection = Collection> {
  readonly collection: C;
  readonly id: string;
  readonly data: CollectionData[C];
  /** MDX body without frontmatter; empty for YAML. */
  readonly body: string;
  /** Path from the project root, with forward slashes. */
  readonly file: string;
}

/** All entries by collection. */
export type Entries = { readonly [C in Collection]: readonly Entry<C>[] };
export const collectionNames = Object.keys(collectionShapes) as Collection[];
