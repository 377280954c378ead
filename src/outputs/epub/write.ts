/**
 * An EPUB 3 book: a chapter a guide, with contents by number and what a reader who sees badly needs. Where
 * guides have sound there is a second, heavier one, in which they are heard while they are read.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { audiblePlans, soundPlans, trackOf, voicesOf } from '../../books/sound/guide-sound.ts';
import { guideText, type GuideText } from '../../books/guide-text.ts';
import { drawingStyle, guideMarkup, heardId, titlePlace } from '../../books/markup.ts';
import { html, type Markup } from '../../components/prose/html.ts';
import { absolute, pages } from '../../domain/address.ts';
import { element, xmlDocument, type XmlElement } from '../../formats/xml.ts';
import { dayWords, t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';
import { activeClass, overlayOf, seconds, type Overlay } from './overlay.ts';

const style = [
  'body{line-height:1.5}h1,h2,h3{line-height:1.25;break-after:avoid;page-break-after:avoid}',
  '.b{border:2px solid;padding:0 .8em;margin:1em 0}.s{border:1px solid;padding:.4em .8em}',
  'table{border-collapse:collapse}.n{list-style:none;padding:0}',
  'th,td{border:1px solid;padding:.3em;text-align:left;vertical-align:top}',
  // Not by colour alone, and in letters that can be read on it whatever the reader has chosen.
  `.${activeClass}{background:#fff3a8;color:#000;outline:.15em solid #46238a}`,
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

/** Who speaks, how long each chapter and all of them are, and how what is heard is shown. */
function soundFacts(sounds: readonly Overlay[]): XmlElement[] {
  if (sounds.length === 0) return [];
  const all = sounds.reduce((sum, { length }) => sum + length, 0);
  const narrators = new Set(sounds.flatMap(({ readers }) => readers));
  return [
    property('schema:accessMode', 'auditory'),
    property('schema:accessibilityFeature', 'synchronizedAudioText'),
    property('media:duration', seconds(all)),
    ...sounds.map(({ id, length }) =>
      element('meta', { property: 'media:duration', refines: `#${id}` }, seconds(length)),
    ),
    ...[...narrators].map((name) => property('media:narrator', name)),
    property('media:active-class', activeClass),
  ];
}

/** What the book says of itself: name, day, and what it gives to whoever sees badly. */
function metadata({ handbook, choice }: ExportInput, title: string, sounds: readonly Overlay[]): XmlElement {
  const { site, edition } = handbook;
  const modified = `${edition}T00:00:00Z`;
  const kind = sounds.length > 0 ? `${choice.slug}-nghe` : choice.slug;
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:identifier', { id: 'id' }, `${absolute(site.url, pages.home)}#${kind}-${edition}`),
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
    property(
      'schema:accessibilitySummary',
      t(sounds.length > 0 ? 'books.accessibleHeard' : 'books.accessible'),
    ),
    ...soundFacts(sounds),
  );
}

/** A chapter as it stands in the book. */
interface Chapter {
  readonly number: number;
  readonly text: string;
  readonly overlay: Overlay | undefined;
}

function packageFile(input: ExportInput, title: string, chapters: readonly Chapter[]): string {
  const item = (id: string, href: string, type: string, more: XmlElement['attributes'] = {}): XmlElement =>
    element('item', { id, href, 'media-type': type, ...more });
  const page = 'application/xhtml+xml';
  const sounds = chapters.flatMap(({ overlay }) => overlay ?? []);
  return xmlDocument(
    element(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': 'vi' },
      metadata(input, title, sounds),
      element(
        'manifest',
        {},
        item('muc-luc', 'muc-luc.xhtml', page, { properties: 'nav' }),
        item('ve', 've.xhtml', page),
        item('kieu', 'kieu.css', 'text/css'),
        ...chapters.map(({ number, text, overlay }) =>
          item(`bai-${number}`, fileOf(number), page, {
            properties: text.includes('<svg') ? 'svg' : undefined,
            'media-overlay': overlay?.id,
          }),
        ),
        ...sounds.flatMap(({ id, file, soundFile }) => [
          item(id, file, 'application/smil+xml'),
          item(`${id}-mp3`, soundFile, 'audio/mpeg'),
        ]),
      ),
      element(
        'spine',
        {},
        ...['ve', 'muc-luc', ...chapters.map(({ number }) => `bai-${number}`)].map((id) =>
          element('itemref', { idref: id }),
        ),
      ),
    ),
  );
}

/** A book of these guides; those with an overlay are heard too. */
function bookOf(
  input: ExportInput,
  all: readonly GuideText[],
  overlays: ReadonlyMap<number, Overlay>,
): Uint8Array {
  const { handbook, choice } = input;
  const { site, edition } = handbook;
  const title = choice.title === site.name ? site.name : `${site.name}: ${choice.title}`;
  const inBook = new Set(all.map(({ number }) => number));
  const linkTo = (number: number): string | undefined => (inBook.has(number) ? fileOf(number) : undefined);
  const chapters = all.map((words): Chapter => {
    const { number, lang } = words;
    const overlay = overlays.get(number);
    const heard = overlay && { heard: overlay.places };
    const id = overlay && html` id="${heardId(titlePlace)}"`;
    const body = guideMarkup(words, { linkTo, drawn: true, level: 2, ...heard });
    const text = chapter(nameOf(words), lang, html`<h1${id}>${nameOf(words)}</h1>${body}`);
    return { number, text, overlay };
  });
  const address = absolute(site.url, pages.home);
  const lines = [
    `${site.edition}. ${site.owner}.`,
    t('books.edition', { day: dayWords(edition) }),
    t('books.compare', { address }),
    ...new Set([...overlays.values()].flatMap(({ readers }) => readers)),
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
    'sach/sach.opf': packageFile(input, title, chapters),
    'sach/muc-luc.xhtml': contents(all, title),
    'sach/ve.xhtml': chapter(title, 'vi', about),
    'sach/kieu.css': style,
    ...Object.fromEntries(chapters.map(({ number, text }) => [`sach/${fileOf(number)}`, text])),
    ...Object.fromEntries([...overlays.values()].map(({ file, smil }) => [`sach/${file}`, smil])),
  };
  const zippable: Zippable = {
    // The first file, not compressed: readers know the kind of the book by it.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    // Packed already.
    ...Object.fromEntries(
      [...overlays.values()].map(({ soundFile, sound }) => [`sach/${soundFile}`, [sound, { level: 0 }]]),
    ),
  };
  return zipSync(zippable, { mtime: new Date(`${edition}T00:00:00`), level: 9 });
}

/** The book, one file; a second where guides have sound. @throws Error that says which program is missing */
export function book(input: ExportInput): ExportedFile[] {
  const { handbook, choice, program, say } = input;
  const all = choice.guides.map((guide) => guideText(guide, handbook));
  const audible = audiblePlans(soundPlans(choice.guides, handbook), handbook);
  const silent = { name: `sach/${choice.slug}.epub`, content: bookOf(input, all, new Map()) };
  if (audible.length === 0) return [silent];
  const voices = voicesOf(handbook, program);
  const overlays = audible.map((plan, index) => {
    const overlay = overlayOf(plan, trackOf(plan, handbook, voices), fileOf(plan.guide.data.number));
    say(index + 1, audible.length);
    return [plan.guide.data.number, overlay] as const;
  });
  return [silent, { name: `sach/${choice.slug}-nghe.epub`, content: bookOf(input, all, new Map(overlays)) }];
}
