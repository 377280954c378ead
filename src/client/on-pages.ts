/** Runs what forms do on every page, each only where the reader let it keep something on this device. */
import scripts from 'virtual:on-pages';

try {
  for (const { key, run } of scripts)
    if (localStorage.getItem(key) !== null) void run().catch(() => undefined);
} catch {
  // Storage is closed: nothing was kept.
}
