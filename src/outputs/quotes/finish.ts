/**
 * On the finished site: the Markdown twin of every page that has none yet, the list of them, and in every
 * page the way to the list of all, which readers neither see nor hear.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { html } from '../../components/prose/html.ts';
import { absolute, markdownAddress, pages } from '../../domain/address.ts';
import { eachAnew } from '../../domain/kept-work.ts';
import { t } from '../../words/words.ts';
import type { FinishedSite } from '../output.ts';
import { entry, withList } from './list.ts';
import { isTwinPage, twinPage } from './page-twin.ts';

/** Where the head of a page begins: few words from its start, for machines read no further. */
const head = '<header class="top">';
const wayToList = (): string => html`<a hidden href="${pages.quoteList}">${t('quotes.list')}</a>`.text;

/** Writes them, and says how many twins there are. */
export function writeTwins({
  dist,
  base,
  known = eachAnew,
}: Pick<FinishedSite, 'dist' | 'base'> & Partial<Pick<FinishedSite, 'known'>>): string {
  const listed: string[] = [];
  const found = globSync('**/index.html', { cwd: dist }).map((file) => file.split(sep).join('/'));
  for (const file of found.sort()) {
    const address = `/${file.replace(/index\.html$/, '')}`;
    const twin = markdownAddress(address);
    const markup = readFileSync(join(dist, file), 'utf8');
    if (markup.includes(head))
      writeFileSync(
        join(dist, file),
        markup.replace(head, () => wayToList() + head),
      );
    if (existsSync(join(dist, twin))) continue;
    const own = absolute(base, address);
    const whole = (to: string): string =>
      to.startsWith('/') ? absolute(base, to) : to.replace(/^(?=[#?])/, own);
    const page = known.again('twins', [own, base, markup], () => twinPage(markup, whole) ?? null, isTwinPage);
    if (page === null) continue;
    const text = [page.body, page.foot, t('books.quote'), absolute(base, address)].join('\n\n');
    writeFileSync(join(dist, twin), withList(`${text}\n`, base));
    listed.push(entry(page.title, absolute(base, twin), page.lead));
  }
  const list = [
    `# ${t('quotes.rest')}`,
    `> ${t('quotes.restLead')}`,
    `## ${t('quotes.rest')}`,
    listed.join('\n'),
  ];
  writeFileSync(join(dist, pages.quotePages), `${list.join('\n\n')}\n`);
  return `${listed.length} bản Markdown của các trang ngoài bài`;
}
