/** What a shelf of guides or a track of lessons shows. */
import { t } from '../words/words.ts';
import type { Shelf } from '../handbook/handbook.ts';
import { guideLink, type GuideLink } from './link.ts';

export interface LessonRow extends GuideLink {
  readonly order: number;
  readonly goal: string;
  readonly minutes: number;
  /** Numbers of what to learn first. */ readonly before: readonly string[];
}

/** Lessons of a track in the order of learning. */
export function lessonsOf(track: Shelf): LessonRow[] {
  return track.guides
    .flatMap((guide) =>
      guide.lesson
        ? [
            {
              ...guideLink(guide),
              order: guide.lesson.order,
              goal: guide.lesson.goal,
              minutes: guide.data.minutes,
              before: guide.before.map((otherGuide) => t('lists.guideNo', { n: otherGuide.data.number })),
            },
          ]
        : [],
    )
    .sort((a, b) => a.order - b.order);
}
