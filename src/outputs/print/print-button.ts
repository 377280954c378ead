/**
 * The button "In tờ này", where the browser can print; those inside apps cannot. Without it the browser's own
 * menu prints, where it has one.
 */
import { inApp } from '../../client/in-app.ts';

const button = document.querySelector<HTMLButtonElement>('[data-print]');
if (button && 'print' in window && !inApp(navigator.userAgent)) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
