// Rules of form for code and templates. `npm run lint` counts what is left against tools/lint/ceilings.json.
import { globSync, readFileSync } from 'node:fs';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { someOf } from './test/whole.ts';
import { houseRules } from './tools/lint/rules.ts';

/**
 * `npm test` asks types of an eighth of the tests, others whenever they change. Their form it asks of all;
 * that types are right is another stage. `npm run lint` and a whole run ask everything.
 */
const tests = globSync('test/**/*.ts', { cwd: import.meta.dirname });
const asked = new Set(someOf(tests, 8, (file) => readFileSync(new URL(file, import.meta.url), 'utf8')));
const untyped = process.env.LINT_SHARE === '1' ? tests.filter((file) => !asked.has(file)) : [];

export default defineConfig(
  globalIgnores(['.*', 'dist', 'test-results', 'content', 'public', 'deploy', 'docs']),
  {
    files: ['**/*.ts'],
    // Types are asked where they tell what syntax cannot: promises left hanging, conditions that are always
    // true.
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers stand in texts all over a handbook; what must not is an object.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A listener may be a promise; what it refuses is caught inside it.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Vietnamese is read letter by letter, in its composed form.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The code has no enums and hardly a class; asking each assignment took two thirds of the run.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A browser function that is played as absent or deaf does nothing on purpose.
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'methods'] }],
    },
  },
  {
    files: ['src/client/**/*.ts'],
    // Old browsers lack what the types promise; asking whether it is there is the point.
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // What stands in for a promise of the browser keeps its shape.
      '@typescript-eslint/require-await': 'off',
    },
  },
  ...(untyped.length > 0 ? [{ files: untyped, extends: [tseslint.configs.disableTypeChecked] }] : []),
  {
    files: ['tools/lint/rules.ts'],
    // Kinds of nodes are compared by their written names, as ESLint's own documents do.
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    files: ['**/*.astro'],
    extends: [
      tseslint.configs.strict,
      tseslint.configs.stylistic,
      astro.configs['flat/recommended'],
      astro.configs['flat/jsx-a11y-strict'],
    ],
  },
  {
    files: ['**/*.{ts,astro,mjs}'],
    plugins: { house: houseRules },
    rules: {
      'house/narrow-line': 'error',
      'house/no-cast': 'error',
      'house/short-function': 'error',
      'house/whole-words': 'error',
    },
  },
);
