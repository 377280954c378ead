/** One good practice as its page shows it. */
import type { Practice } from '../handbook/handbook.ts';
import type { Source } from '../schemas/fields.ts';
import type { Link } from './link.ts';

export interface PracticeView {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly date: string;
  readonly did: string;
  readonly result: string | null;
  readonly take: string;
  readonly guides: readonly Link[];
  readonly programmes: readonly Link[];
  /** Audiences and workstreams it belongs to. */
  readonly links: readonly Link[];
  readonly sources: readonly Source[];
}

export function practiceView({
  id,
  data: d,
  guides,
  programmes,
  audiences,
  workstreams,
}: Practice): PracticeView {
  return {
    id,
    title: d.title,
    place: d.place,
    date: d.date,
    did: d.did,
    result: d.result,
    take: d.take,
    sources: d.sources,
    guides: guides.map((g) => ({ href: g.address, text: `${g.data.number}. ${g.data.title}` })),
    programmes: programmes.map((p) => ({ href: p.address, text: p.data.title })),
    links: [...audiences, ...workstreams].map((x) => ({ href: x.address, text: x.data.title })),
  };
}
