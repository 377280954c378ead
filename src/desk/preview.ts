/** What a text will say to readers: a guide as its page tells it, an announcement as it is read aloud. */
import { guideText } from '../books/guide-text.ts';
import { guideMarkup } from '../books/markup.ts';
import { formatProblem } from '../domain/problem.ts';
import { joinHandbook } from '../handbook/join.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { escapeHtml } from '../markdown/escape.ts';
import { announcement } from '../books/announcement.ts';
import { t } from '../words/words.ts';
import { drawEntry } from './draw-entry.ts';
import type { Verdict } from './gate.ts';
import { fileOf } from './places.ts';

const document = (title: string, body: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
  `<link rel="stylesheet" href="desk.css"><body class="sheet"><h1>${escapeHtml(title)}</h1>${body}`;

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');

/** The preview of a file, as a document. */
export function previewPage(file: string, { problems, proven }: Verdict): string {
  if (proven === undefined || problems.length > 0)
    return document(t('desk.previewFaults'), paragraphs(problems.map(formatProblem)));
  return (
    drawn(file, joinHandbook(proven.entries, proven)) ??
    document(t('desk.preview'), paragraphs([t('desk.noPreview')]))
  );
}

function drawn(file: string, handbook: Handbook): string | undefined {
  const guide = handbook.guides.find((one) => one.file === file);
  if (guide) {
    const choice = { linkTo: () => undefined, drawn: true, level: 2 } as const;
    return document(guide.data.title, String(guideMarkup(guideText(guide, handbook), choice)));
  }
  const announced = handbook.guides.find(
    ({ id }) => fileOf('announcements', id.split('/').at(-1) ?? '') === file,
  );
  if (announced) {
    const { loudspeaker, zalo } = announcement(announced, handbook);
    return document(announced.data.title, paragraphs([...loudspeaker, ...zalo.split('\n')]));
  }
  const entry = drawEntry(file, handbook);
  return entry && document(entry.title, String(entry.body));
}
