/** One file with everything of a choice of guides, and a plainer one without script. */
import { guideText, type GuideText, type Part } from '../../books/guide-text.ts';
import { guideMarkup, type Rest } from '../../books/markup.ts';
import { html, Markup, type Gap } from '../../components/prose/html.ts';
import { absolute, numberAddress, pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { sectionIds } from '../../markdown/grammar.ts';
import { modeTokens, rivals, settingName } from '../../modes/settings.ts';
import { hashSource } from '../../policy/hash.ts';
import { dayWords, t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';
import { callsPlace, placeOf, type Carried, type Frame } from './carried.ts';
import { call, directoryMarkup } from '../../books/directory.ts';
import { pack } from './pack.ts';
import { readerScript } from './script.ts';
import { fullStyle, plainStyle } from './style.ts';

/** Bytes that a file may have at most. */
export const limits = { full: 400_000, part: 150_000, plain: 150_000 } as const;

/** Modes that mean something here; the others need voices or fonts that the file does not carry. */
const modes = modeTokens.filter((token) => !['chu-de-phan-biet', 'tinh', 'nghe'].includes(token));

const nameOf = ({ name, title }: GuideText): string => `${name}. ${title}`;
const bodyOf = (words: GuideText, drawn: boolean, has: (number: number) => boolean, rest?: Rest): Markup =>
  guideMarkup(words, {
    ...(rest && { rest }),
    linkTo: (number) => (has(number) ? placeOf(number) : undefined),
    drawn,
    level: 2,
    prefix: `${placeOf(words.number).slice(1)}-`,
  });

/** A whole page under a policy that lets nothing in from outside. */
function page(title: string, style: string, script: string | undefined, body: Gap): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashSource(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const code = script !== undefined && html`<script>${new Markup(script)}</script>`;
  const metas = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">`;
  const looks = html`<title>${title}</title><style>${new Markup(style)}</style>`;
  return html`<!doctype html>
<html lang="vi"><head>${metas}${looks}</head><body>${body}${code}</body></html>
`.text;
}

/** Name, day, where the newest is, and whom to ring at once. */
function head({ handbook }: ExportInput, title: string, has: (number: number) => boolean): Markup {
  const { site, edition, guides, directory } = handbook;
  const urgent = guides.find(({ data }) => data.stop && has(data.number));
  const numbers = directory
    .filter(({ data }) => data.kind === 'emergency')
    .flatMap(({ data }) => data.numbers.slice(0, 1).map((one) => call(one.number, data.name)));
  const stop =
    urgent && html`<a href="${placeOf(urgent.data.number)}">${t('site.stop')} ${urgent.data.title}</a>`;
  const calls = html`<a href="${callsPlace}">${t('one.calls')}</a>`;
  const day = t('books.edition', { day: dayWords(edition) });
  const compare = t('books.compare', { address: absolute(site.url, pages.home) });
  return html`<header>
<p><strong><a href="#">${title}</a></strong> ${day}</p>
<div class="u">${[stop, ...numbers, calls].map((link) => html`${link} `)}</div>
<p>${compare}</p><p>${t('one.trust')}</p></header>`;
}

/** Guides by shelf, each a link. */
function contents(all: readonly GuideText[]): Markup {
  const link = (words: GuideText): Markup => {
    const lang = words.lang !== 'vi' && html` lang="${words.lang}"`;
    return html`<li><a href="${placeOf(words.number)}"${lang}>${nameOf(words)}</a></li>`;
  };
  return html`${[...Map.groupBy(all, ({ shelf }) => shelf)].map(
    ([shelf, own]) => html`<h2>${shelf}</h2><ul class="i">${own.map(link)}</ul>`,
  )}`;
}

/** Every place that has a number, with its numbers alone. */
const shortDirectory = ({ directory }: Handbook): Markup[] =>
  directory
    .filter(({ data }) => data.numbers.length > 0)
    .map(
      ({ data }) => html`<li>${data.name}: ${data.numbers.map(({ number }) => html`${call(number)} `)}</li>`,
    );

/**
 * A guide as a file carries it: with all its words, with its sources by their names alone, or what one does and
 * what keeps one safe.
 */
interface CarriedWords {
  readonly words: GuideText;
  readonly kept: 'all' | 'named' | 'short';
}

/** What the script needs at once, as JSON that ends no element. */
function frame(): string {
  const needed: Frame = {
    words: {
      before: t('display.before'),
      after: t('display.after'),
      found: t('one.found', { n: '{n}' }),
      none: t('one.none'),
    },
    rivals,
    setting: settingName,
  };
  return JSON.stringify(needed).replaceAll('<', String.raw`\u003c`);
}

/** Guides that a file does not hold, each with the address of its page. */
const missing = ({ handbook: { site } }: ExportInput, left: readonly GuideText[]): Gap => {
  const away = left.map(
    (words) => html`<li>${nameOf(words)}: ${absolute(site.url, numberAddress(words.number))}</li>`,
  );
  return left.length > 0 && html`<h2>${t('one.left')}</h2><ul>${away}</ul>`;
};

/** The file with search and modes; what is not in it is named with its address. */
async function full(
  input: ExportInput,
  title: string,
  carried: readonly CarriedWords[],
  left: readonly GuideText[] = [],
): Promise<string> {
  const { handbook, choice } = input;
  const { site } = handbook;
  const whole = choice.of === 'everything';
  const all = carried.map(({ words }) => words);
  const rest = ({ words: { number }, kept }: CarriedWords): Rest | undefined => {
    const address = absolute(site.url, numberAddress(number));
    return kept === 'all'
      ? undefined
      : { address, says: kept === 'short' ? 'one.short' : 'books.fullSources' };
  };
  const inside = new Set(all.map(({ number }) => number));
  const has = (number: number): boolean => inside.has(number);
  const aliases = new Map(choice.guides.map(({ data }) => [data.number, data.aliases.join(' ')]));
  const data: Carried = {
    guides: carried.map((one) => [
      one.words.number,
      one.words.lang,
      aliases.get(one.words.number) ?? '',
      bodyOf(one.words, one.kept !== 'short', has, rest(one)).text,
    ]),
    calls: [
      t('one.calls'),
      (whole ? directoryMarkup(handbook) : html`<ul>${shortDirectory(handbook)}</ul>`).text,
    ],
  };
  const packed = pack(JSON.stringify(data));
  const carry = (id: string, text: string): Markup =>
    html`<script type="text/plain" id="${id}">${new Markup(text)}</script>`;
  const box = (token: string): Gap => {
    const mode = handbook.modes.find(({ id }) => id === token);
    return mode && html`<label><input type="checkbox" value="${token}"> ${mode.data.title}</label>`;
  };
  const find = html`<div id="f" role="search" hidden><label for="q">${t('one.find')}</label>
<input type="search" id="q" autocomplete="off">
<p id="s" role="status"></p><ol id="r" class="i"></ol></div>`;
  const name = html`<summary>${t('display.name')}</summary>`;
  const look = html`<details id="d" hidden>${name}${modes.map(box)}</details>`;
  const closed = html`<noscript><p>${t('one.noScript')}</p></noscript>`;
  const list = html`<div id="l"><h1>${title}</h1>${closed}${contents(all)}${missing(input, left)}</div>`;
  const main = html`<main id="m" tabindex="-1">${list}<article id="p" hidden></article></main>`;
  return page(title, fullStyle, await readerScript(), [
    head(input, title, has),
    find,
    look,
    main,
    carry('khung', frame()),
    carry('chu', packed.words),
    carry('bai', packed.places),
  ]);
}

/** The file without script, of these guides; what is not in it is named with its address. */
function plain(
  input: ExportInput,
  title: string,
  all: readonly GuideText[],
  left: readonly GuideText[],
): string {
  const inside = new Set(all.map(({ number }) => number));
  const has = (number: number): boolean => inside.has(number);
  const top = html`<p><a href="#">${t('one.top')}</a></p>`;
  const guides = all.map((words) => {
    const body = html`<h1>${nameOf(words)}</h1>${bodyOf(words, false, has)}${top}`;
    return html`<article lang="${words.lang}" id="${placeOf(words.number).slice(1)}">${body}</article>`;
  });
  const places = html`<ul>${shortDirectory(input.handbook)}</ul>`;
  const directoryPart = html`<h1 id="${callsPlace.slice(1)}">${t('one.calls')}</h1>${places}`;
  return page(title, plainStyle, undefined, [
    head(input, title, has),
    html`<main id="m"><h1>${title}</h1>${contents(all)}${missing(input, left)}${guides}${directoryPart}</main>`,
  ]);
}

/** Sections of a guide; what stands before its first heading is one too. */
function sectionsOf({ parts }: GuideText): Part[][] {
  const sections: Part[][] = [[]];
  for (const part of parts)
    if (part.kind === 'heading' && part.id !== undefined) sections.push([part]);
    else sections.at(-1)?.push(part);
  return sections;
}
const idOf = ([head]: readonly Part[]): string | undefined =>
  head?.kind === 'heading' ? head.id : undefined;

/** These sections alone, and without the names of its sources, of which the address stays. */
const withSections = (words: GuideText, keep: (section: readonly Part[]) => boolean): GuideText => ({
  ...words,
  parts: sectionsOf(words).filter(keep).flat(),
  origins: [],
});
/** A guide without the section for whoever teaches it. */
const withoutHelper = (words: GuideText): GuideText =>
  withSections(words, (section) => idOf(section) !== sectionIds.helper);

const neededSections: ReadonlySet<string | undefined> = new Set(
  (['call', 'scam-signs', 'safety'] as const).map((kind) => sectionIds[kind]),
);
/** Parts without drawings that only show what stands beside them; drawn screens are words to read. */
function withoutPictures(parts: readonly Part[]): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.kind === 'drawing') return part.picture === undefined ? [part] : [];
    return 'parts' in part ? [{ ...part, parts: withoutPictures(part.parts) }] : [part];
  });
}

/** What one does, what keeps one safe and whom to call. A guide without steps stays whole. */
function shortened(words: GuideText): GuideText {
  const hasSteps = (section: readonly Part[]): boolean => section.some(({ kind }) => kind === 'step');
  if (!hasSteps(words.parts)) return withoutHelper(words);
  const { easy: _, ...short } = withSections(
    words,
    (section) => neededSections.has(idOf(section)) || hasSteps(section),
  );
  return { ...short, parts: withoutPictures(short.parts) };
}

/** In the order in which a reader needs them: what stops a loss first, then the audience’s own list. */
function byNeed({ handbook, choice }: ExportInput, all: readonly GuideText[]): GuideText[] {
  const audience = handbook.audiences.find(({ id }) => id === choice.slug);
  const first = [...handbook.guides.filter(({ data }) => data.stop), ...(audience?.first ?? [])];
  const place = ({ number }: GuideText): number => {
    const at = first.findIndex(({ data }) => data.number === number);
    return at === -1 ? first.length : at;
  };
  return [...all].sort((one, other) => place(one) - place(other) || one.number - other.number);
}

/**
 * The file with as many guides as fit, those that are needed first, made from these and from those that stay
 * out: found by halving, for a guide more is never a smaller file. All are tried first.
 * @throws Error when not one fits
 */
async function mostThatFit(
  input: ExportInput,
  all: readonly GuideText[],
  limit: number,
  made: (own: readonly GuideText[], left: readonly GuideText[]) => string | Promise<string>,
): Promise<string> {
  const ordered = byNeed(input, all);
  let best: string | undefined;
  let fits = 0;
  let tooMany = ordered.length + 1;
  let count = ordered.length;
  while (tooMany - fits > 1) {
    const own = ordered.slice(0, count).sort((one, other) => one.number - other.number);
    const file = await made(own, ordered.slice(count));
    if (Buffer.byteLength(file) <= limit) {
      best = file;
      fits = count;
    } else tooMany = count;
    count = Math.floor((fits + tooMany) / 2);
  }
  if (best !== undefined) return best;
  throw new Error(`Không bài nào vừa ${limit / 1000} kB. Chọn bài ngắn hơn bằng --guides. (no guide fits)`);
}

/**
 * The file with search, as heavy as it may be. Where all words weigh too much, sources give only their names;
 * where that is not enough, those that are needed first stay whole and the others are shortened and not drawn:
 * as many stay as the weights of none and of all let expect, then fewer until the file fits. Where even all
 * of them shortened weigh too much, those that are needed last are only named.
 */
async function fullThatFits(input: ExportInput, title: string, all: readonly GuideText[]): Promise<string> {
  const limit = input.choice.of === 'everything' ? limits.full : limits.part;
  const fits = (made: string): boolean => Buffer.byteLength(made) <= limit;
  for (const kept of input.choice.of === 'everything' ? (['all', 'named'] as const) : (['named'] as const)) {
    const whole = await full(
      input,
      title,
      all.map((words) => ({ words, kept })),
    );
    if (fits(whole)) return whole;
  }
  const place = new Map(byNeed(input, all).map(({ number }, at) => [number, at]));
  const made = (count: number): Promise<string> => {
    const carried = all.map((words): CarriedWords => {
      const short = (place.get(words.number) ?? 0) >= count;
      return short
        ? { words: shortened(words), kept: 'short' }
        : { words: withoutHelper(words), kept: 'named' };
    });
    return full(input, title, carried);
  };
  const most = await made(all.length);
  if (fits(most)) return most;
  const least = await made(0);
  if (!fits(least))
    return await mostThatFit(input, all, limit, (own, left) =>
      full(
        input,
        title,
        own.map((words) => ({ words: shortened(words), kept: 'short' })),
        left,
      ),
    );
  const [low, high] = [least, most].map((text) => Buffer.byteLength(text));
  const room = (limit - (low ?? 0)) / ((high ?? 0) - (low ?? 0));
  for (let count = Math.floor(all.length * room); count > 0; count = Math.floor(count * 0.9)) {
    const some = await made(count);
    if (fits(some)) return some;
  }
  return least;
}

/** The files of a choice, none larger than phones hand over. @throws Error when not one guide fits */
export async function oneFile(input: ExportInput): Promise<ExportedFile[]> {
  const { handbook, choice, say } = input;
  const { site } = handbook;
  const whole = choice.title === site.name;
  const title = whole ? site.name : `${site.name}: ${choice.title}`;
  const all = choice.guides.map((guide, index) => {
    say(index + 1, choice.guides.length);
    return guideText(guide, handbook);
  });
  const made = await fullThatFits(input, title, all);
  const files = [{ name: `mot-tep/${choice.slug}.html`, content: made }];
  if (whole) return files;
  const bare = await mostThatFit(input, all, limits.plain, (own, left) => plain(input, title, own, left));
  return [...files, { name: `mot-tep/${choice.slug}-khong-lenh.html`, content: bare }];
}
