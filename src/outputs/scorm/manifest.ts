/**
 * `imsmanifest.xml` of a package. Sources: IMS Content Packaging 1.1.2 and ADL SCORM 1.2, by their schemas
 * imscp_rootv1p1p2.xsd and adlcp_rootv1p2.xsd.
 */
import { element, xmlDocument, type XmlElement } from '../../formats/xml.ts';

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

/** The manifest: lessons in their order, and files that all of them load. */
export function manifest(
  id: string,
  title: string,
  version: string,
  lessons: readonly ManifestLesson[],
  shared: readonly string[],
): string {
  const organization = element(
    'organization',
    { identifier: 'muc-luc' },
    titled(title),
    ...lessons.map((lesson) =>
      element('item', { identifier: `muc-${lesson.id}`, identifierref: lesson.id }, titled(lesson.title)),
    ),
  );
  const lessonResource = (lesson: ManifestLesson): XmlElement =>
    element(
      'resource',
      { identifier: lesson.id, type: 'webcontent', 'adlcp:scormtype': 'sco', href: lesson.file },
      file(lesson.file),
      element('dependency', { identifierref: 'chung' }),
    );
  const sharedResource = element(
    'resource',
    { identifier: 'chung', type: 'webcontent', 'adlcp:scormtype': 'asset' },
    ...shared.map(file),
  );
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: id,
        version,
        xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      },
      element('metadata', {}, element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, '1.2')),
      element('organizations', { default: 'muc-luc' }, organization),
      element('resources', {}, ...lessons.map(lessonResource), sharedResource),
    ),
  );
}
