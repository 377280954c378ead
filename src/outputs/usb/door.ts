/**
 * First script of a page that was opened from a disk. There is no server to ask, so `fetch` of the site's own
 * files is answered from
 * script files beside them, and links that other scripts write are led to the files. Runs in the browser.
 */
import { diskAddress } from './disk-address.ts';

const root = document.documentElement.dataset.goc ?? '';
type Take = (name: string, text: string) => void;
const waiting = new Map<string, (text: string) => void>();
const arrived = new Map<string, Promise<string>>();

(window as unknown as { soTayTep: Take }).soTayTep = (name, text) => waiting.get(name)?.(text);

/** The text of a file of this copy, by its address on the site. */
function fileText(address: string): Promise<string> {
  let text = arrived.get(address);
  if (!text) {
    text = new Promise<string>((resolve, reject) => {
      waiting.set(address, resolve);
      const script = document.createElement('script');
      script.src = `${root}${address.slice(1)}.js`;
      script.onerror = () => {
        arrived.delete(address);
        reject(new TypeError(`${address} is not in this copy`));
      };
      document.head.append(script);
    });
    arrived.set(address, text);
  }
  return text;
}

window.fetch = async (input) => {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.pathname : input.url;
  if (!/^\/(?!\/)/.test(address)) throw new TypeError('only files of this copy can be read');
  return new Response(await fileText(address.replace(/[?#].*$/, '')), {
    headers: { 'content-type': 'application/json' },
  });
};

/** Leads links and pictures that a script wrote to the files of this copy. */
function lead(element: Element): void {
  for (const name of ['href', 'src']) {
    const value = element.getAttribute(name);
    if (value?.startsWith('/')) element.setAttribute(name, diskAddress(root, value));
  }
}
new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === 'attributes') lead(change.target as Element);
    else
      for (const node of change.addedNodes)
        if (node instanceof Element) {
          lead(node);
          node.querySelectorAll('a[href^="/"], img[src^="/"]').forEach(lead);
        }
  }
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href', 'src'] });
