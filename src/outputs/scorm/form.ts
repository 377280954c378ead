import type { Output } from '../output.ts';

export const scorm: Output = {
  name: 'scorm',
  about:
    'guides, tracks and sessions as SCORM 1.2 packages that end with their questions: for learning platforms',
  exported: async (input) => (await import('./write.ts')).packages(input),
};
