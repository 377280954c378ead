/**
 * Addresses of the site as they are written in a copy that opens from a disk. Pure; runs in the command and
 * in the browser.
 */

/**
 * Way from a page back to the folder that holds the copy: `/huong-dan/tien/` → `../../`; empty for the front
 * page.
 */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 2);
}

/**
 * An address of this site, seen from a page whose way to the root is `root`: `/83/?x#y` →
 * `../83/index.html?x#y`.
 * What is not an address from the root (other sites, `#part`, `?question`, telephone numbers) stays as it is.
 */
export function diskAddress(root: string, address: string): string {
  if (!/^\/(?!\/)/.test(address)) return address;
  const [, path, rest] = /^\/([^?#]*)(.*)$/s.exec(address)!;
  return `${root}${path}${path === '' || path!.endsWith('/') ? 'index.html' : ''}${rest}`;
}
