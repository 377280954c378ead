import type { Output } from '../output.ts';

export const photos: Output = {
  name: 'photos',
  about: 'photos of free pages as files, small and without what a camera hides in them',
  files: { module: 'files.ts', endings: ['jpg'] },
  judge: async (handbook) => (await import('./judge.ts')).photoProblems(handbook),
};
