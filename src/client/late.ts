/**
 * The one way by which a page loads what it does not begin with: scripts, words, files of search. A tab may
 * stay open while a new edition is published; then what it asks for is gone, and "check the network" would be
 * untrue. So a failure is looked into before it is told.
 */

/** No network; the site has a newer edition than this tab; or the site answers and does not have the file. */
export type Cause = 'offline' | 'newer' | 'broken';

/**
 * Thrown when something did not come. A notice stands on the page already, unless the cause is the network.
 */
export class NotLoaded extends Error {
  declare readonly cause: Cause;
  constructor(cause: Cause) {
    super(cause);
    this.cause = cause;
  }
}

/**
 * Words that few readers ever need and only where the site can be reached, so they weigh on no page:
 * `/tai-sau.json`.
 */
export type LateWords = Readonly<
  Record<
    | 'newer'
    | 'broken'
    | 'reload'
    | 'open'
    | 'openApp'
    | 'openOther'
    | 'openByHand'
    | 'copy'
    | 'copied'
    | 'byHand',
    string
  >
>;
export const lateWordsAddress = '/tai-sau.json';

const isWords = (value: unknown): value is LateWords =>
  typeof value === 'object' && value !== null && 'newer' in value && 'broken' in value && 'reload' in value;

/**
 * Whether a page names every script that this one began with. Each name holds the digest of the script and of
 * all that it may load.
 */
export const sameEdition = (html: string, own: readonly string[]): boolean =>
  own.every((address) => html.includes(address));

/**
 * Finds the cause. The network is asked and not believed: `navigator.onLine` only knows of the line to the
 * next machine.
 */
async function lookInto(): Promise<readonly [Cause, LateWords?]> {
  try {
    const words: unknown = await (await fetch(lateWordsAddress, { cache: 'no-store' })).json();
    // A page that asks for a password in the place of the network answers with anything.
    if (!isWords(words)) return ['offline'];
    const page = await fetch(location.pathname, { cache: 'no-store' });
    const own = [...document.querySelectorAll('script[src]')].map(
      (script) => script.getAttribute('src') ?? '',
    );
    return [sameEdition(await page.text(), own) ? 'broken' : 'newer', words];
  } catch {
    return ['offline'];
  }
}

/** One notice on a page, above everything at the foot of the window, with the way out. */
function show(text: string, reload: string | undefined): void {
  // A newer edition stays newer, whatever else comes or does not.
  if (document.querySelector('[data-late=newer]')) return;
  const line = document.createElement('p');
  line.dataset.late = reload === undefined ? 'broken' : 'newer';
  line.setAttribute('role', 'alert');
  // Here and not in a style sheet: hardly anybody ever meets it.
  Object.assign(line.style, {
    position: 'fixed',
    inset: 'auto 0 0',
    zIndex: '2',
    margin: '0',
    maxWidth: 'none',
    padding: '0.75rem 1rem',
    background: 'var(--paper)',
    borderTop: '3px solid var(--act)',
  });
  line.append(`${text} `);
  if (reload !== undefined) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pill';
    button.textContent = reload;
    // The browser keeps the place on the page, and the address what was asked.
    button.addEventListener('click', () => location.reload());
    line.append(button);
  }
  document.querySelector('[data-late]')?.remove();
  document.body.append(line);
}

/** What the site answered without giving it. The notice stands until all of it has come. */
const missing = new Set<string>();

/**
 * Loads something, by its name on this page. When it does not come, tells the reader why (save that there is
 * no network, which the caller tells) and throws `NotLoaded`. Another thing that comes meanwhile does not
 * take the notice away.
 */
export async function late<T>(load: () => Promise<T>, name: string): Promise<T> {
  try {
    const loaded = await load();
    missing.delete(name);
    if (missing.size === 0) document.querySelector('[data-late=broken]')?.remove();
    return loaded;
  } catch {
    const [cause, words] =
      navigator.onLine && location.protocol !== 'file:' ? await lookInto() : (['offline'] as const);
    if (cause === 'broken') missing.add(name);
    if (words && cause !== 'offline') show(words[cause], cause === 'newer' ? words.reload : undefined);
    throw new NotLoaded(cause);
  }
}

/**
 * A JSON file of this site. The build that wrote this script wrote the file too, so its shape is taken as
 * promised.
 */
export const lateJson = <T>(address: string): Promise<T> =>
  late(async (): Promise<T> => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return (await answer.json()) as T;
  }, address);
