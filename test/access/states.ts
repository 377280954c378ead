/**
 * Every state that a reader can tap or type a page into and that may be wider than the window, by name: who
 * reaches it measures it (`width.spec.ts`).
 */
import { expect, type Page } from '@playwright/test';
import { pageTypes } from './page-types.ts';

/** Typed by nobody on purpose, but pasted often: an address, a row of letters, a code. */
const longWord = 'w'.repeat(400);
const longNumber = '1'.repeat(60);

/** Opens everything that opens. */
export const openAll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const closed = [...document.querySelectorAll('details')];
    for (const details of closed) details.open = true;
    return closed.length;
  });

/** Chooses the longest line of each list that can be chosen from. */
const chooseLongest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const lists = [...document.querySelectorAll('select')].filter((select) => select.checkVisibility());
    for (const select of lists) {
      const longest = [...select.options].sort((a, b) => b.text.length - a.text.length)[0];
      if (longest) {
        select.value = longest.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
    return lists.length;
  });

async function results(page: Page, question: string): Promise<void> {
  await page.goto(`/tim-kiem/?q=${encodeURIComponent(question)}`);
  await expect(page.locator('[data-status]')).toHaveText(/“/);
}
async function asked(page: Page, question: string): Promise<void> {
  await page.goto('/hoi/');
  await page.locator('#hoi-o').fill(question);
  await page.locator('#hoi-o').press('Enter');
  await expect(page.locator('[data-talk] .answer').first()).not.toBeEmpty();
}

/** Copies the first of what a page lets copy; what it says then stays on the page. */
async function copied(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('[data-copy]:visible').first().click();
  await expect(page.getByText(/Đã chép|Hãy tự chép/).first()).toBeVisible();
}

/** What was tapped or typed on which page; `opened.ts` says which controls lead there. */
export const states = {
  'search: results with both filters': async (page) => {
    await results(page, 'otp');
    await expect(page.locator('[data-filter]')).toBeVisible();
  },
  'search: longest line of both filters chosen': async (page) => {
    await results(page, 'lừa đảo');
    await page.locator('[data-filter] > summary').click();
    expect(await chooseLongest(page)).toBe(2);
  },
  'search: more results, parts of the site too': async (page) => {
    await results(page, 'lừa đảo');
    await page.locator('[data-more] button').click();
  },
  'search: understood otherwise': async (page) => {
    await results(page, 'quen mk vneid ntn');
    await expect(page.locator('[data-understood]')).toBeVisible();
  },
  'search: an emergency': async (page) => {
    await results(page, 'tôi vừa bị lừa chuyển tiền');
    await expect(page.locator('[data-urgent-place] > div:not([hidden])')).toBeVisible();
  },
  'search: one long word': (page) => results(page, longWord),
  'search: a long word beside known ones': (page) => results(page, `quen mat khau ${longWord}`),
  'search: a long word that is understood otherwise': async (page) => {
    await results(page, `ko ${longWord}`);
    await expect(page.locator('[data-understood]')).toBeVisible();
  },
  'helper: whom the answer should suit': async (page) => {
    await page.goto('/hoi/');
    await page.locator('.who > summary').click();
    expect(await chooseLongest(page)).toBe(1);
  },
  'helper: an answer, its others opened': async (page) => {
    const others = page.locator('.talk .others button');
    // An edition that leaves guides out may be sure of an answer, or of none: some question has others.
    for (const question of ['quên mật khẩu VNeID', 'quét mã QR', 'chuyển khoản nhầm', 'nối wifi']) {
      await asked(page, question);
      if ((await others.count()) > 0) break;
    }
    await others.first().click();
  },
  'helper: one long word': (page) => asked(page, longWord),
  'helper: a long word beside known ones': (page) => asked(page, `quên mật khẩu ${longWord}`),
  'helper: an emergency and a long word': (page) => asked(page, `tôi vừa bị lừa chuyển tiền ${longWord}`),
  'builder: longest audience chosen': async (page) => {
    await page.goto('/tap-huan/soan/');
    await expect(page.locator('[data-builder]')).toBeVisible();
    expect(await chooseLongest(page)).toBe(1);
  },
  'builder: a plan of eight guides': async (page) => {
    await page.goto('/tap-huan/soan/?bai=40,83,80,2,31,87,1,3&phut=180&ai=nguoi-cao-tuoi&may=android');
    await expect(page.locator('[data-chosen] > li')).toHaveCount(8);
  },
  'builder: long words in the address': async (page) => {
    await page.goto(
      `/tap-huan/soan/?bai=${longWord},${longNumber}&phut=${longWord}&ai=${longWord}&may=${longWord}`,
    );
    await expect(page.locator('[data-slips] li')).toHaveCount(5);
  },
  'builder: a long word sought': async (page) => {
    await page.goto('/tap-huan/soan/');
    await page.locator('#soan-tim').fill(longWord);
  },
  'tally: sums of large numbers': async (page) => {
    await page.goto('/don-vi/so-dem/');
    for (const box of await page.locator('[data-tally] .sheet input').all()) await box.fill('100000');
    await page.locator('[data-taught] input').first().fill('80');
    await page.locator('[data-tally] [type=submit]').click();
    await expect(page.locator('[data-sheets] > li, [data-wrong]:not(:empty)').first()).toBeVisible();
  },
  'tally: a number that is refused': async (page) => {
    await page.goto('/don-vi/so-dem/');
    await page.locator('[data-taught] input').first().fill('9999');
    await page.locator('[data-tally] [type=submit]').click();
    await expect(page.locator('[data-wrong]')).not.toBeEmpty();
  },
  'unit desk: everything opened': async (page) => {
    await page.goto(pageTypes().unitDesk ?? '');
    await openAll(page);
  },
  'guides: filtered by both lists': async (page) => {
    await page.goto('/huong-dan/');
    await page.locator('.filters summary').click();
    for (const set of await page.locator('.filters fieldset').all())
      await set.locator('label').last().click();
  },
  'sessions: filtered by both lists': async (page) => {
    await page.goto('/tap-huan/');
    for (const set of await page.locator('.filters fieldset').all())
      await set.locator('label').last().click();
  },
  'home: a long word in the field': async (page) => {
    await page.goto('/');
    await page.locator('#q').fill(longWord);
  },
  'not found: a long word in the field': async (page) => {
    await page.goto(`/${longWord.slice(0, 200)}/`);
    await page.locator('#q').fill(longWord);
  },
  'guide: the first tick': async (page) => {
    await page.goto('/huong-dan/an-toan/ma-otp/');
    await page.getByRole('button', { name: 'Tôi làm được bài này' }).click();
    await expect(page.getByRole('checkbox', { name: 'Tôi làm được bài này' })).toBeChecked();
  },
  'guide: a part chosen for its address': async (page) => {
    await page.goto('/huong-dan/an-toan/ma-otp/#day');
    await page.getByRole('button', { name: 'Chép liên kết' }).click();
    await expect(page.locator('main select')).toBeVisible();
    expect(await chooseLongest(page)).toBe(1);
  },
  'guide: the player, and every trouble open': async (page) => {
    await page.goto('/huong-dan/an-toan/ma-otp/');
    await page.locator('[data-listen]').click();
    await expect(page.getByRole('region', { name: 'Nghe đọc' })).toBeVisible();
    await openAll(page);
  },
  'guide: the meaning of a word': async (page) => {
    await page.goto('/huong-dan/an-toan/ma-otp/');
    await page.locator('[popovertarget]').first().click();
  },
  'numbers: a long word sought': async (page) => {
    await page.goto('/so/');
    await page.locator('main input[type=search]').fill(longWord);
  },
  'display modes: their address copied': async (page) => {
    await page.goto('/tro-nang/?che-do=chu-to,tuong-phan,gian-dong,de-bam,tinh,nghe');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'share', { value: undefined });
    });
    const share = page.locator('[data-share-modes]');
    await share.click();
    await expect(page.locator('[data-share-modes] ~ [role=status]')).toContainText('che-do=');
  },
  'coverage: longest line of the list chosen': async (page) => {
    await page.goto('/do-phu/');
    await page.locator('main input[type=search]').fill('an');
    expect(await chooseLongest(page)).toBe(1);
  },
  'units: longest place chosen': async (page) => {
    await page.goto('/don-vi/');
    expect(await chooseLongest(page)).toBe(1);
    await page.locator('main input[type=search]').fill(longWord);
  },
  'unit report: longest unit chosen': async (page) => {
    await page.goto('/don-vi/dien-bao-cao/');
    expect(await chooseLongest(page)).toBe(1);
  },
  'directory: a long word sought': async (page) => {
    await page.goto('/danh-ba/');
    await page.locator('main input[type=search]').fill(longWord);
  },
  'embedding: its code copied': (page) => copied(page, '/nhung/'),
  'announcement: its words copied': (page) => copied(page, '/loa/83/'),
  'check of a page: the report copied': (page) => copied(page, '/kiem/'),
} satisfies Readonly<Record<string, (page: Page) => Promise<unknown>>>;

export type StateName = keyof typeof states;
