/** A whole plan as its document tells it: words and places, nothing joined to the handbook yet. */
import type { Paragraph, PlanDocument } from '../document.ts';
import { fold } from '../../vietnamese/diacritics.ts';
import { isDeadline, type Part } from './columns.ts';
import { paragraphsOfHead, readHead, type FoundHead } from './head.ts';
import { outlineOf, type Node, type Told } from './outline.ts';
import { readPeriod, type FoundPeriod } from './period.ts';
import { tasksOfTable, targetsOfTable } from './tables.ts';
import { targetsUnder, type FoundTarget } from './targets.ts';
import { beginsAsUnit } from './units.ts';
import words from './words.json' with { type: 'json' };

type TaskParts = Readonly<Partial<Record<Part, readonly Told[]>>>;

export interface FoundTask {
  /** Number in the document. */
  readonly item: string;
  /** What is to be done, in the document's words. */
  readonly told: Told;
  readonly parts: TaskParts;
  /** Items that share the parts, where the document tells them once for several. */
  readonly shared?: { readonly parent: string; readonly items: readonly string[] };
  /** Points under the task with a number of their own. */
  readonly points: readonly FoundPoint[];
  /** Why somebody has to look at the task as a whole. */
  readonly whys: readonly string[];
}

/** A numbered point of a task: what is to be done, and what the document says of it alone. */
export interface FoundPoint {
  readonly item: string;
  readonly told: Told;
  readonly parts: TaskParts;
}

export interface FoundDuty {
  readonly unit: Told;
  readonly item: string;
  readonly duties: readonly Told[];
}

export interface FoundPlan {
  readonly head: FoundHead;
  readonly purposes: readonly Told[];
  readonly requirements: readonly Told[];
  readonly contents: readonly Told[];
  readonly targets: readonly FoundTarget[];
  readonly tasks: readonly FoundTask[];
  readonly organisation: readonly FoundDuty[];
  readonly budget: readonly Told[];
  readonly reporting: readonly Told[];
  readonly period?: FoundPeriod;
}

/** What sections hold, in the order in which their headings are tried. */
const roleNames = [
  'tasks',
  'targets',
  'purposes',
  'requirements',
  'organisation',
  'budget',
  'contents',
] as const;
type Role = (typeof roleNames)[number];
const roles = roleNames.map((role) => [role, new RegExp(words.sections[role])] as const);

const roleOf = ({ text }: Told): Role | undefined => {
  const heading = fold(text);
  if (text.length > 160) return undefined;
  return roles.find(([, pattern]) => pattern.test(heading))?.[0];
};

/** Sections by what they hold; a heading inside of a section may tell more exactly. */
function sectionsOf(root: Node): Map<Role, Node[]> {
  const found = new Map<Role, Node[]>();
  const put = (role: Role, node: Node): void => void found.set(role, [...(found.get(role) ?? []), node]);
  for (const section of root.children) {
    const role = roleOf(section);
    const inner = section.children.map((child) => ({
      child,
      own: child.rank < 20 ? innerRole(child, role) : undefined,
    }));
    if (inner.some(({ own }) => own !== undefined)) {
      for (const { child, own } of inner) {
        const told = own ?? role;
        if (told) put(told, child);
      }
    } else if (role) put(role, section);
  }
  if (!found.has('tasks') && found.has('contents')) {
    found.set('tasks', found.get('contents') ?? []);
    found.delete('contents');
  }
  return found;
}

/** A short heading in a section of purposes, targets or tasks that tells what is under it. */
function innerRole(node: Node, role: Role | undefined): Role | undefined {
  const own = node.text.length < 60 && node.labels.length === 0 ? roleOf(node) : undefined;
  if (own === undefined || own === role) return undefined;
  const within: Readonly<Partial<Record<Role, readonly Role[]>>> = {
    purposes: ['requirements', 'targets'],
    targets: ['tasks', 'purposes', 'requirements'],
    tasks: ['targets', 'budget', 'organisation'],
  };
  return role && within[role]?.includes(own) ? own : undefined;
}

/** Everything that is told under a node, as paragraphs. */
function wordsUnder(node: Node): Told[] {
  return [
    ...node.body,
    ...node.children.flatMap((child) => [{ text: child.text, place: child.place }, ...wordsUnder(child)]),
  ];
}

/** The points of a section: its dashes and paragraphs, one by one. */
function pointsOf(nodes: readonly Node[]): Told[] {
  return nodes.flatMap((node) => wordsUnder(node)).filter(({ text }) => text.length > 12);
}

const partsOf = (node: Node): TaskParts => {
  const parts: Partial<Record<Part, Told[]>> = {};
  for (const { part, label, text, place } of node.labels)
    if (part !== 'task')
      (parts[part] ??= []).push({ text, place, ...(isDeadline(label) ? { deadline: true } : {}) });
  return parts;
};

const hasParts = (parts: TaskParts): boolean =>
  (['lead', 'coordinating', 'time', 'result'] as const).some((part) => parts[part] !== undefined);

/** The task that one node tells: its text, what is under it, and “Nội dung: …”. */
function taskOf(node: Node, parts: TaskParts, more: Partial<FoundTask> = {}): FoundTask {
  const inside = node.labels.filter(({ part }) => part === 'task');
  const text = [node.text, ...wordsUnder(node).map((one) => one.text), ...inside.map((one) => one.text)].join(
    '\n',
  );
  const points = numbered(node).map((child): FoundPoint => ({
    item: child.item,
    told: { text: child.text, place: child.place },
    parts: partsOf(child),
  }));
  return { item: node.item, told: { text, place: node.place }, parts, points, whys: [], ...more };
}

const numbered = (node: Node): Node[] => node.children.filter(({ rank }) => rank < 20);

/**
 * A number under which several dashes have labels of their own, told after each: the dashes up to the labels
 * are one task. One node for each; none where the labels are told once.
 */
function groupsOf(node: Node): Node[] {
  const ends = [
    ...new Set(node.labels.filter(({ part }) => part === 'lead').map(({ after }) => after ?? 0)),
  ].filter((end) => end > 0);
  if (ends.length < 2) return [];
  return ends.map((end, index): Node => {
    const from = ends[index - 1] ?? 0;
    const last = index === ends.length - 1;
    const [first, ...rest] = node.children.slice(from, last ? undefined : end);
    return {
      ...(first ?? node),
      item: `${node.item}.${index + 1}`,
      body: [...(first?.body ?? []), ...rest.map(({ text, place }) => ({ text, place }))],
      labels: node.labels.filter(({ after = 0 }) => after > from && (last || after <= end)),
    };
  });
}

/** Tasks under a node of a section of tasks. */
function tasksUnder(node: Node): FoundTask[] {
  const own = partsOf(node);
  const below = numbered(node);
  const groups = below.length === 0 ? groupsOf(node) : [];
  if (groups.length > 0) return groups.map((group) => taskOf(group, partsOf(group)));
  const dashes = node.children.filter((child) => child.rank >= 20 && hasParts(partsOf(child)));
  if (dashes.length > 0 && below.length === 0)
    return dashes.map((dash, index) => taskOf({ ...dash, item: `${node.item}.${index + 1}` }, partsOf(dash)));
  if (below.length === 0) {
    const found = taskOf(node, own);
    return hasParts(own) || found.told.text.length > 25 ? [found] : [];
  }
  if (hasParts(own)) return [taskOf(node, own)];
  const shared = sharedParts(below);
  if (shared) {
    const items = below.map(({ item }) => item);
    return below.map((child) => taskOf(child, shared, { shared: { parent: node.item, items } }));
  }
  return below.flatMap(tasksUnder);
}

/** Parts told once, under the last of several lettered points, belong to them all. */
function sharedParts(nodes: readonly Node[]): TaskParts | undefined {
  const last = nodes.at(-1);
  if (
    !last ||
    nodes.length < 2 ||
    nodes.some(({ rank, children }) => rank !== 10 || children.some((child) => child.rank < 20))
  )
    return undefined;
  const parts = partsOf(last);
  return hasParts(parts) && nodes.slice(0, -1).every((node) => !hasParts(partsOf(node))) ? parts : undefined;
}

const inHeading = 'việc nằm dưới tên đơn vị, không có nhãn “chủ trì”';

/** Words with which the work of a unit begins, after its name in a heading. */
const workBegins = new RegExp(String.raw`\s+(?:${words.workBegins.join('|')})[\s,].*$`, 'u');

/** The name of the unit in a heading: “Giao Phòng A theo dõi …:” is “Phòng A”. */
const unitIn = ({ text, place }: Told): Told => ({
  text: (text.length > 90 ? text.replace(workBegins, '') : text)
    .replace(/^Giao\s+/u, '')
    .replace(/[:.;]+$/, ''),
  place,
});

/** Whether a heading is the name of a unit: short, with work under it, none in front. */
const isUnitHeading = (node: Node): boolean =>
  unitIn(node).text.length < 120 &&
  beginsAsUnit(unitIn(node).text) &&
  node.labels.length === 0 &&
  (node.children.length > 0 || node.body.length > 0);

/** Tasks of a plan that gives each unit its own: the heading leads. */
function tasksByUnit(nodes: readonly Node[]): FoundTask[] {
  return nodes.flatMap((node) => {
    const lead = [unitIn(node)];
    const points: Node[] = node.children.length > 0 ? node.children : node.body.map((told) => bodyNode(told));
    return points.map((point, index) =>
      taskOf(
        { ...point, item: point.item || `${node.item}.${index + 1}` },
        { lead, ...partsOf(point) },
        { whys: [inHeading] },
      ),
    );
  });
}

const bodyNode = (told: Told): Node => ({ ...told, item: '', rank: 20, children: [], body: [], labels: [] });

/** Tasks that the outline tells. */
function tasksOfOutline(sections: Map<Role, Node[]>): FoundTask[] {
  const nodes = sections.get('tasks') ?? [];
  const heads = nodes.flatMap(numbered);
  if (heads.length > 1 && heads.every(isUnitHeading)) return tasksByUnit(heads);
  const found = nodes.flatMap((node) => {
    const below = numbered(node);
    return below.length > 0 || node.labels.length > 0 || node.rank > 1 ? tasksUnder(node) : dashTasks(node);
  });
  const organisers = (sections.get('organisation') ?? []).flatMap(numbered);
  return found.length === 0 && organisers.length > 1 ? tasksByUnit(organisers.filter(isUnitHeading)) : found;
}

/** A section with dashes alone: each is a task. */
function dashTasks(node: Node): FoundTask[] {
  return node.children.map((dash, index) =>
    taskOf({ ...dash, item: `${node.item}.${index + 1}` }, partsOf(dash), {
      whys: ['việc chỉ có gạch đầu dòng, số mục do máy đặt'],
    }),
  );
}

function organisationOf(nodes: readonly Node[]): FoundDuty[] {
  const heads = nodes.flatMap((node) =>
    numbered(node).flatMap((child) =>
      isUnitHeading(child) && numbered(child).some(isUnitHeading) ? numbered(child) : [child],
    ),
  );
  return heads.filter(isUnitHeading).map((node) => ({
    unit: unitIn(node),
    item: node.item,
    duties: wordsUnder(node),
  }));
}

/** Sentences that ask for reports. */
function reportsIn(paragraphs: readonly Paragraph[]): Told[] {
  return paragraphs.filter(({ text }) => {
    const sentence = fold(text);
    return (
      /(?:dinh ky|truoc ngay|cham nhat|hang quy|hang thang)/.test(sentence) && sentence.includes('bao cao')
    );
  });
}

/** Recognises a plan. Pure. */
export function recognise(document: PlanDocument): FoundPlan {
  const paragraphs = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : paragraphsOfHead(block),
  );
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const head = readHead(paragraphs);
  const root = outlineOf(head.main);
  const sections = sectionsOf(root);
  const outlined = tasksOfOutline(sections);
  const tabled = tables.flatMap(tasksOfTable).map((task): FoundTask => ({ ...task, points: [], whys: [] }));
  const labelled = outlined.some(({ parts, whys }) => hasParts(parts) && whys.length === 0);
  const targets = [
    ...(sections.get('targets') ?? []).flatMap((node) => targetsUnder(node)),
    ...tables.flatMap(targetsOfTable),
  ];
  return {
    head,
    purposes: pointsOf(sections.get('purposes') ?? []),
    requirements: pointsOf(sections.get('requirements') ?? []),
    contents: pointsOf(sections.get('contents') ?? []),
    targets,
    tasks: tabled.length === 0 ? outlined : labelled ? [...outlined, ...appended(outlined, tabled)] : tabled,
    organisation: organisationOf(sections.get('organisation') ?? []),
    budget: pointsOf(sections.get('budget') ?? []),
    reporting: reportsIn(head.main),
    ...periodPart(head),
  };
}

/** From when until when the plan is carried out, where the document says so. */
function periodPart({ title, main }: FoundHead): Pick<FoundPlan, 'period'> {
  const period = readPeriod([...main, ...(title ? [title] : [])]);
  return period ? { period } : {};
}

/** Tasks of an appendix beside those of the text. */
function appended(outlined: readonly FoundTask[], tabled: readonly FoundTask[]): FoundTask[] {
  const used = new Set(outlined.map(({ item }) => item));
  const known = new Set(outlined.map(({ told }) => fold(told.text).slice(0, 60)));
  return tabled
    .filter(({ told }) => !known.has(fold(told.text).slice(0, 60)))
    .map((task) => ({
      ...task,
      item: used.has(task.item) ? `PL.${task.item}` : task.item,
      whys: [...task.whys, 'nhiệm vụ ở bảng, văn bản còn có nhiệm vụ ở phần chữ: xem có trùng không'],
    }));
}
