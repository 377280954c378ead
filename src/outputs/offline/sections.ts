/**
 * Which files each section holds. Every page stands in one section of its own; audiences are selections
 * across them.
 */
import { audienceSection, sectionOf } from './section-rules.ts';
import { commonSection, isPage } from './runtime/format.ts';
import type { FinishedSite, Needs } from './finished-site.ts';
import { notUrgent, urgentGuide, urgentPages } from './urgent.ts';

export interface Sections {
  /** Paths by section, sorted. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  /** What is kept after the first visit without asking. */
  readonly urgent: readonly string[];
}

const guideAddress = /^\/(?:huong-dan|cho-so)\/[^/]+\/[^/]+\/$/;

/** Cuts the site into sections. Throws when the emergency pages are not there. */
export function cut(site: FinishedSite, needs: Needs): Sections {
  const sections = new Map<string, Set<string>>();
  const add = (section: string, path: string): void => {
    sections.set(section, (sections.get(section) ?? new Set()).add(path));
  };
  /** Sections that need a file which has none by its place. */
  const users = new Map<string, Set<string>>();
  for (const path of site.paths) {
    const section = sectionOf(path);
    if (section === undefined) continue;
    add(section, path);
    for (const file of needs(path))
      if (sectionOf(file) === undefined) users.set(file, (users.get(file) ?? new Set()).add(section));
  }
  // What several sections need comes with each of them, by the common part.
  for (const [file, by] of users) add(by.size === 1 ? [...by][0]! : commonSection, file);
  const common = sections.get(commonSection) ?? new Set();
  for (const path of site.paths) {
    const audience = /^\/danh-cho\/([^/]+)\/(?:phan\/[^/]+\/)?$/.exec(path)?.[1];
    if (audience === undefined) continue;
    const main = /<main\b[\s\S]*<\/main>/.exec(site.read(path).toString())?.[0] ?? '';
    const guides = [...main.matchAll(/href="([^"#?]+)/g)]
      .map((match) => match[1]!)
      .filter((path) => guideAddress.test(path) && sectionOf(path) !== undefined);
    for (const guide of [path, ...guides]) {
      add(audienceSection(audience), guide);
      for (const file of needs(guide))
        if (!common.has(file) && sectionOf(file) === undefined) add(audienceSection(audience), file);
    }
  }
  const missing = urgentPages.filter((page) => !site.paths.includes(page));
  const stop = missing.length > 0 ? undefined : urgentGuide(site);
  const kept = [...(stop === undefined ? [] : [stop]), ...urgentPages];
  if (missing.length > 0)
    throw new Error(`Bản ngoại tuyến: thiếu trang khẩn cấp ${missing.join(', ')}. (missing emergency page)`);
  // With the words for listening and the scripts of the pages.
  const urgent = new Set(kept.flatMap((page) => [page, ...needs(page, notUrgent)]));
  const sorted = new Map(
    [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, paths]) => [id, [...paths].sort()]),
  );
  return { sections: sorted, urgent: [...urgent].sort() };
}

/** Pages among these paths. */
export const pagesIn = (paths: readonly string[]): number => paths.filter(isPage).length;
