/** Proof of what codes stand on, told by `npm run check` with file and line. */
import type { Problem } from '../../domain/problem.ts';
import { fault } from '../../gate/faults.ts';
import { located, type FaultAt } from '../../gate/located.ts';
import type { Handbook } from '../../handbook/handbook.ts';

const kitFile = 'content/in-an.yaml';

/** Numbers of drills are used once; the family's list of numbers knows every guide on it. */
export function wayProblems({ drills, printKit }: Pick<Handbook, 'drills' | 'printKit'>): Problem[] {
  const { family, familyNumbers } = printKit;
  const missing = family.map(({ data }) => data.number).filter((number) => !familyNumbers.includes(number));
  const lacking: FaultAt[] =
    familyNumbers.length > 0 && missing.length > 0
      ? [[['familyNumbers'], fault('way-family', { missing: missing.join(', ') })]]
      : [];
  return [
    ...located(kitFile, lacking),
    ...drills.flatMap((drill, place) => {
      const { number } = drill.data;
      const twin = drills.slice(0, place).find((other) => other.data.number === number);
      return twin ? located(drill.file, [[['number'], fault('drill-twice', { what: String(number) })]]) : [];
    }),
  ];
}
