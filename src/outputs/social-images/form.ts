import type { Output } from '../output.ts';

export const socialImages: Output = {
  name: 'social-images',
  about: 'a picture of each guide and of the handbook for chats and social networks',
  files: { module: 'files.ts', endings: ['png'] },
};
