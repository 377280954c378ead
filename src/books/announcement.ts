/**
 * What is read over the commune's loudspeaker and sent into a Zalo group, made from a guide's steps. It must
 * sound like a neighbour, not like a list: whole sentences, the listeners addressed, numbers said twice. An
 * author's own words replace the middle, never the greeting, the numbers to call and the number of the guide.
 * Pure: the same guide gives the same words.
 */
import { absolute, numberAddress } from '../domain/address.ts';
import { loudLimits, longestLoudSentence, longestZalo } from '../domain/loud-limits.ts';
import { oncePer } from '../domain/once.ts';
import { sentences, syllables } from '../vietnamese/sentences.ts';
import type { Lexicon } from '../vietnamese/spoken/lexicon.ts';
import { sayPhone } from '../vietnamese/spoken/phones.ts';
import { spoken } from '../vietnamese/spoken/spoken.ts';
import { isSyllable } from '../vietnamese/syllable.ts';
import { splitTone } from '../vietnamese/tone.ts';
import type { Contact, Guide, Handbook } from '../handbook/handbook.ts';
import { sectionIds } from '../markdown/grammar.ts';
import { screensOf } from '../markdown/lines.ts';
import { visitBlock, type BlockVisitor } from '../markdown/walk.ts';
import { plain, type Block, type Inline, type InlineWords, type Section } from '../markdown/tree.ts';
import { t } from '../words/words.ts';
import { lexiconOf } from '../speech/guide-script.ts';

/** Both texts of a guide. */
export interface Announcement {
  /** Paragraphs, in words only. */
  readonly loudspeaker: readonly string[];
  /** Up to 500 letters, with the number's address. */
  readonly zalo: string;
  /** How the number or the place to call is said; it stands in `loudspeaker` twice. */
  readonly call: string;
  /** Which of the two an author wrote by hand. */
  readonly byHand: { readonly loudspeaker: boolean; readonly zalo: boolean };
}

/** First letter small, unless the word is a name (`VNeID`, `Zalo`, `Wi-Fi`). */
export function lowerFirst(text: string): string {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? '';
  const { plain: letters, tone } = splitTone(word.toLowerCase());
  return word.slice(1) === word.slice(1).toLowerCase() && isSyllable(letters, tone) && !/^\p{L}+-/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
/** A name of a place to call, inside a sentence: "công an xã", but "Trung tâm Phục vụ hành chính công". */
const inSentence = (name: string): string => (/^\p{Lu}[^\p{Lu}]*$/u.test(name) ? lowerFirst(name) : name);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const closed = (text: string): string =>
  /[.!?…]["”’)]*$/u.test(text) ? text : `${text.replace(/[,;:]$/u, '')}.`;

/**
 * A written sentence addresses one reader; a loudspeaker addresses all who hear it. Words in quotation marks
 * stay, and so do friends.
 */
export function addressAll(text: string, you: string): string {
  return text
    .split(/(“[^”]*”)/u)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(
              /(?<!\p{L})(?<!(?:người|các|kết|thêm|tìm|hai|nhiều|mấy|một)\s)bạn(?!\p{L})(?!\s(?:bè|bạn|thân|học|hàng|trai|gái|cũ|lạ|trên mạng|cùng (?:phòng|lớp)))(?!(?<!(?:thì|đó|nên)\sbạn)\smới)/gu,
              you,
            )
            .replace(
              /(^|[.!?]\s+)Bạn(?!\s(?:bè|bạn|thân|học|hàng|trai|gái)(?!\p{L}))(?!\p{L})/gu,
              (_, before: string) => before + upperFirst(you),
            ),
    )
    .join('');
}

/**
 * Names that announcers meet every day and read right as they are printed; spelled by ear (`oai phai`, `phây
 * búc`) they would stumble. Abbreviations and rarer names are written as they sound.
 */
const readAsPrinted = new Set([
  'zalo',
  'facebook',
  'wi-fi',
  'wifi',
  'iphone',
  'android',
  'google',
  'gmail',
  'youtube',
  'tiktok',
  'messenger',
  'internet',
  'email',
  'video',
  'link',
  'web',
  'website',
  'online',
  'app',
  'clip',
  'shop',
  'file',
  'chip',
  'livestream',
  'chrome',
  'safari',
  'store',
  'micro',
]);

const isReadAsPrinted = (word: string): boolean => {
  const { plain: letters, tone } = splitTone(word.toLowerCase());
  return readAsPrinted.has(word.toLowerCase()) || (word === word.toLowerCase() && isSyllable(letters, tone));
};

/**
 * A large letter after each full stop: names that begin small once they are written by ear. Not where the
 * sentence as it is written goes on after a quotation or a row of dots.
 */
const sentenceCase = (text: string, written: string): string =>
  text.replace(
    /[.!?…]["”’)]+\s+\p{Ll}|…\s+\p{Ll}/u.test(written)
      ? /(^["“‘(]*)(\p{Ll})(?!\p{Lu})/gu
      : /(^|[.!?…]["”’)]*\s+["“‘(]*)(\p{Ll})(?!\p{Lu})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/** Stands where a sentence names another guide or an address to tap. */
const named = '\uE000';

/** What only a reader can follow: addresses, names of files, keys, places on the page. */
const onPaper =
  /\uE000|hình (?:dưới|trên|bên)|bảng dưới|dưới đây|(?<!\p{L})(?:xem|ở) phần|phần (?:dưới|trên)|bên dưới|ở dưới|(?:trang|bài) này|\.(?:vn|com|net|org)\b|\d{4}-\d\d-|\bCtrl\b|CapsLock/iu;

/**
 * Paragraphs and list items as sentences, each up to the first that a listener could not follow: what comes
 * after may lean on it.
 */
function proseOf(blocks: readonly Block[], words: InlineWords): string[][] {
  const takes = (inlines: readonly Inline[]): string[] => {
    const list = sentences(
      plain(
        inlines.map((inline) => (inline.kind === 'link' ? { kind: 'text', text: named } : inline)),
        words,
      ),
    );
    const end = list.findIndex(
      (sentence) => onPaper.test(sentence) || sentence.split('“').length !== sentence.split('”').length,
    );
    return end < 0 ? list : list.slice(0, end);
  };
  const prose: BlockVisitor<string[][]> = {
    paragraph: ({ inlines }) => [takes(inlines)],
    list: ({ items }) =>
      items.flatMap(({ inlines, below }) => [takes(inlines), ...proseOf(below ? [below] : [], words)]),
    // Seen, not heard; warnings have sentences of their own in an announcement.
    table: () => [],
    screen: () => [],
    picture: () => [],
    heading: () => [],
    made: () => [],
    box: () => [],
  };
  return blocks.flatMap((block) => visitBlock(block, prose));
}

/**
 * What a step says first: its first paragraph or item, and before it the lines that begin with a name in
 * bold, as a card of life gives its cost and its time.
 */
function opening(blocks: readonly Block[], words: InlineWords): string[][] {
  const plainly = blocks.findIndex(
    (block) => block.kind !== 'paragraph' || block.inlines[0]?.kind !== 'strong',
  );
  const named = plainly < 0 ? blocks.length : plainly;
  return proseOf(blocks, words).slice(0, named + 1);
}

const phoneNumber = (handbook: Handbook, id: string): Contact | undefined =>
  handbook.directory.find((contact) => contact.id === id);

/**
 * Whom the author chose; else the contacts of the guide, in its order; the community team where it names
 * none.
 */
function contactsOf(guide: Guide, handbook: Handbook): Contact[] {
  const ids =
    guide.announcement?.call !== undefined
      ? [guide.announcement.call]
      : guide.tree.sections.flatMap((section) => section.contacts);
  const found = (ids.length > 0 ? ids : ['to-cong-nghe-so']).flatMap((id) => phoneNumber(handbook, id) ?? []);
  return found.length > 0 ? found : handbook.directory.slice(0, 1);
}

/** Parts of a guide that an announcement is made of, addressed to its listeners. */
interface Source {
  readonly you: string;
  /** What the guide is about; a part that has no name of its own goes by it. */
  readonly title: string;
  readonly greeting: string;
  readonly intro: readonly string[];
  readonly safety: readonly (readonly string[])[];
  /** Whether `safety` tells what swindlers do, for want of rules to keep. */
  readonly tricks: boolean;
  readonly contacts: readonly Contact[];
  /** Parts with steps, in order. */
  readonly parts: readonly Section[];
  readonly pictures: boolean;
  details(step: Section['steps'][number]): string[];
}

/** Words of the same use, in turn. */
const thenWords = ['loud.then0', 'loud.then1', 'loud.then2', 'loud.then3'] as const;
const inviteWords = ['loud.invite0', 'loud.invite1', 'loud.invite2'] as const;

/** `number` is how a text gives a telephone number: said, or as one dials it. */
function sourceOf(guide: Guide, handbook: Handbook, number: (digits: string) => string): Source {
  const chosen = guide.announcement?.audience;
  const first =
    chosen === undefined ? guide.audiences[0] : handbook.audiences.find(({ id }) => id === chosen);
  const listeners = first?.data.addressedAs ?? 'people';
  const you = t(`loud.you_${listeners}`);
  const words: InlineWords = {
    phone: (id) => {
      const data = phoneNumber(handbook, id)?.data;
      return data?.number === undefined ? inSentence(data?.name ?? '') : number(data.number);
    },
    guide: () => named,
  };
  const all = (list: readonly string[][]): string[][] =>
    list.map((otherList) => otherList.map((text) => addressAll(text, you)));
  const withSteps = guide.tree.sections.filter((section) => section.kind === 'steps');
  const safety = guide.tree.sections.filter((section) => section.kind === 'safety');
  return {
    you,
    title: guide.announcement?.title ?? addressAll(guide.data.title, you),
    greeting: t(`loud.greet_${listeners}`),
    intro: all(proseOf(guide.tree.intro, words)).flat(),
    contacts: contactsOf(guide, handbook),
    tricks: safety.length === 0,
    safety: all(
      (safety.length > 0
        ? safety
        : guide.tree.sections.filter((section) => section.kind === 'scam-signs')
      ).flatMap((rule) => proseOf(rule.blocks, words)),
    ).filter((item) => item.length > 0),
    parts: withSteps,
    pictures: withSteps.some((step) =>
      step.steps.some((otherStep) => screensOf(otherStep.blocks).length > 0),
    ),
    details: (step) => questionsTogether(all(opening(step.blocks, words)).flat()),
  };
}

/** “Ba câu hỏi” followed by two would be a riddle: questions in a row are heard together or not at all. */
function questionsTogether(list: readonly string[]): string[] {
  const out: string[] = [];
  for (const text of list) {
    if (text.endsWith('?') && out.at(-1)?.endsWith('?')) out.push(`${out.pop() ?? ''} ${text}`);
    else out.push(text);
  }
  return out;
}

/** A sentence that may be left out, and the place it would stand. */
interface Extra {
  readonly at: string;
  readonly text: string;
  /** Sentences of its place that must stand before it. */ readonly after?: number;
}

/** A step where it stands in its part. */
interface Placed {
  readonly part: Section;
  readonly step: Section['steps'][number];
  /** Place in the part, from 0. */
  readonly index: number;
  readonly last: boolean;
  /** Name of the place, for sentences that may be added there. */
  readonly at: string;
}

const placed = (part: Section): Placed[] =>
  part.steps.map((step, index) => ({
    part,
    step,
    index,
    last: index === part.steps.length - 1,
    at: `${part.id}.${index}`,
  }));

/** The word that says where a step stands in the order; none for a single step or one that says so itself. */
function orderWord({ part, index, last }: Placed, doing: string): string {
  if (part.steps.length === 1 || /^(?:hoặc|nếu|khi|trước|sau)(?!\p{L})/u.test(doing)) return '';
  if (index === 0) return t('loud.first');
  return last ? t('loud.last') : t(thenWords[index % thenWords.length] ?? 'loud.then0');
}

/** A part without a title of its own says only that steps follow. */
const partName = (part: Section, title: string): string =>
  part.id === sectionIds.steps ? title : part.title;

/** The sentence that tells a step, with the name of its part before the first one of several parts. */
function leadOf(step: Placed, { you, title, parts }: Source): string {
  const { part, index, last } = step;
  const name = partName(part, title);
  const doing = lowerFirst(addressAll(step.step.title, you));
  const beginning = /^(?:Trên|Ở|Khi)\s/u.test(name)
    ? t('loud.partPlace', { part: name })
    : t('loud.partNamed', { part: lowerFirst(name) });
  const heading = parts.length > 1 && index === 0 ? `${beginning} ` : '';
  const word = orderWord(step, doing);
  const addressed = word !== '' && (index === 0 || (index % 3 === 0 && !last));
  return `${heading}${closed(upperFirst(`${word} ${addressed ? `${you} ` : ''}${doing}`.trim()))}`;
}

/** Whether each part of a sentence can be said in one breath. */
const inOneBreath = (text: string, count: (text: string) => number): boolean =>
  text.split(/(?<=\?)\s/u).every((part) => count(part) <= longestLoudSentence);

/** Parts follow each other as long as two thirds of the room are enough for their steps alone. */
function partsThatFit(source: Source, room: number, count: (text: string) => number): Section[] {
  const parts: Section[] = [];
  let used = 0;
  for (const next of source.parts) {
    used += placed(next).reduce((total, step) => total + count(leadOf(step, source)), 0);
    if (parts.length > 0 && used > (room * 2) / 3) break;
    parts.push(next);
  }
  return parts;
}

/** What may be added to the steps, what is wished most first. */
function wishesOf(source: Source, steps: readonly Placed[], count: (text: string) => number): Extra[] {
  const breath = (text: string): boolean => inOneBreath(text, count);
  const whole = (list: readonly string[]): readonly string[] => {
    const end = list.findIndex((text) => !breath(text));
    return end < 0 ? list : list.slice(0, end);
  };
  // A rule keeps what is said in one breath: a figure or a law after it must not take the rule away.
  const safety = source.safety
    .map(whole)
    .filter((item) => item.length > 0)
    .slice(0, 3)
    .map((item): Extra => ({ at: 'safety', text: item.map(closed).join(' ') }));
  const intro = whole(source.intro)
    .slice(0, 2)
    .map((text, after): Extra => ({ at: 'intro', text, after }));
  const detail = steps.map((step) => whole(source.details(step.step)));
  const details = (after: number): Extra[] =>
    steps.flatMap((step, index) =>
      (detail[index] ?? []).slice(after, after + 1).map((text) => ({ at: step.at, text, after })),
    );
  return [
    ...intro.slice(0, 1),
    ...safety.slice(0, 2),
    ...details(0),
    ...intro.slice(1),
    ...details(1),
    ...safety.slice(2),
    ...details(2),
    ...details(3),
  ];
}

/**
 * Sentences of the middle: what it is good for, the steps, what to keep in mind. Fills up to two minutes with
 * details, nearest the point first. Parts for which there is no room are only named.
 */
function middle(source: Source, room: number, count: (text: string) => number): string[] {
  const parts = partsThatFit(source, room, count);
  const otherParts = source.parts.slice(parts.length);
  const steps = parts.flatMap(placed);
  let left = room - steps.reduce((total, step) => total + count(leadOf(step, source)), 0);
  const taken = new Map<string, string[]>();
  for (const { at, text, after } of wishesOf(source, steps, count)) {
    const number = count(text);
    if (number > left || (after !== undefined && (taken.get(at)?.length ?? 0) !== after)) continue;
    left -= number;
    taken.set(at, [...(taken.get(at) ?? []), closed(text)]);
  }
  const others =
    otherParts.length > 0
      ? [t('loud.others', { parts: otherParts.map((part) => lowerFirst(part.title)).join('; ') })]
      : [];
  const [intros, rules] = [taken.get('intro'), taken.get('safety')];
  return [
    ...(intros === undefined ? [] : [intros.join(' ')]),
    ...parts.map((part) =>
      [
        ...(part === parts[0] && source.parts.length === 1 ? [t('loud.steps', { n: steps.length })] : []),
        ...steps
          .filter((step) => step.part === part)
          .flatMap((step) => [leadOf(step, source), ...(taken.get(step.at) ?? [])]),
        ...(part === parts.at(-1) ? others : []),
      ].join(' '),
    ),
    ...(rules === undefined
      ? []
      : [`${t(source.tricks ? 'loud.beware' : 'loud.remember', { you: source.you })} ${rules.join(' ')}`]),
  ];
}

/**
 * Where to call, said twice: a number if the guide names one, and the place to ask first if that has none.
 */
function calling(source: Source): {
  readonly sentences: readonly string[];
  readonly call: string;
  readonly short: string;
} {
  const [firstContact] = source.contacts;
  if (!firstContact) throw new Error(`${source.you}: an announcement without anybody to call`);
  const first = firstContact.data;
  const [numbered] = source.contacts.flatMap(({ data: { name, number } }) =>
    number === undefined ? [] : [{ name, number }],
  );
  const digits = numbered === undefined ? '' : sayPhone(numbered.number);
  const name = inSentence(first.name);
  // Where several people share a role, each listener knows the one of their own place.
  const where = first.numbers.length > 1 || first.where === undefined ? [] : [closed(first.where)];
  const ask = first.number === undefined ? [t('loud.ask', { you: source.you, name }), ...where] : [];
  if (numbered === undefined)
    return { sentences: [...ask, t('loud.askAgain', { name })], call: name, short: first.name };
  return {
    sentences: [
      ...ask,
      t('loud.number', { name: numbered.name, number: digits }),
      t('loud.numberAgain', { name: inSentence(numbered.name), number: digits }),
    ],
    call: digits,
    short: `${ask.length > 0 ? `${first.name}; ` : ''}${numbered.name} ${numbered.number}`,
  };
}

/** The last lines of a message: whom to call, where to read on. */
const zaloFoot = (call: string, url: string): string =>
  `${t('loud.zaloCall', { call })}\n${t('loud.zaloLink', { url })}`;

function zaloText(guide: Guide, handbook: Handbook, source: Source, call: string): string {
  const head = t('loud.zaloHead', {
    title: guide.announcement?.title ?? guide.data.title,
    n: guide.data.number,
    site: handbook.site.name,
  });
  const foot = zaloFoot(call, absolute(handbook.site.url, numberAddress(guide.data.number)));
  const put = (lines: readonly string[]): string =>
    [head, ...lines, foot].filter((line) => line !== '').join('\n');
  if (guide.announcement?.zalo !== undefined) return put([guide.announcement.zalo]);
  // Parts for different machines would not fit; the first is the most common one.
  const parts =
    source.parts.reduce((total, part) => total + part.steps.length, 0) <= 9
      ? source.parts
      : source.parts.slice(0, 1);
  const otherParts = source.parts.slice(parts.length);
  const titles = [
    ...parts.flatMap((part) => [
      ...(source.parts.length > 1 ? [`${partName(part, source.title)}:`] : []),
      ...part.steps.map((step, index) => `${index + 1}. ${addressAll(step.title, source.you)}`),
    ]),
    ...(otherParts.length > 0
      ? [
          t('loud.zaloOthers', {
            parts: otherParts.map((part) => lowerFirst(partName(part, source.title))).join('; '),
          }),
        ]
      : []),
  ];
  const fits = (lines: readonly string[]): boolean => [...put(lines)].length <= longestZalo;
  // The first rule whole, or its first sentence where that is a rule by itself; else the second.
  const [first = [], second = []] = source.safety;
  const short = /^(?:Không|Đừng|Chỉ)\s/u.test(first[0] ?? '') ? first.slice(0, 1) : [];
  const safety = [first, short, second]
    .filter((item) => item.length > 0)
    .map((item) =>
      t(source.tricks ? 'loud.zaloBeware' : 'loud.zaloRemember', { text: item.map(closed).join(' ') }),
    );
  // “Choose your part” leads nowhere where one part is sent.
  const intro =
    otherParts.length > 0 && /(?<!\p{L})phần(?!\p{L})/u.test(source.intro[0] ?? '')
      ? []
      : source.intro.slice(0, 1);
  // What matters most stays: the steps, then the warning, then why.
  for (const lines of [
    ...safety.map((rule) => [...intro, ...titles, rule]),
    ...safety.map((rule) => [...titles, rule]),
    [...intro, ...titles],
    titles,
  ])
    if (fits(lines)) return put(lines);
  for (let n = titles.length - 1; n > 0; n--) {
    const lines = [
      ...titles.slice(0, n),
      t('loud.zaloMore', { n: titles.slice(n).filter((title) => /^\d/u.test(title)).length }),
    ];
    if (fits(lines)) return put(lines);
  }
  return put([]);
}

/** Both texts of a guide or lesson. Made once: its page and its two files show the same. */
export const announcement = oncePer(compose);

function compose(guide: Guide, handbook: Handbook): Announcement {
  const known = lexiconOf(handbook);
  const lexicon: Lexicon = {
    ...known,
    find: (written) => (written.split(/\s+/u).every(isReadAsPrinted) ? written : known.find(written)),
  };
  // A sentence is measured, chosen and said: three times the same.
  const told = new Map<string, string>();
  const say = (text: string): string => {
    const said = told.get(text) ?? sentenceCase(spoken(text, lexicon), text);
    told.set(text, said);
    return said;
  };
  const count = (text: string): number => syllables(say(text));
  const source = sourceOf(guide, handbook, (digits) => `số ${sayPhone(digits)}`);
  const { sentences: calls, call, short } = calling(source);
  const title = lowerFirst(guide.announcement?.title ?? addressAll(guide.data.title, source.you));
  const invite = inviteWords[guide.data.number % inviteWords.length] ?? 'loud.invite0';
  const opening = `${source.greeting} ${t(invite, { you: source.you, title })}`;
  const again = t(source.pictures ? 'loud.openPictures' : 'loud.open', {
    you: upperFirst(source.you),
    site: handbook.site.name,
    n: guide.data.number,
  });
  const openAgain = t('loud.openAgain', { site: handbook.site.name, n: guide.data.number });
  const closing = `${again} ${openAgain} ${t('loud.thanks', { you: source.you })}`;
  const frame = count([opening, ...calls, closing].join(' '));
  const own = guide.announcement?.loudspeaker;
  // Fixed sentences of the middle are counted as forty: "việc này có … bước", "xin nhớ kỹ".
  const [first = '', ...rest] = own ?? middle(source, loudLimits.aim + 20 - frame - 20, count);
  const paragraphs = own !== undefined ? [opening, first, ...rest] : [`${opening} ${first}`, ...rest];
  return {
    loudspeaker: [...paragraphs, calls.join(' '), closing].map(say),
    zalo: zaloText(
      guide,
      handbook,
      sourceOf(guide, handbook, (digits) => digits),
      short,
    ),
    call: spoken(call, lexicon),
    byHand: { loudspeaker: own !== undefined, zalo: guide.announcement?.zalo !== undefined },
  };
}
