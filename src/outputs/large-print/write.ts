/** Guides as PDF in large letters, by Chromium, each read again before it is handed out. */
import { chromium, type Page } from '@playwright/test';
import { guideText, type GuideText } from '../../books/guide-text.ts';
import { drawingStyle, guideMarkup } from '../../books/markup.ts';
import { readPdf, settledPdf } from '../../books/pdf-facts.ts';
import { bringLetters, printFamily, setInLetters } from '../../books/print-letters.ts';
import { html, Markup } from '../../components/prose/html.ts';
import { absolute, numberAddress } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { ExportedFile, ExportInput } from '../output.ts';

/** Points of the letters; nothing on the page is smaller. */
export const sizes = [20, 28] as const;
type Size = (typeof sizes)[number];

const style = (size: Size): string =>
  [
    '@page{size:A4;margin:18mm 16mm 20mm}',
    `@page{@bottom-center{content:counter(page);font:bold ${size}pt var(--letters)}}`,
    `html{font:${size}pt/1.45 var(--letters,sans-serif);color:#000;background:#fff;text-align:left}`,
    'body{margin:0}*{font-family:var(--letters,sans-serif)}a{color:#000;text-decoration:none}',
    'h1{font-size:1.4em}h2{font-size:1.2em}h3{font-size:1.1em}h1,h2,h3{line-height:1.25;margin:.8em 0 .3em}',
    'h1,h2,h3{break-after:avoid;break-inside:avoid}',
    'p,li{margin:.4em 0;orphans:2;widows:2}ul,ol{padding-left:1.2em}',
    '.b{border:3pt solid;padding:0 .6em;margin:.6em 0}.s{border:1pt solid;padding:.3em .6em}',
    '.t{border-top:2pt solid;margin-top:.8em}.d{break-before:avoid}html{overflow-wrap:break-word}',
    'table{border-collapse:collapse;width:100%}th,td{border:1pt solid;padding:.2em;vertical-align:top}',
    'th{text-align:left}',
    drawingStyle,
  ].join('');

function document(words: GuideText, { site }: Handbook, size: Size): string {
  const title = `${words.name}. ${words.title}`;
  const body = guideMarkup(words, { linkTo: () => undefined, drawn: true, level: 2 });
  const from = html`<p>${site.name}, ${site.edition}. ${absolute(site.url, numberAddress(words.number))}</p>`;
  const head = html`<meta charset="utf-8"><title>${title}</title><style>${new Markup(style(size))}</style>`;
  return html`<!doctype html>
<html lang="${words.lang}"><head>${head}</head>
<body><main><h1>${title}</h1>${body}${from}</main></body></html>
`.text;
}

/** The PDF of a guide. @throws Error that says what a reader of it would miss */
async function pdfOf(page: Page, words: GuideText, handbook: Handbook, size: Size): Promise<Uint8Array> {
  await page.setContent(document(words, handbook, size), { waitUntil: 'load' });
  await setInLetters(page);
  const made = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  const bytes = settledPdf(new Uint8Array(made), handbook.edition);
  const facts = await readPdf(bytes);
  const faults = [
    ...(facts.tagged && facts.roles.has('H1') ? [] : ['thiếu thẻ cấu trúc']),
    ...(facts.language === words.lang ? [] : [`ngôn ngữ là “${facts.language}”`]),
    ...(facts.title.includes(words.title) ? [] : [`tên tệp trong PDF là “${facts.title}”`]),
    // A sign that the family lacks, such as an arrow, comes from another that is in the file too.
    ...[...facts.fonts].filter((font) => font.endsWith('(không kèm)')).map((font) => `phông ${font}`),
    ...(facts.fonts.has(printFamily) ? [] : [`không có chữ nào bằng phông ${printFamily}`]),
  ];
  if (faults.length === 0) return bytes;
  throw new Error(`Bài ${words.number}, chữ ${size}: ${faults.join('; ')}. (large print is not whole)`);
}

/** Every guide of a choice in both sizes. */
export async function largePrint({ handbook, choice, browser, say }: ExportInput): Promise<ExportedFile[]> {
  const launched = await chromium.launch({
    executablePath: browser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const context = await launched.newContext({ locale: 'vi-VN', offline: true });
    await bringLetters(context);
    const page = await context.newPage();
    // Letters come with the document that a page opens.
    await page.goto('about:blank');
    const files: ExportedFile[] = [];
    for (const [index, guide] of choice.guides.entries()) {
      const words = guideText(guide, handbook);
      for (const size of sizes) {
        const content = await pdfOf(page, words, handbook, size);
        files.push({ name: `chu-lon/${size}/${words.number}.pdf`, content });
      }
      say(index + 1, choice.guides.length);
    }
    return files;
  } finally {
    await launched.close();
  }
}
