/** Each guide as plain text and as Markdown. */
import { guideText } from '../../books/guide-text.ts';
import { markdownText, originOf, plainText } from '../../books/plain-text.ts';
import type { ExportedFile, ExportInput } from '../output.ts';

/** Two files a guide: `chu/83.txt`, `chu/83.md`. */
export function textFiles({ handbook, choice, say }: ExportInput): ExportedFile[] {
  return choice.guides.flatMap((guide, index) => {
    const words = guideText(guide, handbook);
    const origin = originOf(guide, handbook);
    say(index + 1, choice.guides.length);
    return [
      { name: `chu/${words.number}.txt`, content: plainText(words, origin) },
      { name: `chu/${words.number}.md`, content: markdownText(words, origin) },
    ];
  });
}
