/** Looks of the file, for the oldest browsers served. */
import { pageStyle } from '../../books/page-style.ts';

const reading = [
  'input[type=search]{font:inherit;width:100%;box-sizing:border-box;padding:.5em;border:2px solid #46238a}',
  'label{display:block}label,summary{padding:.4em 0}summary{cursor:pointer;text-decoration:underline}',
  'input[type=checkbox]{width:1.3em;height:1.3em}',
  'button{font:inherit;padding:.5em .8em;border:2px solid #46238a;background:#fff;color:#46238a}',
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
export const plainStyle = pageStyle;
/** Of the file with search and modes. */
export const fullStyle = pageStyle + reading;
