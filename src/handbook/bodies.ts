/**
 * The drawn bodies of entries: one module each, made by the processor of MDX. Only pages and layouts draw
 * them.
 */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const modules = import.meta.glob<{ readonly default: AstroComponentFactory }>('/content/*/**/*.mdx');

/**
 * The body of an entry as a component; it wants `components` and `prose`. @throws Error when there is no such
 * file
 */
export async function bodyOf({ file }: { readonly file: string }): Promise<AstroComponentFactory> {
  const load = modules[`/${file}`];
  if (load === undefined) throw new Error(`Không có thân bài của ${file} (no module for this body).`);
  return (await load()).default;
}
