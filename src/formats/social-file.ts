/**
 * Social images as PNG files. Drawing one takes about 20 ms, so they are kept between builds by what is drawn: a kept file is never stale.
 * They are drawn in a thread of their own: three megabytes of pixels each, in a process that holds a whole edition, made it look for
 * garbage again and again, which cost more than the drawing.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { drawSocialImage, socialPalette, type SocialImage } from './social-image.ts';
import type { Drawn } from './social-worker.ts';

/** Raised when the way from drawing to file changes. */
const version = 1;
/** Last bytes of every whole PNG. */
const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** The file. `cache` is a folder that may be lost at any time; undefined keeps nothing. */
export async function socialFile(image: SocialImage, cache: string | undefined): Promise<Buffer> {
  const svg = drawSocialImage(image);
  const kept = cache === undefined ? undefined : join(cache, `${createHash('sha256').update(`${version}\n${JSON.stringify(socialPalette)}\n${svg}`).digest('hex')}.png`);
  if (kept !== undefined) {
    try {
      const file = readFileSync(kept);
      // A machine that went down while writing may leave a torn file.
      if (file.subarray(-end.length).equals(end)) return file;
    } catch { /* not drawn yet */ }
  }
  const file = await draw(svg);
  if (kept !== undefined) {
    try {
      mkdirSync(join(kept, '..'), { recursive: true });
      writeFileSync(`${kept}.${process.pid}`, file);
      renameSync(`${kept}.${process.pid}`, kept);
    } catch { /* a cache that cannot be written costs time, nothing else */ }
  }
  return file;
}

let worker: Worker | undefined;
const waiting = new Map<string, { resolve(file: Buffer): void; reject(error: unknown): void }[]>();

/** A drawing as a file, made in the thread. */
function draw(svg: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    waiting.set(svg, [...(waiting.get(svg) ?? []), { resolve, reject }]);
    const thread = (worker ??= started());
    thread.ref();
    thread.postMessage(svg);
  });
}

function started(): Worker {
  // By its place in the project: the bundler moves this file, and the thread runs the source.
  const made = new Worker(join(process.cwd(), 'src/formats/social-worker.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const settle = (svg: string, how: (w: { resolve(file: Buffer): void; reject(error: unknown): void }) => void): void => {
    const [first, ...others] = waiting.get(svg) ?? [];
    if (others.length > 0) waiting.set(svg, others);
    else waiting.delete(svg);
    if (first) how(first);
    // A thread without work does not keep the process alive.
    if (waiting.size === 0) made.unref();
  };
  made.on('message', ({ svg, file, error }: Drawn) => settle(svg, (w) => (file ? w.resolve(Buffer.from(file)) : w.reject(new Error(error)))));
  made.on('error', (error) => { worker = undefined; for (const svg of [...waiting.keys()]) while (waiting.has(svg)) settle(svg, (w) => w.reject(error)); });
  return made;
}
