/** The guides of a scratch copy as plain Markdown, so that other generators build the same words. */
import { prove } from '../../src/gate/prove.ts';
import type { Guide, Handbook } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { screenWords, type Block, type Inline, type Section } from '../../src/markdown/tree.ts';
import type { Entries } from '../../src/schemas/collections.ts';
import { readContent } from '../../src/gate/read.ts';

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
  const h = joinHandbook(entries, prove(entries));
  const made = h.guides.map((g): Document => ({
    id: g.id,
    shelf: g.shelf.id,
    title: g.data.title,
    description: g.data.summary,
    markdown: (box) => body(g, h, box),
  }));
  return {
    documents: made,
    shelves: [...h.topics, ...h.tracks]
      .filter((s) => s.guides.length > 0)
      .map((s) => ({ id: s.id, title: s.data.title })),
  };
}

/** Letters that would mean something to Markdown or MDX. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

function body(g: Guide, h: Handbook, box: Box): string {
  const hotlines = new Map(h.hotlines.map((x) => [x.id, x.data]));
  const terms = new Map(h.terms.map((x) => [x.id, x.data]));
  const call = (id: string): string => {
    const c = hotlines.get(id)!;
    return c.number === undefined ? plain(c.name) : `[${c.number}](tel:${c.number.replaceAll(' ', '')})`;
  };
  const run = (i: Inline): string => {
    switch (i.kind) {
      case 'text':
      case 'break':
        return plain(i.text);
      case 'strong':
        return `**${plain(i.text)}**`;
      case 'emphasis':
        return `*${plain(i.text)}*`;
      case 'code':
        return `\`${i.text}\``;
      case 'link':
        return `[${plain(i.text)}](${i.url})`;
      case 'term':
        return `${plain(i.text)} (${plain(terms.get(i.id)!.meaning.replace(/\.$/, ''))})`;
      case 'phone':
        return call(i.id);
      case 'guide': {
        const other = h.byId.get(i.id)!;
        return `[${plain(other.data.title)} (bài ${other.data.number})](/${other.id}/)`;
      }
    }
  };
  const line = (list: readonly Inline[]): string => list.map(run).join('');
  const block = (b: Block): string => {
    switch (b.kind) {
      case 'paragraph':
        return line(b.inlines);
      case 'list':
        return b.items.map((x, i) => `${b.ordered ? `${(b.start ?? 1) + i}.` : '-'} ${line(x)}`).join('\n');
      case 'table': {
        const [head = [], ...rows] = b.rows;
        const cells = (r: readonly (readonly Inline[])[]): string => `| ${r.map(line).join(' | ')} |`;
        return [cells(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(cells)].join('\n');
      }
      case 'screen':
        return plain(screenWords(b.screen));
      case 'picture':
        return plain(b.picture.alt);
      case 'warning':
      case 'tip':
        return box(b.kind, b.title, blocks(b.blocks));
    }
  };
  const blocks = (list: readonly Block[]): string => list.map(block).join('\n\n');
  const section = (s: Section): string =>
    [
      `## ${plain(s.title)}`,
      blocks(s.blocks),
      ...s.steps.flatMap((x) => [
        `### Bước ${x.number} trên ${s.steps.length}: ${plain(x.title)}`,
        blocks(x.blocks),
      ]),
      ...s.cases.flatMap((c) => [
        `**Bạn thấy:** ${plain(c.sees)}`,
        ...(c.means === undefined ? [] : [`**Nghĩa là:** ${plain(c.means)}`]),
        blocks(c.blocks),
      ]),
      ...(s.contacts.length === 0
        ? []
        : [
            s.contacts
              .map((id) => {
                const c = hotlines.get(id)!;
                return `- **${plain(c.name)}** ${c.number === undefined ? plain(c.where ?? '') : call(id)} ${plain(c.use)}.`;
              })
              .join('\n'),
          ]),
    ]
      .filter((x) => x !== '')
      .join('\n\n');
  const links = (title: string, list: readonly Guide[]): string[] =>
    list.length === 0
      ? []
      : [`## ${title}`, list.map((x) => `- [${plain(x.data.title)}](/${x.id}/)`).join('\n')];
  return [
    blocks(g.tree.intro),
    ...g.tree.sections.map(section),
    ...links('Làm gì tiếp', g.next),
    ...links('Bài gần với bài này', g.seeAlso),
    '## Nguồn của bài',
    g.data.sources
      .map((s) => `- ${s.url === undefined ? plain(s.title) : `[${plain(s.title)}](${s.url})`}`)
      .join('\n'),
  ]
    .filter((x) => x !== '')
    .join('\n\n');
}
