import type { APIRoute, GetStaticPaths } from 'astro';
import { reportDraft } from '../../../outputs/unit-files/report-draft.ts';
import type { Unit } from '../../../handbook/handbook.ts';
import { loadHandbook } from '../../../handbook/load.ts';
import { unitDownloads } from '../../../views/unit-work.ts';

export const getStaticPaths = (async () =>
  (await loadHandbook()).units
    .filter((unit) => unitDownloads(unit).includes('report'))
    .map((unit) => ({ params: { unit: unit.id }, props: { unit } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ unit: Unit }> = async ({ props }) =>
  new Response(await reportDraft(props.unit, await loadHandbook()), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
