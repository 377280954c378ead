/**
 * Addresses in a finished script. They are read from its syntax: texts, the beginnings of templates, and
 * `'/' + name`, which is how the bundler reckons the address of a chunk.
 */
import { parseAst } from 'rolldown/parseAst';
import type { Turn } from './turn.ts';

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface TemplateNode extends SyntaxNode {
  readonly quasis: readonly { readonly value: { readonly raw: string } }[];
}
const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
const isTemplate = (node: SyntaxNode): node is TemplateNode => node.type === 'TemplateLiteral';
const textOf = (node: SyntaxNode): string | undefined =>
  node.type === 'Literal' && 'value' in node && typeof node.value === 'string' ? node.value : undefined;

/** Whether `/` alone is the front page, or the beginning of an address, where it stands. */
function beginsAddress(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'BinaryExpression')
    return 'left' in parent && parent.left === node && 'operator' in parent && parent.operator === '+';
  return parent.type === 'ArrayExpression' || parent.type === 'Property';
}

/** What a text or a template begins with, when it is an address. Lone `/` and `/${…}/` count. */
function addressIn(node: SyntaxNode, parent: SyntaxNode | undefined, turn: Turn): boolean {
  if (isTemplate(node)) {
    const [first, second] = node.quasis.map(({ value }) => value.raw);
    if (first === undefined) return false;
    if (second === undefined) return turn.fits(first) || (first === '/' && beginsAddress(node, parent));
    return turn.fits(first) || (first === '/' && second.startsWith('/'));
  }
  const text = textOf(node);
  return text !== undefined && (turn.fits(text) || (text === '/' && beginsAddress(node, parent)));
}

/** The places behind an opening quote where an address begins. */
function placesIn(code: string, turn: Turn): number[] {
  const found: number[] = [];
  const walk = (node: SyntaxNode, parent?: SyntaxNode): void => {
    if (addressIn(node, parent, turn)) found.push(node.start + 1);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? (value as readonly unknown[]) : [value])
        if (isNode(child)) walk(child, node);
  };
  walk(parseAst(code));
  // Markup that a script writes.
  for (const match of code.matchAll(/\s(?:href|src)=\\?"(?=\/[^/])/g))
    found.push(match.index + match[0].length);
  return [...new Set(found)].sort((one, other) => one - other);
}

/** The script with its addresses turned. */
export function turnScript(code: string, turn: Turn): string {
  const parts: string[] = [];
  let done = 0;
  for (const place of placesIn(code, turn)) {
    // What stands there up to the next quote or expression.
    const address = /^[^"'`$]*/.exec(code.slice(place, place + 400))?.[0] ?? '';
    parts.push(code.slice(done, place), turn.turned(address));
    done = place + address.length;
  }
  return parts.join('') + code.slice(done);
}
