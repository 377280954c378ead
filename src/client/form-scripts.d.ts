declare module 'virtual:on-pages' {
  const scripts: readonly { readonly key: string; readonly run: () => Promise<unknown> }[];
  export default scripts;
}
