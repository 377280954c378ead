/**
 * Draws a page only when something that it reads has changed: what it read the last time is kept beside it,
 * by digest. Any doubt draws anew: other code, a broken store, an entry that cannot be told from another, a
 * sample page that comes out otherwise than it was kept.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, PathWithRoute, RouteData } from 'astro';
import { reading, readingSlot } from '../../domain/once.ts';
import { handedOver } from '../../gate/hand-over.ts';
import { codeDigest } from './code-digest.ts';
import { grouping, keptGroups } from './groups.ts';
import { readKept, writeKept, type Kept, type KeptIndex, type KeptRow, type KeptWriter } from './store.ts';
import { emptyFrame, watch, type Frame } from './watch.ts';

/**
 * Names the folder of kept pages to a build, and what it does with them: `use` takes over what is the same,
 * `compare` draws everything and tells when a page that would have been taken over is another.
 */
export const keptVariable = 'KEPT_PAGES';
export type KeptUse = 'use' | 'compare';
/** Where pages are kept. */
export const keptFolder = '.cache/kept';
/** The value of the variable. */
export const keptSetting = (use: KeptUse, folder: string): string => `${use}:${folder}`;

/** So many kept pages are drawn as well before any is taken over. */
const sampled = 5;

/** What Astro hands over; the route is named by its file. */
interface Route {
  readonly component: string;
}
interface Path {
  readonly pathname: string;
  readonly route: Route;
}
interface RenderOptions {
  readonly routeData: Route;
}
/** The part of a prerenderer that draws. */
export interface Drawer<P extends Path = Path, O extends RenderOptions = RenderOptions> {
  readonly name: string;
  setup?: () => Promise<void>;
  getStaticPaths: () => Promise<P[]>;
  render: (request: Request, options: O) => Promise<Response | { readonly response: Response }>;
  teardown?: () => Promise<void>;
  /** The default one holds its routes here. */
  app?: { readonly manifest: { routes: readonly unknown[] } };
}

/** What a wrapped prerenderer needs to know. */
interface Keeping {
  readonly use: KeptUse;
  readonly folder: string;
  /** Asked when all scripts are written. */
  readonly code: () => string;
  readonly bodies: (file: string) => unknown;
  readonly say: (line: string) => void;
}

/** A prerenderer that takes over what `inner` need not draw. */
export function keeping<P extends Path, O extends RenderOptions>(
  inner: Drawer<P, O>,
  { use, folder, code, bodies, say }: Keeping,
): Drawer<P, O> {
  const seen = watch(bodies);
  const frames = new Map<Route, Frame>();
  /** Pages of the build before that still hold. */
  const before = new Map<string, KeptRow>();
  const after = new Map<string, Omit<KeptRow, 'group'> & { readonly frame: Frame }>();
  const sample = new Set<string>();
  /** Why nothing is kept, if so. */
  let doubt: string | undefined;
  let codeNow = '';
  let store: Kept | undefined;
  let writer: KeptWriter | undefined;
  let frameOf: ((group: number) => Frame) | undefined;
  let taken = 0;
  const stale: string[] = [];

  async function noting<T>(frame: Frame, work: () => Promise<T>): Promise<T> {
    seen.note(frame);
    try {
      return await work();
    } finally {
      seen.note(undefined);
    }
  }

  /** The paths of one route after another, so that what is read for one is not put down to all. */
  async function paths(manifest: { routes: readonly unknown[] }): Promise<P[]> {
    const all = manifest.routes;
    const found: P[] = [];
    try {
      for (const route of all) {
        const frame = emptyFrame();
        manifest.routes = [route];
        for (const path of await noting(frame, inner.getStaticPaths)) {
          frames.set(path.route, frame);
          found.push(path);
        }
      }
    } finally {
      manifest.routes = all;
    }
    return found;
  }

  /** Learns what was kept and still holds, and chooses pages that are drawn all the same. */
  function learn(): void {
    store = readKept(folder, codeNow);
    if (store === undefined) return;
    const groups = keptGroups(store.index, seen);
    ({ frameOf } = groups);
    for (const [address, row] of Object.entries(store.index.drawn))
      if (groups.holds(row.group)) before.set(address, row);
    const day = JSON.stringify(store.index.fields.map(([name]) => seen.says(name)));
    const lot = (address: string): string => createHash('sha256').update(`${day}${address}`).digest('hex');
    const drawn = [...before.keys()].map((address): [string, string] => [lot(address), address]);
    for (const [, address] of drawn.sort().slice(0, sampled)) sample.add(address);
  }

  function finish(): void {
    const { written, groupOf } = grouping(seen);
    const drawn: KeptIndex['drawn'] = {};
    for (const [address, { frame, ...page }] of after) {
      frame.frames.add(seen.everyPage);
      const group = groupOf(frame);
      if (group !== undefined) drawn[address] = { ...page, group };
    }
    writer?.end({ code: codeNow, ...written, drawn });
    say(
      `${taken} trang lấy lại, ${after.size - taken} trang vẽ mới, ${before.size} trang lẽ ra lấy lại được`,
    );
    if (stale.length === 0) return;
    rmSync(folder, { recursive: true, force: true });
    say(
      `bỏ mọi trang đã giữ: ${stale.length} trang ra khác, trước hết ${stale[0] ?? ''} (kept pages are stale)`,
    );
  }

  return {
    ...inner,
    name: 'kept-pages',
    setup: async () => {
      reading[readingSlot] = {
        ...seen,
        watched: (handbook) => {
          try {
            return seen.watched(handbook);
          } catch (error) {
            doubt = String(error);
            return handbook;
          }
        },
      };
      codeNow = code();
      await inner.setup?.();
    },
    getStaticPaths: async () => {
      const manifest = inner.app?.manifest;
      if (manifest === undefined) doubt = 'the routes stand elsewhere';
      const found = manifest === undefined ? await inner.getStaticPaths() : await paths(manifest);
      if (doubt === undefined) {
        learn();
        writer = writeKept(folder);
      } else say(`không giữ trang nào (${doubt})`);
      return found;
    },
    render: async (request, options) => {
      const { routeData } = options;
      const address = `${routeData.component} ${new URL(request.url).pathname}`;
      const old = before.get(address);
      const kept = old && store?.page(old);
      if (use === 'use' && old && kept && frameOf && writer && !sample.has(address)) {
        taken++;
        after.set(address, { ...writer.add(kept), type: old.type, frame: frameOf(old.group) });
        return new Response(new Uint8Array(kept), { headers: { 'content-type': old.type } });
      }
      const frame = emptyFrame();
      const route = frames.get(routeData);
      if (route) frame.frames.add(route);
      return noting(frame, async () => {
        const drawn = await inner.render(request, options);
        const response = drawn instanceof Response ? drawn : drawn.response;
        if (writer === undefined || response.status !== 200) return drawn;
        const body = Buffer.from(await response.arrayBuffer());
        if (kept && !kept.equals(body)) {
          stale.push(address);
          if (use === 'use') throw new Error(`${address} ra khác bản đã giữ (a kept page is stale)`);
        }
        const type = response.headers.get('content-type') ?? '';
        // What held is carried on as if it had been taken over.
        const read = old && kept && frameOf ? frameOf(old.group) : frame;
        if (route) after.set(address, { ...writer.add(body), type, frame: read });
        return new Response(new Uint8Array(body), { headers: response.headers });
      });
    },
    teardown: async () => {
      delete reading[readingSlot];
      finish();
      store?.close();
      await inner.teardown?.();
    },
  };
}

/** The prerenderer of a build that keeps pages; nothing where none are kept. */
export function keptPages(): AstroIntegration {
  let site = '';
  let root = '';
  return {
    name: 'kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        root = fileURLToPath(config.root);
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        const [use = '', folder] = (process.env[keptVariable] ?? '').split(/:(.*)/);
        const bodies = handedOver()?.bodies;
        if (folder === undefined || bodies === undefined || (use !== 'use' && use !== 'compare')) return;
        setPrerenderer((inner) =>
          keeping(inner as Drawer<PathWithRoute, { routeData: RouteData }>, {
            use,
            folder: join(root, folder),
            code: () => codeDigest(root, site),
            bodies: (file) => bodies.get(file),
            say: (line) => logger.info(line),
          }),
        );
      },
    },
  };
}
