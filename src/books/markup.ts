/** A guide as markup that is both HTML and XML, for books, packages and the one file. */
import { html, Markup, type Gap } from '../components/prose/html.ts';
import { pictureShapes } from '../components/prose/pictures.ts';
import { wordsFor } from '../words/words.ts';
import type { GuideText, Part, TextRun } from './guide-text.ts';

/** Where the rest of a guide is, and the words that say so. */
export interface Rest {
  readonly address: string;
  readonly says: 'books.fullSources' | 'one.short';
}

/** What differs between the forms. */
export interface MarkupChoice {
  /** Where another guide stands in the same book; nothing when it is not there. */
  readonly linkTo: (number: number) => string | undefined;
  /** Whether line drawings are drawn; what they say stands there in any case. */
  readonly drawn: boolean;
  /** Level of the heading of a section. */
  readonly level: 2 | 3;
  /** Where bytes are few: sources by name and day alone, and where all of a guide stands. */
  readonly rest?: Rest;
  /** Written before ids, so that guides on one page do not share them. */
  readonly prefix?: string;
  /** Places in the guide that a voice reads: each is then one element with the id of its place. */
  readonly heard?: ReadonlySet<string>;
}

/** Id of the element that a voice reads, for a place in the guide: `cac-buoc.2` → `nghe-cac-buoc-2`. */
export const heardId = (place: string): string => `nghe-${place.replaceAll('.', '-')}`;
/** Place of what stands before the first section, and of the title, as voices name them. */
const introPlace = 'mo-dau';
export const titlePlace = 'dau-bai';

const heading = (level: number, text: Gap, id?: string): Markup =>
  id === undefined ? html`<h${level}>${text}</h${level}>` : html`<h${level} id="${id}">${text}</h${level}>`;

function runMarkup(run: TextRun, choice: MarkupChoice): Markup {
  const words = run.strong ? html`<strong>${run.text}</strong>` : html`${run.text}`;
  const to = run.guide === undefined ? run.url : choice.linkTo(run.guide);
  return to === undefined ? words : html`<a href="${to}">${words}</a>`;
}

/** A line drawing with what it says. */
function drawing(says: string, shapes: string): Markup {
  const picture = new Markup(shapes);
  const ground = html`xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"`;
  return html`<p class="d"><svg ${ground} role="img" aria-label="${says}">${picture}</svg></p>`;
}

/** A part, with everything that stands in it. */
function partMarkup(part: Part, choice: MarkupChoice): Markup {
  const runs = (all: readonly TextRun[]): Markup[] => all.map((run) => runMarkup(run, choice));
  const inner = (parts: readonly Part[]): Markup => partsMarkup(parts, choice);
  switch (part.kind) {
    case 'heading':
      return heading(choice.level, part.text, part.id && `${choice.prefix ?? ''}${part.id}`);
    case 'text':
      return html`<p>${runs(part.runs)}</p>`;
    case 'list': {
      const items = part.items.map(
        ({ runs: own, below }) => html`<li>${runs(own)}${below && partMarkup(below, choice)}</li>`,
      );
      if (!part.ordered) return html`<ul>${items}</ul>`;
      return part.start === 1 ? html`<ol>${items}</ol>` : html`<ol start="${part.start}">${items}</ol>`;
    }
    case 'table': {
      const [head = [], ...rows] = part.rows;
      const name = part.title === undefined ? '' : html`<caption>${part.title}</caption>`;
      const heads = head.map((cell) => html`<th scope="col">${runs(cell)}</th>`);
      const body = rows.map((row) => html`<tr>${row.map((cell) => html`<td>${runs(cell)}</td>`)}</tr>`);
      return html`<table>${name}<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
    }
    case 'drawing':
      return part.picture !== undefined && choice.drawn
        ? drawing(part.says, pictureShapes(part.picture))
        : html`<p class="s">${part.says}</p>`;
    case 'box':
      return html`<div class="b"><p><strong>${part.title}</strong></p>${inner(part.parts)}</div>`;
    case 'step': {
      const title = heading(choice.level + 1, `${part.place}. ${part.title}`);
      return html`<div class="t">${title}${inner(part.parts)}</div>`;
    }
    default:
      return part satisfies never;
  }
}

/** Parts one after the other. */
const partsMarkup = (parts: readonly Part[], choice: MarkupChoice): Markup =>
  html`${parts.map((part) => partMarkup(part, choice))}`;

/** Place of a part that begins something a voice reads in one piece; nothing of what goes on with it. */
const placeOf = (part: Part): string | undefined =>
  part.kind === 'heading' ? (part.id ?? '') : 'at' in part ? part.at : undefined;

/** Parts, those that are read in one piece inside one element. */
function heardMarkup(parts: readonly Part[], choice: MarkupChoice): Markup {
  const { heard } = choice;
  if (heard === undefined) return partsMarkup(parts, choice);
  const pieces: { readonly place: string; readonly parts: Part[] }[] = [{ place: introPlace, parts: [] }];
  for (const part of parts) {
    const place = placeOf(part);
    if (place === undefined) pieces.at(-1)?.parts.push(part);
    else pieces.push({ place, parts: [part] });
  }
  return html`${pieces.map(({ place, parts: own }) =>
    heard.has(place)
      ? html`<div id="${heardId(place)}">${partsMarkup(own, choice)}</div>`
      : partsMarkup(own, choice),
  )}`;
}

/** The easy-read version of a guide, below its own. */
function easyMarkup({ title, review, parts }: NonNullable<GuideText['easy']>, choice: MarkupChoice): Markup {
  const own = { ...choice, prefix: `${choice.prefix ?? ''}d-` };
  return html`${heading(choice.level, title)}<p>${review}</p>${partsMarkup(parts, own)}`;
}

/** Body of a guide below its title: facts, sections, easy-read version, sources, day. */
export function guideMarkup(guide: GuideText, choice: MarkupChoice): Markup {
  const { t } = wordsFor(guide.lang);
  const { easy, summary, facts, parts, checked } = guide;
  const { rest } = choice;
  const sources = rest === undefined ? guide.sources : guide.origins;
  return html`${[
    html`<p class="l">${summary}</p>`,
    facts.map((fact) => html`<p>${fact}</p>`),
    heardMarkup(parts, choice),
    easy && easyMarkup({ ...easy, title: `${t('books.easy')}: ${easy.title}` }, choice),
    heading(choice.level, t('guide.sources')),
    sources.length > 0 && html`<ul>${sources.map((source) => html`<li>${source}</li>`)}</ul>`,
    rest && html`<p>${t(rest.says, { address: rest.address })}</p>`,
    html`<p>${checked}</p>`,
  ]}`;
}

/** Looks of the drawings, for the styles of a book. */
export const drawingStyle =
  'svg{width:6em;height:6em;fill:none;stroke:currentColor;stroke-width:3}' +
  'svg{stroke-linecap:round;stroke-linejoin:round}' +
  '.w{fill:#fff}.t{fill:#cfe4f2}.y{fill:#ffd84d}.k{fill:currentColor}.r{stroke:#b00020}.g{stroke:#1b6e3c}';
