/** What of `content/audio` does not fit together, told by `npm run check` with file and line. */
import { existsSync, globSync } from 'node:fs';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { located, type FaultAt } from '../../gate/located.ts';
import type { Handbook, Recording } from '../../handbook/handbook.ts';
import { soundEndings } from '../../schemas/recording.ts';
import { slots, soundsFolder } from './slots.ts';

function faultsOf(recording: Recording, handbook: Handbook): FaultAt[] {
  const known = new Set(slots(recording.guide, handbook).map(({ part }) => part));
  return recording.data.parts.flatMap(({ part, file }, index): FaultAt[] => [
    ...(known.has(part)
      ? []
      : [[['parts', index, 'part'], fault('sound-part', { part, parts: [...known].join(', ') })] as const]),
    ...(existsSync(`${soundsFolder(recording)}/${file}`) && soundEndings.test(file)
      ? []
      : [
          [
            ['parts', index, 'file'],
            fault('sound-missing', { file: `${soundsFolder(recording)}/${file}` }),
          ] as const,
        ]),
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
    ...stray.sort().map((file) => problemAt(file, fault('sound-stray'))),
  ];
}
