/** Which pages the sitemap lists: not number addresses, not the search page, not 404. */
export function listedPage(address: string): boolean {
  const path = new URL(address).pathname;
  return !/^\/\d+\/$/.test(path) && !['/tim-kiem/', '/404/'].includes(path);
}
