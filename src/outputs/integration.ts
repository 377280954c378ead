/**
 * Brings the forms of the table into Astro: their pages and files as routes, their work on the finished site,
 * and what the core may link to.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { pathOf } from '../domain/address.ts';
import type { KeptWork } from '../domain/kept-work.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { findablesOf } from './findables.ts';
import type { Output } from './output.ts';
import { turnsOf } from './turns.ts';

const here = import.meta.dirname;
const filesModule = 'virtual:form-files';

/** The modules that write files from the Handbook, as one list for the endpoint that serves them. */
function fileWriters(table: readonly Output[]): Plugin {
  const resolved = `\0${filesModule}`;
  const modules = table.flatMap(({ name, files }) =>
    files === undefined ? [] : [join(here, name, files.module)],
  );
  return {
    name: 'form-files',
    resolveId: (id) => (id === filesModule ? resolved : undefined),
    load: (id) =>
      id === resolved
        ? [
            ...modules.map((file, index) => `import * as form${index} from ${JSON.stringify(file)};`),
            `export default [${modules.map((_, index) => `form${index}`).join(', ')}];`,
          ].join('\n')
        : undefined,
  };
}

/** The list of scripts on every page, and for each a module that hands it its words. */
function pageScripts(table: readonly Output[]): Plugin {
  const list = 'virtual:on-pages';
  const forms = table.flatMap(({ name, onPages }) => (onPages === undefined ? [] : [{ name, ...onPages }]));
  const ours = (id: string): boolean => id === list || forms.some(({ name }) => id === `${list}-${name}`);
  return {
    name: 'on-pages',
    resolveId: (id) => (ours(id) ? `\0${id}` : undefined),
    load: async (id) => {
      if (id === `\0${list}`) {
        const rows = forms.map(
          ({ name, key }) => `{ key: '${key}', run: () => import(${JSON.stringify(`${list}-${name}`)}) }`,
        );
        return `export default [${rows.join(', ')}];`;
      }
      const form = forms.find(({ name }) => id === `\0${list}-${name}`);
      return form === undefined
        ? undefined
        : `import { onPage } from ${JSON.stringify(join(here, form.name, form.module))};
           onPage(${JSON.stringify(await form.words())});`;
    },
  };
}

/**
 * What the code of pages and of the browser may ask: the list of forms, and `OFFERED.<form>`, which costs a
 * browser nothing.
 */
export const offeredConstants = (table: readonly Output[]): Record<string, string> => ({
  OFFERED_FORMS: JSON.stringify(table.map(({ name }) => name)),
  OFFERED: '{}',
  ...Object.fromEntries(table.map(({ name }) => [`OFFERED.${name.replaceAll('-', '_')}`, 'true'])),
});

/**
 * All integrations of the forms in the table. Must stand after everything else that writes into the site.
 * @param earlier what earlier builds made for a stage of this one
 */
export function outputs(
  table: readonly Output[],
  earlier: (root: string, stage: string) => KeptWork,
): AstroIntegration[] {
  let root = '';
  let base = '';
  let path = '';
  return [
    ...table.flatMap(({ integrations }) => integrations?.() ?? []),
    {
      name: 'outputs',
      hooks: {
        'astro:config:setup': ({ config, injectRoute, updateConfig, addWatchFile }) => {
          root = fileURLToPath(config.root);
          base = config.site ?? '';
          path = base === '' ? '' : pathOf(base);
          addWatchFile(join(root, 'content/words/vi.yaml'));
          for (const { name, pages = {} } of table)
            for (const [pattern, file] of Object.entries(pages))
              injectRoute({ pattern, entrypoint: join(here, name, file), prerender: true });
          // By ending: an address without one would have to end with a slash.
          for (const ending of new Set(table.flatMap(({ files }) => files?.endings ?? [])))
            injectRoute({
              pattern: `/[...file].${ending}`,
              entrypoint: join(here, 'endpoint.ts'),
              prerender: true,
            });
          updateConfig({
            vite: {
              define: { ...offeredConstants(table), SITE_FOLDER: JSON.stringify(path.slice(1)) },
              plugins: [fileWriters(table), pageScripts(table)],
            },
          });
        },
        'astro:build:done': async ({ dir, logger }) => {
          const dist = fileURLToPath(dir);
          const findables = async (handbook: Handbook) => findablesOf(table, handbook);
          const { served } = await turnsOf(table, path);
          const known = earlier(root, 'finish');
          for (const { name, finish } of table)
            if (finish)
              logger.fork(name).info(await finish({ dist, root, findables, base, path, served, known }));
          known.end((line) => logger.fork('kept-pages').info(line));
        },
      },
    },
  ];
}
