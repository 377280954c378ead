import { dataFile, dataSets, type DataSet } from '../../outputs/open-data/open-data.ts';
import { loadHandbook } from '../../handbook/load.ts';

export const getStaticPaths = () => dataSets.map((set) => ({ params: { name: set.name }, props: { set } }));

export async function GET({ props }: { props: { set: DataSet } }) {
  return Response.json(dataFile(props.set, await loadHandbook()));
}
