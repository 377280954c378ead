/**
 * Stands in for the helper that Vite puts round each `import()`. Ours has no styles to wait for and no nonce
 * to carry: it asks for the modules that the wanted one imports, all at once, and then for the one itself.
 */
export const __vitePreload = <Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
): Promise<Module> => {
  // By a name of its own: written out in the address, Vite would take the files beside it for pictures.
  const here = import.meta.url;
  for (const file of files) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    // Named from the root of the site, which may lie in a folder of its host; this file lies one deep.
    link.href = new URL(`../${file}`, here).href;
    document.head.append(link);
  }
  return load();
};
