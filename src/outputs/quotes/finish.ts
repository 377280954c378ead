/** On the finished site: the Markdown twin of every page that has none yet, and the list of them. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { absolute, markdownAddress, pages } from '../../domain/address.ts';
import { t } from '../../words/words.ts';
import type { FinishedSite } from '../output.ts';
import { entry, withList } from './list.ts';
import { twinPage } from './page-twin.ts';

/** Writes both, and says how many there are. */
export function writeTwins({ dist, base }: Pick<FinishedSite, 'dist' | 'base'>): string {
  const listed: string[] = [];
  const found = globSync('**/index.html', { cwd: dist }).map((file) => file.split(sep).join('/'));
  for (const file of found.sort()) {
    const address = `/${file.replace(/index\.html$/, '')}`;
    const twin = markdownAddress(address);
    if (existsSync(join(dist, twin))) continue;
    const own = absolute(base, address);
    const whole = (to: string): string =>
      to.startsWith('/') ? absolute(base, to) : to.replace(/^(?=[#?])/, own);
    const page = twinPage(readFileSync(join(dist, file), 'utf8'), whole);
    if (page === undefined) continue;
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
