/**
 * What is proposed to the handbook: every fact with its place in the document, and with the reason where
 * somebody has to look before it may be published. Pure.
 */
import { asDeadline } from '../domain/timing.ts';
import type { PlanData } from '../schemas/plan.ts';
import type { Entries } from '../schemas/collections.ts';
import { fold } from '../vietnamese/diacritics.ts';
import { slug } from '../vietnamese/text.ts';
import type { PlanDocument } from './document.ts';
import type { Told } from './recognise/outline.ts';
import vocabulary from './recognise/words.json' with { type: 'json' };
import {
  recognise,
  type FoundDuty,
  type FoundPlan,
  type FoundPoint,
  type FoundTask,
} from './recognise/plan.ts';
import type { FoundTarget } from './recognise/targets.ts';
import { readTime, retold, timeInside, type ReadTime, type Time } from './recognise/times.ts';
import { plainName, Units, type NamedUnit } from './recognise/units.ts';
import { Similar } from './similar.ts';

/** A fact, where it stands and why somebody has to look at it. */
export interface Proposed<Value> {
  readonly value: Value;
  readonly places: readonly Told[];
  readonly whys: readonly string[];
  /** Why it is proposed, where the document does not tell it. */
  readonly reason?: string;
}

export interface ProposedTask {
  readonly item: string;
  readonly title: Proposed<string>;
  readonly summary: Proposed<string>;
  readonly lead: Proposed<readonly string[]>;
  readonly leadNote?: Proposed<string>;
  readonly coordinating: Proposed<readonly string[]>;
  readonly time?: Proposed<Time>;
  /** Words of a time that could not be read. */
  readonly timeWords?: Told;
  readonly result: Proposed<string | null>;
  readonly products: Proposed<readonly string[]>;
  readonly workstreams: Proposed<readonly string[]>;
  /** Groups of people that the task's words name. */
  readonly audiences: Proposed<readonly string[]>;
  readonly points: readonly ProposedPoint[];
  readonly office?: Proposed<string>;
  /** A task with picks of its own that this one may start like. */
  readonly as?: string;
}

/** A part of a task with a number of its own. */
export interface ProposedPoint {
  readonly item: string;
  readonly title: Proposed<string>;
  readonly lead: Proposed<readonly string[]>;
  readonly time?: Proposed<Time>;
}

export interface ProposedTarget {
  readonly found: FoundTarget;
  readonly group?: Proposed<string>;
}

/** A unit that the handbook does not have yet. */
export interface ProposedUnit {
  readonly id: string;
  readonly name: string;
  readonly level: PlanData['level'];
  readonly group: boolean;
  readonly papers: 'state' | 'party' | 'own';
  readonly place?: string;
  readonly told: Told;
}

export interface Proposal {
  readonly id: string;
  readonly found: FoundPlan;
  readonly issuer: string;
  readonly place?: string;
  readonly level: PlanData['level'];
  readonly year?: number;
  readonly tasks: readonly ProposedTask[];
  readonly targets: readonly ProposedTarget[];
  readonly organisation: readonly { readonly units: readonly string[]; readonly duty: FoundDuty }[];
  readonly units: readonly ProposedUnit[];
}

export interface Asked {
  /** Id of the unit that issued the plan, as the officer named it. */
  readonly issuer?: string;
  /** Id that the plan gets. */
  readonly id?: string;
}

/** Level and papers of a unit by its name; those of the issuer where the name tells nothing. */
function kindOf(name: string, issuer: PlanData['level']): Pick<ProposedUnit, 'level' | 'papers' | 'group'> {
  const words = fold(name);
  const group = /^cac |^toan the |^tat ca /.test(words);
  const party = new RegExp(vocabulary.partyPapers).test(words);
  const own = new RegExp(vocabulary.ownPapers).test(words);
  const papers = party ? 'party' : own ? 'own' : 'state';
  if (/^(?:bo|cuc|vu) /.test(words)) return { level: 'ministry', papers, group };
  if (/^(?:cac )?so /.test(words)) return { level: 'department', papers, group };
  if (/doanh nghiep|cong ty|tap doan|vnpt|viettel|ngan hang/.test(words))
    return { level: 'enterprise', papers: 'own', group };
  if (/(?:xa|phuong|thi tran)\b/.test(words) && issuer === 'province')
    return { level: 'commune', papers, group };
  return { level: issuer, papers, group };
}

/** Collects units that have to be drafted, each once. */
class Drafts {
  readonly units: ProposedUnit[] = [];
  readonly #taken: ReadonlySet<string>;
  readonly #prefix: string;
  readonly #place: string | undefined;
  readonly #level: PlanData['level'];

  constructor(
    taken: ReadonlySet<string>,
    prefix: string,
    place: string | undefined,
    level: PlanData['level'],
  ) {
    [this.#taken, this.#prefix, this.#place, this.#level] = [taken, prefix, place, level];
  }

  /** Id of a unit that is named: its own, or that of its draft. */
  idOf({ id, name, told }: NamedUnit): string {
    if (id !== undefined) return id;
    const clean = name.replace(/[\s.;,]+$/, '');
    const written = clean.charAt(0).toUpperCase() + clean.slice(1);
    const known = this.units.find((unit) => fold(unit.name) === fold(written));
    if (known) return known.id;
    const base = [this.#prefix, slug(written)]
      .filter((part) => part !== '')
      .join('-')
      .slice(0, 88)
      .replace(/-+$/, '');
    let unused = base;
    for (let count = 2; this.#taken.has(unused) || this.units.some((unit) => unit.id === unused); count++)
      unused = `${base}-${count}`;
    this.units.push({
      id: unused,
      name: written,
      told,
      ...(this.#place === undefined ? {} : { place: this.#place }),
      ...kindOf(written, this.#level),
    });
    return unused;
  }
}

/** A sentence short enough for a title: cut where a clause ends. */
function titleOf(text: string): { readonly title: string; readonly cut: boolean } {
  const [line = ''] = text.split('\n');
  const first = line.split(/(?<=[.;:])\s/u)[0] ?? line;
  const whole = first.replace(/[\s.;:,]+$/, '');
  if (whole.length <= 140) return { title: whole, cut: false };
  const room = whole.slice(0, 138);
  const at = Math.max(
    ...[
      /;\s[^;]*$/u,
      /,\s[^,]*$/u,
      /\s(?:nhằm|để|theo|trong|cho|với|của|và)\s(?!.*\s(?:nhằm|để|theo|trong|cho|với|của|và)\s)/u,
    ].map((end) => room.search(end)),
  );
  return {
    title: (at > 50 ? room.slice(0, at) : room.slice(0, room.lastIndexOf(' ')))
      // Never cut inside of brackets.
      .replace(/\([^)]*$/u, '')
      .replace(/[\s.;:,]+$/, ''),
    cut: true,
  };
}

const plain = <Value>(value: Value, ...places: readonly Told[]): Proposed<Value> => ({
  value,
  places,
  whys: [],
});

class Proposer {
  readonly #units: Units;
  readonly #drafts: Drafts;
  readonly #year: number | undefined;
  readonly #streams: Similar<{
    readonly workstreams: readonly string[];
    readonly office?: string;
    readonly as: string;
  }>;
  readonly #groups: Similar<string>;
  readonly #people: readonly { readonly id: string; readonly name: string }[];

  constructor(
    entries: Entries,
    drafts: Drafts,
    scope: ConstructorParameters<typeof Units>[1],
    year: number | undefined,
    own: string,
  ) {
    [this.#drafts, this.#year] = [drafts, year];
    this.#people = entries.audiences.flatMap(({ id, data }) =>
      [data.title, ...data.title.split(/,\s*/)]
        .map((name) => ({ id, name: plainName(name) }))
        .filter(({ name }) => name.includes(' ')),
    );
    this.#units = new Units(
      entries.units.map(({ id, data }) => ({
        id,
        names: [data.name, ...(data.short === undefined ? [] : [data.short]), ...data.spellings],
        ...(data.place === undefined ? {} : { place: data.place }),
        isGroup: data.kind === 'group',
        isPart: data.parent !== undefined,
      })),
      scope,
    );
    this.#streams = new Similar(
      entries.tasks
        .filter(({ id }) => !id.startsWith(`${own}/`))
        .map(({ id, data }) => ({
          name: id,
          text: [data.title, data.summary, ...data.aliases].join(' '),
          value: {
            workstreams: data.workstreams,
            as: (data.handbook.by === 'guides' ? data.handbook.as : undefined) ?? id,
            ...(data.handbook.by === 'none' ? { office: data.handbook.reason } : {}),
          },
        })),
    );
    this.#groups = new Similar([
      ...entries.plans
        .filter(({ id }) => id !== own)
        .flatMap(({ id, data }) =>
          data.indicators.map(({ item, wording, group }) => ({
            name: `${item}, ${id}`,
            text: counted(wording),
            value: group,
          })),
        ),
      ...entries.audiences.map(({ id, data }) => ({ name: data.title, text: data.title, value: id })),
    ]);
  }

  #list(words: readonly Told[]): Proposed<readonly string[]> {
    const named = words.flatMap((told) => this.#units.read(told));
    const ids = named.map((unit) => this.#drafts.idOf(unit));
    return {
      value: [...new Set(ids)],
      places: words,
      whys: named.flatMap(({ id, name, why }) =>
        why !== undefined && id !== undefined ? [`“${name}”: ${why}`] : [],
      ),
    };
  }

  /** Groups that a task's words name; a name in a sentence is no proof that the work is for them. */
  #audiences({ told }: FoundTask): Proposed<readonly string[]> {
    const words = ` ${plainName(told.text)} `;
    const value = [
      ...new Set(this.#people.filter(({ name }) => words.includes(` ${name} `)).map(({ id }) => id)),
    ];
    return {
      value,
      places: value.length === 0 ? [] : [told],
      whys: value.length === 0 ? [] : ['nhóm người mà câu này nhắc tới: việc có phải cho họ không'],
    };
  }

  #point({ item, told, parts }: FoundPoint): ProposedPoint {
    const { title, cut } = titleOf(told.text);
    const [words] = parts.time ?? [];
    const read = words && readTold(words, this.#year);
    return {
      item,
      title: {
        value: title,
        places: [told],
        whys: cut ? ['tên dài, máy đã cắt: viết lại cho gọn'] : [],
      },
      lead: this.#list(parts.lead ?? []),
      ...(words && read
        ? { time: { value: read.time, places: [words], whys: read.why === undefined ? [] : [read.why] } }
        : {}),
    };
  }

  #time({ told, parts }: FoundTask): Pick<ProposedTask, 'time' | 'timeWords'> {
    const [words] = parts.time ?? [];
    const inside =
      timeInside(told.text.split('\n')[0] ?? '', this.#year) ?? timeInside(told.text, this.#year);
    if (words === undefined)
      return {
        time: inside
          ? { value: inside.time, places: [told], whys: [inside.why ?? ''] }
          : plain({ kind: 'not-stated' }, told),
      };
    const read = readTold(words, this.#year);
    if (!read) return { timeWords: words };
    const vague = ['ongoing', 'periodic'].includes(read.time.kind);
    if (vague && inside && ['yearly', 'weekly', 'monthly', 'quarterly'].includes(inside.time.kind))
      return {
        time: {
          value: retold(inside.time, `${wordsOf(inside.time)}; ${wordsOf(read.time)}`),
          places: [words, told],
          whys: ['câu mô tả và nhãn “Thời gian” nói hai cách'],
        },
      };
    return { time: { value: read.time, places: [words], whys: read.why === undefined ? [] : [read.why] } };
  }

  #result({ parts }: FoundTask): Pick<ProposedTask, 'result' | 'products'> {
    const words = parts.result ?? [];
    const pieces = words
      .flatMap(({ text }) => text.split(/\s*;\s*(?=\p{Lu}|-)/u))
      .map((text) => text.replace(/^[-+•]\s*/, '').replace(/[.;\s]+$/, ''));
    if (pieces.length === 0) return { result: plain(null), products: plain([]) };
    const sentence = words.map(({ text }) => text.replace(/[.;\s]+$/, '')).join('; ');
    return {
      result: plain(`${sentence}.`, ...words),
      products: plain(pieces.length > 1 ? pieces : [], ...words),
    };
  }

  task(found: FoundTask, given: Given | undefined): ProposedTask {
    const { told, item, whys } = found;
    const { title, cut } = titleOf(told.text);
    const lead = given ? givenPart(given, 'lead') : this.#list(found.parts.lead ?? []);
    const labelled = given ? givenPart(given, 'coordinating') : this.#list(found.parts.coordinating ?? []);
    const helping = labelled.value.length > 0 ? labelled : this.#inSentence(found);
    // Who leads does not help as well; the gate refuses it.
    const others = helping.value.filter((id) => !lead.value.includes(id));
    const coordinating = { ...helping, value: others, places: others.length === 0 ? [] : helping.places };
    const [like] = this.#streams.find(told.text);
    const shared = found.shared;
    const sharing = shared
      ? [`mục ${shared.parent} nêu một lần, máy hiểu là chung cho ${shared.items.join(', ')}`]
      : [];
    const close = like !== undefined && like.score > 0.12;
    return {
      item,
      title: {
        value: title,
        places: [told],
        whys: [...whys, ...(cut ? ['tên dài, máy đã cắt: viết lại cho gọn'] : [])],
      },
      // A heading and the sentence under it are two.
      summary: plain(told.text.replace(/(?<=[\p{L}\p{N})”])\n(?=\p{Lu})/u, ': '), told),
      lead: { ...lead, whys: [...lead.whys, ...sharing] },
      ...(lead.value.length === 0
        ? {
            leadNote: {
              value: 'Kế hoạch không nêu cơ quan thực hiện cho việc này.',
              places: [told],
              whys: ['máy không thấy nhãn “chủ trì”, “thực hiện”: xem lại văn bản, cả mục Tổ chức thực hiện'],
            },
          }
        : {}),
      coordinating,
      ...this.#time(found),
      ...this.#result(found),
      audiences: this.#audiences(found),
      points: found.points.map((point) => this.#point(point)),
      workstreams: {
        value: close ? like.value.workstreams : [],
        places: [],
        whys: close && like.score < 0.3 ? ['nhóm việc đoán theo một nhiệm vụ chỉ hơi giống'] : [],
        ...(close ? { reason: `giống nhiệm vụ ${like.name}` } : {}),
      },
      ...(close && like.value.office === undefined ? { as: like.value.as } : {}),
      ...(close && like.value.office !== undefined
        ? {
            office: {
              value: like.value.office,
              places: [],
              whys: [
                `giống nhiệm vụ ${like.name}, vốn ghi là việc nội bộ: xem bài hướng dẫn có giúp được không`,
              ],
            },
          }
        : {}),
    };
  }

  target(found: FoundTarget): ProposedTarget {
    const [like] = this.#groups.find(counted(found.told.text));
    if (like === undefined || like.score < 0.1) return { found };
    return {
      found,
      group: {
        value: like.value,
        places: [found.told],
        whys: like.score < 0.35 ? [`nhóm người đoán theo “${like.name}”`] : [],
        reason: `giống ${like.name}`,
      },
    };
  }

  unitsOf(told: Told): readonly string[] {
    return this.#list([told]).value;
  }

  /** Known units at the start of a task's own sentence, “Các làng phối hợp với Tổ …”. */
  #inSentence({ told }: FoundTask): Proposed<readonly string[]> {
    const [, first = '', second = ''] = together.exec(told.text) ?? [];
    const read = (text: string): NamedUnit[] =>
      text === '' ? [] : this.#units.read({ text, place: told.place });
    const value = [...read(first), ...read(second)].flatMap(({ id }) => (id === undefined ? [] : [id]));
    return {
      value,
      places: [told],
      whys: value.length === 0 ? [] : ['đơn vị phối hợp nằm trong câu nhiệm vụ, không có nhãn'],
    };
  }

  /**
   * What the section on carrying out gives to units, for a plan whose tasks name none: each duty goes to the
   * one task that it is most like.
   */
  given(tasks: readonly FoundTask[], duties: readonly FoundDuty[]): ReadonlyMap<string, Given> {
    const found = new Map<string, Given>();
    const similar = new Similar(
      tasks.map(({ item, told }) => ({ name: item, text: told.text, value: item })),
    );
    for (const { unit, item, duties: list } of duties)
      for (const duty of list) {
        const [like] = similar.find(workOf(duty.text));
        const leads = duty.text.startsWith('Chủ trì');
        if (like === undefined || like.score < 0.25 || !(leads || duty.text.startsWith('Phối hợp'))) continue;
        const own = this.#list([unit]).value;
        const [, others = ''] = withWhom.exec(duty.text) ?? [];
        const named = leads && others !== '' ? this.#list([{ text: others, place: duty.place }]).value : [];
        const old = found.get(like.value) ?? { lead: [], coordinating: [], places: [], items: [] };
        found.set(like.value, {
          lead: leads ? [...old.lead, ...own] : old.lead,
          coordinating: [...old.coordinating, ...(leads ? named : own)],
          places: [...old.places, duty],
          items: [...old.items, item],
        });
      }
    return found;
  }
}

/** Units that the section on carrying out gives to a task, and the items that do. */
interface Given {
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly places: readonly Told[];
  readonly items: readonly string[];
}

/** A part of what is given, with the reason to look. */
const givenPart = (given: Given, part: 'lead' | 'coordinating'): Proposed<readonly string[]> => ({
  value: [...new Set(given[part])],
  places: given.places,
  whys:
    given[part].length === 0
      ? []
      : [`lấy từ mục ${given.items.join(', ')} (tổ chức thực hiện), nơi có câu giống việc này`],
});

const begins = vocabulary.dutyBegins.join('|');
/** With whom a duty is done. */
const withWhom = new RegExp(String.raw`^(?:Chủ trì, phối hợp|Phối hợp) với\s+(.+?)\s(?:${begins})[\s,]`, 'u');
/** Who works with whom, at the start of a sentence. */
const together = new RegExp(
  String.raw`^(.{4,80}?)\s+phối hợp với\s+(.{4,160}?)(?:\s(?:${begins})[\s,]|[.;]|$)`,
  'u',
);
const whoDoes = new RegExp(
  String.raw`^(?:Chủ trì, phối hợp|Phối hợp|Chủ trì)(?: với .+?)?\s(?=(?:${begins})[\s,])`,
  'u',
);

/** The work of a duty, without who does it with whom. */
const workOf = (text: string): string => text.replace(whoDoes, '');

/** A time under its label: a bare day under “Thời hạn” is the last one. */
function readTold({ text, deadline }: Told, year: number | undefined): ReadTime | undefined {
  const read = readTime(text, year);
  return deadline && read ? { ...read, time: asDeadline(read.time) } : read;
}

/** The words of a target up to what is measured: they tell who is counted. */
const counted = (wording: string): string =>
  wording.split(/\s(?:có|được|sử dụng|biết|tham gia|hoàn thành|đạt)\s/u)[0] ?? wording;

const wordsOf = (time: Time): string => ('words' in time ? time.words : '');

/** The unit that issued the plan, from the head of the document. */
function issuerIn(found: FoundPlan, entries: Entries): string | undefined {
  const words = found.head.issuer?.text;
  if (words === undefined) return undefined;
  const asked = fold(words).replace(/^ubnd /, 'uy ban nhan dan ');
  return entries.units.find(({ data }) => fold(data.name) === asked)?.id;
}

/** Proposes a plan. `asked.issuer` has to be a unit of the handbook where it is named. */
export function propose(document: PlanDocument, entries: Entries, asked: Asked): Proposal {
  const found = recognise(document);
  const issuer = asked.issuer ?? issuerIn(found, entries);
  const unit = entries.units.find(({ id }) => id === issuer);
  const place = unit?.data.place;
  const level = unit?.data.level ?? 'commune';
  const day = found.head.date?.day;
  const year = day === undefined ? (found.head.year ?? yearOf(found)) : Number(day.slice(0, 4));
  const id =
    asked.id ??
    slug([unit?.id ?? 'ke-hoach', found.head.number?.text ?? String(year ?? '')].join(' ')).slice(0, 60);
  const prefix = place === undefined ? '' : slug(place.replace(/^(?:Tỉnh|Thành phố|Xã|Phường)\s+/u, ''));
  const drafts = new Drafts(new Set(entries.units.map((one) => one.id)), prefix, place, level);
  const proposer = new Proposer(
    entries,
    drafts,
    unit && place === undefined ? 'country' : { place },
    year,
    id,
  );
  const bare = found.tasks.every(({ parts }) => parts.lead === undefined && parts.coordinating === undefined);
  const given = bare ? proposer.given(found.tasks, found.organisation) : new Map<string, Given>();
  const tasks = found.tasks.map((task) => proposer.task(task, given.get(task.item)));
  const targets = found.targets.map((target) => proposer.target(target));
  const organisation = found.organisation.map((duty) => ({ units: proposer.unitsOf(duty.unit), duty }));
  return {
    id,
    found,
    issuer: issuer ?? '',
    level,
    tasks,
    targets,
    organisation,
    units: drafts.units,
    ...(place === undefined ? {} : { place }),
    ...(year === undefined ? {} : { year }),
  };
}

/** The year in the title, or of the newest document that the plan rests on. */
function yearOf({ head }: FoundPlan): number | undefined {
  const [, year] = /năm (20\d\d)/u.exec(head.title?.text ?? '') ?? [];
  return year === undefined ? undefined : Number(year);
}
