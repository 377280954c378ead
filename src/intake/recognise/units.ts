/**
 * Units in the words of a plan: those that the handbook has, by name and spelling, within the place of the
 * plan; all others are drafted.
 */
import { fold } from '../../vietnamese/diacritics.ts';
import { editDistance } from '../../vietnamese/text.ts';
import type { Told } from './outline.ts';
import words from './words.json' with { type: 'json' };

/** A unit that the handbook has. */
export interface KnownUnit {
  readonly id: string;
  readonly names: readonly string[];
  readonly place?: string;
  /** Many at once, “các sở, ngành”. */
  readonly isGroup: boolean;
  /** Belongs to another unit. */
  readonly isPart: boolean;
}

/** One unit that words name. */
export interface NamedUnit {
  readonly told: Told;
  /** Id of the unit that it is, or undefined when the handbook has none. */
  readonly id?: string;
  /** The name as the document has it. */
  readonly name: string;
  /** Why somebody has to look. */
  readonly why?: string;
}

/** A name for comparison: no marks of any kind, short forms written out. */
export function plainName(name: string): string {
  return ` ${fold(name)} `
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/ ubnd /g, ' uy ban nhan dan ')
    .replace(/ (?:khcn|kh cn) /g, ' khoa hoc va cong nghe ')
    .replace(/ (?:gd dt|gddt) /g, ' giao duc va dao tao ')
    .replace(/ (?:vh tt dl|vhttdl|vhtt dl) /g, ' van hoa the thao va du lich ')
    .replace(/ (?:mttq) /g, ' mat tran to quoc ')
    .replace(/ (?:tncs hcm|tncs ho chi minh) /g, ' thanh nien cong san ho chi minh ')
    .replace(/ (?:ldld) /g, ' lien doan lao dong ')
    .replace(/ co lien quan/g, ' lien quan')
    .replace(/ viet nam /g, ' viet nam ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words with which the name of a unit begins. */
const heads = new RegExp(`^(?:${words.unitHeads.join('|')})(?: |$)`);

/** Whether words begin as the name of a unit does. */
export const beginsAsUnit = (text: string): boolean =>
  heads.test(
    fold(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );

const afterUnit = new RegExp(String.raw`\s+(?:${words.afterUnit.join('|')})(?:[\s,].*)?$`, 'u');

/**
 * The units of a label that goes on to say what they do: “Sở A tiến hành rà soát …; các xã rà soát ….
 * Đồng thời, …” is “Sở A; các xã”.
 */
function withoutWork(text: string): string {
  const [sentence = text] = text.split(/\.\s+(?=\p{Lu})/u);
  const clauses = sentence.split(/\s*;\s*/);
  return clauses.some((clause) => afterUnit.test(clause))
    ? clauses.map((clause) => clause.replace(afterUnit, '')).join('; ')
    : text;
}

/** A piece of a list, with where it stands in it. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Nouns of groups: small, they go on a list that “các” opened. */
const groupNouns = /^(?:so|nganh|doanh nghiep|dia phuong|co quan|don vi|to chuc|phong|ban|to)\b/;

/**
 * Pieces of a list of units: at semicolons, and at commas, “và” and dashes where another unit begins. A unit
 * begins with a head in capitals or “các”; with a small one when it is known.
 */
function piecesOf(text: string, isKnown: (piece: string) => boolean): Piece[] {
  const pieces: { from: number; to: number }[] = [];
  let from = 0;
  const begins = (piece: string): boolean => {
    // “VTV, VOV”: a name in capitals alone.
    if (/^\p{Lu}{3,8}(?=[\s,;.]|$)/u.test(piece)) return true;
    if (!beginsAsUnit(piece)) return false;
    if (/^(?:\p{Lu}|các )/u.test(piece)) return true;
    return !groupNouns.test(fold(piece)) && (isKnown(piece) || !/\p{Lu}/u.test(text));
  };
  for (const match of text.matchAll(/\s*;\s*|\s*,\s+|\s+và\s+|\s+-\s+(?=\p{Lu})/gu)) {
    const next = match.index + match[0].length;
    const rest = text.slice(next);
    const [own = rest] = rest.split(/\s*[;,]\s*|\s+và\s+/u);
    const one = /(?:HĐND|Hội đồng nhân dân)$/u.test(text.slice(from, match.index));
    if (!match[0].includes(';') && (one || (!begins(rest) && !begins(own)))) continue;
    pieces.push({ from, to: match.index });
    from = next;
  }
  return [...pieces, { from, to: text.length }].filter(({ from: start, to }) => to > start);
}

/** Whether a unit without a place can only be the one of the whole country. */
const isOfCountry = ({ isGroup, isPart, names: [name = ''] }: KnownUnit): boolean =>
  !isGroup && (!isPart || /quốc gia|Việt Nam|Trung ương|^Bộ /u.test(name));

export class Units {
  readonly #byName = new Map<string, KnownUnit>();
  readonly #known: readonly KnownUnit[];

  /**
   * Known units of the place and of the whole country; those of the place go first. `scope` is a place, or
   * `country` for a plan of the whole country. A local plan's “các đơn vị liên quan” or “Trung tâm Công nghệ
   * thông tin” is its own, never the ministry's.
   */
  constructor(units: readonly KnownUnit[], scope: { readonly place: string | undefined } | 'country') {
    const place = scope === 'country' ? undefined : scope.place;
    const own = units.filter((unit) => unit.place !== undefined && unit.place === place);
    const all = units.filter(
      (unit) => unit.place === undefined && (scope === 'country' || isOfCountry(unit)),
    );
    this.#known = [...own, ...all];
    for (const unit of this.#known)
      for (const name of unit.names)
        if (!this.#byName.has(plainName(name))) this.#byName.set(plainName(name), unit);
  }

  /** A unit by its whole name. */
  find(name: string): KnownUnit | undefined {
    const plain = plainName(name);
    return (
      this.#byName.get(plain) ??
      this.#byName.get(`cac ${plain}`) ??
      this.#byName.get(plain.replace(/^cac /, '')) ??
      this.#byName.get(plain.replace(/ (?:xa|phuong|tinh|thanh pho)$/, ''))
    );
  }

  /** The nearest name of a unit, a letter or two away. */
  #near(name: string): KnownUnit | undefined {
    const plain = plainName(name);
    if (plain.length < 16) return undefined;
    let best: KnownUnit | undefined;
    let least = 3;
    for (const [known, unit] of this.#byName) {
      // “Sở” and “Bộ” are a letter apart: the word that names the kind has to be the same.
      if (known.split(' ')[0] !== plain.split(' ')[0] || Math.abs(known.length - plain.length) >= least)
        continue;
      const distance = editDistance(plain, known);
      if (distance < least) [best, least] = [unit, distance];
    }
    return best;
  }

  /** Units of a list in the document's order, each once. */
  read(told: Told): NamedUnit[] {
    const found: NamedUnit[] = [];
    const text = withoutWork(told.text.replace(/[\s.;]+$/, '').replace(/\n/g, '; '));
    for (const piece of this.#join(text))
      for (const unit of this.#readPiece(piece, told))
        if (!found.some((one) => (one.id === undefined ? one.name === unit.name : one.id === unit.id)))
          found.push(unit);
    return found;
  }

  /** Pieces; those that together are one known name, “Các làng, tổ dân phố”, as one. */
  #join(text: string): string[] {
    const pieces = piecesOf(text, (piece) => this.find(piece) !== undefined);
    const joined: string[] = [];
    for (let at = 0; at < pieces.length;) {
      let size = 1;
      const joinedWords = (length: number): string =>
        text.slice(pieces[at]?.from, pieces[at + length - 1]?.to).trim();
      for (let length = Math.min(5, pieces.length - at); length > 1 && size === 1; length--)
        if (this.find(joinedWords(length))) size = length;
      joined.push(joinedWords(size));
      at += size;
    }
    return joined;
  }

  /** The known unit whose name stands at the start of words, “Phòng A theo dõi …”. */
  startOf(text: string): KnownUnit | undefined {
    const plain = plainName(text);
    let best: KnownUnit | undefined;
    let length = 5;
    for (const [name, unit] of this.#byName)
      if (name.length > length && `${plain} `.startsWith(`${name} `)) [best, length] = [unit, name.length];
    return best;
  }

  #readPiece(piece: string, told: Told): NamedUnit[] {
    const known = this.find(piece);
    if (known) return [{ told, id: known.id, name: piece }];
    const spread = this.#spread(piece);
    if (spread.length > 0) return spread.map(({ id }) => ({ told, id, name: piece }));
    const each = piece.split(/\s*,\s*|\s+và\s+/u).map((one) => this.find(one));
    if (each.length > 1 && each.every((unit) => unit !== undefined))
      return each.map(({ id }) => ({ told, id, name: piece }));
    const [, through] =
      /^(?:các )?(?:đơn vị|cơ quan|bộ phận) (?:đầu mối|chức năng) (?:của|thuộc) (.+)$/iu.exec(piece) ?? [];
    if (through !== undefined) return this.read({ ...told, text: through });
    const near = this.#near(piece);
    if (near)
      return [
        {
          told,
          id: near.id,
          name: piece,
          why: `tên gần giống “${near.names[0] ?? near.id}”, viết khác một hai chữ`,
        },
      ];
    const longest = this.#longest(piece);
    if (longest) return [{ told, id: longest.id, name: piece }];
    return [{ told, name: piece, why: 'chưa có đơn vị này ở nơi ấy' }];
  }

  /**
   * “Các sở, ngành, doanh nghiệp, địa phương có liên quan”: each kind with the words that end the list, where
   * the handbook has every one.
   */
  #spread(piece: string): KnownUnit[] {
    const own = piece.replace(/^các\s+/iu, '');
    const [, list = '', ending = ''] =
      /^(.+?)\s+((?:có )?liên quan.*|trực thuộc.*|trên địa bàn.*)$/iu.exec(own) ?? [];
    const kinds = list.split(/\s*,\s*|\s+và\s+(?:các\s+)?/u).filter((one) => one !== '');
    if (kinds.length === 0) return [];
    const found: KnownUnit[] = [];
    for (let at = 0; at < kinds.length;) {
      let size = 0;
      for (let length = kinds.length - at; length > 0 && size === 0; length--) {
        const unit = this.find(`các ${kinds.slice(at, at + length).join(', ')} ${ending}`);
        if (unit) {
          found.push(unit);
          size = length;
        }
      }
      if (size === 0) return [];
      at += size;
    }
    return found;
  }

  /** A known name with words after it that tell more: “Các trường … và các cơ quan liên quan …”. */
  #longest(piece: string): KnownUnit | undefined {
    const plain = plainName(piece);
    let best: KnownUnit | undefined;
    let length = 24;
    for (const [name, unit] of this.#byName)
      if (name.length > length && plain.startsWith(`${name} `)) [best, length] = [unit, name.length];
    return best;
  }
}
