/** Ring 2 of the checks: what holds between entries. Pure; the same rules run in the command-line check and in the build. */
import { stepsMark } from '../markdown/steps-mark.ts';
import { blockLines, parseBody, screensOf, type Tree } from '../markdown/tree.ts';
import { modeProblems } from './rules/modes.ts';
import {
  collectionNames,
  collectionShapes,
  type Collection,
  type Entries,
  type Entry,
} from '../schemas/collections.ts';
import type { CollectionName } from '../schemas/fields.ts';
import type { GuideData } from '../schemas/guide.ts';
import * as address from '../domain/address.ts';
import { loudSentenceFaults, zaloFaults } from './rules/announcement.ts';
import { easyReadFaults } from './rules/easy-read.ts';
import { crash, type Problem } from '../domain/problem.ts';
import { programmeFaults } from './rules/session.ts';
import { longestSentence, linkFaults, proseFaults, stepFaults, type ProseContext } from './rules/prose.ts';
import { findReferences } from './references.ts';
import { sentences, syllables } from '../vietnamese/sentences.ts';
import { editDistance, nearest } from '../vietnamese/text.ts';

/** Where a field or body line stands; the build, which has no positions, passes zeros. */
export interface Places {
  field(entry: Entry, path: readonly (string | number)[]): { line: number; column: number };
  bodyLine(entry: Entry): number;
}
export const noPlaces: Places = { field: () => ({ line: 0, column: 0 }), bodyLine: () => 1 };

/** The result: every problem, and the trees that were parsed on the way. */
export interface Proof {
  readonly problems: Problem[];
  /** Parsed bodies by `collection/id`. */
  readonly trees: ReadonlyMap<string, Tree>;
}

/** Numbers whose addresses servers use for their own error pages. */
export const reservedNumbers: ReadonlySet<number> = new Set([404, 500]);

/** Key of an entry over all collections. */
export const entryKey = (e: Entry): string => `${e.collection}/${e.id}`;

/** Proves all relations and parses all bodies. */
export function prove(entries: Entries, places: Places = noPlaces): Proof {
  const problems: Problem[] = [];
  const trees = new Map<string, Tree>();
  const ids = new Map<Collection, Set<string>>(
    collectionNames.map((c) => [c, new Set(entries[c].map((e) => e.id))]),
  );
  const all: Entry[] = collectionNames.flatMap((c) => [...entries[c]] as Entry[]);
  const say = (
    e: Entry,
    path: readonly (string | number)[],
    rule: string,
    message: string,
    fix: string,
    hint: string,
  ): void => {
    problems.push({
      file: e.file,
      ...places.field(e, path),
      field: path.join('.'),
      rule,
      message,
      fix,
      hint,
    });
  };
  // A crash over one entry must not hide the faults of the others.
  const guarded = (e: Entry, work: () => void): void => {
    try {
      work();
    } catch (error) {
      problems.push(crash(e.file, error));
    }
  };
  const known = (targets: readonly CollectionName[]): string[] =>
    targets.flatMap((t) => [...(ids.get(t) ?? [])]);
  const suggest = (id: string, targets: readonly CollectionName[]): string => {
    const like = nearest(id, known(targets));
    return like === undefined
      ? `chọn một mã có trong ${targets.map((t) => `content/${collectionShapes[t].folder}`).join(' hoặc ')}`
      : `có phải “${like}”?`;
  };

  // Every declared reference.
  for (const e of all)
    guarded(e, () => {
      for (const r of findReferences(collectionShapes[e.collection].schema, e.data)) {
        if (!r.targets.some((t) => ids.get(t)?.has(r.id))) {
          say(
            e,
            r.path,
            'dangling',
            `Không có mục nào mang mã “${r.id}”.`,
            suggest(r.id, r.targets),
            `dangling reference to ${r.targets.join('|')}`,
          );
        }
      }
      for (const [path, list] of repeated(e))
        say(e, path, 'repeated', `Mã “${list}” ghi hai lần.`, 'bỏ một', 'reference listed twice');
    });

  // Folders that are themselves references.
  const folderOf = (id: string): string => id.slice(0, id.indexOf('/'));
  for (const [collection, target] of [
    ['tasks', 'plans'],
    ['guides', 'topics'],
    ['market', 'tracks'],
  ] as const) {
    for (const e of entries[collection]) {
      if (!ids.get(target)!.has(folderOf(e.id)))
        say(
          e,
          [],
          'folder',
          `Thư mục “${folderOf(e.id)}” không có trong content/${target}.`,
          suggest(folderOf(e.id), [target]),
          `folder must be an id of ${target}`,
        );
    }
  }

  // Permanent numbers: unique over guides and lessons, inside the range of their shelf.
  const numbered = [...entries.guides, ...entries.market] as Entry<'guides' | 'market'>[];
  const ranges = new Map([...entries.topics, ...entries.tracks].map((t) => [t.id, t.data.numbers]));
  const byNumber = new Map<number, Entry>();
  for (const e of numbered) {
    const n = e.data.number;
    const other = byNumber.get(n);
    if (other)
      say(
        e,
        ['number'],
        'duplicate-number',
        `Số ${n} đã thuộc bài ${other.file}.`,
        `lấy số khác: ${freeNumber(numbered, ranges.get(folderOf(e.id))) ?? 'kệ này đã hết số'}`,
        'guide number is taken',
      );
    else byNumber.set(n, e);
    if (reservedNumbers.has(n))
      say(
        e,
        ['number'],
        'reserved-number',
        `Số ${n} dành cho trang báo lỗi của máy chủ.`,
        `lấy số khác: ${freeNumber(numbered, ranges.get(folderOf(e.id))) ?? ''}`,
        'reserved for error pages',
      );
    const range = ranges.get(folderOf(e.id));
    if (range && (n < range[0] || n > range[1]))
      say(
        e,
        ['number'],
        'number-range',
        `Số ${n} nằm ngoài khoảng ${range[0]}–${range[1]} của kệ “${folderOf(e.id)}”.`,
        `lấy số trong khoảng, ví dụ ${freeNumber(numbered, range) ?? range[0]}`,
        'number outside its shelf',
      );
  }
  unique(entries.skills, (e) => e.data.code, ['code'], 'duplicate-code', 'Mã kỹ năng', say);
  const letters = new Map(entries.areas.map((a) => [a.id, a.data.letter]));
  for (const e of entries.skills) {
    const letter = letters.get(e.data.area);
    if (letter !== undefined && !e.data.code.startsWith(letter))
      say(
        e,
        ['code'],
        'code-letter',
        `Mã ${e.data.code} không bắt đầu bằng chữ ${letter} của mảng “${e.data.area}”.`,
        `viết mã dạng ${letter}1`,
        'skill code must start with the letter of its area',
      );
  }
  // A topic and a track with one id would give two guides one id.
  unique([...entries.topics, ...entries.tracks] as Entry[], (e) => e.id, [], 'duplicate-shelf', 'Kệ', say);
  unique(entries.areas, (e) => e.data.letter, ['letter'], 'duplicate-letter', 'Chữ cái', say);
  unique(numbered, (e) => e.data.title, ['title'], 'duplicate-title', 'Tên bài', say);
  unique(entries.terms, (e) => e.data.term.toLowerCase(), ['term'], 'duplicate-term', 'Từ', say);
  for (const plan of entries.plans) {
    const own = entries.tasks.filter((t) => folderOf(t.id) === plan.id);
    unique(own, (e) => e.data.item, ['item'], 'duplicate-item', 'Mục', say);
    unique(own, (e) => String(e.data.order), ['order'], 'duplicate-order', 'Thứ tự', say);
    if (own.length === 0)
      say(
        plan,
        [],
        'no-tasks',
        'Kế hoạch chưa có nhiệm vụ nào.',
        `thêm tệp vào content/tasks/${plan.id}/`,
        'plan without tasks',
      );
    const measured = new Set<string>();
    plan.data.indicators.forEach((ind, i) => {
      const key = `${ind.year} ${ind.group} ${ind.measure}`;
      if (measured.has(key))
        say(
          plan,
          ['indicators', i],
          'duplicate-indicator',
          `Chỉ tiêu năm ${ind.year} cho “${ind.group}” ghi hai lần.`,
          'giữ một, hoặc đổi measure',
          'duplicate indicator',
        );
      measured.add(key);
    });
  }

  // Names of units, other spellings included, belong to one unit of a place.
  const names = new Map<string, Entry>();
  for (const u of entries.units) {
    [u.data.name, ...u.data.spellings].forEach((name, i) => {
      const key = `${u.data.place ?? ''}|${name.toLowerCase()}`;
      const other = names.get(key);
      if (other && other !== u)
        say(
          u,
          i === 0 ? ['name'] : ['spellings', i - 1],
          'duplicate-unit',
          `Tên “${name}” đã thuộc ${other.file}.`,
          'gộp hai đơn vị làm một; cách viết khác ghi ở spellings',
          'unit name is taken',
        );
      else names.set(key, u);
    });
  }

  // Chains that must not run in a circle.
  circle(numbered, (e) => e.data.before, 'before', say);
  circle(entries.audiences, (e) => (e.data.parent ? [e.data.parent] : []), 'parent', say);
  circle(entries.units, (e) => (e.data.parent ? [e.data.parent] : []), 'parent', say);
  circle(entries.plans, (e) => e.data.carriesOut, 'carriesOut', say);

  // Redirects: from no living page, to a living one, not in a chain.
  const living = livingAddresses(entries);
  for (const e of entries.redirects) {
    const from = new Set<string>();
    e.data.redirects.forEach((r, i) => {
      if (from.has(r.from))
        say(
          e,
          ['redirects', i, 'from'],
          'duplicate-redirect',
          `Địa chỉ cũ ${r.from} ghi hai lần.`,
          'giữ một dòng',
          'redirect source listed twice',
        );
      from.add(r.from);
    });
    e.data.redirects.forEach((r, i) => {
      if (from.has(r.to))
        say(
          e,
          ['redirects', i, 'to'],
          'redirect-chain',
          `Địa chỉ ${r.to} lại dẫn đi nơi khác.`,
          'ghi thẳng địa chỉ cuối cùng',
          'redirect chain',
        );
      else if (!living.has(r.to))
        say(
          e,
          ['redirects', i, 'to'],
          'redirect-dead',
          `Không có trang nào ở địa chỉ ${r.to}.`,
          likely(r.to, living),
          'redirect target does not exist',
        );
      if (living.has(r.from))
        say(
          e,
          ['redirects', i, 'from'],
          'redirect-living',
          `Địa chỉ ${r.from} vẫn đang có trang.`,
          'bỏ dòng này, hoặc dời trang ấy đi trước',
          'redirect source is a living page',
        );
    });
  }

  problems.push(...modeProblems(entries.modes));

  // Bodies.
  for (const e of all)
    guarded(e, () => {
      const grammar = collectionShapes[e.collection].body;
      if (grammar === undefined) return;
      const { tree, problems: found } = parseBody(e.file, e.body, grammar, places.bodyLine(e));
      problems.push(...found);
      trees.set(entryKey(e), tree);
      const at = (
        line: number,
        column: number,
        rule: string,
        message: string,
        fix: string,
        hint: string,
      ): void => {
        problems.push({ file: e.file, line, column, field: '', rule, message, fix, hint });
      };
      const targets = { term: ['terms'], phone: ['hotlines'], guide: ['guides', 'market'] } as const;
      for (const m of tree.mentions) {
        if (!targets[m.kind].some((t) => ids.get(t)!.has(m.id)))
          at(
            m.line,
            m.column,
            'dangling',
            `Không có mục nào mang mã “${m.id}”.`,
            suggest(m.id, targets[m.kind]),
            `dangling ${m.kind}`,
          );
      }
      for (const s of tree.sections) {
        for (const id of s.contacts)
          if (!ids.get('hotlines')!.has(id))
            at(
              s.line,
              0,
              'dangling',
              `Không có số gọi nào mang mã “${id}”.`,
              suggest(id, ['hotlines']),
              'dangling hotline',
            );
      }
      if ((grammar === 'guide' && e.collection === 'guides') || grammar === 'lesson')
        proveGuide(e as Entry<'guides' | 'market'>, tree, found.length === 0, say, at);
      if (e.collection === 'easyRead' && found.length === 0)
        proveEasyRead(
          e as Entry<'easyRead'>,
          tree,
          numbered.find((g) => g.id === (e as Entry<'easyRead'>).data.guide),
          say,
          at,
        );
    });
  // Training sessions, once the trees of their guides are there.
  const taught = new Map(
    numbered.map((g) => [g.id, { number: g.data.number, risk: g.data.risk, tree: trees.get(entryKey(g))! }]),
  );
  unique(entries.programmes, (e) => e.data.title, ['title'], 'duplicate-title', 'Tên buổi', say);
  unique(entries.programmes, (e) => String(e.data.order), ['order'], 'duplicate-order', 'Thứ tự', say);
  unique(
    entries.programmes.filter((e) => e.data.event),
    (e) => `${e.data.event!.day}/${e.data.event!.month}`,
    ['event'],
    'duplicate-event',
    'Ngày hội',
    say,
  );
  if (entries.programmes.length > 0 && !entries.programmes.some((e) => e.data.event)) {
    say(
      entries.programmes[0]!,
      [],
      'no-event',
      'Không buổi nào mang phần event, nên trang ngày hội 10/10 trống.',
      'giữ buổi gian-hang-10-10, hoặc thêm event vào một buổi',
      'no session with an event',
    );
  }
  for (const e of entries.programmes)
    guarded(e, () => {
      for (const f of programmeFaults(e.id, e.data, (id) => taught.get(id)))
        say(e, f.path, f.rule, f.message, f.fix, f.hint);
    });
  unique(entries.practices, (e) => e.data.title, ['title'], 'duplicate-title', 'Tên', say);
  unique(entries.practices, (e) => String(e.data.order), ['order'], 'duplicate-order', 'Thứ tự', say);
  for (const e of entries.practices)
    guarded(e, () => {
      const context: ProseContext = {
        sourceWords: e.data.sources.map((s) => `${s.title} ${s.document ?? ''}`).join(' '),
        hasRealSource: true,
      };
      for (const field of ['title', 'did', 'result', 'take'] as const)
        for (const f of proseFaults(e.data[field] ?? '', context))
          say(e, [field], f.rule, f.message, f.fix, f.hint);
    });
  unique(
    entries.announcements,
    (e) => e.data.guide,
    ['guide'],
    'duplicate-announcement',
    'Lời loa cho bài',
    say,
  );
  for (const e of entries.announcements)
    proveAnnouncement(
      e,
      numbered.find((g) => g.id === e.data.guide),
      trees,
      say,
    );
  return { problems, trees };
}

/** Every address that a reader can open, without those inside a page. */
function livingAddresses(entries: Entries): Set<string> {
  const of = (list: readonly Entry[], make: (id: string) => string): string[] => list.map((e) => make(e.id));
  return new Set([
    ...Object.values(address.pages),
    ...of(entries.guides, address.guideAddress),
    ...of(entries.topics, address.topicAddress),
    ...of(entries.market, address.lessonAddress),
    ...of(entries.tracks, address.trackAddress),
    ...[...entries.guides, ...entries.market].map((e) => address.numberAddress(e.data.number)),
    ...of(entries.audiences, address.audienceAddress),
    ...of(entries.areas, address.areaAddress),
    ...entries.skills.map((e) => address.skillAddress(e.data.area, e.id)),
    ...of(entries.plans, address.planAddress),
    ...of(entries.tasks, address.taskAddress),
    ...of(entries.workstreams, address.workstreamAddress),
    ...of(entries.units, address.unitAddress),
    ...[...entries.guides, ...entries.market].map((e) => address.announcementAddress(e.data.number)),
    ...of(entries.modes, address.modeAddress),
    ...of(entries.easyRead, address.easyReadAddress),
    ...of(entries.programmes, address.programmeAddress),
  ]);
}

function likely(wrong: string, known: ReadonlySet<string>): string {
  const like = [...known].reduce((a, b) => (editDistance(wrong, b) < editDistance(wrong, a) ? b : a), '/');
  return editDistance(wrong, like) <= 6 ? `có phải “${like}”?` : 'ghi địa chỉ của một trang đang có';
}

type Say = (
  e: Entry,
  path: readonly (string | number)[],
  rule: string,
  message: string,
  fix: string,
  hint: string,
) => void;
type At = (line: number, column: number, rule: string, message: string, fix: string, hint: string) => void;

/** What every guide must hold. */
function proveGuide(e: Entry<'guides' | 'market'>, tree: Tree, parsed: boolean, say: Say, at: At): void {
  const data: GuideData = e.data;
  const kinds = new Set(tree.sections.map((s) => s.kind));
  const ids = new Set(tree.sections.map((s) => s.id));
  for (const key of Object.keys(data.ask)) {
    if (parsed && !ids.has(key))
      say(
        e,
        ['ask', key],
        'ask-section',
        `Bài không có phần mã “${key}”.`,
        `các phần có trong bài: ${[...ids].join(', ')}`,
        'ask names an unknown section',
      );
  }
  if (parsed) {
    if (!kinds.has('steps'))
      say(
        e,
        [],
        'no-steps',
        'Bài chưa có phần <Steps>.',
        'thêm <Steps> với ít nhất một <Step>',
        'guide without steps',
      );
    if (data.risk !== 'none' && !kinds.has('safety') && !kinds.has('scam-signs'))
      say(
        e,
        ['risk'],
        'no-safety',
        `Bài có risk: ${data.risk} mà không có phần <Safety>.`,
        'thêm <Safety>',
        'risky guide without a safety section',
      );
    const blocks = tree.sections.flatMap((s) => [
      ...s.blocks,
      ...s.steps.flatMap((x) => x.blocks),
      ...s.cases.flatMap((x) => x.blocks),
    ]);
    const drawn = screensOf([...tree.intro, ...blocks]).length;
    if (drawn === 0 && data.noScreen === undefined)
      say(
        e,
        [],
        'no-screen',
        'Bài chưa có hình vẽ màn hình <Screen>.',
        'thêm <Screen>, hoặc ghi noScreen: lý do',
        'guide without a drawn screen',
      );
    for (const s of tree.sections) {
      if (s.kind === 'trouble' && s.cases.length < 3)
        at(
          s.line,
          0,
          'few-cases',
          `Phần trục trặc có ${s.cases.length} tình huống.`,
          'viết ít nhất ba tình huống thật, hoặc bỏ phần này',
          'at least three trouble cases',
        );
      for (const step of s.steps)
        for (const f of stepFaults(step.title)) at(step.line, 0, f.rule, f.message, f.fix, f.hint);
    }
  }
  const context: ProseContext = {
    sourceWords: data.sources.map((s) => `${s.title} ${s.document ?? ''}`).join(' '),
    hasRealSource: data.sources.some((s) => s.certainty !== 'common'),
  };
  for (const { text, line, madeUp } of guideLines(tree)) {
    for (const f of proseFaults(text, madeUp ? { ...context, hasRealSource: true } : context))
      at(line, 0, f.rule, f.message, f.fix, f.hint);
    for (const s of sentences(text)) {
      const n = syllables(s);
      if (n > longestSentence)
        at(
          line,
          0,
          'long-sentence',
          `Câu dài ${n} tiếng: “${s.slice(0, 60)}…”.`,
          `tách thành câu dưới ${longestSentence} tiếng`,
          'sentence too long',
        );
    }
  }
  for (const l of tree.links)
    for (const f of linkFaults(l.text)) at(l.line, 0, f.rule, f.message, f.fix, f.hint);
}

/** What every easy-read version must hold; its facts are those of the full guide. */
function proveEasyRead(
  e: Entry<'easyRead'>,
  tree: Tree,
  full: Entry<'guides' | 'market'> | undefined,
  say: Say,
  at: At,
): void {
  for (const f of easyReadFaults(
    { id: e.id, title: e.data.title, guide: e.data.guide, tree },
    full?.data.risk,
  )) {
    if (f.field !== undefined) say(e, [f.field], f.rule, f.message, f.fix, f.hint);
    else at(f.line, 0, f.rule, f.message, f.fix, f.hint);
  }
  const sources = full?.data.sources ?? [];
  const context: ProseContext = {
    sourceWords: sources.map((s) => `${s.title} ${s.document ?? ''}`).join(' '),
    hasRealSource: sources.some((s) => s.certainty !== 'common'),
  };
  for (const { text, line } of guideLines(tree))
    for (const f of proseFaults(text, context)) at(line, 0, f.rule, f.message, f.fix, f.hint);
}

/** An announcement that an author wrote by hand: readable aloud, and still about the steps as they are. */
function proveAnnouncement(
  e: Entry<'announcements'>,
  guide: Entry<'guides' | 'market'> | undefined,
  trees: ReadonlyMap<string, Tree>,
  say: Say,
): void {
  (e.data.loudspeaker ?? []).forEach((p, i) => {
    for (const f of loudSentenceFaults([p])) say(e, ['loudspeaker', i], f.rule, f.message, f.fix, f.hint);
  });
  if (e.data.zalo !== undefined)
    for (const f of zaloFaults(e.data.zalo)) say(e, ['zalo'], f.rule, f.message, f.fix, f.hint);
  const tree = guide && trees.get(entryKey(guide));
  if (!guide || !tree) return;
  const mark = stepsMark(guide.data.title, tree);
  if (e.data.steps !== mark)
    say(
      e,
      ['steps'],
      'announcement-drift',
      `Các bước của ${guide.file} đã khác lúc viết lời loa này (mã các bước nay là ${mark}, ở đây ghi ${e.data.steps}).`,
      `đọc lại bài, sửa lời cho khớp, rồi ghi steps: ${mark}`,
      'the steps changed after this announcement was written',
    );
}

/** Sections whose figures are invented on purpose: stories and exercises. */
const inventedKinds = new Set(['story', 'practice', 'homework']);

/** All lines of prose of a guide, with their place; `madeUp` marks stories and exercises, whose amounts need no source. */
export function guideLines(tree: Tree): { text: string; line: number; madeUp: boolean }[] {
  const lines = [
    ...blockLines(tree.intro).map((l) => ({ ...l, madeUp: false })),
    ...tree.sections.flatMap((s) =>
      [
        ...blockLines(s.blocks),
        ...s.steps.flatMap((x) => [{ text: x.title, line: x.line }, ...blockLines(x.blocks)]),
        ...s.cases.flatMap((x) => [
          { text: x.sees, line: x.line },
          ...(x.means ? [{ text: x.means, line: x.line }] : []),
          ...blockLines(x.blocks),
        ]),
      ].map((l) => ({ ...l, madeUp: inventedKinds.has(s.kind) })),
    ),
  ];
  return lines;
}

/** The lowest free number of a range. */
export function freeNumber(
  taken: readonly Entry<'guides' | 'market'>[],
  range: readonly [number, number] | undefined,
): number | undefined {
  if (!range) return undefined;
  const used = new Set(taken.map((e) => e.data.number));
  for (let n = range[0]; n <= range[1]; n++) if (!used.has(n) && !reservedNumbers.has(n)) return n;
  return undefined;
}

function repeated(e: Entry): [(string | number)[], string][] {
  const found: [(string | number)[], string][] = [];
  const seen = new Set<string>();
  for (const r of findReferences(collectionShapes[e.collection].schema, e.data)) {
    const list = r.path.slice(0, -1).join('.');
    if (typeof r.path.at(-1) !== 'number') continue;
    const key = `${list} ${r.id}`;
    if (seen.has(key)) found.push([[...r.path], r.id]);
    seen.add(key);
  }
  return found;
}

function unique<E extends Entry>(
  list: readonly E[],
  key: (e: E) => string,
  path: string[],
  rule: string,
  what: string,
  say: Say,
): void {
  const seen = new Map<string, E>();
  for (const e of list) {
    const k = key(e);
    const other = seen.get(k);
    if (other)
      say(e, path, rule, `${what} “${k}” đã có ở ${other.file}.`, 'chọn tên hoặc mã khác', 'must be unique');
    else seen.set(k, e);
  }
}

function circle<E extends Entry>(
  list: readonly E[],
  next: (e: E) => readonly string[],
  field: string,
  say: Say,
): void {
  const byId = new Map(list.map((e) => [e.id, e]));
  const state = new Map<string, 'open' | 'done'>();
  const walk = (e: E, trail: readonly string[]): void => {
    if (state.get(e.id) === 'done') return;
    state.set(e.id, 'open');
    for (const id of next(e)) {
      const target = byId.get(id);
      if (!target) continue;
      if (state.get(id) === 'open')
        say(
          e,
          [field],
          'circle',
          `Vòng luẩn quẩn: ${[...trail.slice(trail.indexOf(id)), e.id, id].join(' → ')}.`,
          `bỏ một mắt xích ở trường ${field}`,
          'circular relation',
        );
      else walk(target, [...trail, e.id]);
    }
    state.set(e.id, 'done');
  };
  for (const e of list) walk(e, []);
}
