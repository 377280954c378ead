/** Faults of a git server, for people. */
import { say } from '../dom.ts';
import { HostFault } from './host.ts';

/** What the server said, for people. */
export function told(error: unknown): Error {
  if (!(error instanceof HostFault)) return error instanceof Error ? error : new Error(String(error));
  if (error.status === 0) return new Error(say('noNet'));
  if (error.status === 401) return new Error(say('expired'));
  return new Error(say('hostSaid', { status: error.status, message: error.message }));
}
