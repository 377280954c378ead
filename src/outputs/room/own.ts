/** A session that a trainer put together herself, read from the address of the builder, for fitting. Pure. */
import type { PageWords } from '../../client/page-parts.ts';
import { readSession, sessionQuery } from './session-address.ts';
import { unpackGuides, type BuilderData } from '../../sessions/data.ts';
import { makePlan, type PlanPart } from '../../sessions/plan.ts';
import type { RoomPart, RoomSession } from './phones-and-people.ts';

/** What is not known of guides by number: how long a turn takes, how many people one sitting holds. */
const usualTurn = 3;
const most = 20;
const each = 5;
/** Questions go first when time runs short; what is done twice goes before. */
const skips: Readonly<Partial<Record<PlanPart['kind'], number>>> = { questions: 2 };

function partOf({ kind, minutes, guide, again }: PlanPart, word: PageWords): RoomPart {
  const name = word(again === true ? 'kind_again' : `kind_${kind}`, { n: guide ?? '' });
  const skip = again === true ? 1 : skips[kind];
  return {
    kind,
    title: guide === undefined || kind !== 'demonstration' ? name : word('ownPart', { n: guide, kind: name }),
    minutes,
    ...(kind === 'practice' ? { turn: usualTurn } : {}),
    ...(kind === 'practice' ? { offline: { with: 'phone', does: word('ownOffline') } } : {}),
    ...(skip === undefined ? {} : { skip }),
  };
}

/** The session in an address and its query without a question mark; undefined when it holds none. */
export function ownSession(
  query: string,
  data: Pick<BuilderData, 'guides' | 'audiences'>,
  word: PageWords,
): { readonly session: RoomSession; readonly query: string } | undefined {
  const { choice } = readSession(query, new Set(data.audiences.map(([id]) => id)));
  const known = new Map(unpackGuides(data).map((guide) => [guide.number, guide]));
  const { parts } = makePlan(choice, known);
  if (parts.length === 0) return undefined;
  return {
    session: { device: choice.device, most, each, parts: parts.map((part) => partOf(part, word)) },
    query: sessionQuery(choice).slice(1),
  };
}
