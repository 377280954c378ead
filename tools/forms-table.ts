/** The table of forms as Markdown. */
import { table } from '../src/outputs/table.ts';

export function formsTable(): string {
  const rows = table.map(({ name, about, pages, files, finish, command, exported }) => {
    const when = [
      ...(pages ? ['pages'] : []),
      ...(files ? [`files (${files.endings.join(', ')})`] : []),
      ...(finish ? ['on the finished site'] : []),
      ...(command ? [`\`npm run ${name}\``] : []),
      ...(exported ? [`\`npm run export -- ${name}\``] : []),
    ];
    return `| [\`${name}\`](../src/outputs/${name}/README.md) | ${about} | ${when.join('; ')} |`;
  });
  return ['| Form | What it is, whom it serves | When it is made |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}
