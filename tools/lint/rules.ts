/**
 * The project's own rules of form, as an ESLint plugin: what no rule of the packages counts the way the house
 * does. An editor shows their places; `tools/lint.ts` counts them against `tools/lint/ceilings.json`.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * The widest line, in letters as a reader counts them; Prettier breaks code there, comments and long texts
 * are broken by hand.
 */
const WIDTH = 110;
/** The longest function, in lines with its head and its closing brace. */
const HEIGHT = 60;

type Function = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

/** A rule without settings that says one thing. */
function rule(
  message: string,
  create: (
    context: Readonly<TSESLint.RuleContext<'found', []>>,
    report: (node: TSESTree.Node) => void,
  ) => TSESLint.RuleListener,
): TSESLint.RuleModule<'found'> {
  return {
    meta: { type: 'suggestion', schema: [], messages: { found: message } },
    create: (context) =>
      create(context, (node) => {
        context.report({ node, messageId: 'found' });
      }),
  };
}

/** `as X` and `<X>y` tell the compiler what it cannot know; `as const` only asks it to look closer. */
const noCast = rule(
  'Ép kiểu: kiểm tra giá trị (hàm nhận dạng kiểu, zod, satisfies) thay cho “as”.',
  (_, report) => ({
    TSAsExpression(node) {
      const { typeAnnotation: type } = node;
      const isConst =
        type.type === 'TSTypeReference' &&
        type.typeName.type === 'Identifier' &&
        type.typeName.name === 'const';
      if (!isConst) report(node);
    },
    TSTypeAssertion: report,
  }),
);

/** Names that a pattern binds. */
function names(pattern: TSESTree.Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : names(element)));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        names(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'AssignmentPattern':
      return names(pattern.left);
    case 'RestElement':
      return names(pattern.argument);
    case 'TSParameterProperty':
      return names(pattern.parameter);
    default:
      return [];
  }
}

/**
 * Coordinates, pairs that a comparator sorts, and a parameter that is only passed over keep their one letter.
 */
function mayBeShort(name: string, siblings: readonly string[]): boolean {
  if (name === '_') return true;
  if (siblings.length === 2 && siblings[0] === 'a' && siblings[1] === 'b') return true;
  return (name === 'x' || name === 'y') && siblings.includes('x') && siblings.includes('y');
}

const wholeWords = rule('Tham số một chữ cái: viết cả từ, nói nó giữ gì.', (_, report) => {
  const check = (node: Function): void => {
    const bound = node.params.flatMap(names);
    const siblings = bound.map(({ name }) => name);
    for (const one of bound) if (one.name.length === 1 && !mayBeShort(one.name, siblings)) report(one);
  };
  return {
    ArrowFunctionExpression: check,
    FunctionDeclaration: check,
    FunctionExpression: check,
  };
});

const shortFunction = rule(`Hàm dài quá ${HEIGHT} dòng: tách thành các phần có tên.`, (context, report) => {
  /** Blocks that hold tests are chapters, not functions. */
  const isChapter = ({ parent }: Function): boolean =>
    parent.type === 'CallExpression' &&
    /^(?:describe|test|it|suite)\b/.test(context.sourceCode.getText(parent.callee));
  const check = (node: Function): void => {
    const { start, end } = node.loc;
    if (end.line - start.line + 1 > HEIGHT && !isChapter(node)) report(node);
  };
  return {
    ArrowFunctionExpression: check,
    FunctionDeclaration: check,
    FunctionExpression: check,
  };
});

/** A drawing's path is one datum: broken into pieces it reads no better. */
const DRAWN = /<(?:path|rect|circle|g)\b[^>]*\d/;

const narrowLine: TSESLint.RuleModule<'found'> = {
  meta: {
    type: 'layout',
    schema: [],
    messages: { found: `Dòng dài quá ${WIDTH} chữ: ngắt dòng, hoặc đặt tên cho một phần.` },
  },
  create: (context) => ({
    Program() {
      for (const [index, line] of context.sourceCode.lines.entries())
        if (line.length > WIDTH && [...line].length > WIDTH && !DRAWN.test(line))
          context.report({
            loc: { start: { line: index + 1, column: WIDTH }, end: { line: index + 1, column: line.length } },
            messageId: 'found',
          });
    },
  }),
};

export const houseRules = {
  meta: { name: 'house' },
  rules: {
    'narrow-line': narrowLine,
    'no-cast': noCast,
    'short-function': shortFunction,
    'whole-words': wholeWords,
  },
};
