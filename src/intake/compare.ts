/** A second version of a plan beside the one that the handbook has: added, changed, gone. Pure. */
import type { Entries } from '../schemas/collections.ts';
import type { Proposal } from './propose.ts';

export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** A time without the words that tell it. */
const timeKey = (time: object): string =>
  Object.entries(time)
    .filter(([name, value]) => name !== 'words' && value !== undefined)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');

const listed = (ids: readonly string[]): string =>
  ids.length === 0 ? 'không có' : [...ids].sort().join(', ');

/** Names of the parts of a task, as an officer knows them. */
const partNames = {
  lead: 'chủ trì',
  coordinating: 'phối hợp',
  time: 'thời gian',
  result: 'kết quả',
} as const;

function taskChanges(proposal: Proposal, entries: Entries): Difference {
  const old = entries.tasks.filter(({ id }) => id.startsWith(`${proposal.id}/`)).map(({ data }) => data);
  const added = proposal.tasks.filter(({ item }) => !old.some((task) => task.item === item));
  const gone = old.filter(({ item }) => !proposal.tasks.some((task) => task.item === item));
  const changed = proposal.tasks.flatMap((task) => {
    const before = old.find(({ item }) => item === task.item);
    if (!before) return [];
    const rows: [keyof typeof partNames, string, string, string][] = [
      ['lead', listed(before.lead), listed(task.lead.value), task.lead.places[0]?.place ?? ''],
      [
        'coordinating',
        listed(before.coordinating),
        listed(task.coordinating.value),
        task.coordinating.places[0]?.place ?? '',
      ],
      [
        'time',
        timeKey(before.time),
        timeKey(task.time?.value ?? { kind: task.timeWords?.text ?? '' }),
        task.time?.places[0]?.place ?? '',
      ],
      [
        'result',
        before.result === null ? 'không nêu' : 'có',
        task.result.value === null ? 'không nêu' : 'có',
        task.result.places[0]?.place ?? '',
      ],
    ];
    return rows
      .filter(([, one, other]) => one !== other)
      .map(
        ([part, one, other, place]) =>
          `${task.item}, ${partNames[part]}: ${one} → ${other}${place === '' ? '' : ` (${place})`}`,
      );
  });
  return {
    added: added.map(({ item, title }) => `${item}: ${title.value} (${title.places[0]?.place ?? ''})`),
    changed,
    gone: gone.map(({ item, title }) => `${item}: ${title}`),
  };
}

function targetChanges(proposal: Proposal, entries: Entries): Difference {
  const old = entries.plans.find(({ id }) => id === proposal.id)?.data.indicators ?? [];
  const shown = ({
    year,
    comparator,
    value,
    most,
    unit,
  }: {
    year?: number | undefined;
    comparator: string;
    value: number;
    most?: number | undefined;
    unit: string;
  }): string => `${year ?? ''} ${comparator} ${value}${most === undefined ? '' : `–${most}`} ${unit}`;
  const now = proposal.targets.map(({ found }) => found);
  return {
    added: now
      .filter(({ item }) => !old.some((one) => one.item === item))
      .map((one) => `chỉ tiêu ${one.item}: ${shown(one)} (${one.told.place})`),
    changed: now.flatMap((one) => {
      const before = old.find(({ item }) => item === one.item);
      return before && shown(before) !== shown(one)
        ? [`chỉ tiêu ${one.item}: ${shown(before)} → ${shown(one)} (${one.told.place})`]
        : [];
    }),
    gone: old
      .filter(({ item }) => !now.some((one) => one.item === item))
      .map((one) => `chỉ tiêu ${one.item}: ${shown(one)}`),
  };
}

/** Compares facts alone: sentences have been written anew by hand. */
export function compare(proposal: Proposal, entries: Entries): Difference {
  const [tasks, targets] = [taskChanges(proposal, entries), targetChanges(proposal, entries)];
  return {
    added: [
      ...tasks.added,
      ...targets.added,
      ...proposal.units.map(({ id, name }) => `đơn vị ${id}: ${name}`),
    ],
    changed: [...tasks.changed, ...targets.changed],
    gone: [...tasks.gone, ...targets.gone],
  };
}
