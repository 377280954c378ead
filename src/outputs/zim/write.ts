/** A ZIM file by zimwriterfs, from a folder that is gone afterwards. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { absolute, pages } from '../../domain/address.ts';
import { t } from '../../words/words.ts';
import type { ExportedFile, ExportInput } from '../output.ts';
import { settled } from './settle.ts';
import { frontPage, typedFolder, zimPages } from './pages.ts';

const iconFile = 'bieu-tuong.png';
/** Side that the format asks for, in pixels. */
const iconSide = 48;

/** Letters that Kiwix shows of a title and of a description; longer ones it refuses to list. */
const longest = { title: 30, description: 80 } as const;
const cut = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;

/** The file of a choice. @throws Error that says what to install, or what zimwriterfs refused */
export async function zimFile(input: ExportInput): Promise<ExportedFile[]> {
  const { handbook, choice, program } = input;
  const { site, edition } = handbook;
  const writer = program('zimwriterfs', 'zim-tools');
  const title = choice.of === 'everything' ? site.name : choice.title;
  const work = mkdtempSync(join(tmpdir(), 'zim-'));
  try {
    const folder = join(work, 'trang');
    mkdirSync(folder);
    const all = zimPages(input, title);
    mkdirSync(join(folder, typedFolder));
    for (const { file, content } of all) writeFileSync(join(folder, file), content);
    const icon = await sharp('public/bieu-tuong.svg', { density: 72 * 2 })
      .resize(iconSide, iconSide)
      .png()
      .toBuffer();
    writeFileSync(join(folder, iconFile), icon);
    const made = join(work, 'so-tay.zim');
    const run = spawnSync(
      writer,
      [
        ['--welcome', frontPage],
        ['--illustration', iconFile],
        ['--language', 'vie'],
        ['--title', cut(title, longest.title)],
        ['--description', cut(t('zim.description'), longest.description)],
        ['--creator', site.owner],
        ['--publisher', site.owner],
        ['--name', `so-tay-so_vi_${choice.slug}`],
        ['--flavour', edition],
        ['--source', absolute(site.url, pages.home)],
        ['--scraper', 'so-tay-so'],
        ['--threads', '1'],
        folder,
        made,
      ].flat(),
      { encoding: 'utf8' },
    );
    if (run.status !== 0) throw new Error(`zimwriterfs: ${run.stderr || run.stdout} (zimwriterfs failed)`);
    return [{ name: `kiwix/${choice.slug}.zim`, content: settled(readFileSync(made)) }];
  } finally {
    rmSync(work, { recursive: true });
  }
}
