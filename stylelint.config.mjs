// Rules of form for styles, in sheets and in templates. Spaces and empty lines are the formatter's and the
// writer's.
export default {
  extends: ['stylelint-config-standard'],
  overrides: [{ files: ['**/*.astro'], customSyntax: 'postcss-html' }],
  rules: {
    'at-rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'declaration-empty-line-before': null,
    'rule-empty-line-before': null,
    // Old phones know neither ranges in media queries nor some names without their prefix.
    'media-feature-range-notation': 'prefix',
    'property-no-vendor-prefix': [
      true,
      { ignoreProperties: ['-webkit-text-size-adjust', 'text-size-adjust'] },
    ],
    'import-notation': 'string',
    'value-keyword-case': [
      'lower',
      { camelCaseSvgKeywords: true, ignoreKeywords: ['A3', 'A4'], ignoreProperties: ['/^--/'] },
    ],
    'color-hex-length': null,
    // A style that a template fills at build time is empty here.
    'no-empty-source': null,
  },
};
