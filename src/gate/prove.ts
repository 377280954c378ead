/** Ring 2 of the checks: what holds between entries. Pure; the same rules run in the command-line check and in the build. */
import { stepsMark } from '../markdown/steps-mark.ts';
import { parseBody } from '../markdown/reader.ts';
import { blockLines, screensOf } from '../markdown/lines.ts';
import type { Tree } from '../markdown/tree.ts';
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
export const entryKey = (entry: Entry): string => `${entry.collection}/${entry.id}`;

/** Proves all relations and parses all bodies. */
export function prove(entries: Entries, places: Places = noPlaces): Proof {
  const problems: Problem[] = [];
  const trees = new Map<string, Tree>();
  const ids = new Map<Collection, Set<string>>(
    collectionNames.map((collection) => [collection, new Set(entries[collection].map((entry) => entry.id))]),
  );
  const all: Entry[] = collectionNames.flatMap((collection) => [...entries[collection]] as Entry[]);
  const say = (
    entry: Entry,
    path: readonly (string | number)[],
    rule: string,
    message: string,
    fix: string,
    hint: string,
  ): void => {
    problems.push({
      file: entry.file,
      ...places.field(entry, path),
      field: path.join('.'),
      rule,
      message,
      fix,
      hint,
    });
  };
  // A crash over one entry must not hide the faults of the others.
  const guarded = (entry: Entry, work: () => void): void => {
    try {
      work();
    } catch (error) {
      problems.push(crash(entry.file, error));
    }
  };
  const known = (targets: readonly CollectionName[]): string[] =>
    targets.flatMap((target) => [...(ids.get(target) ?? [])]);
  const suggest = (id: string, targets: readonly CollectionName[]): string => {
    const like = nearest(id, known(targets));
    return like === undefined
      ? `chọn một mã có trong ${targets.map((target) => `content/${collectionShapes[target].folder}`).join(' hoặc ')}`
      : `có phải “${like}”?`;
  };

  // Every declared reference.
  for (const entry of all)
    guarded(entry, () => {
      for (const reference of findReferences(collectionShapes[entry.collection].schema, entry.data)) {
        if (!reference.targets.some((target) => ids.get(target)?.has(reference.id))) {
          say(
            entry,
            reference.path,
            'dangling',
            `Không có mục nào mang mã “${reference.id}”.`,
            suggest(reference.id, reference.targets),
            `dangling reference to ${reference.targets.join('|')}`,
          );
        }
      }
      for (const [path, list] of repeated(entry))
        say(entry, path, 'repeated', `Mã “${list}” ghi hai lần.`, 'bỏ một', 'reference listed twice');
    });

  // Folders that are themselves references.
  const folderOf = (id: string): string => id.slice(0, id.indexOf('/'));
  for (const [collection, target] of [
    ['tasks', 'plans'],
    ['guides', 'topics'],
    ['market', 'tracks'],
  ] as const) {
    for (const entry of entries[collection]) {
      if (!ids.get(target)!.has(folderOf(entry.id)))
        say(
          entry,
          [],
          'folder',
          `Thư mục “${folderOf(entry.id)}” không có trong content/${target}.`,
          suggest(folderOf(entry.id), [target]),
          `folder must be an id of ${target}`,
        );
    }
  }

  // Permanent numbers: unique over guides and lessons, inside the range of their shelf.
  const numbered = [...entries.guides, ...entries.market] as Entry<'guides' | 'market'>[];
  const ranges = new Map(
    [...entries.topics, ...entries.tracks].map((track) => [track.id, track.data.numbers]),
  );
  const byNumber = new Map<number, Entry>();
  for (const guide of numbered) {
    const number = guide.data.number;
    const other = byNumber.get(number);
    if (other)
      say(
        guide,
        ['number'],
        'duplicate-number',
        `Số ${number} đã thuộc bài ${other.file}.`,
        `lấy số khác: ${freeNumber(numbered, ranges.get(folderOf(guide.id))) ?? 'kệ này đã hết số'}`,
        'guide number is taken',
      );
    else byNumber.set(number, guide);
    if (reservedNumbers.has(number))
      say(
        guide,
        ['number'],
        'reserved-number',
        `Số ${number} dành cho trang báo lỗi của máy chủ.`,
        `lấy số khác: ${freeNumber(numbered, ranges.get(folderOf(guide.id))) ?? ''}`,
        'reserved for error pages',
      );
    const range = ranges.get(folderOf(guide.id));
    if (range && (number < range[0] || number > range[1]))
      say(
        guide,
        ['number'],
        'number-range',
        `Số ${number} nằm ngoài khoảng ${range[0]}–${range[1]} của kệ “${folderOf(guide.id)}”.`,
        `lấy số trong khoảng, ví dụ ${freeNumber(numbered, range) ?? range[0]}`,
        'number outside its shelf',
      );
  }
  unique(entries.skills, (entry) => entry.data.code, ['code'], 'duplicate-code', 'Mã kỹ năng', say);
  const letters = new Map(entries.areas.map((area) => [area.id, area.data.letter]));
  for (const skill of entries.skills) {
    const letter = letters.get(skill.data.area);
    if (letter !== undefined && !skill.data.code.startsWith(letter))
      say(
        skill,
        ['code'],
        'code-letter',
        `Mã ${skill.data.code} không bắt đầu bằng chữ ${letter} của mảng “${skill.data.area}”.`,
        `viết mã dạng ${letter}1`,
        'skill code must start with the letter of its area',
      );
  }
  // A topic and a track with one id would give two guides one id.
  unique(
    [...entries.topics, ...entries.tracks] as Entry[],
    (entry) => entry.id,
    [],
    'duplicate-shelf',
    'Kệ',
    say,
  );
  unique(entries.areas, (entry) => entry.data.letter, ['letter'], 'duplicate-letter', 'Chữ cái', say);
  unique(numbered, (entry) => entry.data.title, ['title'], 'duplicate-title', 'Tên bài', say);
  unique(entries.terms, (entry) => entry.data.term.toLowerCase(), ['term'], 'duplicate-term', 'Từ', say);
  for (const plan of entries.plans) {
    const own = entries.tasks.filter((task) => folderOf(task.id) === plan.id);
    unique(own, (entry) => entry.data.item, ['item'], 'duplicate-item', 'Mục', say);
    unique(own, (entry) => String(entry.data.order), ['order'], 'duplicate-order', 'Thứ tự', say);
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
    plan.data.indicators.forEach((ind, index) => {
      const key = `${ind.year} ${ind.group} ${ind.measure}`;
      if (measured.has(key))
        say(
          plan,
          ['indicators', index],
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
  for (const unit of entries.units) {
    [unit.data.name, ...unit.data.spellings].forEach((name, index) => {
      const key = `${unit.data.place ?? ''}|${name.toLowerCase()}`;
      const other = names.get(key);
      if (other && other !== unit)
        say(
          unit,
          index === 0 ? ['name'] : ['spellings', index - 1],
          'duplicate-unit',
          `Tên “${name}” đã thuộc ${other.file}.`,
          'gộp hai đơn vị làm một; cách viết khác ghi ở spellings',
          'unit name is taken',
        );
      else names.set(key, unit);
    });
  }

  // Chains that must not run in a circle.
  circle(numbered, (entry) => entry.data.before, 'before', say);
  circle(entries.audiences, (entry) => (entry.data.parent ? [entry.data.parent] : []), 'parent', say);
  circle(entries.units, (entry) => (entry.data.parent ? [entry.data.parent] : []), 'parent', say);
  circle(entries.plans, (entry) => entry.data.carriesOut, 'carriesOut', say);

  // Redirects: from no living page, to a living one, not in a chain.
  const living = livingAddresses(entries);
  for (const redirect of entries.redirects) {
    const from = new Set<string>();
    redirect.data.redirects.forEach((otherRedirect, index) => {
      if (from.has(otherRedirect.from))
        say(
          redirect,
          ['redirects', index, 'from'],
          'duplicate-redirect',
          `Địa chỉ cũ ${otherRedirect.from} ghi hai lần.`,
          'giữ một dòng',
          'redirect source listed twice',
        );
      from.add(otherRedirect.from);
    });
    redirect.data.redirects.forEach((otherRedirect, index) => {
      if (from.has(otherRedirect.to))
        say(
          redirect,
          ['redirects', index, 'to'],
          'redirect-chain',
          `Địa chỉ ${otherRedirect.to} lại dẫn đi nơi khác.`,
          'ghi thẳng địa chỉ cuối cùng',
          'redirect chain',
        );
      else if (!living.has(otherRedirect.to))
        say(
          redirect,
          ['redirects', index, 'to'],
          'redirect-dead',
          `Không có trang nào ở địa chỉ ${otherRedirect.to}.`,
          likely(otherRedirect.to, living),
          'redirect target does not exist',
        );
      if (living.has(otherRedirect.from))
        say(
          redirect,
          ['redirects', index, 'from'],
          'redirect-living',
          `Địa chỉ ${otherRedirect.from} vẫn đang có trang.`,
          'bỏ dòng này, hoặc dời trang ấy đi trước',
          'redirect source is a living page',
        );
    });
  }

  problems.push(...modeProblems(entries.modes));

  // Bodies.
  for (const entry of all)
    guarded(entry, () => {
      const grammar = collectionShapes[entry.collection].body;
      if (grammar === undefined) return;
      const { tree, problems: found } = parseBody(entry.file, entry.body, grammar, places.bodyLine(entry));
      problems.push(...found);
      trees.set(entryKey(entry), tree);
      const at = (
        line: number,
        column: number,
        rule: string,
        message: string,
        fix: string,
        hint: string,
      ): void => {
        problems.push({ file: entry.file, line, column, field: '', rule, message, fix, hint });
      };
      const targets = { term: ['terms'], phone: ['hotlines'], guide: ['guides', 'market'] } as const;
      for (const mention of tree.mentions) {
        if (!targets[mention.kind].some((token) => ids.get(token)!.has(mention.id)))
          at(
            mention.line,
            mention.column,
            'dangling',
            `Không có mục nào mang mã “${mention.id}”.`,
            suggest(mention.id, targets[mention.kind]),
            `dangling ${mention.kind}`,
          );
      }
      for (const section of tree.sections) {
        for (const id of section.contacts)
          if (!ids.get('hotlines')!.has(id))
            at(
              section.line,
              0,
              'dangling',
              `Không có số gọi nào mang mã “${id}”.`,
              suggest(id, ['hotlines']),
              'dangling hotline',
            );
      }
      if ((grammar === 'guide' && entry.collection === 'guides') || grammar === 'lesson')
        proveGuide(entry as Entry<'guides' | 'market'>, tree, found.length === 0, say, at);
      if (entry.collection === 'easyRead' && found.length === 0)
        proveEasyRead(
          entry as Entry<'easyRead'>,
          tree,
          numbered.find((guide) => guide.id === (entry as Entry<'easyRead'>).data.guide),
          say,
          at,
        );
    });
  // Training sessions, once the trees of their guides are there.
  const taught = new Map(
    numbered.map((guide) => [
      guide.id,
      { number: guide.data.number, risk: guide.data.risk, tree: trees.get(entryKey(guide))! },
    ]),
  );
  unique(entries.programmes, (entry) => entry.data.title, ['title'], 'duplicate-title', 'Tên buổi', say);
  unique(
    entries.programmes,
    (entry) => String(entry.data.order),
    ['order'],
    'duplicate-order',
    'Thứ tự',
    say,
  );
  unique(
    entries.programmes.filter((programme) => programme.data.event),
    (entry) => `${entry.data.event!.day}/${entry.data.event!.month}`,
    ['event'],
    'duplicate-event',
    'Ngày hội',
    say,
  );
  if (entries.programmes.length > 0 && !entries.programmes.some((programme) => programme.data.event)) {
    say(
      entries.programmes[0]!,
      [],
      'no-event',
      'Không buổi nào mang phần event, nên trang ngày hội 10/10 trống.',
      'giữ buổi gian-hang-10-10, hoặc thêm event vào một buổi',
      'no session with an event',
    );
  }
  for (const programme of entries.programmes)
    guarded(programme, () => {
      for (const fault of programmeFaults(programme.id, programme.data, (id) => taught.get(id)))
        say(programme, fault.path, fault.rule, fault.message, fault.fix, fault.hint);
    });
  unique(entries.practices, (entry) => entry.data.title, ['title'], 'duplicate-title', 'Tên', say);
  unique(entries.practices, (entry) => String(entry.data.order), ['order'], 'duplicate-order', 'Thứ tự', say);
  for (const practice of entries.practices)
    guarded(practice, () => {
      const context: ProseContext = {
        sourceWords: practice.data.sources
          .map((source) => `${source.title} ${source.document ?? ''}`)
          .join(' '),
        hasRealSource: true,
      };
      for (const field of ['title', 'did', 'result', 'take'] as const)
        for (const fault of proseFaults(practice.data[field] ?? '', context))
          say(practice, [field], fault.rule, fault.message, fault.fix, fault.hint);
    });
  unique(
    entries.announcements,
    (entry) => entry.data.guide,
    ['guide'],
    'duplicate-announcement',
    'Lời loa cho bài',
    say,
  );
  for (const announcement of entries.announcements)
    proveAnnouncement(
      announcement,
      numbered.find((guide) => guide.id === announcement.data.guide),
      trees,
      say,
    );
  return { problems, trees };
}

/** Every address that a reader can open, without those inside a page. */
function livingAddresses(entries: Entries): Set<string> {
  const of = (list: readonly Entry[], make: (id: string) => string): string[] =>
    list.map((entry) => make(entry.id));
  return new Set([
    ...Object.values(address.pages),
    ...of(entries.guides, address.guideAddress),
    ...of(entries.topics, address.topicAddress),
    ...of(entries.market, address.lessonAddress),
    ...of(entries.tracks, address.trackAddress),
    ...[...entries.guides, ...entries.market].map((guide) => address.numberAddress(guide.data.number)),
    ...of(entries.audiences, address.audienceAddress),
    ...of(entries.areas, address.areaAddress),
    ...entries.skills.map((skill) => address.skillAddress(skill.data.area, skill.id)),
    ...of(entries.plans, address.planAddress),
    ...of(entries.tasks, address.taskAddress),
    ...of(entries.workstreams, address.workstreamAddress),
    ...of(entries.units, address.unitAddress),
    ...[...entries.guides, ...entries.market].map((guide) => address.announcementAddress(guide.data.number)),
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
  entry: Entry,
  path: readonly (string | number)[],
  rule: string,
  message: string,
  fix: string,
  hint: string,
) => void;
type At = (line: number, column: number, rule: string, message: string, fix: string, hint: string) => void;

/** What every guide must hold. */
function proveGuide(entry: Entry<'guides' | 'market'>, tree: Tree, parsed: boolean, say: Say, at: At): void {
  const data: GuideData = entry.data;
  const kinds = new Set(tree.sections.map((section) => section.kind));
  const ids = new Set(tree.sections.map((section) => section.id));
  for (const key of Object.keys(data.ask)) {
    if (parsed && !ids.has(key))
      say(
        entry,
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
        entry,
        [],
        'no-steps',
        'Bài chưa có phần <Steps>.',
        'thêm <Steps> với ít nhất một <Step>',
        'guide without steps',
      );
    if (data.risk !== 'none' && !kinds.has('safety') && !kinds.has('scam-signs'))
      say(
        entry,
        ['risk'],
        'no-safety',
        `Bài có risk: ${data.risk} mà không có phần <Safety>.`,
        'thêm <Safety>',
        'risky guide without a safety section',
      );
    const blocks = tree.sections.flatMap((section) => [
      ...section.blocks,
      ...section.steps.flatMap((step) => step.blocks),
      ...section.cases.flatMap((trouble) => trouble.blocks),
    ]);
    const drawn = screensOf([...tree.intro, ...blocks]).length;
    if (drawn === 0 && data.noScreen === undefined)
      say(
        entry,
        [],
        'no-screen',
        'Bài chưa có hình vẽ màn hình <Screen>.',
        'thêm <Screen>, hoặc ghi noScreen: lý do',
        'guide without a drawn screen',
      );
    for (const section of tree.sections) {
      if (section.kind === 'trouble' && section.cases.length < 3)
        at(
          section.line,
          0,
          'few-cases',
          `Phần trục trặc có ${section.cases.length} tình huống.`,
          'viết ít nhất ba tình huống thật, hoặc bỏ phần này',
          'at least three trouble cases',
        );
      for (const step of section.steps)
        for (const fault of stepFaults(step.title))
          at(step.line, 0, fault.rule, fault.message, fault.fix, fault.hint);
    }
  }
  const context: ProseContext = {
    sourceWords: data.sources.map((source) => `${source.title} ${source.document ?? ''}`).join(' '),
    hasRealSource: data.sources.some((source) => source.certainty !== 'common'),
  };
  for (const { text, line, madeUp } of guideLines(tree)) {
    for (const fault of proseFaults(text, madeUp ? { ...context, hasRealSource: true } : context))
      at(line, 0, fault.rule, fault.message, fault.fix, fault.hint);
    for (const sentence of sentences(text)) {
      const count = syllables(sentence);
      if (count > longestSentence)
        at(
          line,
          0,
          'long-sentence',
          `Câu dài ${count} tiếng: “${sentence.slice(0, 60)}…”.`,
          `tách thành câu dưới ${longestSentence} tiếng`,
          'sentence too long',
        );
    }
  }
  for (const link of tree.links)
    for (const fault of linkFaults(link.text))
      at(link.line, 0, fault.rule, fault.message, fault.fix, fault.hint);
}

/** What every easy-read version must hold; its facts are those of the full guide. */
function proveEasyRead(
  entry: Entry<'easyRead'>,
  tree: Tree,
  full: Entry<'guides' | 'market'> | undefined,
  say: Say,
  at: At,
): void {
  for (const fault of easyReadFaults(
    { id: entry.id, title: entry.data.title, guide: entry.data.guide, tree },
    full?.data.risk,
  )) {
    if (fault.field !== undefined)
      say(entry, [fault.field], fault.rule, fault.message, fault.fix, fault.hint);
    else at(fault.line, 0, fault.rule, fault.message, fault.fix, fault.hint);
  }
  const sources = full?.data.sources ?? [];
  const context: ProseContext = {
    sourceWords: sources.map((source) => `${source.title} ${source.document ?? ''}`).join(' '),
    hasRealSource: sources.some((source) => source.certainty !== 'common'),
  };
  for (const { text, line } of guideLines(tree))
    for (const fault of proseFaults(text, context))
      at(line, 0, fault.rule, fault.message, fault.fix, fault.hint);
}

/** An announcement that an author wrote by hand: readable aloud, and still about the steps as they are. */
function proveAnnouncement(
  announcement: Entry<'announcements'>,
  guide: Entry<'guides' | 'market'> | undefined,
  trees: ReadonlyMap<string, Tree>,
  say: Say,
): void {
  (announcement.data.loudspeaker ?? []).forEach((path, index) => {
    for (const fault of loudSentenceFaults([path]))
      say(announcement, ['loudspeaker', index], fault.rule, fault.message, fault.fix, fault.hint);
  });
  if (announcement.data.zalo !== undefined)
    for (const fault of zaloFaults(announcement.data.zalo))
      say(announcement, ['zalo'], fault.rule, fault.message, fault.fix, fault.hint);
  const tree = guide && trees.get(entryKey(guide));
  if (!guide || !tree) return;
  const mark = stepsMark(guide.data.title, tree);
  if (announcement.data.steps !== mark)
    say(
      announcement,
      ['steps'],
      'announcement-drift',
      `Các bước của ${guide.file} đã khác lúc viết lời loa này (mã các bước nay là ${mark}, ở đây ghi ${announcement.data.steps}).`,
      `đọc lại bài, sửa lời cho khớp, rồi ghi steps: ${mark}`,
      'the steps changed after this announcement was written',
    );
}

/** Sections whose figures are invented on purpose: stories and exercises. */
const inventedKinds = new Set(['story', 'practice', 'homework']);

/** All lines of prose of a guide, with their place; `madeUp` marks stories and exercises, whose amounts need no source. */
export function guideLines(tree: Tree): { text: string; line: number; madeUp: boolean }[] {
  const lines = [
    ...blockLines(tree.intro).map((line) => ({ ...line, madeUp: false })),
    ...tree.sections.flatMap((section) =>
      [
        ...blockLines(section.blocks),
        ...section.steps.flatMap((step) => [
          { text: step.title, line: step.line },
          ...blockLines(step.blocks),
        ]),
        ...section.cases.flatMap((trouble) => [
          { text: trouble.sees, line: trouble.line },
          ...(trouble.means ? [{ text: trouble.means, line: trouble.line }] : []),
          ...blockLines(trouble.blocks),
        ]),
      ].map((line) => ({ ...line, madeUp: inventedKinds.has(section.kind) })),
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
  const used = new Set(taken.map((entry) => entry.data.number));
  for (let n = range[0]; n <= range[1]; n++) if (!used.has(n) && !reservedNumbers.has(n)) return n;
  return undefined;
}

function repeated(entry: Entry): [(string | number)[], string][] {
  const found: [(string | number)[], string][] = [];
  const seen = new Set<string>();
  for (const reference of findReferences(collectionShapes[entry.collection].schema, entry.data)) {
    const list = reference.path.slice(0, -1).join('.');
    if (typeof reference.path.at(-1) !== 'number') continue;
    const key = `${list} ${reference.id}`;
    if (seen.has(key)) found.push([[...reference.path], reference.id]);
    seen.add(key);
  }
  return found;
}

function unique<E extends Entry>(
  list: readonly E[],
  key: (entry: E) => string,
  path: string[],
  rule: string,
  what: string,
  say: Say,
): void {
  const seen = new Map<string, E>();
  for (const entry of list) {
    const ownKey = key(entry);
    const other = seen.get(ownKey);
    if (other)
      say(
        entry,
        path,
        rule,
        `${what} “${ownKey}” đã có ở ${other.file}.`,
        'chọn tên hoặc mã khác',
        'must be unique',
      );
    else seen.set(ownKey, entry);
  }
}

function circle<E extends Entry>(
  list: readonly E[],
  next: (entry: E) => readonly string[],
  field: string,
  say: Say,
): void {
  const byId = new Map(list.map((entry) => [entry.id, entry]));
  const state = new Map<string, 'open' | 'done'>();
  const walk = (entry: E, trail: readonly string[]): void => {
    if (state.get(entry.id) === 'done') return;
    state.set(entry.id, 'open');
    for (const id of next(entry)) {
      const target = byId.get(id);
      if (!target) continue;
      if (state.get(id) === 'open')
        say(
          entry,
          [field],
          'circle',
          `Vòng luẩn quẩn: ${[...trail.slice(trail.indexOf(id)), entry.id, id].join(' → ')}.`,
          `bỏ một mắt xích ở trường ${field}`,
          'circular relation',
        );
      else walk(target, [...trail, entry.id]);
    }
    state.set(entry.id, 'done');
  };
  for (const entry of list) walk(entry, []);
}
