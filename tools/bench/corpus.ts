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
    markdown: (box) => body(guide, handbook, box),
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

function body(guide: Guide, handbook: Handbook, box: Box): string {
  const directory = new Map(handbook.directory.map((contact) => [contact.id, contact.data]));
  const terms = new Map(handbook.terms.map((term) => [term.id, term.data]));
  const call = (id: string): string => {
    const contact = present(directory.get(id), 'an entry of directory');
    return contact.number === undefined
      ? plain(contact.name)
      : `[${contact.number}](tel:${contact.number.replaceAll(' ', '')})`;
  };
  const run = (inline: Inline): string => {
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
      case 'term':
        return `${plain(inline.text)} (${plain(present(terms.get(inline.id), 'an entry of terms').meaning.replace(/\.$/, ''))})`;
      case 'phone':
        return call(inline.id);
      case 'guide': {
        const other = present(handbook.byId.get(inline.id), 'an entry of byId');
        return `[${plain(other.data.title)} (bài ${other.data.number})](/${other.id}/)`;
      }
      case 'page':
        return `[${plain(inline.text)}](${inline.to})`;
      // In free pages only, which are no part of the corpus.
      case 'count':
      case 'site':
        return '';
    }
  };
  const line = (list: readonly Inline[]): string => list.map(run).join('');
  const block = (otherBlock: Block): string => {
    switch (otherBlock.kind) {
      case 'paragraph':
        return line(otherBlock.inlines);
      case 'list':
        return otherBlock.items
          .map(
            (inlines, index) =>
              `${otherBlock.ordered ? `${(otherBlock.start ?? 1) + index}.` : '-'} ${line(inlines)}`,
          )
          .join('\n');
      case 'table': {
        const [head = [], ...rows] = otherBlock.rows;
        const cells = (inlines: readonly (readonly Inline[])[]): string =>
          `| ${inlines.map(line).join(' | ')} |`;
        return [cells(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(cells)].join('\n');
      }
      case 'screen':
        return plain(screenWords(otherBlock.screen));
      case 'picture':
        return plain(otherBlock.picture.alt);
      case 'heading':
        return `### ${line(otherBlock.inlines)}`;
      case 'guides':
      case 'qr':
      case 'block':
        return '';
      case 'warning':
      case 'tip':
        return box(otherBlock.kind, otherBlock.title, blocks(otherBlock.blocks));
    }
  };
  const blocks = (list: readonly Block[]): string => list.map(block).join('\n\n');
  const section = (otherSection: Section): string =>
    [
      `## ${plain(otherSection.title)}`,
      blocks(otherSection.blocks),
      ...otherSection.steps.flatMap((step) => [
        `### Bước ${step.number} trên ${otherSection.steps.length}: ${plain(step.title)}`,
        blocks(step.blocks),
      ]),
      ...otherSection.cases.flatMap((trouble) => [
        `**Bạn thấy:** ${plain(trouble.sees)}`,
        ...(trouble.means === undefined ? [] : [`**Nghĩa là:** ${plain(trouble.means)}`]),
        blocks(trouble.blocks),
      ]),
      ...(otherSection.contacts.length === 0
        ? []
        : [
            otherSection.contacts
              .map((id) => {
                const contact = present(directory.get(id), 'an entry of directory');
                return `- **${plain(contact.name)}** ${contact.number === undefined ? plain(contact.where ?? '') : call(id)} ${plain(contact.when)}.`;
              })
              .join('\n'),
          ]),
    ]
      .filter((text) => text !== '')
      .join('\n\n');
  const links = (title: string, list: readonly Guide[]): string[] =>
    list.length === 0
      ? []
      : [`## ${title}`, list.map((guide) => `- [${plain(guide.data.title)}](/${guide.id}/)`).join('\n')];
  return [
    blocks(guide.tree.intro),
    ...guide.tree.sections.map(section),
    ...links('Làm gì tiếp', guide.next),
    ...links('Bài gần với bài này', guide.seeAlso),
    '## Nguồn của bài',
    guide.data.sources
      .map(
        (source) =>
          `- ${source.url === undefined ? plain(source.title) : `[${plain(source.title)}](${source.url})`}`,
      )
      .join('\n'),
  ]
    .filter((sectionId) => sectionId !== '')
    .join('\n\n');
}
