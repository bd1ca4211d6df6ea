// Ten thousand tables in the choice of tables. Arguments as those of console.cjs. It prints how long frames take while the
// list is scrolled, and CHOSEN when all are chosen and saved.
const { chromium } = require('playwright-core');
const fs = require('node:fs');

const [, , address, browserPath, port, user, password, kafka, pictures] = process.argv;
const tables = 10_000;

async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

/** Scrolls as a wheel does, a step for each frame. */
function scroll(list) {
  return list.evaluate(async (element) => {
    const frames = [];
    for (let step = 0, last = performance.now(); step < 120; step++) {
      element.scrollTop += 120;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(Math.round(now - last));
      last = now;
    }
    return frames.sort((one, other) => one - other);
  });
}

async function main() {
  const source = { host: '127.0.0.1', port: Number(port), user, password };
  await post('endpoints', { name: 'wide', type: 'mysql', role: 'source', settings: source });
  await post('endpoints', { name: 'kafka', type: 'kafka', role: 'target', settings: { 'bootstrap-servers': kafka } });
  await post('tasks', { name: 'wide', source: 'wide', target: 'kafka' });
  fs.mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ locale: 'en', viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(`${address}/tasks/wide?tab=tables`);
    await page.locator(`[data-found="${tables}"]`).waitFor();
    const list = page.locator('section.scroll');
    const frames = await scroll(list);
    console.log(`Frames of ${frames[60]} ms (median), ${frames[114]} ms (95 %), ${frames[119]} ms at most.`);
    const rows = await page.getByRole('listitem').count();
    if (rows > 100) throw new Error(`${rows} rows are on the page, and most of them are not seen.`);
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.getByRole('button', { name: 'Add wide.t09999', exact: true }).waitFor();
    await page.screenshot({ path: `${pictures}/tables-10000-end.png` });

    await page.getByRole('textbox', { name: 'Search a table' }).fill('7777');
    await page.locator('[data-found="1"]').waitFor();
    await page.getByRole('button', { name: 'Add wide.t07777', exact: true }).click();
    await page.locator('[data-matched="1"]').waitFor();

    await page.getByRole('textbox', { name: 'Pattern, for example world.%' }).fill('wide.%');
    await page.getByRole('button', { name: 'Include', exact: true }).click();
    await page.locator(`[data-matched="${tables}"]`).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Save', disabled: true }).waitFor();
    await page.screenshot({ path: `${pictures}/tables-10000.png` });
    console.log('CHOSEN');
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
