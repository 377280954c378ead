/**
 * How style sheets are written for the oldest browsers of the floor (`browsers.ts`). Sheets are authored with
 * nesting, layers and logical properties; what is sent has none of them. Colours, sizes and lists of
 * selectors are written plainly by hand: `test/floor` says what may be sent.
 */
import type { AtRule, Container, Plugin, Rule } from 'postcss';
import contentAltText from '@csstools/postcss-content-alt-text';
import { Features } from 'lightningcss';
import logical from 'postcss-logical';
import nested from 'postcss-nested';
import { namesShort } from './short-names.ts';

/**
 * Layers become an order of writing: rules of a layer that is named later come later, rules outside all
 * layers last. Between rules of
 * different layers specificity counts again, so a sheet may not lean on a layer to beat a stronger selector.
 */
const layersInOrder: Plugin = {
  postcssPlugin: 'layers-in-order',
  Once(sheet) {
    const layers = new Map<string, AtRule[]>();
    sheet.walkAtRules('layer', (layer) => {
      for (const name of layer.params.split(/,\s*/)) {
        const blocks = layers.get(name) ?? [];
        if (layer.nodes) blocks.push(layer);
        layers.set(name, blocks);
      }
      layer.remove();
    });
    for (const block of [...layers.values()].flat().reverse()) sheet.prepend(block.nodes ?? []);
  },
};

const withBox = /^:root:is\((?<tokens>[^]*\]),\s*(?<box>:has\([^]*\))\s*\)$/;

/** Does a rule stand in `@supports`, at any depth? */
function isSupported({ parent }: Pick<Container, 'parent'>): boolean {
  if (parent === undefined || parent.type === 'document') return false;
  return (parent.type === 'atrule' && 'name' in parent && parent.name === 'supports') || isSupported(parent);
}

/**
 * A mode is on by its token or, where no script runs, by its check box: `:root:is([data-che-do~='x'],
 * :has(#cd-x:checked))`. A browser that does not know one selector of a list drops the whole rule, so each
 * becomes a rule of its own. What stands in `@supports` stays.
 */
const modesApart: Plugin = {
  postcssPlugin: 'modes-apart',
  Once(sheet) {
    sheet.walkRules((rule: Rule) => {
      const parts = withBox.exec(rule.selector)?.groups;
      if (!parts || isSupported(rule)) return;
      rule.cloneAfter({ selector: `:root${parts.box ?? ''}` });
      rule.selectors = (parts.tokens ?? '').split(',').map((token) => `:root${token.trim()}`);
    });
  },
};

/** In this order. */
export const loweredStyles: readonly Plugin[] = [
  layersInOrder,
  modesApart,
  nested() as Plugin,
  logical() as Plugin,
  contentAltText() as Plugin,
  namesShort,
];

/**
 * What the minifier must leave alone, though the floor asks for it: selectors, which are written for the
 * floor already and of which it would make three each; colours for two schemes, of which there are none;
 * `system-ui`, which all know or follow with `sans-serif`.
 */
export const keptForStyles: number = Features.Selectors | Features.LightDark | Features.FontFamilySystemUi;
