/** knip: files, exports and packages that nothing uses (`knip.config.js`). */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from './finding.ts';

/** What stands for one thing that nothing uses; a pair that is exported twice comes as a list. */
const thing = z.object({ name: z.string(), line: z.number().optional() });
/** knip's JSON: a row for each file, in it a list for each kind of finding. */
const report = z.object({
  issues: z.array(z.looseObject({ file: z.string() })),
});
const things = z.array(z.union([thing, z.array(thing)]));

/** Ends 0 with nothing found and 1 with findings; anything else is a failure of the tool itself. */
function run(root: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/knip/bin/knip.js'), '--reporter', 'json', '--no-progress'],
      { cwd: root, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        if (stdout.startsWith('{')) resolve(stdout);
        else reject(new Error(`knip không chạy được: ${stderr || (error?.message ?? '')} (knip failed)`));
      },
    );
  });
}

export async function findUnused(root: string): Promise<Finding[]> {
  const { issues } = report.parse(JSON.parse(await run(root)));
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      things.parse(found).map((one) => {
        const all = Array.isArray(one) ? one : [one];
        return {
          rule: `knip/${kind}`,
          file,
          line: all[0]?.line ?? 0,
          message: `Không nơi nào dùng: ${all.map(({ name }) => name).join(', ')}`,
        };
      }),
    ),
  );
}
