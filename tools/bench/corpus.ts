/** The guides of a scratch copy as plain Markdown, so that other generators build the same words. */
import { prove } from '../../src/gate/prove.ts';
import type { Guide, Handbook } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { screenWords, type Block, type Inline, type Section } from '../../src/markdown/tree.ts';
import type { Entries } from '../../src/schemas/collections.ts';
import { readContent } from '../../src/gate/read.ts';
import { present } from '../../test/present.ts';

/** One guide as a document. */
export interface Document {
  /** `shelf/slug`. */
  readonly id: string;
  readonly shelf: string;
  readonly title: string;
  readonly description: string;
  /** Body, with boxes written as the generator wants them. */
  markdown(box: Box): string;
}
/** How a generator writes a box. */
export type Box = (kind: 'warning' | 'tip', title: string | undefined, inside: string) => string;

/** Every guide and lesson under `root/content`, with the titles of the shelves. */
export function documents(root: string): { documents: Document[]; shelves: { id: string; title: string }[] } {
  const entries = readContent(root).entries as Entries;
  const handbook = joinHandbook(entries, prove(entries));
  const made = handbook.guides.map((guide): Document => ({
    id: guide.id,
    shelf: guide.shelf.id,
    title: guide.data.title,
    description: guide.data.summary,
    markdown: (box) => new Writer(handbook, box).guide(guide),
  }));
  return {
    documents: made,
    shelves: [...handbook.topics, ...handbook.tracks]
      .filter((track) => track.guides.length > 0)
      .map((track) => ({ id: track.id, title: track.data.title })),
  };
}

/** Letters that would mean something to Markdown or MDX. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** Writes the trees of bodies as Markdown, links and boxes as the peer has them. */
class Writer {
  readonly #handbook: Handbook;
  readonly #box: Box;
  readonly #directory: ReadonlyMap<string, Handbook['directory'][number]['data']>;
  readonly #terms: ReadonlyMap<string, Handbook['terms'][number]['data']>;

  constructor(handbook: Handbook, box: Box) {
    this.#handbook = handbook;
    this.#box = box;
    this.#directory = new Map(handbook.directory.map((contact) => [contact.id, contact.data]));
    this.#terms = new Map(handbook.terms.map((term) => [term.id, term.data]));
  }

  guide(guide: Guide): string {
    return [
      this.#blocks(guide.tree.intro),
      ...guide.tree.sections.map((section) => this.#section(section)),
      ...this.#links('Làm gì tiếp', guide.next),
      ...this.#links('Bài gần với bài này', guide.seeAlso),
      '## Nguồn của bài',
      guide.data.sources
        .map(
          (source) =>
            `- ${source.url === undefined ? plain(source.title) : `[${plain(source.title)}](${source.url})`}`,
        )
        .join('\n'),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  }

  #call(id: string): string {
    const contact = present(this.#directory.get(id), 'an entry of directory');
    return contact.number === undefined
      ? plain(contact.name)
      : `[${contact.number}](tel:${contact.number.replaceAll(' ', '')})`;
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
      case 'rule':
      case 'break':
        return plain(inline.text);
      case 'strong':
        return `**${plain(inline.text)}**`;
      case 'emphasis':
        return `*${plain(inline.text)}*`;
      case 'code':
        return `\`${inline.text}\``;
      case 'link':
        return `[${plain(inline.text)}](${inline.url})`;
      case 'term': {
        const { meaning } = present(this.#terms.get(inline.id), 'an entry of terms');
        return `${plain(inline.text)} (${plain(meaning.replace(/\.$/, ''))})`;
      }
      case 'phone':
        return this.#call(inline.id);
      case 'guide': {
        const other = present(this.#handbook.byId.get(inline.id), 'an entry of byId');
        return `[${plain(other.data.title)} (bài ${other.data.number})](/${other.id}/)`;
      }
      case 'page':
        return `[${plain(inline.text)}](${inline.to})`;
      // In free pages only, which are no part of the corpus.
      case 'count':
      case 'site':
        return '';
    }
  }

  #line(list: readonly Inline[]): string {
    return list.map((inline) => this.#inline(inline)).join('');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return this.#line(block.inlines);
      case 'list':
        return block.items
          .map(({ inlines, below }, index) => {
            const own = `${block.ordered ? `${(block.start ?? 1) + index}.` : '-'} ${this.#line(inlines)}`;
            return below ? `${own}\n${this.#block(below).replace(/^/gm, '   ')}` : own;
          })
          .join('\n');
      case 'table': {
        const [head = [], ...rows] = block.rows;
        const cells = (row: readonly (readonly Inline[])[]): string =>
          `| ${row.map((inlines) => this.#line(inlines)).join(' | ')} |`;
        return [cells(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(cells)].join('\n');
      }
      case 'path':
        return `**${plain(block.title)}**\n\n${this.#blocks(block.blocks)}`;
      case 'screen':
        return plain(screenWords(block.screen));
      case 'picture':
        return plain(block.picture.alt);
      case 'heading':
        return `### ${this.#line(block.inlines)}`;
      case 'made':
        return '';
      case 'quote':
        return this.#blocks(block.blocks).replace(/^/gm, '> ');
      case 'warning':
      case 'tip':
        return this.#box(block.kind, block.title, this.#blocks(block.blocks));
    }
  }

  #blocks(list: readonly Block[]): string {
    return list.map((block) => this.#block(block)).join('\n\n');
  }

  #section(section: Section): string {
    return [
      `## ${plain(section.title)}`,
      this.#blocks(section.blocks),
      ...section.steps.flatMap((step) => [
        `### Bước ${step.number} trên ${section.steps.length}: ${plain(step.title)}`,
        this.#blocks(step.blocks),
      ]),
      ...section.cases.flatMap((trouble) => [
        `**Bạn thấy:** ${plain(trouble.sees)}`,
        ...(trouble.means === undefined ? [] : [`**Nghĩa là:** ${plain(trouble.means)}`]),
        this.#blocks(trouble.blocks),
      ]),
      section.contacts.map((id) => this.#contact(id)).join('\n'),
    ]
      .filter((text) => text !== '')
      .join('\n\n');
  }

  #contact(id: string): string {
    const contact = present(this.#directory.get(id), 'an entry of directory');
    const number = contact.number === undefined ? plain(contact.where ?? '') : this.#call(id);
    return `- **${plain(contact.name)}** ${number} ${plain(contact.when)}.`;
  }

  #links(title: string, list: readonly Guide[]): string[] {
    return list.length === 0
      ? []
      : [`## ${title}`, list.map((guide) => `- [${plain(guide.data.title)}](/${guide.id}/)`).join('\n')];
  }
}
