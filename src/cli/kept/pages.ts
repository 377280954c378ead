/**
 * Draws a page only when something that it reads has changed: what it read the last time is kept beside it,
 * by digest. Any doubt draws anew: other code, a broken store, an entry that cannot be told from another, a
 * sample page that comes out otherwise than it was kept.
 */
import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, PathWithRoute, RouteData } from 'astro';
import { reading, readingSlot } from '../../domain/once.ts';
import { handedOver } from '../../gate/hand-over.ts';
import { codeDigest } from './code-digest.ts';
import { grouping, keptGroups } from './groups.ts';
import { keptUse, type KeptUse } from './setting.ts';
import { digestOf, readKept, writeKept, type Kept, type KeptIndex, type KeptRow } from './store.ts';
import { emptyFrame, watch, type Frame, type Watch } from './watch.ts';

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
  /** Where the site is written. */
  readonly site: string;
  /** Asked when all scripts are written. */
  readonly code: () => string;
  readonly bodies: (file: string) => unknown;
  readonly say: (line: string) => void;
}

/** The file that Astro has written for a page; nothing where it does not stand where it is looked for. */
function fileOf(address: string, length: number, site: string): string | undefined {
  const path = /^\S+ \/([\w./-]*)$/.exec(address)?.[1];
  if (path === undefined) return undefined;
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return statSync(join(site, file), { throwIfNoEntry: false })?.size === length ? file : undefined;
}

/** A page of this build. */
type Page = Omit<KeptRow, 'group' | 'file'> & { readonly frame: Frame };

/** Pages of the build before and of this one, while it goes on. */
class Pages {
  readonly seen: Watch;
  /** What was read for the paths of a route. */
  readonly routes = new Map<Route, Frame>();
  /** Why nothing is kept, if so. */
  doubt: string | undefined;
  readonly #given: Keeping;
  /** Pages of the build before that still hold. */
  readonly #before = new Map<string, KeptRow>();
  readonly #after = new Map<string, Page>();
  /** Pages that are drawn all the same. */
  readonly #sample = new Set<string>();
  readonly #stale: string[] = [];
  #code = '';
  #store: Kept | undefined;
  #keeps = false;
  #frameOf: ((group: number) => Frame) | undefined;
  #taken = 0;

  constructor(given: Keeping) {
    this.#given = given;
    this.seen = watch(given.bodies);
  }

  /** Called when all scripts are written. */
  knowCode(): void {
    this.#code = this.#given.code();
  }

  async noting<T>(frame: Frame, work: () => Promise<T>): Promise<T> {
    this.seen.note(frame);
    try {
      return await work();
    } finally {
      this.seen.note(undefined);
    }
  }

  /** Begins to keep, and learns what was kept and still holds. */
  begin(): void {
    if (this.doubt !== undefined) {
      this.#given.say(`không giữ trang nào (${this.doubt})`);
      return;
    }
    this.#store = readKept(this.#given.folder, this.#code);
    if (this.#store !== undefined) this.#learn(this.#store.index);
    this.#keeps = true;
  }

  #learn(index: KeptIndex): void {
    const groups = keptGroups(index, this.seen);
    this.#frameOf = groups.frameOf;
    for (const [address, row] of Object.entries(index.drawn))
      if (groups.holds(row.group)) this.#before.set(address, row);
    const told = JSON.stringify(index.fields.map(([name]) => this.seen.says(name)));
    const day = createHash('sha256').update(told).digest('hex');
    const lot = (address: string): string => createHash('sha256').update(`${day}${address}`).digest('hex');
    const drawn = [...this.#before.keys()].map((address): [string, string] => [lot(address), address]);
    for (const [, address] of drawn.sort().slice(0, sampled)) this.#sample.add(address);
  }

  /** The kept page, where it may stand for a new one. */
  taken(address: string): Response | undefined {
    const old = this.#before.get(address);
    if (this.#given.use !== 'use' || !old || !this.#store || !this.#frameOf) return undefined;
    if (this.#sample.has(address) || !this.#store.page(old)) return undefined;
    try {
      this.#store.lay(old, this.#given.site);
    } catch {
      return undefined;
    }
    this.#taken++;
    const { length, digest, type } = old;
    this.#after.set(address, { length, digest, type, frame: this.#frameOf(old.group) });
    // Astro writes nothing for a page without a body.
    return new Response(null, { headers: { 'content-type': type } });
  }

  /**
   * Keeps a page that was drawn, and holds it against the one that was kept.
   * @throws Error when that is another and pages were taken over
   */
  async keep(
    address: string,
    drawn: Response | { readonly response: Response },
    frame: Frame,
    ofRoute: boolean,
  ): Promise<Response | { readonly response: Response }> {
    const response = drawn instanceof Response ? drawn : drawn.response;
    if (!this.#keeps || response.status !== 200) return drawn;
    const body = Buffer.from(await response.arrayBuffer());
    const old = this.#before.get(address);
    const kept = old && this.#store?.page(old);
    if (kept && !kept.equals(body)) {
      this.#stale.push(address);
      if (this.#given.use === 'use') throw new Error(`${address} ra khác bản đã giữ (a kept page is stale)`);
    }
    const type = response.headers.get('content-type') ?? '';
    // What held is carried on as if it had been taken over.
    const read = old && kept && this.#frameOf ? this.#frameOf(old.group) : frame;
    if (ofRoute) this.#after.set(address, { length: body.length, digest: digestOf(body), type, frame: read });
    return new Response(new Uint8Array(body), { headers: response.headers });
  }

  /** Writes what the next build may take over, and tells what came of it. */
  end(): void {
    if (!this.#keeps) return;
    const { folder, site, say } = this.#given;
    const { written, groupOf } = grouping(this.seen);
    const drawn: Record<string, KeptRow> = {};
    for (const [address, { frame, ...page }] of this.#after) {
      frame.frames.add(this.seen.everyPage);
      const group = groupOf(frame);
      const file = fileOf(address, page.length, site);
      if (group !== undefined && file !== undefined) drawn[address] = { ...page, file, group };
    }
    writeKept(folder, site, { code: this.#code, ...written, drawn });
    const [took, held] = [this.#taken, this.#before.size];
    say(`${took} trang lấy lại, ${this.#after.size - took} trang vẽ mới, ${held} trang lẽ ra lấy lại được`);
    if (this.#stale.length === 0) return;
    rmSync(folder, { recursive: true, force: true });
    const [first = ''] = this.#stale;
    const others = `${this.#stale.length} trang ra khác, trước hết ${first}`;
    say(`bỏ mọi trang đã giữ: ${others} (kept pages are stale)`);
  }
}

/** The paths of one route after another, so that what is read for one is not put down to all. */
async function pathsOf<P extends Path>(
  pages: Pages,
  manifest: { routes: readonly unknown[] },
  ask: () => Promise<P[]>,
): Promise<P[]> {
  const all = manifest.routes;
  const found: P[] = [];
  try {
    for (const route of all) {
      const frame = emptyFrame();
      manifest.routes = [route];
      for (const path of await pages.noting(frame, ask)) {
        pages.routes.set(path.route, frame);
        found.push(path);
      }
    }
  } finally {
    manifest.routes = all;
  }
  return found;
}

/** A prerenderer that takes over what `inner` need not draw. */
export function keeping<P extends Path, O extends RenderOptions>(
  inner: Drawer<P, O>,
  given: Keeping,
): Drawer<P, O> {
  const pages = new Pages(given);
  const { seen } = pages;

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
            pages.doubt = String(error);
            return handbook;
          }
        },
      };
      pages.knowCode();
      await inner.setup?.();
    },
    getStaticPaths: async () => {
      const manifest = inner.app?.manifest;
      if (manifest === undefined) pages.doubt = 'the routes stand elsewhere';
      const found = manifest
        ? await pathsOf(pages, manifest, inner.getStaticPaths)
        : await inner.getStaticPaths();
      pages.begin();
      return found;
    },
    render: async (request, options) => {
      const { routeData } = options;
      const address = `${routeData.component} ${new URL(request.url).pathname}`;
      const taken = pages.taken(address);
      if (taken) return taken;
      const frame = emptyFrame();
      const route = pages.routes.get(routeData);
      if (route) frame.frames.add(route);
      return pages.noting(frame, async () =>
        pages.keep(address, await inner.render(request, options), frame, route !== undefined),
      );
    },
    teardown: async () => {
      reading[readingSlot] = undefined;
      pages.end();
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
        const kept = keptUse(process.env);
        const bodies = handedOver()?.bodies;
        if (kept === undefined || bodies === undefined) return;
        setPrerenderer((inner) =>
          keeping(inner as Drawer<PathWithRoute, { routeData: RouteData }>, {
            use: kept.use,
            folder: join(root, kept.folder),
            site,
            code: () => codeDigest(root, site),
            bodies: (file) => bodies.get(file),
            say: (line) => logger.info(line),
          }),
        );
      },
    },
  };
}
