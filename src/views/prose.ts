/** What the prose components of one page may show of other entries. They get it through `Astro.locals`, never the Handbook itself. */
import type { Guide, Handbook, Hotline } from '../handbook/handbook.ts';

export interface ProseContext {
  term(id: string): { readonly meaning: string; readonly address: string };
  hotline(id: string): Hotline;
  /** An element id not used before on this page. */
  unique(id: string): string;
  guide(id: string): { readonly title: string; readonly number: number; readonly address: string };
}

export function proseContext(handbook: Handbook): ProseContext {
  const terms = new Map(handbook.terms.map((x) => [x.id, x]));
  const hotlines = new Map(handbook.hotlines.map((x) => [x.id, x]));
  const need = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`Không có ${what} (unproven reference).`);
    return found;
  };
  const used = new Map<string, number>();
  return {
    unique: (id) => { const n = (used.get(id) ?? 0) + 1; used.set(id, n); return n === 1 ? id : `${id}-${n}`; },
    term: (id) => { const x = need(terms.get(id), `từ ${id}`); return { meaning: x.data.meaning, address: x.address }; },
    hotline: (id) => need(hotlines.get(id), `số gọi ${id}`),
    guide: (id) => { const g: Guide = need(handbook.byId.get(id), `bài ${id}`); return { title: g.data.title, number: g.data.number, address: g.address }; },
  };
}
