/** Style that makes the filters of the guide list work without script: a checked radio button hides what does not fit. */
const audiences = [
  'can-bo',
  'hoc-sinh-sinh-vien',
  'nguoi-lao-dong',
  'nguoi-cao-tuoi',
  'nguoi-khuyet-tat',
  'tieu-thuong',
  'nguoi-huong-dan',
];
const levels = ['first', 'some', 'sure'];

/** One fixed text, so that one hash in the policy allows it. */
export const filterStyle = [
  ...audiences.map(
    (audience) => `html:has(#ai-${audience}:checked) .filtered li:not([data-ai~=${audience}])`,
  ),
  ...levels.map((level) => `html:has(#muc-${level}:checked) .filtered li:not([data-muc=${level}])`),
]
  .join(',')
  .concat('{display:none}');
