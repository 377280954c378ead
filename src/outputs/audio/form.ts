import type { Output } from '../output.ts';

export const audio: Output = {
  name: 'audio',
  about: 'guides as sound, a chapter a step, by people or, where wanted, a machine: for who reads little',
  judge: async (handbook) => (await import('./judge.ts')).recordingProblems(handbook),
  report: async (handbook, all) => (await import('./report.ts')).soundReport(handbook, all),
  exported: async (input) => (await import('./write.ts')).sound(input),
};
