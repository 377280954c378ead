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
  data,
  guides,
  programmes,
  audiences,
  workstreams,
}: Practice): PracticeView {
  return {
    id,
    title: data.title,
    place: data.place,
    date: data.date,
    did: data.did,
    result: data.result,
    take: data.take,
    sources: data.sources,
    guides: guides.map((guide) => ({
      href: guide.address,
      text: `${guide.data.number}. ${guide.data.title}`,
    })),
    programmes: programmes.map((programme) => ({ href: programme.address, text: programme.data.title })),
    links: [...audiences, ...workstreams].map((audience) => ({
      href: audience.address,
      text: audience.data.title,
    })),
  };
}
