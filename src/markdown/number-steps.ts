/** Sätteri plugin: tells each `<Step>` its number and how many there are, so that "Bước 2 trên 6" is real text and `<li value>` is right. */
import { defineMdastPlugin } from 'satteri';

export const numberSteps = defineMdastPlugin({
  name: 'number-steps',
  mdxJsxFlowElement(node, ctx) {
    if (node.name !== 'Steps') return;
    const steps = node.children.filter((c) => c.type === 'mdxJsxFlowElement' && c.name === 'Step');
    steps.forEach((step, i) => {
      if (step.type !== 'mdxJsxFlowElement') return;
      ctx.replaceNode(step, {
        ...step,
        attributes: [...step.attributes, { type: 'mdxJsxAttribute', name: 'number', value: String(i + 1) }, { type: 'mdxJsxAttribute', name: 'of', value: String(steps.length) }],
      });
    });
  },
});
