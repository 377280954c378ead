/**
 * All tasks of a plan in one file: `content/tasks/xa-vi-du.yaml`, an id and below it what its own file would
 * say. The view has a file for each, every line where it was written.
 */

/** Files of the view that one file of an edition stands for; itself, when it is no list of tasks. */
export function unfolded(inside: string, bytes: Buffer): [inside: string, bytes: Buffer][] {
  const plan = /^content\/tasks\/([a-z0-9-]+)\.yaml$/.exec(inside)?.[1];
  if (plan === undefined) return [[inside, bytes]];
  const lines = bytes.toString('utf8').split(/\r?\n/);
  const starts = lines.flatMap((line, at) => {
    const id = /^([a-z0-9-]+):\s*(?:#.*)?$/.exec(line)?.[1];
    return id === undefined ? [] : [{ id, at }];
  });
  return starts.map(({ id, at }, index) => {
    const body = lines.slice(at + 1, starts[index + 1]?.at);
    const first = body.find((line) => /^ +\S/.test(line)) ?? '';
    const indent = first.length - first.trimStart().length;
    const own = body.map((line) => (line.startsWith(' ') ? line.slice(indent) : ''));
    return [`content/tasks/${plan}/${id}.yaml`, Buffer.from('\n'.repeat(at + 1) + own.join('\n'))];
  });
}
