/**
 * Where a page of this site is: its address, or its file in a copy that was opened from a disk, which names
 * the way to its root in `data-goc`.
 */
export function ownAddress(address: string): string {
  const root = document.documentElement.dataset.goc;
  return root === undefined ? address : `${root}${address.slice(1)}index.html`;
}
