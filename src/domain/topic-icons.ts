/** Drawings of `components/furniture/Icon.astro` that stand for a shelf. */
export const topicIcons = [
  ...(['phone', 'search', 'talk', 'card', 'money', 'shield', 'health'] as const),
  ...(['spark', 'desk', 'school', 'access', 'helper', 'market'] as const),
];
