/**
 * Twelve tasks that people bring, walked from the front page by touch alone: how many taps each takes,
 * and how many windows are scrolled on the way. The table is printed; what was promised is held.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';

declare global {
  interface Window {
    /** What the pretended voice was given. */
    names: string[];
  }
}

/** A walk, counted. */
class Walk {
  taps = 0;
  screens = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  /** Scrolls until it can be seen, as a thumb would, and tells how far. */
  async see(what: Locator): Promise<void> {
    const box = await what.boundingBox();
    const window = this.page.viewportSize()?.height ?? 1;
    if (box) this.screens += Math.max(0, box.y + box.height - window) / window;
    await what.scrollIntoViewIfNeeded();
    await expect(what).toBeInViewport();
  }
  async tap(what: Locator): Promise<void> {
    await expect(what).toBeVisible({ timeout: 30_000 });
    await this.see(what);
    await what.click();
    this.taps++;
  }
  /** Types into the field of the front page and presses Enter: one tap. */
  async search(words: string): Promise<void> {
    await this.page.locator('.hero input').fill(words);
    await this.page.keyboard.press('Enter');
    this.taps++;
    await this.page.waitForURL((url) => url.pathname !== '/');
  }
  /** A result of the search by where it leads. */
  result(address: string): Locator {
    return this.page.locator(`[data-results] a[href^="${address}"]`).first();
  }
}

interface Task {
  readonly who: string;
  readonly wide?: true;
  readonly taps: number;
  readonly screens: number;
  walk(walk: Walk, page: Page): Promise<void>;
}

/** Each with the taps and windows that it may take. */
const tasks: readonly Task[] = [
  {
    who: 'a cheated: a number to call',
    taps: 1,
    screens: 0,
    walk: async (walk, page) => {
      await walk.tap(page.locator('.doors a').first());
      await walk.see(page.locator('.call-bar a[href="tel:113"]'));
    },
  },
  {
    who: 'b stallholder: a QR code of her own',
    taps: 2,
    screens: 4,
    walk: async (walk, page) => {
      await walk.tap(page.locator('.tiles a[href$="/tien/"]').first());
      await walk.tap(page.locator('main a[href="/huong-dan/tien/tao-ma-qr-nhan-tien/"]').first());
      await expect(page.locator('.steps').first()).toBeVisible();
    },
  },
  {
    who: 'c blind: listen, by the keyboard',
    taps: 5,
    screens: 0,
    walk: async (walk, page) => {
      await page.goto('/huong-dan/an-toan/ma-otp/');
      const listen = page.getByRole('button', { name: 'Nghe bài này' });
      await expect(listen).toBeVisible();
      // The first key leads past the header, as every page offers.
      for (const key of ['Tab', 'Enter']) {
        await page.keyboard.press(key);
        walk.taps++;
      }
      await expect(page.locator('main')).toBeFocused();
      for (; walk.taps < 20; walk.taps++) {
        if (await listen.evaluate((button) => button === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      walk.taps++;
      await expect(page.getByRole('region', { name: 'Nghe đọc' })).toBeVisible();
    },
  },
  {
    who: 'd commune: the draft of its quarterly report',
    wide: true,
    taps: 3,
    screens: 2,
    walk: async (walk, page) => {
      await walk.search('báo cáo quý của xã');
      const draft = page.locator('[data-answer] a[href$=".docx"], [data-urgent-place] a[href$=".docx"]');
      await expect(page.locator('[data-results] a').first()).toBeVisible();
      if ((await draft.count()) === 0) await walk.tap(page.locator('[data-results] a').first());
      await walk.see(page.locator('a[href$=".docx"]').first());
      walk.taps++;
    },
  },
  {
    who: 'e trainer: sheets for a class of the old',
    taps: 2,
    screens: 2,
    walk: async (walk, page) => {
      await walk.search('lớp người cao tuổi 60 phút');
      await walk.tap(walk.result('/tap-huan/nguoi-cao-tuoi-60/'));
      await expect(page.locator('main a[href^="/in/bo/"]').first()).toBeVisible();
      for (const number of [2, 31, 87])
        await expect(page.locator(`main a[href="/in/${number}/"]`)).toBeVisible();
    },
  },
  {
    who: 'f portal: the frame of what is new',
    wide: true,
    taps: 2,
    screens: 4,
    walk: async (walk, page) => {
      await walk.tap(page.locator('a[href="/nhung/"]').first());
      await walk.see(page.locator('code, pre, textarea').filter({ hasText: '/nhung/moi/' }).first());
      walk.taps++;
    },
  },
  {
    who: 'g mentor: the card of one for five',
    taps: 2,
    screens: 1,
    walk: async (walk, page) => {
      await walk.search('thẻ 1 kèm 5');
      await walk.tap(walk.result('/in/the-dai-su-so/'));
      await expect(page.locator('.cards').first()).toBeVisible();
    },
  },
  {
    who: 'h reads little, in the set for new readers: a picture that says its name',
    taps: 1,
    screens: 1,
    walk: async (walk, page) => {
      await page.goto('/?che-do=moi-biet-chu');
      await expect(page.getByRole('button', { name: 'Chạm để nghe' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      const tile = page.locator('.tiles a').first();
      await walk.tap(tile);
      const said = await page.evaluate(() => window.names);
      expect(said.at(-1)).toBe(await tile.locator('b').innerText());
    },
  },
  {
    who: 'h reads little, without a set: pictures with sound on',
    taps: 1,
    screens: 1,
    walk: async (walk, page) => {
      await walk.tap(page.locator('.tiles a', { hasText: 'Xem, nghe' }));
      await expect(page.getByRole('button', { name: 'Chạm để nghe' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      const picture = page.locator('.picture-list a').first();
      await walk.see(picture);
      await picture.click();
      const said = await page.evaluate(() => window.names);
      expect(said.at(-1)).toBe(await picture.locator('b').innerText());
    },
  },
  {
    who: 'i bullied pupil: whom to call',
    taps: 1,
    screens: 0,
    walk: async (walk, page) => {
      await walk.tap(page.locator('.doors a').last());
      await walk.see(page.locator('.call-bar a[href="tel:111"]'));
    },
  },
  {
    who: 'j by number: 83',
    taps: 1,
    screens: 0,
    walk: async (walk, page) => {
      await walk.search('83');
      await walk.see(page.locator('.steps h3').first());
    },
  },
  {
    who: 'k province: tasks without a guide',
    wide: true,
    taps: 1,
    screens: 5,
    walk: async (walk, page) => {
      await walk.tap(page.locator('a[href="/do-phu/"]:visible').first());
      await expect(page.locator('h1')).toContainText('Nhiệm vụ');
    },
  },
  {
    who: 'l offline: the copy on the phone',
    taps: 3,
    screens: 8,
    walk: async (walk, page) => {
      await walk.tap(page.locator('footer a[href="/ngoai-tuyen/"]'));
      await walk.see(page.locator('main button:visible').first());
      walk.taps++;
    },
  },
];

/** A device with a voice that keeps what it was given. */
async function speaking(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const names: string[] = [];
    Object.assign(window, { names });
    const voice = { lang: 'vi-VN', localService: true, default: true, name: 'vi', voiceURI: 'vi' };
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        speak: (line: { text: string }) => names.push(line.text),
        cancel: () => undefined,
        speaking: false,
        pending: false,
        paused: false,
      },
    });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  });
}

test('twelve tasks are twelve', () => {
  // By their letters: one of them has two ways.
  expect(new Set(tasks.map(({ who }) => who.charAt(0))).size).toBe(12);
});

for (const task of tasks)
  test(`${task.who}: ${task.taps} taps at most`, async ({ page }) => {
    await page.setViewportSize(task.wide ? { width: 1280, height: 800 } : { width: 360, height: 800 });
    await speaking(page);
    await page.goto('/');
    const walk = new Walk(page);
    await task.walk(walk, page);
    console.log(`${task.who}: ${walk.taps} taps, ${walk.screens.toFixed(1)} screens`);
    expect(walk.taps).toBeLessThanOrEqual(task.taps);
    expect(walk.screens).toBeLessThanOrEqual(task.screens);
  });
