/**
 * What the prose components of one page may show of other entries. The page hands it to them; they never see
 * the Handbook itself.
 */
import { oncePer } from '../domain/once.ts';
import type { PageBlockName } from '../domain/page-blocks.ts';
import type { Contact, Guide, Handbook, Term } from '../handbook/handbook.ts';
import type { PageProse } from './free-page.ts';

export interface ProseContext {
  term(id: string): { readonly meaning: string; readonly address: string };
  contact(id: string): Contact;
  guide(id: string): { readonly title: string; readonly number: number; readonly address: string };
  /** Of free pages alone. */
  readonly page?: PageProse & {
    /** Markup of a named block, drawn by the page's code. */
    block(name: PageBlockName): string;
  };
}

const lookUpsOf = oncePer((handbook: Handbook) => ({
  terms: new Map(handbook.terms.map((term): [string, Term] => [term.id, term])),
  directory: new Map(handbook.directory.map((contact): [string, Contact] => [contact.id, contact])),
}));

export function proseContext(handbook: Handbook): ProseContext {
  const { terms, directory } = lookUpsOf(handbook);
  const need = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`Không có ${what} (unproven reference).`);
    return found;
  };
  return {
    term: (id) => {
      const term = need(terms.get(id), `từ ${id}`);
      return { meaning: term.data.meaning, address: term.address };
    },
    contact: (id) => need(directory.get(id), `số gọi ${id}`),
    guide: (id) => {
      const guide: Guide = need(handbook.byId.get(id), `bài ${id}`);
      return { title: guide.data.title, number: guide.data.number, address: guide.address };
    },
  };
}
