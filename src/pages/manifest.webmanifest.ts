import { manifest } from '../outputs/app/manifest.ts';
import { loadHandbook } from '../handbook/load.ts';
export const GET = async () => new Response(JSON.stringify(manifest(await loadHandbook())));
