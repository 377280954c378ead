import type { GitPlace } from './form-kinds.ts';

/** Where the programs of a GitHub place answer: at its own address, or on a server of one's own. */
export const apiOf = ({ server }: Pick<GitPlace, 'server'>): string =>
  server === 'https://github.com' ? 'https://api.github.com' : `${server}/api/v3`;
