/** Writing XML as text. Elements are data until the end, so that nothing is escaped twice or not at all. */

/** An element: name, attributes, children. Attributes that are undefined are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly XmlChild[];
}
export type XmlChild = XmlElement | string;

export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: readonly XmlChild[]
): XmlElement => ({ name, attributes, children });

/**
 * Characters that XML 1.0 cannot hold even escaped. The gate refuses them in content; here they would break a
 * whole feed.
 */
const outside = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const inText = (child: string): string =>
  child.replace(outside, '').replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
const inAttribute = (text: string): string =>
  text.replace(outside, '').replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);

function write(child: XmlChild): string {
  if (typeof child === 'string') return inText(child);
  const attributes = Object.entries(child.attributes)
    .map(([key, attribute]) => (attribute === undefined ? '' : ` ${key}="${inAttribute(String(attribute))}"`))
    .join('');
  return child.children.length === 0
    ? `<${child.name}${attributes}/>`
    : `<${child.name}${attributes}>${child.children.map(write).join('')}</${child.name}>`;
}

/** A whole document, UTF-8. Children of the root stand on lines of their own. */
export function xmlDocument(root: XmlElement): string {
  const lines = root.children.flatMap((child) => ['\n', child]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write({ ...root, children: [...lines, '\n'] })}\n`;
}
