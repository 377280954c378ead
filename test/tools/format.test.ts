/** The formatter changes how code stands, never what somebody wrote to be read. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const template = `---
/** What it shows. */
interface Props {
  /** What it is for. */
  text: string;
}
const { text } = Astro.props;
// Why it is so.
const shown = text.trim();
---

{/* Why this stands here. */}
<p>{shown}</p>
`;

test('comments of a template outlive the formatter', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/prettier/bin/prettier.cjs', '--stdin-filepath', 'src/components/furniture/Example.astro'],
    { input: template, encoding: 'utf8' },
  );
  expect(stdout, stderr).toBe(template);
});
