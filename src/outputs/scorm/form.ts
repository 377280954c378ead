import type { Output } from '../output.ts';

export const scorm: Output = {
  name: 'scorm',
  about:
    'guides, tracks and sessions as SCORM 1.2 and 2004 packages, with questions at their end: for platforms',
  exported: async (input) => (await import('./write.ts')).packages(input),
};
