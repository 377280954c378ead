/**
 * Doubts a rule from the day after its last one, by the reader's clock: pages are built for no particular
 * day, and kept copies and sheets live long. Without this script the page still says until when it is right.
 */
const now = new Date();
const pad = (part: number): string => String(part).padStart(2, '0');
/** Today where the reader is, as days are written in content. */
const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

for (const line of document.querySelectorAll<HTMLElement>('[data-until]')) {
  const { until, past } = line.dataset;
  if (until !== undefined && past !== undefined && until < today) {
    line.textContent = past;
    line.classList.remove('quiet');
  }
}
export {};
