/** What stands in a box beside the forms: its list, its poster, what is new. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formWords } from '../../words/form-words.ts';
import { guideText } from '../../books/guide-text.ts';
import { html, Markup } from '../../components/prose/html.ts';
import { absolute, pages } from '../../domain/address.ts';
import { qrPath } from '../../formats/qr.ts';
import { dayWords, t } from '../../words/words.ts';
import type { ExportedFile, GatherInput } from '../output.ts';

const listed = z.object({
  edition: z.string(),
  guides: z.array(z.object({ number: z.number(), title: z.string(), words: z.string() })),
});
type Listed = z.output<typeof listed>;

/** Places by which voices name a part are no words: an older box did not have them. */
const withoutPlaces = (key: string, value: unknown): unknown => (key === 'at' ? undefined : value);

/** Guides with a digest of all their words. */
const listOf = ({ handbook, choice }: GatherInput): Listed => ({
  edition: handbook.edition,
  guides: choice.guides.map((guide) => ({
    number: guide.data.number,
    title: guide.data.title,
    words: createHash('sha256')
      .update(JSON.stringify(guideText(guide, handbook), withoutPlaces))
      .digest('hex')
      .slice(0, 12),
  })),
});

/** An earlier list; nothing when it cannot be read, as if there had been none. */
function earlier(text: string | undefined): Listed | undefined {
  try {
    return text === undefined ? undefined : listed.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Lines that say what is new. */
function news(now: Listed, before: Listed | undefined): string[] {
  if (before === undefined) return [t('box.first')];
  const old = new Map(before.guides.map((guide) => [guide.number, guide]));
  const kept = new Set(now.guides.map(({ number }) => number));
  const kinds = [
    [t('box.added'), now.guides.filter(({ number }) => !old.has(number))],
    [t('box.changed'), now.guides.filter(({ number, words }) => (old.get(number)?.words ?? words) !== words)],
    [t('box.removed'), before.guides.filter(({ number }) => !kept.has(number))],
  ] as const;
  const told = kinds.flatMap(([head, guides]) =>
    guides.length === 0 ? [] : [head, ...guides.map(({ number, title }) => `${number}. ${title}`)],
  );
  return [
    t('box.before', { day: dayWords(before.edition) }),
    ...(told.length === 0 ? [t('box.same')] : told),
  ];
}

const megabytes = (bytes: number): string => (Math.max(bytes, 100_000) / 1e6).toFixed(1).replace('.', ',');

const style = [
  '@page{size:A4;margin:14mm}body{font:14pt/1.4 Roboto,sans-serif;margin:1em auto;max-width:48em;color:#000}',
  'h1{font-size:26pt;line-height:1.15;margin:0}h2{font-size:17pt;margin:.8em 0 .2em}p,li{margin:.3em 0}',
  'svg{width:35mm;float:right;margin-left:5mm}',
].join('');

/** The poster: what is in the box and for whom, what is not and why. */
function poster({ handbook, made, absent }: GatherInput, lines: readonly string[]): string {
  const { site, edition } = handbook;
  const title = t('box.title', { name: site.name });
  const address = absolute(site.url, pages.home);
  const { side, path } = qrPath(address);
  const ground = html`class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${address}"`;
  const code = html`<svg ${ground} shape-rendering="crispEdges"><path d="${path}"/></svg>`;
  const inside = [...made].map(([form, { files, bytes, folder }]) => {
    const size = t('box.size', { files, size: megabytes(bytes) });
    return html`<li><strong>${t('box.folder', { folder })}</strong> (${size}). ${formWords(form)}</li>`;
  });
  // The first line says what is missing; whoever made the box has seen the others.
  const left = [...absent].map(
    ([form, why]) => html`<li>${formWords(form)} ${why.split('\n')[0] ?? ''}</li>`,
  );
  const missing = left.length > 0 && html`<h2>${t('box.absent')}</h2><ul>${left}</ul>`;
  const from = `${site.edition}. ${site.owner}. ${t('books.edition', { day: dayWords(edition) })}`;
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${new Markup(style)}</style>`;
  const parts = [
    html`${code}<h1>${title}</h1><p>${from}</p><p>${t('box.lead')}</p>`,
    html`<h2>${t('box.inside')}</h2><ul>${inside}</ul>${missing}`,
    html`<h2>${t('box.news')}</h2>${lines.map((line) => html`<p>${line}</p>`)}`,
    html`<p>${t('books.compare', { address })}</p>`,
  ];
  return html`<!doctype html>
<html lang="vi"><head>${head}</head><body><main>${parts}</main></body></html>
`.text;
}

/** The list, the poster and the news of a box. */
export function contents(input: GatherInput, list: string): ExportedFile[] {
  const now = listOf(input);
  const lines = news(now, earlier(input.before));
  return [
    { name: list, content: `${JSON.stringify(now, undefined, 1)}\n` },
    { name: 'TRONG-HOP.html', content: poster(input, lines) },
    { name: 'CO-GI-MOI.txt', content: `${t('box.news')}\n\n${lines.join('\n')}\n` },
  ];
}
