import type { Output } from '../output.ts';

export const socialImages: Output = {
  name: 'social-images',
  about: 'a wide and a tall picture of each guide for chats and networks, with its first steps',
  files: { module: 'files.ts', endings: ['png'] },
};
