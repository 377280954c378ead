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
  ...audiences.map((a) => `html:has(#ai-${a}:checked) .filtered li:not([data-ai~=${a}])`),
  ...levels.map((l) => `html:has(#muc-${l}:checked) .filtered li:not([data-muc=${l}])`),
]
  .join(',')
  .concat('{display:none}');
