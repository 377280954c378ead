import { calendarFile } from '../../outputs/calendar/calendar.ts';
import { loadHandbook } from '../../handbook/load.ts';

export async function GET() {
  return new Response(calendarFile(await loadHandbook()), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}
