/**
 * Sheets of the pictures of steps without their words, for looking at: `node tools/contact-sheet.ts out.html`
 * writes all of them, `--lot WORD` twenty drawn by lot (SHA-256 of the word, the address and the step),
 * `--names` every drawing and sign by its name. `--key` adds below each what its step says, to compare after
 * judging.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { typed } from '../src/cli/command-line.ts';
import { checkContent } from '../src/cli/check.ts';
import { drawPicture } from '../src/components/prose/drawn-picture.ts';
import { drawScreen } from '../src/components/prose/drawn-screen.ts';
import { html, Markup } from '../src/components/prose/html.ts';
import { pictureNames } from '../src/domain/picture-names.ts';
import { joinHandbook } from '../src/handbook/join.ts';

const { values, positionals } = typed(
  {
    lot: { type: 'string' },
    names: { type: 'boolean', default: false },
    key: { type: 'boolean', default: false },
  },
  { words: 1 },
);
const [out] = positionals;
if (out === undefined) throw new Error('name the file to write: node tools/contact-sheet.ts out.html');

interface Drawn {
  readonly address: string;
  readonly about: string;
  readonly drawing: readonly Markup[];
}

function ofSteps(): Drawn[] {
  const checked = checkContent(process.cwd());
  const { guides } = joinHandbook(checked.read.entries, checked.proof);
  return guides
    .filter(({ card }) => card === undefined)
    .flatMap(({ address, data, tree }) =>
      tree.sections
        .flatMap(({ steps }) => steps)
        .map(({ id, title, blocks }) => ({
          address: `${address}#${id}`,
          about: `${data.number}, ${data.title}: ${title}`,
          drawing: blocks.flatMap((block) =>
            block.kind === 'screen'
              ? [drawScreen(block.screen, undefined, true)]
              : block.kind === 'picture'
                ? [drawPicture(block.picture)]
                : [],
          ),
        })),
    )
    .filter(({ drawing }) => drawing.length > 0);
}

const ticket = (word: string, { address }: Drawn): string =>
  createHash('sha256').update(`${word} ${address}`).digest('hex');

function chosen(): Drawn[] {
  if (values.names)
    return pictureNames.map((name) => ({
      address: name,
      about: name,
      drawing: [drawPicture({ name, alt: name })],
    }));
  const all = ofSteps();
  const { lot } = values;
  if (lot === undefined) return all;
  return all.sort((one, other) => (ticket(lot, one) < ticket(lot, other) ? -1 : 1)).slice(0, 20);
}

const looks = globSync('src/styles/look-*.css').map((file) => basename(file, '.css'));
const styles = ['tokens', 'prose', 'parts', 'finger', 'strokes', 'screen', 'picture', 'gesture', ...looks]
  .map((name) => readFileSync(new URL(`../src/styles/${name}.css`, import.meta.url), 'utf8'))
  .join('\n');
const own = `*{box-sizing:border-box}body{margin:8px;background:var(--paper);color:var(--ink);font:18px Roboto,sans-serif}
ol{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:10px;list-style:none;margin:0;padding:0}
li{border:1px solid #bbb;padding:4px;min-height:150px} small{display:block;font-size:11px;line-height:1.2}
.phone p{color:transparent!important}.phone p svg:not(.tip){color:var(--ink)}.phone .press svg:not(.tip){color:#fff}`;
const cells = chosen().map(
  ({ about, drawing }, index) =>
    html`<li><small>${index + 1}</small>${drawing}${(values.key || values.names) && html`<small>${about}</small>`}</li>`,
);
writeFileSync(
  out,
  html`<!doctype html><html lang="vi"><meta charset="utf-8"><title>Hình không chữ</title><style>${new Markup(styles + own)}</style><ol class="steps-of-lot">${cells}</ol></html>`
    .text,
);
console.log(`${cells.length} hình, vào ${out}.`);
