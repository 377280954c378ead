/**
 * The one inline script: puts the modes on `<html>` before the first frame, so that nothing flashes or moves.
 * An address counts first and is kept for this tab only, then the tab, then what the device was asked to
 * remember. Storage may be closed; the address still works.
 */
import { createHash } from 'node:crypto';

/**
 * Its text. At most 400 bytes, ES2015, because it must run on old engines. `null` never passes the pattern:
 * it is made empty first.
 */
export const earlyScript =
  '(function(k,v){function t(x){if(/^[a-z,-]{1,90}$/.test(x||""))return v=x}' +
  'var q=new URLSearchParams(location.search).get(k);' +
  'try{t(localStorage[k]);t(sessionStorage[k]);if(t(q))sessionStorage[k]=q}catch(e){t(q)}' +
  'if(v)document.documentElement.dataset.cheDo=v.replace(/,/g," ")})("che-do")';

/** Its source expression for the page's policy. */
export const earlyScriptHash =
  `'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'` as const;
