/**
 * The kill switch. An operator puts this in the place of `/sw.js` (see docs/ngoai-tuyen.md): it throws away
 * everything that was kept,
 * ends itself, and leaves the pages to the network. It answers no request, so nothing can be wrong in it.
 */
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('so-tay')) await caches.delete(name);
      await self.registration.unregister();
    })(),
  ),
);
