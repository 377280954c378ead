/**
 * Starts the worker of the site once the page has come and is idle, unless the reader asked that nothing be
 * kept on this device.
 */
import { offlineWorkerAddress } from './trusted-urls.ts';

/** As the early script found it. (`mayRemember` would be a second request on every page.) */
const refused = (): boolean => document.documentElement.dataset.luu === 'khong';

const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
if (worker && OFFERED.offline) {
  // A browser may refuse, in private windows for instance; pages work all the same.
  const start = (): void => void worker.register(offlineWorkerAddress()).catch(() => undefined);
  if (!refused()) addEventListener('load', () => setTimeout(start, 1500));
  // The page that keeps sections asks for it at once.
  addEventListener('luu', start);
}
