declare module 'virtual:on-pages' {
  /** Scripts of forms and the name under which each keeps something; put in by the build. */
  const scripts: readonly { readonly key: string; readonly run: () => Promise<unknown> }[];
  export default scripts;
}
