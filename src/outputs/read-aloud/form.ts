import type { Output } from '../output.ts';

export const readAloud: Output = {
  name: 'read-aloud',
  about: 'what each guide says when its page is read aloud by the phone',
  files: { module: 'files.ts', endings: ['json'] },
};
