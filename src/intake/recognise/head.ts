/** The head and the tail of a plan: number, day, title, who signs by office, what it rests on. */
import type { Paragraph, Table } from '../document.ts';
import { fold } from '../../vietnamese/diacritics.ts';
import type { Told } from './outline.ts';
import words from './words.json' with { type: 'json' };

export interface FoundBasis extends Told {
  readonly document: string;
  readonly date?: string;
  readonly issuer?: string;
  readonly about: string;
}

export interface FoundHead {
  readonly title?: Told;
  readonly number?: Told;
  readonly date?: Told & { readonly day: string };
  /** The year, where only that is told. */
  readonly year?: number;
  /** Office of who signs. Names of persons are never read. */
  readonly signer?: Told;
  readonly issuer?: Told;
  readonly basis: readonly FoundBasis[];
  readonly recipients: readonly Told[];
  /** Paragraphs between the title and the recipients. */
  readonly main: readonly Paragraph[];
}

const two = (digits: string): string => digits.padStart(2, '0');
const dayForm = String.raw`(?:ngày\s+)?(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4})`;
const isoOf = (match: readonly (string | undefined)[]): string =>
  `${match[3] ?? ''}-${two(match[2] ?? '')}-${two(match[1] ?? '')}`;

const kinds = words.documents.join('|');
const begins = words.aboutBegins.join('|');
/** Who issued a document, up to what it is about. */
const issuedBy = new RegExp(String.raw`^,?\s*của\s+(.+?)(?=\s+(?:${begins})\s|[;.,]?$)`, 'u');
const numberForm = String.raw`\d+(?:/\d{4})?\s?[-/]\s?[\p{L}\d/&-]+(?:\s?-\s?\p{Lu}{2,})?`;
const cited = new RegExp(String.raw`(${kinds})(?:\s+số)?:?\s+(${numberForm})(?:,?\s+(${dayForm}))?`, 'gu');

/** Documents that a paragraph names. */
function basisIn({ text, place }: Told): FoundBasis[] {
  const matches = [...text.matchAll(cited)];
  return matches.map((match, index) => {
    const [whole, kind = '', number = ''] = match;
    const end = match.index + whole.length;
    const rest = text.slice(end, matches[index + 1]?.index ?? text.length);
    const [, issuer] = issuedBy.exec(rest) ?? [];
    const about = rest
      .replace(issuedBy, '')
      .replace(/^[\s,]*(?:về việc|về|V\/v)\s+/u, '')
      .replace(/[\s;.,]+$/u, '')
      .trim();
    const date = match[3] === undefined ? undefined : isoOf([undefined, match[4], match[5], match[6]]);
    return {
      text: whole,
      place,
      document: number.replace(/\s+/g, ''),
      ...(date === undefined ? {} : { date }),
      ...(issuer === undefined ? {} : { issuer: issuer.trim() }),
      about: about.length > 3 ? about : kind,
    };
  });
}

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
const isTitleWord = ({ text }: Told): boolean => /^KẾ HOẠCH\b/u.test(text);

/** What the table around the head, or around who signs, tells. */
const ofHead = /CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN|(?:^|\n)Số\s*:|Nơi nhận/u;

/**
 * Paragraphs of a table without lines that only sets the head or the signature side by side, as nearly every
 * plan in Word has it; none for any other table.
 */
export function paragraphsOfHead({ rows }: Table): Paragraph[] {
  const cells = [...new Set(rows.flat())];
  if (rows.some((row) => row.length > 3) || !cells.some(({ text }) => ofHead.test(text))) return [];
  return cells.flatMap(({ text, place }) =>
    text
      // “ỦY BAN NHÂN DÂN” and “XÃ …” below it are one name.
      .replace(/(NHÂN DÂN)\n(?=(?:XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|TỈNH|THÀNH PHỐ|THỊ) )/gu, '$1 ')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Paragraph => ({ kind: 'paragraph', text: line.trim(), place })),
  );
}

/** A title in capitals as a sentence has it: as the text below writes the same words, quotes kept. */
function sentenceCase(text: string, below: string): string {
  if (!isCapitals(text)) return text;
  const small = below.toLowerCase();
  const words = text.toLowerCase().split(' ');
  const told: string[] = [];
  for (let at = 0; at < words.length;) {
    let run = words.length - at;
    let found = -1;
    for (; run > 1 && found < 0; run -= found < 0 ? 1 : 0)
      found = small.indexOf(` ${words.slice(at, at + run).join(' ')}`);
    const piece = words.slice(at, at + run).join(' ');
    told.push(found < 0 ? piece : below.slice(found + 1, found + 1 + piece.length));
    at += run;
  }
  return told
    .join(' ')
    .replace(/\d+(?:\/\d{4})?[/-][\p{L}\d-]+/gu, (code) => code.toUpperCase())
    .replace(/(?:^|(?<=[“"]))\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The title: the word “KẾ HOẠCH” and the lines below it up to the first long or marked one. */
function titleAt(paragraphs: readonly Paragraph[], start: number): { told: Told; next: number } {
  const [first] = paragraphs.slice(start);
  const lines: string[] = [];
  let next = start + 1;
  for (; next < paragraphs.length; next++) {
    const text = paragraphs[next]?.text ?? '';
    if (/^(?:[-–_(*]|Căn cứ|Thực hiện |[IVX]+\s*[.–-]|\d+\.|Nhằm |Để )/u.test(text) || text.length > 260)
      break;
    if (/[.;]$/.test(text) && !isCapitals(text)) break;
    lines.push(text);
  }
  const own = (first?.text ?? '').replace(/^KẾ HOẠCH/u, '').trim();
  const below = paragraphs
    .slice(next)
    .map(({ text }) => text)
    .filter((text) => !isCapitals(text))
    .join(' ');
  const rest = sentenceCase([own, ...lines].filter((line) => line !== '').join(' '), ` ${below}`);
  const words = `Kế hoạch ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`.replace(/"([^"]*)"/g, '“$1”');
  return { told: { text: words.trim(), place: first?.place ?? '' }, next };
}

const offices = new RegExp(
  String.raw`^(?:(?:KT|TM|TL|TUQ|T/M|K/T)\.?\s?)?(?:${words.offices.join('|')})`,
  'u',
);

/** Paragraphs that tell what a plan rests on. */
const cause =
  /^[-–\s]*(?:Căn cứ|Thực hiện (?:Kế hoạch|Quyết định|Nghị quyết|Công văn|Chỉ thị|Chương trình))/u;

/** The office of who signs: lines in capitals after the recipients, without the name below them. */
function signerIn(tail: readonly Paragraph[]): Told | undefined {
  const lines = tail
    .flatMap(({ text, place }) =>
      text
        .replace(/\*+/g, ' ')
        .split('\n')
        .map((line) => ({ text: line.trim(), place })),
    )
    .filter(({ text }) => isCapitals(text) && offices.test(text));
  const [first] = lines;
  if (!first) return undefined;
  const role = lines.map(({ text }) => text).join(', ');
  return { text: role.replace(/(?<=\p{L})\s*,\s*(?=,)/gu, ''), place: first.place };
}

/** Recipients, without persons in brackets. */
function recipientsIn(tail: readonly Paragraph[]): Told[] {
  const start = tail.findIndex(({ text }) => text.startsWith('Nơi nhận'));
  return tail
    .slice(start + 1)
    .filter(({ text }) => /^[-–]\s/.test(text))
    .map(({ text, place }) => ({
      text: text
        .replace(/^[-–]\s*/, '')
        .replace(/\s*\([^)]*\)/g, '')
        .replace(/[;.,:\s]+$/, ''),
      place,
    }))
    .filter(({ text }) => text !== '');
}

/** Reads the head and the tail. */
export function readHead(paragraphs: readonly Paragraph[]): FoundHead {
  const titled = paragraphs.findLastIndex((one, index) => isTitleWord(one) && index < paragraphs.length - 3);
  const title = titled < 0 ? undefined : titleAt(paragraphs, titled);
  const before = paragraphs.slice(0, Math.max(titled, 0));
  const after = paragraphs.slice(title?.next ?? 0);
  const end = after.findIndex(({ text }) => text.startsWith('Nơi nhận'));
  const main = end < 0 ? after : after.slice(0, end);
  const early = before.findIndex(({ text }) => text.startsWith('Nơi nhận'));
  const tail = end < 0 ? (early < 0 ? after.slice(-12) : before.slice(early)) : after.slice(end);
  const numbers = before.flatMap(({ text, place }) => {
    const [, number] = /^Số:?\s*(\d+\s*[-/]\s*[\p{L}\d/&-]+)/u.exec(text) ?? [];
    return number ? [{ text: number.replace(/\s+/g, ''), place }] : [];
  });
  const dates = before.flatMap(({ text, place }) => {
    const match = new RegExp(String.raw`,\s*${dayForm}`, 'u').exec(text);
    return match ? [{ text, place, day: isoOf(match) }] : [];
  });
  const [, year] = before.map(({ text }) => /ngày\s+tháng\s+năm\s+(20\d\d)/u.exec(text)).find(Boolean) ?? [];
  const grounds = [...before, ...main.slice(0, 12)].filter(({ text }) => cause.test(text));
  const signer = signerIn(tail);
  const issuer = before.find(({ text }) => isCapitals(text) && offices.test(text));
  return {
    ...(title ? { title: title.told } : {}),
    ...(numbers[0] ? { number: numbers[0] } : {}),
    ...(dates[0] ? { date: dates[0] } : {}),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(signer ? { signer } : {}),
    ...(issuer ? { issuer } : {}),
    basis: uniqueBasis(grounds.flatMap(basisIn)),
    recipients: recipientsIn(tail),
    main,
  };
}

/** Each document once. */
function uniqueBasis(found: readonly FoundBasis[]): FoundBasis[] {
  const seen = new Set<string>();
  return found.filter(({ document }) => {
    const key = fold(document);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
