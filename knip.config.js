// What nothing uses: files, exports, packages. `npm run lint` runs it.
/** Code of a template as knip reads it: its imports, and the scripts that it names or holds. */
function template(text) {
  const [, head = ''] = /^---\n(.*?)\n---/s.exec(text) ?? [];
  const named = [...text.matchAll(/<script\b[^>]*?\bsrc="(\.[^"]+)"/g)].map(
    ([, file]) => `import '${file}';`,
  );
  const held = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code);
  return [head, ...named, ...held].join('\n');
}

export default {
  entry: [
    'src/{cli,pages}/**/*.{ts,mjs,astro}',
    // Brought in by the table of forms, by file name.
    'src/outputs/endpoint.ts',
    'src/outputs/*/{files,form,on-pages}.ts',
    'src/outputs/*/pages/**/*.{ts,astro}',
    // Bundled by their own builds, which know them by file name.
    'src/outputs/offline/runtime/{service-worker,retire}.ts',
    'src/outputs/usb/{door,page-finder}.ts',
    'src/outputs/one/reader.ts',
    'src/outputs/parts/finder.ts',
    'src/desk/browser/{main,worker}.ts',
    'src/outputs/scorm/lesson.ts',
    'test/run-folder.ts',
    'tools/*.ts',
    // What runs each test of a try, named by its file.
    'tools/mutate/test-runner.ts',
    // Started by tests as programs of their own.
    'test/hear/{listen,session}.ts',
    'test/release/publish-apart.ts',
    'test/gate/count-steps.ts',
    'test/**/*.{test,spec,config}.ts',
    'test/**/*.mjs',
  ],
  project: ['src/**/*.{ts,astro}', 'tools/**/*.ts', 'test/**/*.ts', '!test/fixtures/**'],
  // Programs of the machine, asked for where they are needed.
  ignoreBinaries: ['.*'],
  ignoreDependencies: [
    // Named by Astro, by tests that read its files, and by settings of the linters.
    '@astrojs/check',
    '@axe-core/playwright',
    '@fontsource/andika',
    '@fontsource/roboto',
    '@mdn/browser-compat-data',
    'accessibility-checker-engine',
    'gitlab-ci-local',
    'playwright',
    'scorm-again',
  ],
  compilers: { astro: template },
};
