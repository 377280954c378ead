/**
 * Runs in a lesson: opens what was opened last time, says where its reader was, and tells the platform how
 * far it was read and that it is done. Nothing else is told: no score, no answer, no time.
 */
import { one } from '../../client/page-parts.ts';
import { findPlatform } from './platform.ts';
import type { Value } from './standards.ts';

const platform = findPlatform();
const root = document.documentElement;
/** Places of one edition mean nothing in another. */
const edition = root.dataset.ban ?? '';
const status = one(HTMLElement, '#trang-thai');
const places = [...document.querySelectorAll<HTMLElement>('main h2,main h3')];
const answers = [...document.querySelectorAll('details')];
const button = document.querySelector('#xong');
let open = false;
let done = false;
/** Someone of the platform’s staff looks at the lesson: what they do is not the reader’s. */
let looking = false;
let place = 0;

/** Words that the template wrote for a moment. */
const say = (moment: string): void => {
  status.textContent = status.getAttribute(`data-${moment}`);
};
function tell(value: Value, text: string): void {
  if (open && !looking) platform?.set(value, text);
}
function keep(): void {
  if (!open || looking || platform === undefined) return;
  tell('location', `${edition}:${place}`);
  const opened = answers.flatMap((answer, index) => (answer.open ? [index] : []));
  tell('data', `${edition}:${opened.join(',')}`);
  tell('exit', done ? '' : 'suspend');
  platform.commit();
}
function finish(): void {
  if (done) return;
  done = true;
  tell('status', 'completed');
  keep();
  say(open && !looking ? 'ghi' : 'roi');
}

/** What was kept of this edition. */
function kept(value: Value): string {
  const [of, text = ''] = (platform?.get(value) ?? '').split(':');
  return of === edition ? text : '';
}
/** A way back to where the reader was. */
function offerPlace(): void {
  place = Number(kept('location'));
  const target = places[place];
  if (place === 0 || target === undefined) return;
  const line = one(HTMLElement, '#tiep');
  const link = one(HTMLAnchorElement, '#tiep a');
  target.tabIndex = -1;
  target.id = target.id === '' ? 'cho-dang-doc' : target.id;
  link.href = `#${target.id}`;
  link.textContent = target.textContent;
  line.hidden = false;
}

function begin(): void {
  if (open || platform === undefined) return;
  open = platform.begin();
  if (!open) return;
  looking = /browse|review/.test(platform.get('mode'));
  const before = platform.get('status');
  done = before === 'completed' || before === 'passed';
  if (!done) tell('status', 'incomplete');
  const opened = kept('data').split(',');
  answers.forEach((answer, index) => {
    if (opened.includes(String(index))) answer.open = true;
  });
  offerPlace();
  say(done ? 'ghi' : 'dang');
}
function end(): void {
  keep();
  if (open) platform?.end();
  open = false;
}

begin();
if (platform === undefined) say('khong');
button?.addEventListener('click', finish);
for (const answer of answers)
  answer.addEventListener('toggle', () => {
    if (answer.open) answer.dataset.xem = '';
    if (answers.every((each) => each.dataset.xem !== undefined)) finish();
  });
// The last heading that went above the middle of the window is where the reader is.
const seen = new IntersectionObserver(
  () => {
    const passed = places.filter((each) => each.getBoundingClientRect().top < innerHeight / 2).length;
    place = Math.max(0, passed - 1);
  },
  { rootMargin: '0px 0px -50% 0px' },
);
for (const each of places) seen.observe(each);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') keep();
});
addEventListener('pagehide', end);
// A page that the browser kept whole is begun again.
addEventListener('pageshow', begin);
