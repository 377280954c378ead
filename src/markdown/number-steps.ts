/**
 * Sätteri plugin: tells each `<Step>` its number and how many there are, so that "Bước 2 trên 6" is real text and `<li value>` is right;
 * also its id and those of the steps before and after it over the whole page, for reading one step at a time (`<Steps>` learns the first).
 */
import { defineMdastPlugin } from 'satteri';

/** Id of a step: `buoc-2`; in the third list of a page `buoc-3-2`. */
export const stepId = (list: number, step: number): string => (list === 1 ? `buoc-${step}` : `buoc-${list}-${step}`);

const attributes = (values: Readonly<Record<string, string | undefined>>) =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }]));

/** A fresh plugin for each entry, because it counts the lists of one page. */
export const numberSteps = () => {
  let list = 0;
  let before: string | undefined;
  return defineMdastPlugin({
    name: 'number-steps',
    mdxJsxFlowElement(node, ctx) {
      if (node.name !== 'Steps') return;
      if (node.attributes.some((a) => a.type === 'mdxJsxAttribute' && a.name === 'first')) return;
      list++;
      const lists = ctx.parent(node)?.children.filter((c) => c.type === 'mdxJsxFlowElement' && c.name === 'Steps').length ?? 1;
      const of = node.children.filter((c) => c.type === 'mdxJsxFlowElement' && c.name === 'Step').length;
      let n = 0;
      const children = node.children.map((step) => {
        if (step.type !== 'mdxJsxFlowElement' || step.name !== 'Step') return step;
        const id = stepId(list, ++n);
        const after = n < of ? stepId(list, n + 1) : list < lists ? stepId(list + 1, 1) : undefined;
        const numbered = { ...step, attributes: [...step.attributes, ...attributes({ number: String(n), of: String(of), id, before, after })] };
        before = id;
        return numbered;
      });
      ctx.replaceNode(node, { ...node, attributes: [...node.attributes, ...attributes({ first: stepId(list, 1) })], children });
    },
  });
};
