import type { APIRoute, GetStaticPaths } from 'astro';
import { unitTasksCsv } from '../../../outputs/unit-files/sheets.ts';
import type { Unit } from '../../../handbook/handbook.ts';
import { loadHandbook } from '../../../handbook/load.ts';
import { unitDownloads } from '../../../views/unit-work.ts';

export const getStaticPaths = (async () =>
  (await loadHandbook()).units
    .filter((unit) => unitDownloads(unit).includes('tasks'))
    .map((unit) => ({ params: { unit: unit.id }, props: { unit } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ unit: Unit }> = async ({ props }) =>
  new Response(unitTasksCsv(props.unit, await loadHandbook()), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
