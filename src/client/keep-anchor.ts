/**
 * A page that leads on forgets what stands after `#`; `/83/#buoc-2` must reach step 2 on plain hosts too.
 * Runs before the refresh, which waits for the whole page.
 */
const to = document.querySelector<HTMLAnchorElement>('main a')!.href;
if (location.hash !== '') location.replace(to + location.hash);
