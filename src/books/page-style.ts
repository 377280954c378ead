/** Looks of a guide on a web page of its own: in the one file, in packages for platforms and for Kiwix. */
import { drawingStyle } from './markup.ts';

/** For the oldest browsers served: warnings are framed, what calls at once stands out, tables scroll. */
export const pageStyle = [
  'html{font:18px/1.5 Roboto,system-ui,sans-serif;color:#1d1930;background:#fff}',
  'html{overflow-wrap:break-word}',
  'body{max-width:42em;margin:0 auto;padding:0 1em 3em}h1,h2,h3{line-height:1.25}h2{margin-top:1.6em}',
  'a{color:#46238a}:focus{outline:3px solid #b3400b;outline-offset:2px}main:focus{outline:0}',
  '.u{border-left:6px solid #b00020;padding:.4em .8em}.u a{display:inline-block;padding:.4em .6em .4em 0}',
  '.b{border:2px solid #b3400b;padding:0 .8em;margin:1em 0}.s{border:1px solid;padding:.4em .8em}',
  '.t{border-top:1px solid #8a80a6;margin-top:1em}',
  'table{border-collapse:collapse;display:block;overflow-x:auto}',
  'th,td{border:1px solid;padding:.3em;text-align:left;vertical-align:top}',
  '#m li{margin:.4em 0}.i a{display:inline-block;padding:.2em 0}',
  drawingStyle,
].join('');
