/** OpenSearch 1.1 description: lets a browser or a portal ask the handbook's own search. */
import { absolute, pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { element, xmlDocument } from '../../formats/xml.ts';

/** The format allows 16 characters: whole words of the name, as many as fit. */
function shortName(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && words.join(' ').length > 16) words.pop();
  return words.join(' ').slice(0, 16);
}

/** The file. The braces of `{searchTerms}` belong to the format and stay as they are. */
export function openSearchFile({ site }: Pick<Handbook, 'site'>): string {
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, shortName(site.name)),
      element('Description', {}, t('openSearch.description', { site: site.name })),
      element('Url', {
        type: 'text/html',
        method: 'get',
        template: `${absolute(site.url, pages.search)}?q={searchTerms}`,
      }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: absolute(site.url, pages.openSearch),
      }),
      element('Image', { width: 32, height: 32, type: 'image/svg+xml' }, absolute(site.url, pages.icon)),
      element('Language', {}, 'vi'),
      element('InputEncoding', {}, 'UTF-8'),
      element('OutputEncoding', {}, 'UTF-8'),
    ),
  );
}
