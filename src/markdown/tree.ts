/**
 * What a body is once it was read: typed sections, blocks and runs. Every form of the handbook is drawn from
 * it.
 */
import type { Named, PropsOf } from './components.ts';
import type { SectionKind } from './grammar.ts';
import type { StepPlace } from './step-place.ts';
import type { CountName, SiteFact } from './live.ts';

/** Weight laid on words. */
export type Mark = 'strong' | 'emphasis' | 'delete';

/** A run of text and what it points at. A `break` is a line break; its text is a space. */
export type Inline = (
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code' | 'break'; readonly text: string }
  | { readonly kind: 'term'; readonly id: string; readonly text: string }
  | { readonly kind: 'phone' | 'guide'; readonly id: string }
  | {
      readonly kind: 'rule';
      readonly id: string;
      /** The figure as it is read. */ readonly text: string;
      /** Last day on which it is right, and whom to ask afterwards. */
      readonly until?: { readonly day: string; readonly ask: string };
    }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  /** An address of the handbook itself: `/du-lieu/`, `/tro-nang/tuyen-bo/#chua-dat`. */
  | { readonly kind: 'page'; readonly to: string; readonly text: string }
  | { readonly kind: 'count'; readonly of: CountName }
  | { readonly kind: 'site'; readonly show: SiteFact }
) & {
  /** Weight that `kind` does not tell, outermost first: a telephone number in bold, a word struck out. */
  readonly marks?: readonly Mark[];
};

/** A run whose words are what the handbook is today; in free pages only. */
export type LiveRun = Extract<Inline, { kind: 'count' | 'site' }>;

/** A list of guides in a free page: these, or all of one kind. */
export type GuideChoice = PropsOf<'Guides'>;

/** What the product draws in free pages, by its name, with what it is drawn from. */
export interface MadeParts {
  Guides: GuideChoice;
  Qr: PropsOf<'Qr'>;
  Block: PropsOf<'Block'>;
  /** One photo, or a gallery, which has a title. */
  Photos: { readonly ids: readonly string[]; readonly title?: string };
  Targets: PropsOf<'Targets'>;
  Calendar: PropsOf<'Calendar'>;
  Calls: PropsOf<'Hotlines'>;
  Contact: PropsOf<'Contact'>;
  Download: PropsOf<'Download'>;
}
/** One of them. */
export type MadePart = {
  [Name in keyof MadeParts]: { readonly name: Name; readonly props: MadeParts[Name] };
}[keyof MadeParts];

/** An item of a list: its words, and the list that stands below them; that one holds no other. */
export interface ListItem {
  readonly inlines: readonly Inline[];
  readonly below?: ListBlock;
}

/** A drawn phone screen. */
export type ScreenDrawing = PropsOf<'Screen'>;

/** A line drawing and what it says to somebody who does not see it. */
export type Picture = PropsOf<'Picture'>;

export type Block =
  | {
      readonly kind: 'paragraph';
      readonly line: number;
      readonly inlines: readonly Inline[];
      /** The opening words of a free page. */
      readonly lead?: true;
    }
  | {
      readonly kind: 'list';
      readonly line: number;
      readonly ordered: boolean;
      /** First number of an ordered list that does not begin with 1. */ readonly start?: number;
      readonly items: readonly ListItem[];
    }
  | {
      readonly kind: 'table';
      readonly line: number;
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      /** Its name; then it folds to cards on a narrow screen. */
      readonly title?: string;
    }
  /** A heading inside a part of a free page. */
  | { readonly kind: 'heading'; readonly line: number; readonly inlines: readonly Inline[] }
  /** Something that the product draws in a free page. */
  | { readonly kind: 'made'; readonly line: number; readonly part: MadePart }
  | { readonly kind: 'screen'; readonly line: number; readonly screen: ScreenDrawing }
  | { readonly kind: 'picture'; readonly line: number; readonly picture: Picture }
  | {
      /** A `quote` holds the words of a legal text; the paragraph after it says which. */
      readonly kind: 'warning' | 'tip' | 'quote';
      readonly line: number;
      readonly title?: string;
      readonly blocks: readonly Block[];
    }
  /** The way through the menus of one phone or app; its title says which. Folded where a page can fold. */
  | {
      readonly kind: 'path';
      readonly line: number;
      readonly title: string;
      readonly blocks: readonly Block[];
    };

/** A list of either kind. */
export type ListBlock = Extract<Block, { kind: 'list' }>;

/** All words of a list, those of the lists in it too. */
export const listInlines = ({ items }: ListBlock): Inline[] =>
  items.flatMap(({ inlines, below }) => [...inlines, ...(below ? listInlines(below) : [])]);

/** One action, with its place on the page. */
export interface Step {
  readonly line: number;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Where it happens, as its author says; absent where its words say it (`placeByWords`). */
  readonly on?: StepPlace;
  /** Its number in its own list, from 1; how many there are is the length of the section's `steps`. */
  readonly number: number;
  /** Element id on the page: `buoc-2`; in the third list of a page `buoc-3-2`. */
  readonly id: string;
  /** Ids of the steps around it, over all lists of the page. */
  readonly before?: string;
  readonly after?: string;
}
export interface TroubleCase {
  readonly line: number;
  readonly sees: string;
  readonly means?: string;
  readonly blocks: readonly Block[];
}

export interface Section {
  readonly kind: SectionKind;
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly blocks: readonly Block[];
  readonly steps: readonly Step[];
  readonly cases: readonly TroubleCase[];
  /** Ids of entries of the directory, in order. */
  readonly contacts: readonly string[];
}

/** A mention of another entry in the body. */
export interface Mention {
  readonly kind: Named;
  readonly id: string;
  /** The part of a rule that is quoted, where it is not its first figure. */
  readonly part?: string;
  readonly line: number;
  readonly column: number;
}

/** An address outside the handbook that a body links to. */
export interface Link {
  readonly url: string;
  readonly text: string;
  readonly line: number;
}

export interface Tree {
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
}

/** Resolves what inline components show; each returns plain words. */
export interface InlineWords {
  phone(id: string): string;
  guide(id: string): string;
  /** Counts and facts of the edition; whoever reads free pages gives it. */
  live?(run: LiveRun): string;
}
const bare: InlineWords = { phone: (id) => id, guide: (id) => id };

/** Plain text of one run, its spaces as they are. */
export function runText(inline: Inline, words: InlineWords): string {
  if ('text' in inline) return inline.text;
  switch (inline.kind) {
    case 'phone':
      return words.phone(inline.id);
    case 'guide':
      return words.guide(inline.id);
    case 'count':
    case 'site':
      return words.live?.(inline) ?? '';
    default:
      return inline satisfies never;
  }
}

/** Plain text of each run of a sentence: “ở bài” before “bài 81” has said the word already. */
export const runTexts = (inlines: readonly Inline[], words: InlineWords): string[] =>
  inlines.map((inline, index) => {
    const before = inlines[index - 1];
    const text = runText(inline, words);
    return inline.kind === 'guide' && before && 'text' in before && /bài\s$/iu.test(before.text)
      ? text.replace(/^bài /u, '')
      : text;
  });

/** Plain text of a sentence. */
export function plain(inlines: readonly Inline[], words: InlineWords = bare): string {
  return runTexts(inlines, words).join('').replace(/\s+/g, ' ').trim();
}

/** What a box is called: by its own title, or by that of its kind. */
export const boxTitle = (
  box: Extract<Block, { kind: 'warning' | 'tip' | 'quote' | 'path' }>,
  names: Readonly<Record<'warning' | 'tip' | 'quote', string>>,
): string => (box.kind === 'path' ? box.title : (box.title ?? names[box.kind]));

/** Lines of a screen one after another; one that has a pause of its own parts them by a longer one. */
const listed = (lines: readonly string[]): string =>
  lines.join(lines.some((line) => /, | – /u.test(line)) ? '; ' : ', ');

/** What a drawn screen says to somebody who does not see it. */
export function screenWords(drawing: ScreenDrawing): string {
  const parts = [`Màn hình “${drawing.title}”`];
  if (drawing.says) parts.push(`hiện chữ: ${drawing.says.replace(/\.$/u, '')}`);
  if (drawing.fields.length > 0) parts.push(`ô để điền: ${listed(drawing.fields)}`);
  if (drawing.rows.length > 0) parts.push(`các dòng: ${listed(drawing.rows)}`);
  if (drawing.buttons.length > 0) parts.push(`nút: ${listed(drawing.buttons)}`);
  return `${parts.join('; ')}.${drawing.press ? ` Bấm “${drawing.press}”.` : ''}`;
}
