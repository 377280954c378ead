/** An EPUB 3 book: a chapter a guide, with contents by number and what a reader who sees badly needs. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { guideText, type GuideText } from '../../books/guide-text.ts';
import { drawingStyle, guideMarkup } from '../../books/markup.ts';
import { html, type Markup } from '../../components/prose/html.ts';
import { absolute, pages } from '../../domain/address.ts';
import { element, xmlDocument, type XmlElement } from '../../formats/xml.ts';
import { dayWords, t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';

const style = [
  'body{line-height:1.5}h1,h2,h3{line-height:1.25;break-after:avoid;page-break-after:avoid}',
  '.b{border:2px solid;padding:0 .8em;margin:1em 0}.s{border:1px solid;padding:.4em .8em}',
  'table{border-collapse:collapse}.n{list-style:none;padding:0}',
  'th,td{border:1px solid;padding:.3em;text-align:left;vertical-align:top}',
  drawingStyle,
].join('');

/** A page of the book. */
function chapter(title: string, lang: string, body: Markup): string {
  const spaces = html`xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"`;
  const head = html`<meta charset="utf-8"/><title>${title}</title><link rel="stylesheet" href="kieu.css"/>`;
  const tongue = html`lang="${lang}" xml:lang="${lang}"`;
  const page = html`<html ${spaces} ${tongue}><head>${head}</head><body>${body}</body></html>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${page.text}\n`;
}

const fileOf = (number: number): string => `bai-${number}.xhtml`;
const nameOf = (words: GuideText): string => `${words.name}. ${words.title}`;

/** Guides under the name of their shelf, in the order of their numbers. */
function byShelf(all: readonly GuideText[]): ReadonlyMap<string, readonly GuideText[]> {
  return Map.groupBy(all, ({ shelf }) => shelf);
}

/** Contents by shelf, and once more by number: people are told the number of a guide. */
function contents(all: readonly GuideText[], title: string): string {
  const link = (words: GuideText): Markup =>
    html`<li><a href="${fileOf(words.number)}">${nameOf(words)}</a></li>`;
  const shelves = [...byShelf(all)].map(
    ([shelf, guides]) => html`<li><span>${shelf}</span><ol>${guides.map(link)}</ol></li>`,
  );
  const about = html`<li><a href="ve.xhtml">${t('books.about')}</a></li>`;
  const list = html`<h2>${t('books.contents')}</h2><ol>${about}${shelves}</ol>`;
  const toc = html`<nav epub:type="toc" role="doc-toc" id="toc">${list}</nav>`;
  const numbers = [...all].sort((one, other) => one.number - other.number).map(link);
  const heading = html`<h2>${t('books.byNumber')}</h2>`;
  const byNumber = html`<section id="so">${heading}<ol class="n">${numbers}</ol></section>`;
  return chapter(title, 'vi', html`<h1>${title}</h1>${toc}${byNumber}`);
}

const property = (name: string, content: string): XmlElement => element('meta', { property: name }, content);

/** What the book says of itself: name, day, and what it gives to whoever sees badly. */
function metadata({ handbook, choice }: ExportInput, title: string): XmlElement {
  const { site, edition } = handbook;
  const modified = `${edition}T00:00:00Z`;
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:identifier', { id: 'id' }, `${absolute(site.url, pages.home)}#${choice.slug}-${edition}`),
    element('dc:title', {}, title),
    element('dc:language', {}, 'vi'),
    element('dc:publisher', {}, site.owner),
    element('dc:date', {}, edition),
    element('dc:source', {}, absolute(site.url, pages.home)),
    property('dcterms:modified', modified),
    property('schema:accessMode', 'textual'),
    property('schema:accessMode', 'visual'),
    property('schema:accessModeSufficient', 'textual'),
    ...['structuralNavigation', 'alternativeText', 'tableOfContents', 'readingOrder'].map((feature) =>
      property('schema:accessibilityFeature', feature),
    ),
    property('schema:accessibilityHazard', 'none'),
    property('schema:accessibilitySummary', t('books.accessible')),
  );
}

function packageFile(
  input: ExportInput,
  title: string,
  all: readonly GuideText[],
  drawn: ReadonlySet<number>,
): string {
  const item = (id: string, href: string, type: string, properties?: string): XmlElement =>
    element('item', { id, href, 'media-type': type, properties });
  const page = 'application/xhtml+xml';
  return xmlDocument(
    element(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': 'vi' },
      metadata(input, title),
      element(
        'manifest',
        {},
        item('muc-luc', 'muc-luc.xhtml', page, 'nav'),
        item('ve', 've.xhtml', page),
        item('kieu', 'kieu.css', 'text/css'),
        ...all.map(({ number }) =>
          item(`bai-${number}`, fileOf(number), page, drawn.has(number) ? 'svg' : undefined),
        ),
      ),
      element(
        'spine',
        {},
        ...['ve', 'muc-luc', ...all.map(({ number }) => `bai-${number}`)].map((id) =>
          element('itemref', { idref: id }),
        ),
      ),
    ),
  );
}

/** The book, one file. */
export function book(input: ExportInput): ExportedFile[] {
  const { handbook, choice, say } = input;
  const { site, edition } = handbook;
  const title = choice.title === site.name ? site.name : `${site.name}: ${choice.title}`;
  const all = choice.guides.map((guide) => guideText(guide, handbook));
  const inBook = new Set(all.map(({ number }) => number));
  const chapters = all.map((words, index) => {
    say(index + 1, all.length);
    const linkTo = (number: number): string | undefined => (inBook.has(number) ? fileOf(number) : undefined);
    const body = html`<h1>${nameOf(words)}</h1>${guideMarkup(words, { linkTo, drawn: true, level: 2 })}`;
    return { number: words.number, text: chapter(nameOf(words), words.lang, body) };
  });
  const drawn = new Set(chapters.filter(({ text }) => text.includes('<svg')).map(({ number }) => number));
  const address = absolute(site.url, pages.home);
  const lines = [
    `${site.edition}. ${site.owner}.`,
    t('books.edition', { day: dayWords(edition) }),
    t('books.compare', { address }),
  ];
  const about = html`<h1>${title}</h1>${lines.map((line) => html`<p>${line}</p>`)}`;
  const files: Readonly<Record<string, string>> = {
    'META-INF/container.xml': xmlDocument(
      element(
        'container',
        { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
        element(
          'rootfiles',
          {},
          element('rootfile', {
            'full-path': 'sach/sach.opf',
            'media-type': 'application/oebps-package+xml',
          }),
        ),
      ),
    ),
    'sach/sach.opf': packageFile(input, title, all, drawn),
    'sach/muc-luc.xhtml': contents(all, title),
    'sach/ve.xhtml': chapter(title, 'vi', about),
    'sach/kieu.css': style,
    ...Object.fromEntries(chapters.map(({ number, text }) => [`sach/${fileOf(number)}`, text])),
  };
  const zippable: Zippable = {
    // The first file, not compressed: readers know the kind of the book by it.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  };
  return [
    {
      name: `sach/${choice.slug}.epub`,
      content: zipSync(zippable, { mtime: new Date(`${edition}T00:00:00`), level: 9 }),
    },
  ];
}
