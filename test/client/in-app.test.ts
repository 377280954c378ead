/**
 * Browsers inside apps, by what they call themselves. Each string was seen by somebody who maintains a list
 * of them.
 */
import { describe, expect, test } from 'vitest';
import { inApp } from '../../src/client/in-app.ts';

const inside: readonly (readonly [string, string])[] = [
  // WhichBrowser/Parser-PHP#268
  [
    'Zalo',
    'Mozilla/5.0 (Linux; Android 4.4.2;LG-F320S) AppleWebKit/537.36 (KHTML, like Gecko) Zalo/1.0 Safari/537.36',
  ],
  // serbanghita/Mobile-Detect#423
  [
    'Facebook, Android',
    'Mozilla/5.0 (Linux; Android 5.0.2; D5803 Build/23.1.A.1.28; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/43.0.2357.121 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/36.0.0.39.166;]',
  ],
  [
    'Facebook, iPad',
    'Mozilla/5.0 (iPad; CPU OS 12_5_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/16H62 [FBAN/FBIOS;FBDV/iPad4,4;FBMD/iPad;FBSN/iOS;FBSV/12.5.5;FBSS/2;FBID/tablet;FBLC/de_DE;FBOP/5]',
  ],
  // bowser-js/bowser#140
  [
    'Instagram, iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 12_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/16B92 Instagram 70.1.0.15.98 (iPhone10,2; iOS 12_1; en_US; en-US; scale=2.61; gamut=wide; 1080x1920; 130350235)',
  ],
  // shalanah/inapp-spy#55, biggora/express-useragent#152, WhichBrowser/Parser-PHP#696
  [
    'TikTok, iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1 musical_ly_41.9.0',
  ],
  [
    'TikTok, Android',
    'Mozilla/5.0 (Linux; Android 8.1.0; CPH1901 Build/OPM1.171019.026) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/91.0.4472.120 Mobile Safari/537.36  trill_200005 JsSdk/1.0 NetType/WIFI',
  ],
  [
    'TikTok, small letters',
    'mozilla/5.0 (iphone; cpu iphone os 14_7_1 like mac os x) applewebkit/605.1.15 (khtml, like gecko) mobile/15e148 jssdk/2.0 wkwebview/1 bytedancewebview/d8a21c6',
  ],
  // The pattern of ua-parser-js 2.0.10, "Line App for iOS".
  [
    'LINE',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/11.19.2',
  ],
  [
    'any app on Android',
    'Mozilla/5.0 (Linux; Android 11; wv) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/93.0.4577.63 Mobile Safari/537.36',
  ],
];
const whole: readonly (readonly [string, string])[] = [
  [
    'Chrome, Android',
    'Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/93.0.4577.62 Mobile Safari/537.36',
  ],
  [
    'Chrome, Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/97.0.4692.71 Safari/537.36',
  ],
  [
    'Chrome, iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/114.0.5735.124 Mobile/15E148 Safari/604.1',
  ],
  [
    'Safari, iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 14_7_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.1.2 Mobile/15E148 Safari/604.1',
  ],
  ['Firefox, Android', 'Mozilla/5.0 (Android 11; Mobile; rv:91.0) Gecko/91.0 Firefox/91.0'],
  [
    'Samsung Internet',
    'Mozilla/5.0 (Linux; Android 11; SAMSUNG SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/13.2 Chrome/83.0.4103.106 Mobile Safari/537.36',
  ],
];

describe('inApp', () => {
  test.each(inside)('%s: yes', (_, userAgent) => {
    expect(inApp(userAgent)).toBe(true);
  });
  test.each(whole)('%s: no', (_, userAgent) => {
    expect(inApp(userAgent)).toBe(false);
  });
});
