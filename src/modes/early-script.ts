/**
 * The one inline script: puts the modes on `<html>` before the first frame, so that nothing flashes or moves.
 * An address counts first and is kept for this tab only, then the tab, then what the device was asked to
 * remember. Storage may be closed; the address still works. A preset is opened into its modes here, so that
 * style sheets name each mode once. On a machine that many use (`client/shared-machine.ts`) nothing is kept.
 */
import { createHash } from 'node:crypto';
import { modeTokens, noKeepKey, noKeepValue, normalToken, presets, sharedToken } from './settings.ts';

const openPresets = Object.entries(presets)
  .map(([name, modes]) => `.replace("${name}","${modes.join(' ')}")`)
  .join('');

/**
 * How what it takes begins: a word that is none of ours, as from a misprinted code, must not put out the
 * modes that a reader has. Telling by the first syllable is enough and a third of the bytes of all names.
 */
const beginnings = [
  ...new Set(
    [...modeTokens, ...Object.keys(presets), normalToken, sharedToken].map((name) => name.replace(/-.*/, '')),
  ),
].join('|');

/**
 * Its text. At most 640 bytes, ES2015, because it must run on old engines. `null` never passes the pattern:
 * it is made empty first.
 */
export const earlyScript =
  `(function(k,v){function t(x){if(/^(${beginnings})[a-z,+ -]{0,88}$/.test(x||""))return v=x}` +
  'var d=document.documentElement.dataset,q=new URLSearchParams(location.search).get(k);' +
  `try{if(/${sharedToken}/.test(q)||localStorage.${noKeepKey}=="${noKeepValue}")` +
  `d.${noKeepKey}="${noKeepValue}";` +
  `t(localStorage[k]);t(sessionStorage[k]);if(t(q)&&!d.${noKeepKey})sessionStorage[k]=q}catch(e){t(q)}` +
  `if(v)d.cheDo=v${openPresets}.replace(/[,+]/g," ")})("che-do")`;

/** Its source expression for the page's policy. */
export const earlyScriptHash =
  `'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'` as const;
