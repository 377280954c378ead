/**
 * `llms.txt`: what the handbook is, how to quote it, and every guide with its Markdown twin (llmstxt.org,
 * seen 2026-11-29).
 */
import { absolute, markdownAddress, numberAddress, pages } from '../../domain/address.ts';
import { offersPage } from '../../domain/offers.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { dayWords, t } from '../../words/words.ts';

/** Pages for what is asked besides guides, each with what stands there. */
const others = [
  ['calls', 'quotes.calls', 'quotes.callsLead'],
  ['glossary', 'quotes.glossary', 'quotes.glossaryLead'],
  ['sources', 'quotes.sources', 'quotes.sourcesLead'],
  ['data', 'quotes.data', 'quotes.dataLead'],
] as const;

/** A twin with the way to the list of all, under its first heading. */
export const withList = (markdown: string, base: string): string =>
  markdown.replace(
    '\n\n',
    () => `\n\n> ${t('quotes.list')}: [llms.txt](${absolute(base, pages.quoteList)})\n\n`,
  );

/** Words inside a Markdown link: brackets would end it. */
const linkWords = (text: string): string => text.replace(/[\\[\]]/g, String.raw`\$&`);
export const entry = (words: string, to: string, lead: string): string =>
  `- [${linkWords(words)}](${to}): ${lead}`;

/** The list, guides by shelf. */
export function quoteList({ site, edition, guides }: Handbook): string {
  const at = (address: string): string => absolute(site.url, address);
  const shelves = Map.groupBy(guides, ({ shelf }) => shelf.data.title);
  const sections = [...shelves].map(([shelf, own]) => [
    `## ${shelf}`,
    own
      .map(({ address, data }) => {
        const name = `${t('guide.number')} ${data.number}. ${data.title}`;
        return entry(name, at(markdownAddress(address)), data.summary);
      })
      .join('\n'),
  ]);
  const rest = others
    .filter(([page]) => offersPage(page))
    .map(([page, name, lead]) => entry(t(name), at(markdownAddress(pages[page])), t(lead)));
  return `${[
    `# ${site.name}`,
    `> ${t('quotes.what', { name: site.name })}`,
    t('books.quote'),
    t('quotes.number', { address: at(numberAddress(guides[0]?.data.number ?? 1)) }),
    `${site.edition}. ${site.owner}. ${t('books.edition', { day: dayWords(edition) })}`,
    ...sections.flat(),
    `## ${t('quotes.more')}`,
    [...rest, entry(t('quotes.rest'), at(pages.quotePages), t('quotes.restLead'))].join('\n'),
  ].join('\n\n')}\n`;
}
