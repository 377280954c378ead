import type { APIRoute, GetStaticPaths } from 'astro';
import { unitCoverageCsv } from '../../../outputs/unit-files/sheets.ts';
import type { Unit } from '../../../handbook/handbook.ts';
import { loadHandbook } from '../../../handbook/load.ts';
import { unitDownloads } from '../../../views/unit-work.ts';

export const getStaticPaths = (async () =>
  (await loadHandbook()).units
    .filter((unit) => unitDownloads(unit).includes('coverage'))
    .map((unit) => ({ params: { unit: unit.id }, props: { unit } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ unit: Unit }> = async ({ props }) =>
  new Response(unitCoverageCsv(props.unit, await loadHandbook()), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
