import { eventCalendarFile } from '../../../outputs/calendar/calendar.ts';
import { loadHandbook } from '../../../handbook/load.ts';

export async function GET() {
  return new Response(eventCalendarFile(await loadHandbook()), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}
