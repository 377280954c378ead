/**
 * The offline copy of many sites that differ in words alone: what is kept of them is planned once, each takes
 * its files one by one, and what has not changed since an earlier copy is taken over.
 */
import type { CopyPlan, CopyState, SiteCopy } from '../output.ts';
import { Bundles, type Handful, type Put } from './bundles.ts';
import { workerFiles } from './finish.ts';
import { finishedSite } from './finished-site.ts';
import { endOffline, inStore, offerPage, planOffline, type OfflinePlan } from './write.ts';
import type { Bundle } from './runtime/format.ts';

const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);
const pathOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** A bundle as it is written down: its room stands after its bytes on the line. */
function readBundle(written: readonly (string | number)[]): readonly [Bundle, number] {
  const [hash, kind, line, room, ...files] = written;
  return [[String(hash), kind === 'bin' ? 'bin' : 'txt', Number(line), ...files], Number(room)];
}

class Copy implements SiteCopy {
  readonly #plan: OfflinePlan;
  readonly #put: Put;
  readonly #bundles: Bundles;

  constructor(plan: OfflinePlan, put: Put) {
    this.#plan = plan;
    this.#put = put;
    this.#bundles = new Bundles((file, bytes) => put(`${inStore}${file}`, bytes));
  }

  page(file: string, bytes: Buffer): void {
    const path = pathOf(file);
    this.#bundles.page(path, bytes, this.#plan.shared.get(path) ?? []);
  }

  handful(members: readonly string[], bodies: readonly Buffer[]): void {
    const first = pathOf(members[0] ?? '');
    const planned = this.#plan.handfuls.find((one) => one.members[0] === first);
    const kind: Handful['kind'] = planned?.kind ?? 'bin';
    this.#bundles.handful({ kind, members: members.map(pathOf) }, bodies);
  }

  keep(members: readonly string[], [bundles, byFile]: CopyState): boolean {
    const taken = members.map((file) => (byFile[file] ?? []).map((at) => readBundle(bundles[at] ?? [])));
    for (const made of taken) {
      const named = (made.at(-1)?.[0] ?? []).filter((_, at) => at > 2 && at % 2 === 1);
      if (named.join('\n') !== members.map(pathOf).join('\n')) return false;
    }
    for (const [at, made] of taken.entries()) {
      const rooms = new Map(made.map(([[hash], room]) => [hash, room]));
      const own = made.map(([bundle]) => bundle);
      this.#bundles.keep(pathOf(members[at] ?? ''), own, (hash) => rooms.get(hash) ?? 0);
    }
    return true;
  }

  async end(offered: string): Promise<void> {
    this.page(offerPage, Buffer.from(offered));
    const made = endOffline(this.#plan, this.#bundles, offered, this.#put);
    for (const [file, text] of await workerFiles(made)) this.#put(file, Buffer.from(text));
  }

  state(): CopyState {
    const at = new Map<string, number>();
    const bundles: (string | number)[][] = [];
    const byFile: Record<string, number[]> = {};
    for (const path of [...this.#plan.pages, ...this.#plan.handfuls.flatMap(({ members }) => members)])
      byFile[fileOf(path)] = this.#bundles.of([path]).map((bundle) => {
        const key = bundle.join('\n');
        const known = at.get(key);
        if (known !== undefined) return known;
        const [hash, kind, line, ...files] = bundle;
        at.set(key, bundles.length);
        return bundles.push([hash, kind, line, this.#bundles.room(hash), ...files]) - 1;
      });
    return [bundles, byFile];
  }
}

/** Plans the copy of sites like the one in `dist`. */
export function inParts(dist: string): Promise<CopyPlan> {
  const plan = planOffline(finishedSite(dist, (_, bytes) => bytes));
  return Promise.resolve({
    pages: new Map(
      plan.pages.map((path) => [fileOf(path), (plan.shared.get(path) ?? []).map(Number).join('')]),
    ),
    handfuls: plan.handfuls.map(({ members }) => members.map(fileOf)),
    offer: offerPage,
    begin: (put) => new Copy(plan, put),
  });
}
