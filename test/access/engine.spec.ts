/**
 * IBM's engine, WCAG 2.2, on each type of page whose day it is (`isTurn`) at 320 px with every folded part
 * open (a closed legend counts as no name to it). Violations: none. What it only asks to confirm stands below
 * with the answer, or the test fails.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { whole } from '../whole.ts';
import { sharedPage } from './looks.ts';
import { isTurn, pageTypes } from './page-types.ts';
import { shorten } from './probes.ts';

// Never the package `accessibility-checker`: it fetches a browser driver when installed and its rules when
// run.
const engine = readFileSync(
  createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);

interface Finding {
  readonly kind: string;
  readonly rule: string;
  readonly message: string;
  readonly snippet: string;
  /** Classes and tags of the element and of what it stands in. */ readonly where: string;
}
declare const ace: {
  Checker: new () => {
    check(
      root: Document,
      rules: string[],
    ): Promise<{
      results: { value: [string, string]; ruleId: string; message: string; snippet: string; node: Element }[];
    }>;
  };
};

/** What the engine cannot decide, and why it is right as it is. `where` limits the answer to one place. */
const answers: readonly { readonly rule: string; readonly where?: RegExp; readonly why: string }[] = [
  {
    rule: 'aria_content_in_landmark',
    where: /a\.skip$/,
    why: 'The skip link stands before all landmarks, so that it is the first stop.',
  },
  {
    rule: 'element_tabbable_visible',
    where: /a\.skip$/,
    why: 'Shown when it has the focus: keyboard.spec.ts looks at it.',
  },
  {
    rule: 'element_tabbable_unobscured',
    why: 'Every stop is proven uncovered when it has the focus: keyboard.spec.ts. The engine means links that run over two lines.',
  },
  {
    rule: 'element_tabbable_role_valid',
    where: /\.scroll$|pre\.code$/,
    why: 'A frame that scrolls must be reachable by keyboard (axe: scrollable-region-focusable; https://www.w3.org/WAI/WCAG22/Understanding/keyboard).',
  },
  {
    rule: 'figure_label_exists',
    where: /figure\.(?:drawn|picture)$/,
    why: 'The drawing inside has the name; on the figure too it would be heard twice.',
  },
  {
    rule: 'aria_descendant_valid',
    where: /\.phone(?:\.\w+)*$/,
    why: 'A drawn screen is one image with one name; its parts are meant to be passed over.',
  },
  {
    rule: 'list_structure_proper',
    where: /\bdl\b[^ ]*$/,
    why: 'HTML allows div around each dt and dd (https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element).',
  },
  {
    rule: 'form_submit_button_exists',
    where: /form\.filters(?:\.builder)?(?:\.screen-only)?$/,
    why: 'A filter acts as a box is ticked, says so in a status line, and sends nothing.',
  },
  {
    rule: 'style_focus_visible',
    why: 'The engine sees that a style names border or outline. Every stop is proven to be shown when it has the focus: keyboard.spec.ts.',
  },
  {
    rule: 'list_markup_review',
    where: /\.message$/,
    why: 'A message to be copied as it is into a chat, which has no lists.',
  },
  {
    rule: 'select_options_grouped',
    where: /form\.filters\.builder p select$/,
    why: 'Groups of readers in the order of the handbook; they have no groups above them.',
  },
  {
    rule: 'aria_child_valid',
    where: /ol\.chosen$/,
    why: 'Empty until a guide is chosen; the sentence above says so.',
  },
  {
    rule: 'aria_main_label_visible',
    where: /^$/,
    why: 'The engine counts the main part of the page in the frame with that of this page.',
  },
  {
    rule: 'frame_src_valid',
    where: /iframe\.look-in$/,
    why: 'The frame shows a page of this site, which is a page type of its own in modes.spec.ts.',
  },
  {
    rule: 'style_viewport_resizable',
    why: 'Parts of the window’s width stand between bounds in rem, so letters follow the reader’s own size; looked at at 200 %.',
  },
  {
    rule: 'a_target_warning',
    where: /(?:footer\.from p a\.pill\.full|div\.body (?:p|section|div\.box)\b.*a(?:\.pill)?)$/,
    why: 'The link itself says “mở trang mới”.',
  },
  {
    rule: 'heading_markup_misuse',
    where: /h1$/,
    why: 'The official name of a task is a whole sentence; it is the title of its page.',
  },
  {
    rule: 'input_checkboxes_grouped',
    where: /input\[data-keep\]$/,
    why: '“Nhớ trên máy này” and “Máy dùng chung” are about the whole panel and belong to no group.',
  },
  {
    rule: 'input_checkboxes_grouped',
    where: /ol\.way li input$/,
    why: 'The boxes of a way stand in its list, under its heading; each is named by its guide.',
  },
  {
    rule: 'input_label_visible',
    where: /ol\.way li input$/,
    why: 'The title of the guide, a link, stands beside the box; a label would swallow the link.',
  },
  {
    rule: 'input_fields_grouped',
    where: /div\.panel p select$|\.report-fill p (?:select|input)$/,
    why: 'Whose way and the code from elsewhere, or whose report and the sums to add, are two things.',
  },
  {
    rule: 'input_fields_grouped',
    where: /form\.filters\.builder\.screen-only p select$/,
    why: 'The network and the place of a class are two things.',
  },
  {
    rule: 'input_fields_grouped',
    where: /details p input$/,
    why: 'Names of the people of the house: the fold in which the fields stand says whose they are.',
  },
  {
    rule: 'style_color_misuse',
    why: 'The engine sees that the style has colours. Words, numbers, borders or underlines say the same: modes.spec.ts in forced colours, axe link-in-text-block.',
  },
  {
    rule: 'text_block_heading',
    where:
      /\.phone(?:\.\w+)* |\.doors|\.box|\.title|\.calls |p\.of$|div\.own(?:\.finder)?$|p\.lead$|li [^ ]*div [^ ]*p$/,
    why: 'Short lines that head nothing: words on a drawn screen, the name of a note, “Bước 2 trên 6” before its heading, whom to call in a list, one sentence of an easy step, the name of a field.',
  },
  {
    rule: 'text_block_heading',
    where: /div\.cases$|\.report-fill p$/,
    why: 'What opens a trouble, and the name of a field, are no headings.',
  },
];

test('the engine finds what it should: a field without a name, a picture without words, a heading that is none', async ({
  page,
}) => {
  await page.setContent(
    '<!doctype html><html lang="vi"><head><title>x</title></head><body><main><h1>Bài</h1><img src="data:,"><input type="text"><p><b>Các bước</b></p><p>Làm thế này, rồi thế kia, cho tới khi xong thì thôi.</p></main></body></html>',
  );
  await page.evaluate(engine);
  const rules = await page.evaluate(async () =>
    (await new ace.Checker().check(document, ['WCAG_2_2'])).results
      .filter((result) => result.value[0] === 'VIOLATION' && result.value[1] !== 'PASS')
      .map((result) => result.ruleId),
  );
  expect(rules).toEqual(
    expect.arrayContaining(['input_label_exists', 'img_alt_valid', 'text_block_heading']),
  );
});

for (const [type, path] of Object.entries(pageTypes())) {
  if (!isTurn('engine', type, path)) continue;
  test(`${type}: no violation, every question answered`, async ({ browser }) => {
    const page = await sharedPage(browser);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      // The engine knows no layers: what the header opens over the page stands in the flow here, as it does
      // without a script. What lies over what is measured in modes.spec.ts.
      for (const panel of document.querySelectorAll<HTMLElement>('.top .over')) {
        panel.style.position = 'static';
        panel.style.maxHeight = 'none';
        if (panel.parentElement) panel.parentElement.style.flexBasis = '100%';
      }
    });
    // What its rules say of eight items of a list they say of eight hundred.
    if (!whole) await page.evaluate(shorten);
    const started = performance.now();
    await page.evaluate(engine);
    const { looked, found } = await page.evaluate(async (): Promise<{ looked: number; found: Finding[] }> => {
      const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
      const name = (element: Element): string =>
        `${element.tagName.toLowerCase()}${
          typeof element.className === 'string'
            ? element.className
                .split(/\s+/)
                .filter(Boolean)
                .map((word) => `.${word}`)
                .join('')
            : ''
        }${element.matches('[data-keep], [data-shared-machine]') ? '[data-keep]' : ''}`;
      const way = (element: Element | null): string =>
        element === null || element.tagName === 'BODY'
          ? ''
          : `${way(element.parentElement)} ${name(element)}`;
      return {
        looked: results.length,
        found: results
          .filter((result) => result.value[1] !== 'PASS' && result.value[1] !== 'MANUAL')
          .map((result) => ({
            kind: result.value.join('/'),
            rule: result.ruleId,
            message: result.message,
            snippet: result.snippet,
            where: way(result.node),
          })),
      };
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const open = found.filter(
      (finding) =>
        finding.kind === 'VIOLATION/FAIL' ||
        !answers.some(
          (answer) => answer.rule === finding.rule && (answer.where?.test(finding.where) ?? true),
        ),
    );
    console.log(`${type}: ${looked} results in ${seconds} s, ${found.length} questions`);
    expect(looked).toBeGreaterThan(400);
    expect(
      open.map(
        (finding) =>
          `${finding.kind} ${finding.rule}: ${finding.message} ${finding.snippet} at${finding.where}`,
      ),
    ).toEqual([]);
  });
}
