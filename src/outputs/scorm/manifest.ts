/**
 * `imsmanifest.xml` of a package. Sources: IMS Content Packaging 1.1.2 and ADL SCORM 1.2, by their schemas
 * imscp_rootv1p1p2.xsd and adlcp_rootv1p2.xsd; IMS Content Packaging 1.1.4, IMS Simple Sequencing 1.0 and ADL
 * SCORM 2004 4th edition, by imscp_v1p1.xsd, imsss_v1p0.xsd and adlcp_v1p3.xsd.
 */
import { element, xmlDocument, type XmlElement } from '../../formats/xml.ts';
import type { Standard } from './standards.ts';

/** A lesson of the package, one file. */
export interface ManifestLesson {
  /** Letters, digits and hyphens; unlike the others of its package. */
  readonly id: string;
  readonly title: string;
  readonly file: string;
}

/** Letters that a title may have by the schema. */
const longestTitle = 200;
const shortened = (title: string): string =>
  title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`;
const titled = (title: string): XmlElement => element('title', {}, shortened(title));
const file = (href: string): XmlElement => element('file', { href });

/** How the two standards write the same thing. */
const writings = {
  '1.2': {
    version: '1.2',
    spaces: {
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    kind: 'adlcp:scormtype',
    ofItem: [],
    ofAll: [],
  },
  '2004': {
    version: '2004 4th Edition',
    spaces: {
      xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    kind: 'adlcp:scormType',
    // The lesson says itself when it is done; else a platform counts it as done once it was opened.
    ofItem: [
      element(
        'imsss:sequencing',
        {},
        element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
      ),
    ],
    // Any lesson may be chosen, and the next one follows.
    ofAll: [element('imsss:sequencing', {}, element('imsss:controlMode', { choice: 'true', flow: 'true' }))],
  },
} as const;

/** The manifest: lessons in their order, and files that all of them load. */
export function manifest(
  standard: Standard,
  id: string,
  title: string,
  version: string,
  lessons: readonly ManifestLesson[],
  shared: readonly string[],
): string {
  const writing = writings[standard];
  const item = (lesson: ManifestLesson): XmlElement =>
    element(
      'item',
      { identifier: `muc-${lesson.id}`, identifierref: lesson.id },
      titled(lesson.title),
      ...writing.ofItem,
    );
  const organization = element(
    'organization',
    { identifier: 'muc-luc' },
    titled(title),
    ...lessons.map(item),
    ...writing.ofAll,
  );
  const lessonResource = (lesson: ManifestLesson): XmlElement =>
    element(
      'resource',
      { identifier: lesson.id, type: 'webcontent', [writing.kind]: 'sco', href: lesson.file },
      file(lesson.file),
      element('dependency', { identifierref: 'chung' }),
    );
  const sharedResource = element(
    'resource',
    { identifier: 'chung', type: 'webcontent', [writing.kind]: 'asset' },
    ...shared.map(file),
  );
  return xmlDocument(
    element(
      'manifest',
      { identifier: id, version, ...writing.spaces },
      element(
        'metadata',
        {},
        element('schema', {}, 'ADL SCORM'),
        element('schemaversion', {}, writing.version),
      ),
      element('organizations', { default: 'muc-luc' }, organization),
      element('resources', {}, ...lessons.map(lessonResource), sharedResource),
    ),
  );
}
