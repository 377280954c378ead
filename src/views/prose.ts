/**
 * What the prose components of one page may show of other entries. The page hands it to them; they never see
 * the Handbook itself.
 */
import type { PageBlockName } from '../domain/page-blocks.ts';
import type { Guide, Handbook, Hotline, Term } from '../handbook/handbook.ts';
import type { PageProse } from './free-page.ts';

export interface ProseContext {
  term(id: string): { readonly meaning: string; readonly address: string };
  hotline(id: string): Hotline;
  guide(id: string): { readonly title: string; readonly number: number; readonly address: string };
  /** Of free pages alone. */
  readonly page?: PageProse & {
    /** Markup of a named block, drawn by the page's code. */
    block(name: PageBlockName): string;
  };
}

const lookUps = new WeakMap<
  Handbook,
  { readonly terms: ReadonlyMap<string, Term>; readonly hotlines: ReadonlyMap<string, Hotline> }
>();

/** Made once for a handbook: there are many pages. */
function lookUpsOf(handbook: Handbook) {
  const known = lookUps.get(handbook) ?? {
    terms: new Map(handbook.terms.map((term) => [term.id, term])),
    hotlines: new Map(handbook.hotlines.map((hotline) => [hotline.id, hotline])),
  };
  lookUps.set(handbook, known);
  return known;
}

export function proseContext(handbook: Handbook): ProseContext {
  const { terms, hotlines } = lookUpsOf(handbook);
  const need = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`Không có ${what} (unproven reference).`);
    return found;
  };
  return {
    term: (id) => {
      const term = need(terms.get(id), `từ ${id}`);
      return { meaning: term.data.meaning, address: term.address };
    },
    hotline: (id) => need(hotlines.get(id), `số gọi ${id}`),
    guide: (id) => {
      const guide: Guide = need(handbook.byId.get(id), `bài ${id}`);
      return { title: guide.data.title, number: guide.data.number, address: guide.address };
    },
  };
}
