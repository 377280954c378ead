/** On the finished site: the Markdown twin of every page that has none yet, and the list of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFiles } from '../../books/site-files.ts';
import { absolute, markdownAddress, pages } from '../../domain/address.ts';
import { eachAnew } from '../../domain/kept-work.ts';
import { t } from '../../words/words.ts';
import type { FinishedSite } from '../output.ts';
import { entry, withList } from './list.ts';
import { isTwinPage, twinPage } from './page-twin.ts';

/** Writes them, and says how many twins there are. */
export function writeTwins({
  dist,
  base,
  known = eachAnew,
}: Pick<FinishedSite, 'dist' | 'base'> & Partial<Pick<FinishedSite, 'known'>>): string {
  const listed: string[] = [];
  for (const file of siteFiles(dist)) {
    if (!/(?:^|\/)index\.html$/.test(file)) continue;
    const address = `/${file.replace(/index\.html$/, '')}`;
    const twin = markdownAddress(address);
    if (existsSync(join(dist, twin))) continue;
    const markup = readFileSync(join(dist, file), 'utf8');
    const own = absolute(base, address);
    const whole = (to: string): string =>
      to.startsWith('/') ? absolute(base, to) : to.replace(/^(?=[#?])/, own);
    const page = known.again('twins', [own, base, markup], () => twinPage(markup, whole) ?? null, isTwinPage);
    if (page === null) continue;
    const text = [page.body, page.foot, t('books.quote'), absolute(base, address)].join('\n\n');
    const bytes = Buffer.from(withList(`${text}\n`, base));
    if (!known.laid(dist, twin, bytes)) writeFileSync(join(dist, twin), bytes);
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
