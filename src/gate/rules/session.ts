/** What must hold in a training session and between it and its guides. Pure: a session and the trees of its guides → faults. */
import { blockLines } from '../../markdown/lines.ts';
import type { Section, Tree } from '../../markdown/tree.ts';
import type { ProgrammeData } from '../../schemas/programme.ts';
import { longestSentence, proseFaults, type ProseContext } from './prose.ts';
import { sentences, syllables } from '../../vietnamese/sentences.ts';
import { longestWithoutBreak, minutesOf } from '../../sessions/parts.ts';

/** A fault, with the field that is blamed. */
export interface ProgrammeFault {
  readonly path: readonly (string | number)[];
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  readonly hint: string;
}

/** What the rules need to know of a guide. */
export interface TaughtGuide {
  readonly number: number;
  readonly risk: 'none' | 'login' | 'money';
  readonly tree?: Tree;
}

/** Last parts of addresses under `/tap-huan/` that are pages of their own. */
export const takenAddresses: readonly string[] = ['soan', '10-10'];

/** "bài 40", "gõ số 80": a guide named by its number. Numbers of lessons to come ("bài 1 của sách") have no place in a session. */
const named =
  /(?:^|[^\p{L}])(?:bài|gõ số|gõ)\s+(\d{1,4})(?!\d|\s*(?:phút|giây|lần|người|câu|bước|trang|[.,]\d))/giu;

/** All faults of one session. `guide` finds a guide; unknown ones are told elsewhere, as dangling references. */
export function programmeFaults(
  id: string,
  data: ProgrammeData,
  guide: (id: string) => TaughtGuide | undefined,
): ProgrammeFault[] {
  const faults: ProgrammeFault[] = [];
  const say = (
    path: readonly (string | number)[],
    rule: string,
    message: string,
    fix: string,
    hint: string,
  ): void => {
    faults.push({ path, rule, message, fix, hint });
  };

  if (takenAddresses.includes(id))
    say(
      [],
      'session-address',
      `Tên tệp “${id}” trùng địa chỉ của một trang khác.`,
      'đổi tên tệp, ví dụ thêm tên nhóm người học',
      'address is taken by a page',
    );

  // Time.
  const total = minutesOf(data.outline);
  if (total !== data.minutes)
    say(
      ['outline'],
      'session-minutes',
      `Các phần cộng lại ${total} phút, mà buổi ghi ${data.minutes} phút.`,
      `sửa số phút của các phần cho đủ ${data.minutes}, hoặc ghi minutes: ${total}`,
      'minutes of the parts do not add up',
    );
  for (const kind of ['welcome', 'demonstration', 'practice', 'wrap-up'] as const) {
    if (minutesOf(data.outline, kind) === 0)
      say(
        ['outline'],
        'session-part',
        `Buổi không có phần ${kind}.`,
        `thêm một phần kind: ${kind}`,
        'a session needs this part',
      );
  }
  if (data.minutes > longestWithoutBreak && minutesOf(data.outline, 'break') === 0)
    say(
      ['outline'],
      'session-break',
      `Buổi dài ${data.minutes} phút mà không nghỉ.`,
      `buổi hơn ${longestWithoutBreak} phút thêm một phần kind: break`,
      'long session without a break',
    );
  const hands = minutesOf(data.outline, 'practice');
  if (hands * 3 < data.minutes)
    say(
      ['outline'],
      'session-hands',
      `Người học chỉ tự làm ${hands} trong ${data.minutes} phút.`,
      `để ít nhất một phần ba, tức ${Math.ceil(data.minutes / 3)} phút, cho các phần kind: practice`,
      'too little practice',
    );

  // Guides: what is named is taught, what is taught is named.
  const own = new Set(data.guides);
  const used = new Set<string>();
  const uses = (path: readonly (string | number)[], guideId: string): void => {
    used.add(guideId);
    if (!own.has(guideId))
      say(
        path,
        'session-guide',
        `Bài “${guideId}” không có trong guides của buổi.`,
        `thêm ${guideId} vào guides, hoặc dùng một trong: ${data.guides.join(', ')}`,
        'guide is not in the list of the session',
      );
  };
  data.outline.forEach((part, index) => {
    if (part.guide !== undefined) uses(['outline', index, 'guide'], part.guide);
  });
  uses(['demonstration', 'guide'], data.demonstration.guide);
  data.questions.forEach((question, index) =>
    uses(['questions', index, 'found', 'guide'], question.found.guide),
  );
  data.event?.stalls.forEach((stall, index) =>
    stall.guides.forEach((guideId, position) =>
      uses(['event', 'stalls', index, 'guides', position], guideId),
    ),
  );
  data.event?.announce.forEach((guideId, index) => uses(['event', 'announce', index], guideId));
  data.guides.forEach((guideId, index) => {
    if (!used.has(guideId))
      say(
        ['guides', index],
        'session-idle',
        `Bài “${guideId}” ghi trong guides mà không phần nào dùng tới.`,
        'ghi bài này vào một phần của outline, hoặc bỏ khỏi guides',
        'listed guide is never used',
      );
  });
  const risky = data.guides.filter((guideId) => (guide(guideId)?.risk ?? 'none') !== 'none');
  if (risky.length > 0 && data.practice.stop === undefined)
    say(
      ['practice'],
      'session-stop',
      `Bài “${risky[0]}” có tiền hoặc đăng nhập mà phần tập không nói dừng ở đâu.`,
      'thêm stop: dừng trước màn hình nào, không dùng tiền thật, mật khẩu thật',
      'practice on a risky guide must say where it stops',
    );

  // Questions: the answer stands in the guide, word for word.
  data.questions.forEach((question, index) => {
    const tree = guide(question.found.guide)?.tree;
    if (tree === undefined) return;
    const section = tree.sections.find((candidate) => candidate.id === question.found.section);
    if (section === undefined) {
      say(
        ['questions', index, 'found', 'section'],
        'session-section',
        `Bài “${question.found.guide}” không có phần mã “${question.found.section}”.`,
        `các phần có trong bài: ${tree.sections.map((section) => section.id).join(', ')}`,
        'question points at an unknown section',
      );
    } else if (!folded(sectionWords(section)).includes(folded(question.found.words))) {
      say(
        ['questions', index, 'found', 'words'],
        'session-answer',
        `Phần “${section.title}” của bài không có chữ “${question.found.words}”.`,
        'chép đúng một cụm chữ trả lời được câu hỏi từ phần ấy; bài vừa sửa thì xem lại cả câu hỏi',
        'the answer does not stand in the guide',
      );
    }
  });

  // Words.
  // A guide that could not be read may bear any number.
  const whole = data.guides.every((guideId) => guide(guideId) !== undefined);
  const numbers = new Set(data.guides.flatMap((guideId) => guide(guideId)?.number ?? []));
  const context: ProseContext = {
    sourceWords: data.sources.map((source) => `${source.title} ${source.document ?? ''}`).join(' '),
    hasRealSource: data.sources.some((source) => source.certainty !== 'common'),
  };
  for (const { path, text } of programmeTexts(data)) {
    for (const match of text.matchAll(named)) {
      if (whole && !numbers.has(Number(match[1])))
        say(
          path,
          'session-number',
          `Chữ nhắc tới bài ${match[1]} mà buổi không có bài nào mang số ấy.`,
          `viết một trong: ${[...numbers].sort((a, b) => a - b).join(', ')}; hoặc thêm bài ấy vào guides`,
          'a number in the words is not among the guides',
        );
    }
    for (const fault of proseFaults(text, context))
      say(
        path,
        fault.rule,
        fault.message,
        fault.rule === 'typed-phone' ? 'nói “số ghi trong bài”, hoặc “số dán trên bảng”' : fault.fix,
        fault.hint,
      );
    for (const sentence of sentences(text)) {
      const count = syllables(sentence);
      if (count > longestSentence)
        say(
          path,
          'long-sentence',
          `Câu dài ${count} tiếng: “${sentence.slice(0, 60)}…”.`,
          `tách thành câu dưới ${longestSentence} tiếng`,
          'sentence too long',
        );
    }
  }

  // A day of stalls.
  const event = data.event;
  if (event) {
    const days = event.checklist.map((stage) => stage.days);
    days.forEach((day, index) => {
      if (index > 0 && day <= days[index - 1]!)
        say(
          ['event', 'checklist', index, 'days'],
          'event-order',
          `Mốc ${day} ngày đứng sau mốc ${days[index - 1]} ngày.`,
          'xếp các mốc theo thứ tự thời gian, mỗi mốc một lần',
          'checklist out of order',
        );
    });
    if (days[0]! > -14 || days.at(-1)! < 1)
      say(
        ['event', 'checklist'],
        'event-span',
        `Danh sách việc đi từ ${days[0]} tới ${days.at(-1)} ngày.`,
        'bắt đầu ít nhất hai tuần trước (days: -14), kết thúc sau ngày hội (days: 1)',
        'checklist must run from two weeks before to the day after',
      );
  }
  return faults;
}

/** Every text of a session that somebody reads or hears, with its field. */
export function programmeTexts(
  data: ProgrammeData,
): { readonly path: readonly (string | number)[]; readonly text: string }[] {
  const found: { path: (string | number)[]; text: string }[] = [];
  // Ids, dates and the words copied from guides are not prose of the session.
  const skipped = new Set([
    'guide',
    'guides',
    'announce',
    'found',
    'audiences',
    'workstreams',
    'tasks',
    'sources',
    'checked',
    'kind',
    'device',
    'begins',
  ]);
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') found.push({ path, text: value });
    else if (Array.isArray(value)) value.forEach((otherValue, index) => walk(otherValue, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, otherValue] of Object.entries(value))
        if (!skipped.has(key)) walk(otherValue, [...path, key]);
  };
  walk(data, []);
  return found;
}

/** All words of a section of a guide. */
function sectionWords(section: Section): string {
  return [
    section.title,
    ...blockLines(section.blocks).map((line) => line.text),
    ...section.steps.flatMap((step) => [step.title, ...blockLines(step.blocks).map((line) => line.text)]),
    ...section.cases.flatMap((trouble) => [
      trouble.sees,
      trouble.means ?? '',
      ...blockLines(trouble.blocks).map((line) => line.text),
    ]),
  ].join(' ');
}

const folded = (words: string): string => words.toLowerCase().replace(/\s+/gu, ' ').trim();
