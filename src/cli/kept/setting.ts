/** How a build is told what it may take over from the build before. */

/**
 * Names the folder of what is kept to a build, and what it does with it: `use` takes over what is the same,
 * `compare` makes everything and tells when something that would have been taken over is another.
 */
export const keptVariable = 'KEPT_PAGES';
export type KeptUse = 'use' | 'compare';
/** Where pages are kept; other results stand beside it. */
export const keptFolder = '.cache/kept';
/** The value of the variable. */
export const keptSetting = (use: KeptUse, folder: string): string => `${use}:${folder}`;
/** What a build was told; `undefined` where nothing is kept. */
export function keptUse(
  environment: NodeJS.ProcessEnv,
): { readonly use: KeptUse; readonly folder: string } | undefined {
  const [use = '', folder] = (environment[keptVariable] ?? '').split(/:(.*)/);
  return folder !== undefined && (use === 'use' || use === 'compare') ? { use, folder } : undefined;
}
