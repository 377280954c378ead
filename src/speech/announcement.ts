/**
 * What is read over the commune's loudspeaker and sent into a Zalo group, made from a guide's steps. It must sound like a neighbour, not like
 * a list: whole sentences, the listeners addressed, numbers said twice. An author's own words replace the middle, never the greeting, the
 * numbers to call and the number of the guide. Pure: the same guide gives the same words.
 */
import { loudLimits, longestLoudSentence, longestZalo } from '../gate/rules/announcement.ts';
import { absolute, numberAddress } from '../domain/address.ts';
import { sentences, syllables } from '../vietnamese/sentences.ts';
import type { Lexicon } from '../vietnamese/spoken/lexicon.ts';
import { sayPhone } from '../vietnamese/spoken/phones.ts';
import { spoken } from '../vietnamese/spoken/spoken.ts';
import { isSyllable } from '../vietnamese/syllable.ts';
import { splitTone } from '../vietnamese/tone.ts';
import type { Guide, Handbook, Hotline } from '../handbook/handbook.ts';
import {
  screensOf,
  plain,
  type Block,
  type Inline,
  type InlineWords,
  type Section,
} from '../markdown/tree.ts';
import { t } from '../words/words.ts';
import { lexiconOf } from './guide-script.ts';

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

/** How listeners are addressed, by the group that the guide is first of all for. */
type Listeners = 'people' | 'market' | 'students' | 'helpers' | 'youth' | 'workers' | 'officials';
const listenersOf: Readonly<Record<string, Listeners>> = {
  'tieu-thuong': 'market',
  'hoc-sinh': 'students',
  'hoc-sinh-sinh-vien': 'students',
  'sinh-vien': 'students',
  'nguoi-lao-dong': 'workers',
  'can-bo': 'officials',
  'dang-vien': 'officials',
  'nguoi-huong-dan': 'helpers',
  'dai-su-so': 'helpers',
  'to-cong-nghe-so': 'helpers',
  'thanh-nien': 'youth',
};

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

/** A written sentence addresses one reader; a loudspeaker addresses all who hear it. Words in quotation marks stay, and so do friends. */
export function addressAll(text: string, you: string): string {
  return text
    .split(/(“[^”]*”)/u)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(
              /(?<!\p{L})(?<!(?:người|các|kết|thêm|tìm|hai|nhiều|mấy|một)\s)bạn(?!\p{L})(?!\s(?:bè|bạn|thân|học|hàng|trai|gái|cũ|lạ|mới|trên mạng))/gu,
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
 * Names that announcers meet every day and read right as they are printed; spelled by ear (`oai phai`, `phây búc`) they would stumble.
 * Abbreviations and rarer names are written as they sound.
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

/** A large letter after each full stop: names that begin small once they are written by ear. */
const sentenceCase = (text: string): string =>
  text.replace(
    /(^|[.!?…]["”’)]*\s+["“‘(]*)(\p{Ll})(?!\p{Lu})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/** What only a reader can follow: addresses, keys, places on the page, half of a quotation. */
const onPaper =
  /hình (?:dưới|trên|bên)|bảng dưới|dưới đây|(?:xem|ở) phần|phần (?:dưới|trên)|bên dưới|ở dưới|(?:trang|bài) này|\.(?:vn|com|net|org)\b|\bCtrl\b|CapsLock/iu;

/** Paragraphs and list items as sentences, each up to the first that a listener could not follow: what comes after may lean on it. */
function proseOf(blocks: readonly Block[], words: InlineWords): string[][] {
  const takes = (inlines: readonly Inline[]): string[] => {
    const list = inlines.some((i) => i.kind === 'guide' || i.kind === 'link')
      ? []
      : sentences(plain(inlines, words));
    const end = list.findIndex((s) => onPaper.test(s) || s.split('“').length !== s.split('”').length);
    return end < 0 ? list : list.slice(0, end);
  };
  return blocks.flatMap((b) =>
    b.kind === 'paragraph' ? [takes(b.inlines)] : b.kind === 'list' ? b.items.map(takes) : [],
  );
}

const phoneNumber = (h: Handbook, id: string): Hotline | undefined => h.hotlines.find((x) => x.id === id);

/** Whom the author chose; else the contacts of the guide, in its order; the community team where it names none. */
function contactsOf(g: Guide, h: Handbook): Hotline[] {
  const ids =
    g.announcement?.call !== undefined ? [g.announcement.call] : g.tree.sections.flatMap((s) => s.contacts);
  const found = (ids.length > 0 ? ids : ['to-cong-nghe-so']).flatMap((id) => phoneNumber(h, id) ?? []);
  return found.length > 0 ? found : h.hotlines.slice(0, 1);
}

/** Parts of a guide that an announcement is made of, addressed to its listeners. */
interface Source {
  readonly you: string;
  readonly greeting: string;
  readonly intro: readonly string[];
  readonly safety: readonly (readonly string[])[];
  readonly contacts: readonly Hotline[];
  /** Parts with steps, in order. */
  readonly parts: readonly Section[];
  readonly pictures: boolean;
  details(step: Section['steps'][number]): string[];
}

function sourceOf(g: Guide, h: Handbook): Source {
  const listeners = listenersOf[g.announcement?.audience ?? g.data.audiences[0] ?? ''] ?? 'people';
  const you = t(`loud.you_${listeners}`);
  const words: InlineWords = {
    phone: (id) => {
      const c = phoneNumber(h, id)?.data;
      return c?.number === undefined ? inSentence(c?.name ?? '') : `số ${sayPhone(c.number)}`;
    },
    guide: () => '',
  };
  const all = (list: readonly string[][]): string[][] => list.map((p) => p.map((s) => addressAll(s, you)));
  const withSteps = g.tree.sections.filter((s) => s.kind === 'steps');
  const safety = g.tree.sections.filter((s) => s.kind === 'safety');
  return {
    you,
    greeting: t(`loud.greet_${listeners}`),
    intro: all(proseOf(g.tree.intro, words)).flat(),
    contacts: contactsOf(g, h),
    safety: all(
      (safety.length > 0 ? safety : g.tree.sections.filter((s) => s.kind === 'scam-signs')).flatMap((s) =>
        proseOf(s.blocks, words),
      ),
    ).filter((item) => item.length > 0),
    parts: withSteps,
    pictures: withSteps.some((s) => s.steps.some((x) => screensOf(x.blocks).length > 0)),
    details: (step) => questionsTogether(all(proseOf(step.blocks, words))[0] ?? []),
  };
}

/** “Ba câu hỏi” followed by two would be a riddle: questions in a row are heard together or not at all. */
function questionsTogether(list: readonly string[]): string[] {
  const out: string[] = [];
  for (const s of list) {
    if (s.endsWith('?') && out.at(-1)?.endsWith('?')) out.push(`${out.pop()!} ${s}`);
    else out.push(s);
  }
  return out;
}

/** A sentence that may be left out, and the place it would stand. */
interface Extra {
  readonly at: string;
  readonly text: string;
  /** Sentences of its place that must stand before it. */ readonly after?: number;
}

/** Sentences of the middle: what it is good for, the steps, what to keep in mind. Fills up to two minutes with details, nearest the point first. */
function middle(s: Source, room: number, count: (text: string) => number): string[] {
  const breath = (text: string): boolean =>
    text.split(/(?<=\?)\s/u).every((x) => count(x) <= longestLoudSentence);
  const many = s.parts.length > 1;
  interface Placed {
    readonly part: Section;
    readonly step: Section['steps'][number];
    readonly i: number;
    readonly last: boolean;
    readonly at: string;
  }
  const placed = (part: Section): Placed[] =>
    part.steps.map((step, i) => ({
      part,
      step,
      i,
      last: i === part.steps.length - 1,
      at: `${part.id}.${i}`,
    }));
  const lead = ({ part, step, i, last }: Placed): string => {
    const doing = lowerFirst(addressAll(step.title, s.you));
    const heading =
      many && i === 0
        ? `${/^(?:Trên|Ở|Khi)\s/u.test(part.title) ? t('loud.partPlace', { part: part.title }) : t('loud.partNamed', { part: lowerFirst(part.title) })} `
        : '';
    const word =
      part.steps.length === 1 || /^(?:hoặc|nếu|khi|trước|sau)(?!\p{L})/u.test(doing)
        ? ''
        : i === 0
          ? t('loud.first')
          : last
            ? t('loud.last')
            : t(`loud.then${i % 4}`);
    const subject = word === '' ? '' : i === 0 || (i % 3 === 0 && !last) ? `${s.you} ` : '';
    return `${heading}${closed(upperFirst(`${word} ${subject}${doing}`.trim()))}`;
  };
  // Parts follow each other as long as two thirds of the room are enough for their steps alone; the others are only named.
  const parts: Section[] = [];
  for (let used = 0; parts.length < s.parts.length;) {
    const next = s.parts[parts.length]!;
    used += placed(next).reduce((n, x) => n + count(lead(x)), 0);
    if (parts.length > 0 && used > (room * 2) / 3) break;
    parts.push(next);
  }
  const otherParts = s.parts.slice(parts.length);
  const steps = parts.flatMap(placed);
  const remember = s.safety
    .filter((item) => item.every(breath))
    .slice(0, 3)
    .map((item) => item.map(closed).join(' '));
  const whole = (list: readonly string[]): readonly string[] => {
    const end = list.findIndex((x) => !breath(x));
    return end < 0 ? list : list.slice(0, end);
  };
  const detail = steps.map((x) => whole(s.details(x.step)));
  const intro = whole(s.intro)
    .slice(0, 2)
    .map((text, after): Extra => ({ at: 'intro', text, after }));
  const safety = remember.map((text): Extra => ({ at: 'safety', text }));
  const details = (after: number): Extra[] =>
    steps.flatMap((x, i) => detail[i]!.slice(after, after + 1).map((text) => ({ at: x.at, text, after })));
  const wishes = [
    ...intro.slice(0, 1),
    ...safety.slice(0, 1),
    ...details(0),
    ...safety.slice(1, 2),
    ...intro.slice(1),
    ...details(1),
    ...safety.slice(2),
    ...details(2),
  ];
  let left = room - steps.reduce((n, x) => n + count(lead(x)), 0);
  const taken = new Map<string, string[]>();
  for (const { at, text, after } of wishes) {
    const n = count(text);
    if (n > left || (after !== undefined && (taken.get(at)?.length ?? 0) !== after)) continue;
    left -= n;
    taken.set(at, [...(taken.get(at) ?? []), closed(text)]);
  }
  const others =
    otherParts.length > 0
      ? [t('loud.others', { parts: otherParts.map((p) => lowerFirst(p.title)).join('; ') })]
      : [];
  return [
    ...(taken.has('intro') ? [taken.get('intro')!.join(' ')] : []),
    ...parts.map((part) =>
      [
        ...(part === parts[0] && !many ? [t('loud.steps', { n: steps.length })] : []),
        ...steps.filter((x) => x.part === part).flatMap((x) => [lead(x), ...(taken.get(x.at) ?? [])]),
        ...(part === parts.at(-1) ? others : []),
      ].join(' '),
    ),
    ...(taken.has('safety')
      ? [`${t('loud.remember', { you: s.you })} ${taken.get('safety')!.join(' ')}`]
      : []),
  ];
}

/** Where to call, said twice: a number if the guide names one, and the place to ask first if that has none. */
function calling(s: Source): {
  readonly sentences: readonly string[];
  readonly call: string;
  readonly short: string;
} {
  const first = s.contacts[0]!.data;
  const numbered = s.contacts.find((c) => c.data.number !== undefined)?.data;
  const digits = numbered === undefined ? '' : sayPhone(numbered.number!);
  const name = inSentence(first.name);
  const ask =
    first.number === undefined ? [t('loud.ask', { you: s.you, name }), closed(first.where ?? '')] : [];
  if (numbered === undefined)
    return { sentences: [...ask, t('loud.askAgain', { name })], call: name, short: first.name };
  return {
    sentences: [
      ...ask,
      t('loud.number', { name: numbered.name, number: digits }),
      t('loud.numberAgain', { name: inSentence(numbered.name), number: digits }),
    ],
    call: digits,
    short: `${ask.length > 0 ? `${first.name}; ` : ''}${numbered.name} ${numbered.number!}`,
  };
}

function zaloText(g: Guide, h: Handbook, s: Source, short: string): string {
  const head = t('loud.zaloHead', {
    title: g.announcement?.title ?? g.data.title,
    n: g.data.number,
    site: h.site.name,
  });
  const foot = `${t('loud.zaloCall', { call: short })}\n${t('loud.zaloLink', { url: absolute(h.site.url, numberAddress(g.data.number)) })}`;
  const put = (lines: readonly string[]): string => [head, ...lines, foot].filter((l) => l !== '').join('\n');
  if (g.announcement?.zalo !== undefined) return put([g.announcement.zalo]);
  // Parts for different machines would not fit; the first is the most common one.
  const parts = s.parts.reduce((n, p) => n + p.steps.length, 0) <= 9 ? s.parts : s.parts.slice(0, 1);
  const titles = parts.flatMap((p) => [
    ...(s.parts.length > 1 ? [`${p.title}:`] : []),
    ...p.steps.map((x, i) => `${i + 1}. ${addressAll(x.title, s.you)}`),
  ]);
  const fits = (lines: readonly string[]): boolean => [...put(lines)].length <= longestZalo;
  const safety = s.safety.map((item) => t('loud.zaloRemember', { text: item.map(closed).join(' ') }));
  const intro = s.intro.slice(0, 1);
  // What matters most stays: the steps, then the warning, then why.
  for (const lines of [
    ...safety.slice(0, 2).map((x) => [...intro, ...titles, x]),
    ...safety.slice(0, 2).map((x) => [...titles, x]),
    [...intro, ...titles],
    titles,
  ])
    if (fits(lines)) return put(lines);
  for (let n = titles.length - 1; n > 0; n--) {
    const lines = [
      ...titles.slice(0, n),
      t('loud.zaloMore', { n: titles.slice(n).filter((x) => !x.endsWith(':')).length }),
    ];
    if (fits(lines)) return put(lines);
  }
  return put([]);
}

const made = new WeakMap<Guide, Announcement>();

/** Both texts of a guide or lesson. Made once: its page and its two files show the same. */
export function announcement(g: Guide, h: Handbook): Announcement {
  const known = made.get(g) ?? compose(g, h);
  made.set(g, known);
  return known;
}

function compose(g: Guide, h: Handbook): Announcement {
  const known = lexiconOf(h);
  const lexicon: Lexicon = {
    ...known,
    find: (written) => (written.split(/\s+/u).every(isReadAsPrinted) ? written : known.find(written)),
  };
  // A sentence is measured, chosen and said: three times the same.
  const told = new Map<string, string>();
  const say = (text: string): string => {
    const said = told.get(text) ?? sentenceCase(spoken(text, lexicon));
    told.set(text, said);
    return said;
  };
  const count = (text: string): number => syllables(say(text));
  const s = sourceOf(g, h);
  const { sentences: calls, call, short } = calling(s);
  const opening = `${s.greeting} ${t(`loud.invite${g.data.number % 3}`, { you: s.you, title: lowerFirst(g.announcement?.title ?? addressAll(g.data.title, s.you)) })}`;
  const again = t(s.pictures ? 'loud.openPictures' : 'loud.open', {
    you: upperFirst(s.you),
    site: h.site.name,
    n: g.data.number,
  });
  const closing = `${again} ${t('loud.openAgain', { site: h.site.name, n: g.data.number })} ${t('loud.thanks', { you: s.you })}`;
  const frame = count([opening, ...calls, closing].join(' '));
  const own = g.announcement?.loudspeaker;
  // Fixed sentences of the middle are counted as forty: "việc này có … bước", "xin nhớ kỹ".
  const [first = '', ...rest] = own ?? middle(s, loudLimits.aim + 20 - frame - 20, count);
  const paragraphs = own !== undefined ? [opening, first, ...rest] : [`${opening} ${first}`, ...rest];
  return {
    loudspeaker: [...paragraphs, calls.join(' '), closing].map(say),
    zalo: zaloText(g, h, s, short),
    call: spoken(call, lexicon),
    byHand: { loudspeaker: own !== undefined, zalo: g.announcement?.zalo !== undefined },
  };
}
