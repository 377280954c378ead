/**
 * The pages of a ZIM file: contents, guides, directory, glossary, plans. No script: every reader of such
 * files shows them.
 */
import { directoryMarkup } from '../../books/directory.ts';
import { guideText, type GuideText } from '../../books/guide-text.ts';
import { guideMarkup } from '../../books/markup.ts';
import { pageStyle } from '../../books/page-style.ts';
import { html, type Gap, type Markup } from '../../components/prose/html.ts';
import { absolute, pages } from '../../domain/address.ts';
import { dayWords, t } from '../../words/words.ts';
import type { ExportInput } from '../output.ts';
import { besidePages, type BesidePage } from './beside.ts';

/** A page or a file that pages load. */
export interface ZimPage {
  readonly file: string;
  readonly content: string;
}

/** The page that a reader sees first. */
export const frontPage = 'index.html';
const callsPage = 'danh-ba.html';
const styleFile = 'kieu.css';

/**
 * What a page may load: the file itself, and what Kiwix puts into pages or around them for its own bar.
 * Nothing from anywhere else.
 */
const policy = "default-src 'self' data: blob: 'unsafe-inline'";

/** Folder of names as they are typed without marks. */
export const typedFolder = 'khong-dau';

/** Letters without marks, as they are typed on a keyboard that has none. */
const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Words of a page that hold đ: Kiwix takes marks off by itself, but this is a letter of its own. */
function typedWords(text: string): string {
  const all = text.toLowerCase().match(/\p{L}*đ\p{L}*/gu) ?? [];
  return [...new Set(all.map(bare))].sort().join(' ');
}

function page(title: string, lang: string, name: string, body: Markup): string {
  const words = typedWords(`${title} ${body.text.replace(/<[^>]*>/g, ' ')}`);
  const heads = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<meta name="keywords" content="${words}"><link rel="stylesheet" href="${styleFile}">`;
  const calls = html`<a href="${callsPage}">${t('one.calls')}</a>`;
  const way = html`<p><a href="${frontPage}">${name}</a> · ${calls}</p>`;
  return html`<!doctype html>
<html lang="${lang}"><head>${heads}</head>
<body><nav lang="vi">${way}</nav><main id="m"><h1>${title}</h1>${body}</main></body></html>
`.text;
}

/**
 * A second name of a page whose title holds đ, without marks: the suggestions of Kiwix find it so. Of a page
 * that says no more zimwriterfs makes an entry that leads on.
 */
function typedName(file: string, title: string): ZimPage[] {
  if (!/đ/i.test(title)) return [];
  const lead = html`<meta http-equiv="refresh" content="0;url=../${file}">`;
  const heads = html`<meta charset="utf-8"><title>${bare(title)}</title>${lead}`;
  return [{ file: `${typedFolder}/${file}`, content: html`<html><head>${heads}</head></html>`.text }];
}

const fileOf = (number: number): string => `${number}.html`;
const nameOf = ({ name, title }: GuideText): string => `${name}. ${title}`;

/** Guides by shelf and what stands beside them, with the day and where the newest is. */
function front({ handbook }: ExportInput, all: readonly GuideText[], beside: readonly BesidePage[]): Markup {
  const { site, edition } = handbook;
  const link = (words: GuideText): Markup =>
    html`<li><a href="${fileOf(words.number)}">${nameOf(words)}</a></li>`;
  const shelves = [...Map.groupBy(all, ({ shelf }) => shelf)].map(
    ([shelf, own]) => html`<h2>${shelf}</h2><ul class="i">${own.map(link)}</ul>`,
  );
  const lines: Gap[] = [
    `${site.edition}. ${site.owner}. ${t('books.edition', { day: dayWords(edition) })}`,
    t('books.compare', { address: absolute(site.url, pages.home) }),
  ].map((line) => html`<p>${line}</p>`);
  const others = beside.map(({ file, title }) => html`<li><a href="${file}">${title}</a></li>`);
  const more = others.length > 0 && html`<h2>${t('quotes.more')}</h2><ul class="i">${others}</ul>`;
  return html`${lines}${shelves}${more}`;
}

/** Every page of a choice, and the style that they load. */
export function zimPages(input: ExportInput, title: string): ZimPage[] {
  const { handbook, choice, say } = input;
  const all = choice.guides.map((guide) => guideText(guide, handbook));
  const inside = new Set(all.map(({ number }) => number));
  const linkTo = (number: number): string | undefined => (inside.has(number) ? fileOf(number) : undefined);
  const { name } = handbook.site;
  const guides = all.map((words, index) => {
    say(index + 1, all.length);
    const heading = nameOf(words);
    const body = guideMarkup(words, { linkTo, drawn: true, level: 2 });
    return { heading, file: fileOf(words.number), content: page(heading, words.lang, name, body) };
  });
  const calls = t('one.calls');
  // A part of the handbook is for readers of its guides; who works by the plans takes the whole.
  const beside = choice.of === 'everything' ? besidePages(handbook, linkTo) : [];
  const others = beside.map(({ file, title: heading, body }) => {
    return { heading, file, content: page(heading, 'vi', name, body) };
  });
  return [
    { file: frontPage, content: page(title, 'vi', name, front(input, all, beside)) },
    ...[...guides, ...others].flatMap(({ heading, ...one }) => [one, ...typedName(one.file, heading)]),
    { file: callsPage, content: page(calls, 'vi', name, directoryMarkup(handbook)) },
    { file: styleFile, content: pageStyle },
  ];
}
