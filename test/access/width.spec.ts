/**
 * No control, panel, list or long word widens a page: every state a reader can tap a page into, in every size
 * of letters, on phones.
 */
import { expect, test, type Page } from '@playwright/test';
import { presets } from '../../src/modes/settings.ts';
import { unlisted } from './opened.ts';
import { widthInLooks } from './looks.ts';
import { pageTypes } from './page-types.ts';

const widths = [320, 360, 412];
/** The base look, each mode that changes sizes, and every preset. */
const looks = [
  '',
  'chu-to',
  'chu-rat-to',
  'gian-dong',
  'chu-de-phan-biet',
  'de-bam',
  ...Object.keys(presets),
];

/** Typed by nobody on purpose, but pasted often: an address, a row of letters, a code. */
const longWord = 'w'.repeat(400);
const longNumber = '1'.repeat(60);

/** Opens everything that opens. */
const openAll = (page: Page): Promise<number> =>
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

/** What was tapped or typed on which page. */
const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
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
    await asked(page, 'quên mật khẩu VNeID');
    await page.locator('.talk .others button').first().click();
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
    await page.goto('/huong-dan/an-toan/ma-otp/');
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
};

/** Measures the page as it stands in looks × widths; the answer names what stands out. */
async function faultsOf(
  page: Page,
  inLooks: readonly string[],
  atWidths: readonly number[],
): Promise<{ seen: number; faults: string[] }> {
  const faults: string[] = [];
  let seen = 0;
  for (const width of atWidths) {
    await page.setViewportSize({ width, height: 740 });
    for (const { look, wide } of await widthInLooks(page, inLooks)) {
      seen++;
      if (wide.length > 0) faults.push(`${look || 'base'} at ${width}: ${wide.join(' | ')}`);
    }
  }
  return { seen, faults };
}

test.use({ viewport: { width: 360, height: 740 } });

for (const [name, reach] of Object.entries(states)) {
  test(`no wider than the window – ${name}`, async ({ page }) => {
    await reach(page);
    const { seen, faults } = await faultsOf(page, looks, widths);
    expect(seen).toBe(looks.length * widths.length);
    expect(faults).toEqual([]);
  });
}

/** What once widened a page, put back by a rule: whoever measures must find it again. */
const formerFaults: Readonly<Record<string, readonly [state: string, rule: string]>> = {
  'the filter of the search': [
    'search: longest line of both filters chosen',
    '.narrow, .narrow * { min-inline-size: auto !important; max-inline-size: none !important; }',
  ],
  'the choice of whom the helper answers': [
    'helper: whom the answer should suit',
    '.who, .who * { min-inline-size: auto !important; max-inline-size: none !important; }',
  ],
};
for (const [name, [state, rule]] of Object.entries(formerFaults))
  test(`a former fault is found again – ${name}`, async ({ page }) => {
    await states[state]?.(page);
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, rule);
    const { faults } = await faultsOf(page, [''], [320]);
    expect(faults).toHaveLength(1);
  });

test('a control that opens something and stands in no row is found', () => {
  expect(unlisted(['button[data-reset]', 'select', 'button[data-new]'])).toEqual(['button[data-new]']);
  expect(unlisted(['button[data-reset]'], {})).toEqual(['button[data-reset]']);
});

test('no wider than the window – every type of page with everything opened', async ({ page }) => {
  test.setTimeout(600_000);
  const faults: string[] = [];
  let opened = 0;
  let seen = 0;
  for (const [type, path] of Object.entries(pageTypes())) {
    await page.goto(path);
    opened += await openAll(page);
    const found = await faultsOf(page, ['', 'chu-rat-to', ...Object.keys(presets)], [320]);
    seen += found.seen;
    faults.push(...found.faults.map((fault) => `${type} ${path} ${fault}`));
  }
  expect(seen).toBeGreaterThan(200);
  expect(opened).toBeGreaterThan(80);
  expect(faults).toEqual([]);
});
