declare module 'virtual:form-files' {
  /** Modules of the forms that make files from the Handbook alone; see `integration.ts`. */
  const writers: readonly import('./output.ts').FilesModule[];
  export default writers;
}
