/** Whether a page stands inside another app, whose small browser cannot do what a browser can. */

/**
 * Names that these apps add to the browser's own: Facebook and Messenger, Instagram, Zalo, LINE, TikTok (as
 * in ua-parser-js 2.0.10, "in-app browsers"), and the mark of Android's WebView in any app.
 */
const apps =
  /\bFBA[NV]\b|\bFB_IAB\b|\bInstagram\b|\bZalo|\bLine\/|\bmusical_ly|\btrill_|\bBytedanceWebview\b|; ?wv\)/i;

export const inApp = (userAgent: string): boolean => apps.test(userAgent);
