/** Every sheet of the print kit, for `npm run print` and for whoever wants to know what there is to print. */
import { loadHandbook } from '../../handbook/load.ts';
import { sheetFiles } from '../../views/print-kit.ts';

export async function GET(): Promise<Response> {
  const handbook = await loadHandbook();
  return new Response(
    `${JSON.stringify({ edition: handbook.edition, ...sheetFiles(handbook) }, null, 1)}\n`,
    {
      headers: { 'content-type': 'application/json' },
    },
  );
}
