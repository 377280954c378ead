/** Serves the files that forms make from the Handbook alone; each route is for one ending. */
import type { APIRoute, GetStaticPaths } from 'astro';
import writers from 'virtual:form-files';
import { loadHandbook } from '../handbook/load.ts';
import type { HandbookFile } from './output.ts';

export const getStaticPaths = (async ({ routePattern }) => {
  const ending = routePattern.slice(routePattern.lastIndexOf('.'));
  const handbook = await loadHandbook();
  return writers
    .flatMap(({ files }) => files(handbook))
    .filter(({ address }) => address.endsWith(ending))
    .map((file) => ({ params: { file: file.address.slice(1, -ending.length) }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: HandbookFile }> = async ({ props: { file } }) => {
  const content = await file.content();
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'content-type': file.type },
  });
};
