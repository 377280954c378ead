/**
 * What a body is drawn from, in reading order: finished markup of plain sentences and lists, and components
 * of ours with literal props. The processor prints them as a module; a form that changes the tree first draws
 * them as they are (`prose/Pieces.astro`).
 */
import { escapeHtml } from './escape.ts';
import { sectionTitles, type SectionKind } from './grammar.ts';
import type { CountName, SiteFact } from './live.ts';
import {
  listInlines,
  plain,
  type Block,
  type Inline,
  type ListBlock,
  type MadePart,
  type Mark,
  type Picture,
  type ScreenDrawing,
  type Section,
  type Tree,
} from './tree.ts';

/** Where a picture stands that can be enlarged: its own id, and the id of the step that one comes back to. */
export interface PicturePlace {
  readonly id: string;
  readonly back: string;
}

/** Props of the prose components, by their name. */
export interface PieceProps {
  /** `standing`: the title is the one that its kind always has; the page says it in its own language. */
  Section: {
    readonly kind: SectionKind;
    readonly id: string;
    readonly title: string;
    readonly standing?: true;
  };
  /** A list of steps in the section `section`. */
  Steps: { readonly section: string };
  /** A step: `number` in a list of `of`, with the ids of the steps around it. */
  Step: {
    readonly number: number;
    readonly of: number;
    readonly id: string;
    readonly title: string;
    readonly before?: string;
    readonly after?: string;
  };
  /** Last day of a rule that the block above quotes, and whom to ask afterwards. */
  ValidUntil: { readonly day: string; readonly ask: string };
  Cases: Readonly<Record<never, never>>;
  Case: { readonly sees: string; readonly means?: string };
  Box: { readonly kind: 'warning' | 'tip' | 'quote' | 'path'; readonly title?: string };
  /**
   * A named table folds to cards on a narrow screen; `id` is that of its name. Others are told by their
   * `columns`.
   */
  Table: { readonly title?: string; readonly id?: string; readonly columns?: string };
  /** `place`: where it can be enlarged; in steps only. */
  Screen: ScreenDrawing & { readonly place?: PicturePlace };
  Picture: Picture & { readonly place?: PicturePlace };
  /** A hard word; its meaning opens in the element `popover`. */
  Term: { readonly id: string; readonly text: string; readonly popover: string };
  Phone: { readonly id: string; readonly newTab?: true };
  /** A link to another guide; `newTab` where the page stands in a foreign frame. */
  Guide: { readonly id: string; readonly newTab?: true };
  /** A link to a page of the handbook; plain words where the edition has no such page. */
  PageLink: { readonly to: string; readonly text: string };
  /** Ids of entries of the directory. */
  Calls: { readonly ids: readonly string[]; readonly newTab?: true };
  /** What the product draws in a free page. */
  Made: { readonly part: MadePart };
  Count: { readonly of: CountName };
  Site: { readonly show: SiteFact };
}
export type PieceName = keyof PieceProps;
/** A component with what stands in it. */
type Part = {
  [Name in PieceName]: {
    readonly name: Name;
    readonly props: PieceProps[Name];
    readonly inside: readonly Piece[];
  };
}[PieceName];
/** Finished markup, or a component. */
export type Piece = string | Part;

/** How a body is drawn. */
export interface Drawing {
  /** Links open in a tab of their own: the page is shown in a foreign frame. */
  readonly newTab?: boolean;
}

/** The pieces of a body. */
export function piecesOf(
  { intro, sections }: Pick<Tree, 'intro' | 'sections'>,
  drawing: Drawing = {},
): Piece[] {
  const pieces = new Pieces(drawing);
  pieces.blocks(intro);
  for (const section of sections) pieces.section(section);
  return pieces.all;
}

const tags: Readonly<Record<Mark, string>> = { strong: 'strong', emphasis: 'em', delete: 'del' };

class Pieces {
  /** Gathered so far. Markup in a row is one piece. */
  all: Piece[] = [];
  readonly #drawing: Drawing;
  /** For what leads to another page, which must not open inside of a foreign frame. */
  readonly #newTab: { readonly newTab?: true };
  /** How many tables have a name so far. */
  #tables = 0;
  /** The step that is being drawn, and how many pictures stood in steps so far. */
  #step: string | undefined;
  #pictures = 0;
  /** How often each hard word was explained. */
  readonly #explained = new Map<string, number>();
  /** Rules whose last day has been told. */
  readonly #ended = new Set<string>();

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    this.#newTab = drawing.newTab ? { newTab: true } : {};
  }

  #markup(html: string): void {
    const last = this.all.at(-1);
    if (typeof last === 'string') this.all[this.all.length - 1] = last + html;
    else this.all.push(html);
  }

  /** What `work` adds, apart. */
  #inside(work: () => void): Piece[] {
    const outside = this.all;
    this.all = [];
    work();
    const inside = this.all;
    this.all = outside;
    return inside;
  }

  section(section: Section): void {
    const { kind, id, title } = section;
    const inside = this.#inside(() => {
      this.blocks(section.blocks);
      if (kind === 'steps') this.#steps(section);
      if (kind === 'trouble') this.#cases(section);
      if (kind === 'call')
        this.all.push({ name: 'Calls', props: { ids: section.contacts, ...this.#newTab }, inside: [] });
    });
    const standing = title === sectionTitles[kind] ? ({ standing: true } as const) : {};
    this.all.push({ name: 'Section', props: { kind, id, title, ...standing }, inside });
  }

  #steps({ id: section, steps }: Section): void {
    const inside = steps.map(({ number, id, title, before, after, blocks }): Piece => {
      const around = {
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      };
      return {
        name: 'Step',
        props: { number, of: steps.length, id, title, ...around },
        inside: this.#inside(() => {
          this.#step = id;
          this.blocks(blocks);
          this.#step = undefined;
        }),
      };
    });
    this.all.push({ name: 'Steps', props: { section }, inside });
  }

  #cases({ cases }: Section): void {
    const inside = cases.map(({ sees, means, blocks }): Piece => ({
      name: 'Case',
      props: { sees, ...(means === undefined ? {} : { means }) },
      inside: this.#inside(() => {
        this.blocks(blocks);
      }),
    }));
    this.all.push({ name: 'Cases', props: {}, inside });
  }

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.#block(block);
  }

  #block(block: Block): void {
    switch (block.kind) {
      case 'paragraph': {
        this.#element('p', block.inlines, block.lead ? ' class="lead"' : '');
        this.#ends(block.inlines);
        return;
      }
      case 'heading': {
        this.#element('h3', block.inlines);
        return;
      }
      case 'list': {
        this.#list(block);
        this.#ends(listInlines(block));
        return;
      }
      case 'table': {
        this.all.push(this.#table(block));
        this.#ends(block.rows.flat(2));
        return;
      }
      case 'made':
        return void this.all.push({ name: 'Made', props: { part: block.part }, inside: [] });
      case 'screen':
        return void this.all.push({
          name: 'Screen',
          props: { ...block.screen, ...this.#place() },
          inside: [],
        });
      case 'picture':
        return void this.all.push({
          name: 'Picture',
          props: { ...block.picture, ...this.#place() },
          inside: [],
        });
      case 'warning':
      case 'tip':
      case 'quote':
      case 'path': {
        const { kind, title } = block;
        const inside = this.#inside(() => {
          this.blocks(block.blocks);
        });
        this.all.push({ name: 'Box', props: { kind, ...(title === undefined ? {} : { title }) }, inside });
        return;
      }
      default:
        return block satisfies never;
    }
  }

  /** The place of a picture in a step. */
  #place(): { readonly place?: PicturePlace } {
    if (this.#step === undefined) return {};
    this.#pictures++;
    return { place: { id: `hinh-${this.#pictures}`, back: this.#step } };
  }

  #list(list: ListBlock): void {
    const tag = list.ordered ? 'ol' : 'ul';
    const start = list.start === undefined ? '' : ` start="${list.start}"`;
    // A list of nothing but pages is tapped, not read.
    const links = list.items.every(
      ({ inlines: [only, ...others], below }) => only?.kind === 'page' && others.length === 0 && !below,
    );
    this.#markup(`<${tag}${start}${links ? ' class="links"' : ''}>`);
    for (const { inlines, below } of list.items)
      this.#element('li', inlines, '', () => below && this.#list(below));
    this.#markup(`</${tag}>`);
  }

  /** Says below a block, once for each rule of a body, until when what stands there is right. */
  #ends(inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      if (inline.kind !== 'rule' || inline.until === undefined || this.#ended.has(inline.id)) continue;
      this.#ended.add(inline.id);
      this.all.push({ name: 'ValidUntil', props: inline.until, inside: [] });
    }
  }

  #table({ rows: [head = [], ...rows], title }: Extract<Block, { kind: 'table' }>): Piece {
    const heads = head.map((cell) => plain(cell));
    const names = title === undefined ? undefined : heads;
    const inside = this.#inside(() => {
      this.#markup('<thead>');
      this.#row('th', head, names && (() => ' scope="col"'));
      this.#markup('</thead><tbody>');
      for (const row of rows)
        this.#row('td', row, names && ((place) => ` data-label="${escapeHtml(names[place] ?? '')}"`));
      this.#markup('</tbody>');
    });
    if (title === undefined) {
      const columns = heads.filter((name) => name !== '').join(', ');
      return { name: 'Table', props: { columns }, inside };
    }
    this.#tables++;
    return { name: 'Table', props: { title, id: `bang-${this.#tables}` }, inside };
  }

  /** A row. In a named table the first cell of a row is its name; `about` gives the attributes of the others. */
  #row(tag: 'th' | 'td', cells: readonly (readonly Inline[])[], about?: (place: number) => string): void {
    this.#markup('<tr>');
    for (const [place, cell] of cells.entries())
      if (about && tag === 'td' && place === 0) this.#element('th', cell, ' scope="row"');
      else this.#element(tag, cell, about?.(place));
    this.#markup('</tr>');
  }

  /** An element of words; `more` adds what stands in it below them. */
  #element(tag: string, inlines: readonly Inline[], attributes = '', more?: () => void): void {
    this.#markup(`<${tag}${attributes}>`);
    for (const inline of inlines) this.#inline(inline);
    more?.();
    this.#markup(`</${tag}>`);
  }

  #inline(inline: Inline): void {
    const marks = (inline.marks ?? []).map((mark) => tags[mark]);
    this.#markup(marks.map((tag) => `<${tag}>`).join(''));
    this.#run(inline);
    this.#markup(
      marks
        .map((tag) => `</${tag}>`)
        .reverse()
        .join(''),
    );
  }

  #run(inline: Inline): void {
    switch (inline.kind) {
      case 'text': {
        this.#markup(escapeHtml(inline.text));
        return;
      }
      case 'strong':
      case 'emphasis': {
        this.#markup(`<${tags[inline.kind]}>${escapeHtml(inline.text)}</${tags[inline.kind]}>`);
        return;
      }
      case 'code': {
        this.#markup(`<code>${escapeHtml(inline.text)}</code>`);
        return;
      }
      case 'rule': {
        this.#markup(escapeHtml(inline.text));
        return;
      }
      case 'break': {
        this.#markup('<br>');
        return;
      }
      case 'link': {
        this.#link(inline.url, inline.text);
        return;
      }
      case 'term': {
        this.#term(inline.id, inline.text);
        return;
      }
      case 'phone':
        return void this.all.push({ name: 'Phone', props: { id: inline.id, ...this.#newTab }, inside: [] });
      case 'guide':
        return void this.all.push({ name: 'Guide', props: { id: inline.id, ...this.#newTab }, inside: [] });
      case 'page':
        return void this.all.push({
          name: 'PageLink',
          props: { to: inline.to, text: inline.text },
          inside: [],
        });
      case 'count':
        return void this.all.push({ name: 'Count', props: { of: inline.of }, inside: [] });
      case 'site':
        return void this.all.push({ name: 'Site', props: { show: inline.show }, inside: [] });
      default:
        return inline satisfies never;
    }
  }

  #link(url: string, text: string): void {
    const tab = this.#drawing.newTab && url.startsWith('https:') ? ' target="_blank" rel="noopener"' : '';
    this.#markup(`<a${tab} href="${escapeHtml(url)}">${escapeHtml(text)}</a>`);
  }

  #term(id: string, text: string): void {
    const times = (this.#explained.get(id) ?? 0) + 1;
    this.#explained.set(id, times);
    const popover = times === 1 ? `nghia-${id}` : `nghia-${id}-${times}`;
    this.all.push({ name: 'Term', props: { id, text, popover }, inside: [] });
  }
}
