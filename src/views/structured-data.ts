/** schema.org descriptions of pages. */
import { absolute } from '../domain/address.ts';
import type { Guide, Plan, Programme, Unit } from '../handbook/handbook.ts';
import type { Link } from './link.ts';

/** A guide as `LearningResource` and `HowTo`. */
export function guideData(g: Guide, base: string): object {
  const steps = g.tree.sections.filter((s) => s.kind === 'steps').flatMap((s) => s.steps);
  return {
    '@context': 'https://schema.org',
    '@type': ['LearningResource', 'HowTo'],
    url: absolute(base, g.address),
    inLanguage: 'vi',
    name: g.data.title,
    description: g.data.summary,
    identifier: String(g.data.number),
    isAccessibleForFree: true,
    learningResourceType: 'how-to',
    timeRequired: `PT${g.data.minutes}M`,
    dateModified: g.data.checked,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    teaches: g.skills.map((s) => s.data.title),
    audience: g.audiences.map((a) => ({ '@type': 'Audience', audienceType: a.data.title })),
    // Names only: the words of each step stand on the page, and sending them twice would cost a fifth of its bytes.
    step: steps.map((s, i) => ({ '@type': 'HowToStep', position: i + 1, name: s.title })),
  };
}

/** A unit as `GovernmentOrganization`, or plain `Organization` for groups, schools and companies. */
export function unitData(u: Unit, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type':
      u.data.kind === 'group' || u.data.level === 'enterprise' || u.data.level === 'school'
        ? 'Organization'
        : 'GovernmentOrganization',
    '@id': absolute(base, u.address),
    url: absolute(base, u.address),
    name: u.data.name,
    ...(u.data.spellings.length > 0 ? { alternateName: u.data.spellings } : {}),
    ...(u.parent
      ? { parentOrganization: { '@id': absolute(base, u.parent.address), name: u.parent.data.name } }
      : {}),
  };
}

/** A plan as `DigitalDocument`. */
export function planData(p: Plan, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    '@id': absolute(base, p.address),
    url: absolute(base, p.address),
    name: p.data.title,
    inLanguage: 'vi',
    ...(p.data.number ? { identifier: p.data.number } : {}),
    ...(p.data.date ? { datePublished: p.data.date } : {}),
    publisher: { '@id': absolute(base, p.issuer.address), name: p.issuer.data.name },
  };
}

/** The yearly festival as `Event`. */
export function festivalData(year: number, base: string, path: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'Ngày hội toàn dân học tập số',
    startDate: `${year}-10-10`,
    endDate: `${year}-10-10`,
    url: absolute(base, path),
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: { '@type': 'Country', name: 'Việt Nam' },
    inLanguage: 'vi',
  };
}

/** Breadcrumbs. */
export function trailData(trail: readonly Link[], base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map((l, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: l.text,
      item: absolute(base, l.href),
    })),
  };
}

/** A training session as `LearningResource` of the kind that teachers look for. */
export function sessionData(p: Programme, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': absolute(base, p.address),
    url: absolute(base, p.address),
    inLanguage: 'vi',
    name: p.data.title,
    description: p.data.summary,
    learningResourceType: 'lesson plan',
    timeRequired: `PT${p.data.minutes}M`,
    isAccessibleForFree: true,
    dateModified: p.data.checked,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    teaches: p.data.goals,
    audience: p.audiences.map((a) => ({ '@type': 'Audience', audienceType: a.data.title })),
    hasPart: p.guides.map((g) => ({
      '@type': 'LearningResource',
      '@id': absolute(base, g.address),
      name: g.data.title,
    })),
  };
}
