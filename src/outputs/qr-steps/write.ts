/** Sheets with two codes: the page of an urgent guide, and its first acts as text. */
import { html, Markup, type Gap } from '../../components/prose/html.ts';
import { draw, qrPath, type Spare } from '../../formats/qr.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { callLines, callsOf, sectionOf, wayIn } from '../../books/paper.ts';
import { dayWords, t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';

/** Modules of a code of version 15 with its quiet zone: more is hard to read for cheap cameras. */
const mostModules = 17 + 4 * 15 + 2 * 4;
const mostCalls = 2;

/** A code on its carrier: width, and from how far it is read, both in millimetres. */
export interface Carrier {
  readonly width: number;
  readonly distance: number;
}
/** The code on the sheet, read at half a metre. */
const onSheet: Carrier = { width: 120, distance: 500 };
/** A cheap camera tells modules apart that are this part of the distance wide: 1.4 mm at half a metre. */
const finest = 1 / 360;

/** Modules that can be told apart; never more than a code of version 15 has. */
const readable = ({ width, distance }: Carrier): number =>
  Math.min(mostModules, Math.floor(width / (distance * finest)));

/**
 * How much may be spoilt: the most that leaves modules wide enough to be told apart from where it is read.
 * From far away a code spares less, so that its modules are wider; nearby it bears more dirt and glare.
 * @throws Error when the text cannot be read from there at all
 */
export function spareFor(text: string, carrier: Carrier): Spare {
  const found = (['H', 'Q', 'M', 'L'] as const).find((spare) => draw(text, spare).side <= readable(carrier));
  if (found !== undefined) return found;
  throw new Error(`Mã quá dày, không đọc được từ ${carrier.distance} mm. (code too fine for its distance)`);
}

const style = [
  '@page{size:A4;margin:12mm}@media screen{body{padding:12mm}}',
  'body{font:16pt/1.35 Roboto,sans-serif;margin:0;color:#000;background:#fff}',
  'h1{font-size:26pt;line-height:1.15;margin:0 0 6mm}.c{display:flex;gap:8mm;align-items:flex-end}',
  'figure{margin:0}figcaption{font-weight:bold;margin-bottom:2mm}svg{display:block;width:100%}',
  '.p{width:42mm}.t{width:120mm}li,p{margin:1.5mm 0}footer{font-size:11pt;margin-top:5mm}',
].join('');

/** Whom to call, the most urgent first; contacts without a number of their own are no help here. */
function calls(guide: Guide, handbook: Handbook): string[] {
  const urgent = guide.data.calls.flatMap((id) => handbook.directory.filter((contact) => contact.id === id));
  const all = [...urgent.flatMap((contact) => callLines(contact)), ...callsOf(guide, handbook)];
  return all.flatMap(({ name, number }) =>
    number === undefined ? [] : [t('qrSteps.call', { name, number })],
  );
}

/** What the code says: title, first acts as fit, whom to call. @throws Error when not even one act fits */
export function codeText(guide: Guide, handbook: Handbook): string {
  const acts = (sectionOf(guide, 'steps')?.steps ?? []).map(({ number, title }) => `${number}. ${title}`);
  const last = [...new Set(calls(guide, handbook))].slice(0, mostCalls);
  const { title, number } = guide.data;
  for (let count = acts.length; count > 0; count--) {
    const text = [`${title} (${number})`, ...acts.slice(0, count), ...last].join('\n');
    if (draw(text).side <= readable(onSheet)) return text;
  }
  throw new Error(`Bài ${number}: việc đầu tiên không vừa một mã QR. (no act fits a code)`);
}

function code({ side, path }: ReturnType<typeof qrPath>, says: string): Markup {
  const ground = html`class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${says}"`;
  return html`<svg ${ground} shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

function sheet(guide: Guide, handbook: Handbook): string {
  const { site, edition } = handbook;
  const way = wayIn(guide, handbook);
  const text = codeText(guide, handbook);
  const [title = '', ...lines] = text.split('\n');
  const figure = (name: string, caption: string, drawn: Markup): Markup =>
    html`<figure class="${name}"><figcaption>${caption}</figcaption>${drawn}</figure>`;
  const codes: Gap = [
    figure('p', t('qrSteps.page'), code(qrPath(way.code), way.address)),
    figure('t', t('qrSteps.text'), code(draw(text, spareFor(text, onSheet)), t('qrSteps.holds'))),
  ];
  const acts = lines.map((line) => html`<p>${line}</p>`);
  const day = t('books.edition', { day: dayWords(edition) });
  const from = `${way.address}. ${day} ${site.name}, ${site.edition}.`;
  const foot = html`<footer>${t('qrSteps.how')} ${from}</footer>`;
  return html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${title}</title><style>${new Markup(style)}</style></head>
<body><main><h1>${guide.data.title}</h1><div class="c">${codes}</div>${acts}</main>${foot}</body></html>
`.text;
}

/** A sheet for each urgent guide of a choice. @throws Error when it has none */
export function sheets({ handbook, choice, say }: ExportInput): ExportedFile[] {
  const urgent = choice.guides.filter(({ data }) => data.calls.length > 0 || data.stop);
  if (urgent.length === 0)
    throw new Error('Không bài nào trong các bài đã chọn là bài khẩn cấp. (no urgent guide chosen)');
  return urgent.map((guide, index) => {
    say(index + 1, urgent.length);
    return { name: `ma-chu/${guide.data.number}.html`, content: sheet(guide, handbook) };
  });
}
