/** What of `content/audio` does not fit together, told by `npm run check` with file and line. */
import { globSync } from 'node:fs';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { located, type FaultAt } from '../../gate/located.ts';
import type { Handbook, Recording } from '../../handbook/handbook.ts';
import { soundEndings } from '../../schemas/recording.ts';
import { slots, soundsFolder } from '../../books/sound/slots.ts';

function faultsOf(recording: Recording, handbook: Handbook): FaultAt[] {
  const known = slots(recording.guide, handbook).map(({ part }) => part);
  const sounds = globSync('*.*', { cwd: soundsFolder(recording) }).filter((file) => soundEndings.test(file));
  const missing = (index: number, field: string, name: string, all: readonly string[]): FaultAt[] => {
    if (all.includes(name)) return [];
    const there = all.length === 0 ? '–' : all.join(', ');
    return [[['parts', index, field], fault('recording', { name, known: there })]];
  };
  return recording.data.parts.flatMap(({ part, file }, index) => [
    ...missing(index, 'part', part, known),
    ...missing(index, 'file', file, sounds.sort()),
  ]);
}

/** Parts that are not in the guide, sounds that are not there, and sounds that nobody names. */
export function recordingProblems(handbook: Handbook): Problem[] {
  const { recordings } = handbook;
  const named = new Set(
    recordings.flatMap((one) => one.data.parts.map(({ file }) => `${soundsFolder(one)}/${file}`)),
  );
  const stray = globSync('content/audio/**/*.*')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => soundEndings.test(file) && !named.has(file));
  return [
    ...recordings.flatMap((one) => located(one.file, faultsOf(one, handbook))),
    ...stray.sort().map((file) => problemAt(file, fault('stray-file'))),
  ];
}
