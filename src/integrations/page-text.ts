/** The words of a finished page, and a copy of it with extra words for the search index only. */

/** Text of the main part, tags removed. */
export function textOf(html: string): string {
  const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? '';
  return main.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/&[a-z#0-9]+;/g, ' ');
}

/** The page with folded words as hidden metadata inside the indexed part. The page on disk stays as it is. */
export function withFolded(html: string, folded: string): string {
  return folded === '' ? html : html.replace(/(<main[^>]*>)/, `$1<meta data-pagefind-meta="khong-dau[content]" content="${folded}">`);
}
