/** The icons of the installed handbook. */

/**
 * A PNG made at build from `public/bieu-tuong.svg`. `opaque`: on paper, for phones that cut icons to their
 * own shape.
 */
export interface IconFile {
  readonly address: string;
  readonly size: number;
  readonly opaque: boolean;
  readonly purpose?: 'any' | 'maskable';
}

/** All icons. iPhones ask for the last one by its name, so no page has to name it. */
export const icons: readonly IconFile[] = [
  { address: '/bieu-tuong-192.png', size: 192, opaque: false, purpose: 'any' },
  { address: '/bieu-tuong-512.png', size: 512, opaque: false, purpose: 'any' },
  { address: '/bieu-tuong-cat-512.png', size: 512, opaque: true, purpose: 'maskable' },
  { address: '/apple-touch-icon.png', size: 180, opaque: true },
];
