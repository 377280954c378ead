/** What one press or one glance adds to a way. Pure. */
import { ascending, merged, nothingDone, type CheckResult, type Progress } from './progress.ts';

/** A tick is the one thing that may be taken back. */
export const withTick = (progress: Progress, guide: number, on: boolean): Progress => ({
  ...progress,
  done: on ? ascending([...progress.done, guide]) : progress.done.filter((number) => number !== guide),
});
export const withPlace = (progress: Progress, guide: number, step: number): Progress =>
  merged(progress, { ...nothingDone, at: new Map([[guide, step]]) });
export const withDrill = (progress: Progress, drill: number): Progress =>
  merged(progress, { ...nothingDone, drills: [drill] });
export const withResult = (progress: Progress, check: string, result: CheckResult): Progress =>
  merged(progress, { ...nothingDone, checks: new Map([[check, result]]) });
