/** schema.org descriptions of pages. */
import { t } from '../words/words.ts';
import { absolute } from '../domain/address.ts';
import type { Guide, Plan, Programme, Unit } from '../handbook/handbook.ts';
import type { Link } from './link.ts';

/**
 * A guide as `LearningResource`. Its steps stand on the page and in the open data: no search engine shows
 * them from here any more, and every guide would carry them twice.
 */
export function guideData(guide: Guide, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    url: absolute(base, guide.address),
    inLanguage: 'vi',
    name: guide.data.title,
    description: guide.data.summary,
    dateModified: guide.data.checked,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    teaches: guide.skills.map((skill) => skill.data.title),
    audience: guide.audiences.map((audience) => ({ '@type': 'Audience', audienceType: audience.data.title })),
  };
}

/** A unit as `GovernmentOrganization`, or plain `Organization` for groups, schools and companies. */
export function unitData(unit: Unit, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type':
      unit.data.kind === 'group' || unit.data.level === 'enterprise' || unit.data.level === 'school'
        ? 'Organization'
        : 'GovernmentOrganization',
    '@id': absolute(base, unit.address),
    url: absolute(base, unit.address),
    name: unit.data.name,
    ...(unit.data.spellings.length > 0 ? { alternateName: unit.data.spellings } : {}),
    ...(unit.parent
      ? { parentOrganization: { '@id': absolute(base, unit.parent.address), name: unit.parent.data.name } }
      : {}),
  };
}

/** A plan as `DigitalDocument`. */
export function planData(plan: Plan, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    '@id': absolute(base, plan.address),
    url: absolute(base, plan.address),
    name: plan.data.title,
    inLanguage: 'vi',
    ...(plan.data.number ? { identifier: plan.data.number } : {}),
    ...(plan.data.date ? { datePublished: plan.data.date } : {}),
    publisher: { '@id': absolute(base, plan.issuer.address), name: plan.issuer.data.name },
  };
}

/** The yearly festival as `Event`. */
export function festivalData(year: number, base: string, path: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: t('event.official'),
    startDate: `${year}-10-10`,
    endDate: `${year}-10-10`,
    url: absolute(base, path),
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: { '@type': 'Country', name: t('event.country') },
    inLanguage: 'vi',
  };
}

/** Breadcrumbs. */
export function trailData(trail: readonly Link[], base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map((link, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: link.text,
      item: absolute(base, link.href),
    })),
  };
}

/** A training session as `LearningResource` of the kind that teachers look for. */
export function sessionData(programme: Programme, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': absolute(base, programme.address),
    url: absolute(base, programme.address),
    inLanguage: 'vi',
    name: programme.data.title,
    description: programme.data.summary,
    learningResourceType: 'lesson plan',
    timeRequired: `PT${programme.data.minutes}M`,
    isAccessibleForFree: true,
    dateModified: programme.data.checked,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    teaches: programme.data.goals,
    audience: programme.audiences.map((audience) => ({
      '@type': 'Audience',
      audienceType: audience.data.title,
    })),
    hasPart: programme.guides.map((guide) => ({
      '@type': 'LearningResource',
      '@id': absolute(base, guide.address),
      name: guide.data.title,
    })),
  };
}
