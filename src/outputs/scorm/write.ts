/** Packages for learning platforms: one a guide, a track and a session, or one for what was chosen. */
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { rolldown } from 'rolldown';
import { guideText } from '../../books/guide-text.ts';
import { guideMarkup } from '../../books/markup.ts';
import { pageStyle } from '../../books/page-style.ts';
import { html, type Markup } from '../../components/prose/html.ts';
import { absolute, numberAddress, pages } from '../../domain/address.ts';
import { scriptTargets } from '../../floor/browsers.ts';
import type { Guide, Handbook, Programme } from '../../handbook/handbook.ts';
import { dayWords, t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';
import { manifest } from './manifest.ts';
import type { Standard } from './standards.ts';

const styleFile = 'kieu.css';
const scriptFile = 'bai.js';
const style = [
  pageStyle,
  '[hidden]{display:none}.h{border-top:3px solid #46238a;margin-top:2em}#trang-thai{font-weight:bold}',
  'button,summary{font:inherit;padding:.6em .8em;min-height:48px;box-sizing:border-box;cursor:pointer}',
  'button{border:2px solid #46238a;background:#46238a;color:#fff}summary{text-decoration:underline}',
  '#tiep{border:2px solid #46238a;padding:.6em .8em}',
].join('');

/** The script of every lesson, one classic script for the oldest browsers served. */
async function lessonScript(): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'lesson.ts'),
    logLevel: 'silent',
    transform: { target: [...scriptTargets] },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

/** A lesson of a package. */
interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly body: Markup;
}
type Question = Programme['questions'][number];

/** What a reader asks themself at the end; each has its answer under it. */
function questionsMarkup(questions: readonly Question[]): Markup {
  const rows = questions.map(({ ask, expect, guide, words }, index) => {
    const where = t('scorm.where', { title: guide.data.title, number: guide.data.number, words });
    return html`<h3>${t('scorm.question', { n: index + 1 })}</h3><p>${ask}</p><details>
<summary>${t('scorm.answer')}</summary><p>${expect}</p><p>${where}</p></details>`;
  });
  return html`<h2>${t('scorm.ask')}</h2><p>${t('scorm.askLead')}</p>${rows}`;
}

/** End of a lesson: questions, or a button where no question stands on it. */
function endMarkup(questions: readonly Question[]): Markup {
  const press = html`<p><button type="button" id="xong">${t('scorm.done')}</button></p>`;
  const button = html`<h2>${t('scorm.end')}</h2>${press}`;
  const moments = html`data-ghi="${t('scorm.kept')}" data-dang="${t('scorm.told')}"`;
  const alone = html`data-roi="${t('scorm.seen')}" data-khong="${t('scorm.alone')}"`;
  const end = questions.length === 0 ? button : questionsMarkup(questions);
  return html`<div class="h">${end}<p id="trang-thai" role="status" ${moments} ${alone}></p></div>`;
}

function guideLesson(guide: Guide, handbook: Handbook, questions: readonly Question[]): Lesson {
  const words = guideText(guide, handbook);
  // A link to another lesson would leave this one without the platform knowing.
  const body = guideMarkup(words, { linkTo: () => undefined, drawn: true, level: 2 });
  const address = absolute(handbook.site.url, numberAddress(words.number));
  const from = html`<p>${t('scorm.from', { name: handbook.site.name, address })}</p>`;
  return {
    id: `bai-${words.number}`,
    title: `${words.name}. ${words.title}`,
    lang: words.lang,
    body: html`${body}${from}${endMarkup(questions)}`,
  };
}

/** The last lesson of a session: what its learners can do now, its three questions, what to do at home. */
function sessionEnd({ data, questions }: Programme): Lesson {
  const can = data.goals.map((goal) => html`<li>${goal}</li>`);
  const goals = html`<h2>${t('scorm.goals')}</h2><ul>${can}</ul>`;
  const home = html`<h2>${t('scorm.homework')}</h2><p>${data.homework}</p>`;
  return {
    id: 'ba-cau-hoi',
    title: t('scorm.last', { title: data.title }),
    lang: 'vi',
    body: html`<p class="l">${data.summary}</p>${goals}${home}${endMarkup(questions)}`,
  };
}

/** The page of a lesson. It may load its own style and script, and nothing else. */
function page(lesson: Lesson, { site, edition }: Handbook, standard: Standard): string {
  const policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";
  const heads = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${lesson.title}</title>
<base target="_blank"><link rel="stylesheet" href="${styleFile}">`;
  const back = html`<p id="tiep" hidden>${t('scorm.resume')} <a href="#" target="_self"></a></p>`;
  const day = t('books.edition', { day: dayWords(edition) });
  const foot = html`<p>${site.name}, ${site.edition}. ${day} ${absolute(site.url, pages.home)}</p>`;
  return html`<!doctype html>
<html lang="${lesson.lang}" data-ban="${edition}" data-scorm="${standard}"><head>${heads}</head>
<body>${back}<main><h1>${lesson.title}</h1>${lesson.body}</main><footer lang="vi">${foot}</footer>
<script src="${scriptFile}"></script></body></html>
`.text;
}

/** Folder of the packages of a standard. */
const folders = { '1.2': 'scorm', '2004': 'scorm/2004' } as const;

/** Makes packages of one handbook by one standard, with one script. */
class Packer {
  readonly #handbook: Handbook;
  readonly #script: string;
  readonly #standard: Standard;
  constructor(handbook: Handbook, script: string, standard: Standard) {
    this.#handbook = handbook;
    this.#script = script;
    this.#standard = standard;
  }

  #pack(name: string, title: string, lessons: readonly Lesson[]): ExportedFile {
    const { edition } = this.#handbook;
    const rows = lessons.map((lesson) => ({ ...lesson, file: `${lesson.id}.html` }));
    const shared = { [styleFile]: style, [scriptFile]: this.#script };
    const files: Readonly<Record<string, string>> = {
      'imsmanifest.xml': manifest(
        this.#standard,
        `so-tay-so-${name}`,
        title,
        edition,
        rows,
        Object.keys(shared),
      ),
      ...shared,
      ...Object.fromEntries(rows.map((row) => [row.file, page(row, this.#handbook, this.#standard)])),
    };
    const bytes = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)]));
    const mtime = new Date(`${edition}T00:00:00`);
    return { name: `${folders[this.#standard]}/${name}.zip`, content: zipSync(bytes, { mtime, level: 9 }) };
  }

  /** Questions of sessions whose answer stands in a guide, each once. */
  #about(guide: Guide): readonly Question[] {
    const all = this.#handbook.programmes.flatMap(({ questions }) => questions);
    const about = all.filter((question) => question.guide.id === guide.id);
    return [...new Map(about.map((question) => [question.ask, question])).values()];
  }

  guide(guide: Guide): ExportedFile {
    const lesson = guideLesson(guide, this.#handbook, this.#about(guide));
    return this.#pack(lesson.id, lesson.title, [lesson]);
  }
  guides(name: string, title: string, guides: readonly Guide[]): ExportedFile {
    const lessons = guides.map((guide) => guideLesson(guide, this.#handbook, this.#about(guide)));
    return this.#pack(name, title, lessons);
  }
  session(session: Programme): ExportedFile {
    const lessons = session.guides.map((guide) => guideLesson(guide, this.#handbook, []));
    return this.#pack(`buoi-${session.id}`, session.data.title, [...lessons, sessionEnd(session)]);
  }
}

/** What is to be made, each when its turn comes. */
function wanted({ handbook, choice }: ExportInput, packer: Packer): (() => ExportedFile)[] {
  const each = choice.guides.map((guide) => () => packer.guide(guide));
  const tracks = handbook.tracks.map((track) => ({ name: `chang-${track.id}`, track }));
  const track =
    ({ name, track: { data, guides } }: (typeof tracks)[number]) =>
    (): ExportedFile =>
      packer.guides(name, data.title, guides);
  const session = (one: Programme) => (): ExportedFile => packer.session(one);
  switch (choice.of) {
    case 'guides':
      return each;
    case 'session':
      return handbook.programmes.filter(({ id }) => id === choice.slug).map(session);
    case 'track':
      return tracks.filter((one) => one.track.id === choice.slug).map(track);
    case 'audience':
      return [() => packer.guides(`nhom-${choice.slug}`, choice.title, choice.guides)];
    case 'everything':
      return [...each, ...tracks.map(track), ...handbook.programmes.map(session)];
    default:
      return choice.of satisfies never;
  }
}

/** The packages of a choice. */
export async function packages(input: ExportInput): Promise<ExportedFile[]> {
  const script = await lessonScript();
  const all = (['1.2', '2004'] as const).flatMap((standard) =>
    wanted(input, new Packer(input.handbook, script, standard)),
  );
  return all.map((make, index) => {
    input.say(index + 1, all.length);
    return make();
  });
}
