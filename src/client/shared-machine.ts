/**
 * Whether this device may keep something of its reader. The one place to ask, so that "a machine that many
 * use" is obeyed everywhere: the switch among the display modes, its address (`?che-do=may-chung`), and the
 * choice on the page of the offline copy that nothing be kept. The early script reads all before anything
 * else runs and says so in `<html data-luu>`, so that scripts of every page may ask without a request more.
 */
export function mayRemember(): boolean {
  if (document.documentElement.dataset.luu === 'khong') return false;
  try {
    return localStorage.getItem('luu') !== 'khong';
  } catch {
    return false;
  }
}
