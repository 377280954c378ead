/** Looks of the file, for the oldest browsers served. */
import { drawingStyle } from '../../books/markup.ts';

const ground = [
  'html{font:18px/1.5 Roboto,system-ui,sans-serif;color:#1d1b20;background:#fff}',
  'html{overflow-wrap:break-word}',
  'body{max-width:42em;margin:0 auto;padding:0 1em 3em}h1,h2,h3{line-height:1.25}h2{margin-top:1.6em}',
  'a{color:#4a2480}:focus{outline:3px solid #b3400b;outline-offset:2px}main:focus{outline:0}',
  '.u{border-left:6px solid #b00020;padding:.4em .8em}.u a{display:inline-block;padding:.4em .6em .4em 0}',
  '.b{border:2px solid #b3400b;padding:0 .8em;margin:1em 0}.s{border:1px solid;padding:.4em .8em}',
  '.t{border-top:1px solid #8a8591;margin-top:1em}',
  'table{border-collapse:collapse;display:block;overflow-x:auto}',
  'th,td{border:1px solid;padding:.3em;text-align:left;vertical-align:top}',
  '#m li{margin:.4em 0}.i a{display:inline-block;padding:.2em 0}',
  drawingStyle,
].join('');

const reading = [
  'input[type=search]{font:inherit;width:100%;box-sizing:border-box;padding:.5em;border:2px solid #4a2480}',
  'label{display:block}label,summary{padding:.4em 0}summary{cursor:pointer;text-decoration:underline}',
  'input[type=checkbox]{width:1.3em;height:1.3em}',
  'button{font:inherit;padding:.5em .8em;border:2px solid #4a2480;background:#fff;color:#4a2480}',
  'button:disabled{opacity:.5}[hidden]{display:none}',
  ':root[data-che-do~=chu-to]{font-size:27px}:root[data-che-do~=chu-rat-to]{font-size:36px}',
  ':root[data-che-do~=gian-dong]{line-height:2;letter-spacing:.03em;word-spacing:.12em}',
  ':root[data-che-do~=tuong-phan]{color:#000}:root[data-che-do~=tuong-phan] a{color:#00008b}',
  ':root[data-che-do~=nen-toi],:root[data-che-do~=nen-toi] input,:root[data-che-do~=nen-toi] button',
  '{background:#000;color:#ff0;border-color:#ff0}:root[data-che-do~=nen-toi] a{color:#7ff}',
  ':root[data-che-do~=nen-toi] svg{background:#fff;color:#000}',
  ':root[data-che-do~=de-bam] .i a,:root[data-che-do~=de-bam] .u a,:root[data-che-do~=de-bam] button',
  '{min-height:56px;padding:.6em .8em .6em 0;box-sizing:border-box}',
].join('');

/** Of the file without script. */
export const plainStyle = ground;
/** Of the file with search and modes. */
export const fullStyle = ground + reading;
