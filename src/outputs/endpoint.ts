/** Serves the files that forms make from the Handbook alone; each route is for one ending. */
import type { APIRoute, GetStaticPaths } from 'astro';
import writers from 'virtual:form-files';
import { oncePer, reading, readingSlot } from '../domain/once.ts';
import type { Handbook } from '../handbook/handbook.ts';
import { loadHandbook } from '../handbook/load.ts';

/** The files of each form by address. A file depends on what its own form reads, and on no other form. */
const lists = writers.map(({ files }) =>
  oncePer((handbook: Handbook) => new Map(files(handbook).map((file) => [file.address, file]))),
);

/** Does work whose result is known without what it read: to each file its own address. */
const unnoted = <T>(work: () => T): T => reading[readingSlot]?.during(work).value ?? work();

interface Props {
  /** Place of the form. */
  readonly form: number;
  readonly address: string;
}

export const getStaticPaths = (async ({ routePattern }) => {
  const ending = routePattern.slice(routePattern.lastIndexOf('.'));
  const handbook = await loadHandbook();
  // A file is told nothing here but its own address.
  return unnoted(() =>
    lists.flatMap((list, form) =>
      [...list(handbook).keys()]
        .filter((address) => address.endsWith(ending))
        .map((address) => ({
          params: { file: address.slice(1, -ending.length) },
          props: { form, address } satisfies Props,
        })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { form, address } }) => {
  const file = lists[form]?.(await loadHandbook()).get(address);
  if (file === undefined) throw new Error(`Không có tệp ${address} (no form writes this file).`);
  const content = await file.content();
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'content-type': file.type },
  });
};
