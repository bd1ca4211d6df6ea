// Many tasks, and a topic that many messages come into. Arguments as those of console.cjs. It prints BUSY when messages shall
// come, how long frames take and how late a state is on the screen, and DONE.
const { chromium } = require('playwright-core');
const fs = require('node:fs');

const [, , address, browserPath, port, user, password, kafka, pictures] = process.argv;
const tasks = 500;

async function call(method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${address}/api/v1/${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

/** How long frames take while something is done at each, in order of time. */
async function frames(page, count, selector) {
  const taken = await page.evaluate(
    async ([most, scrolled]) => {
      const element = scrolled ? (document.querySelector(scrolled) ?? document.scrollingElement) : null;
      const found = [];
      for (let step = 0, last = performance.now(); step < most; step++) {
        if (element) element.scrollTop += 60;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        found.push(Math.round(now - last));
        last = now;
      }
      return found.sort((one, other) => one - other);
    },
    [count, selector],
  );
  const at = (share) => taken[Math.floor((count - 1) * share)];
  return `frames of ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms at most`;
}

/** How long after the server knows a state the page shows it, in milliseconds. */
async function delay(page, action, state, mark) {
  const shown = page.locator(`[data-state=${mark}]`).first().waitFor().then(Date.now);
  await call('POST', `tasks/busy/${action}`, {});
  while ((await call('GET', 'tasks/busy')).state !== state);
  const known = Date.now();
  return (await shown) - known;
}

async function main() {
  const source = { host: '127.0.0.1', port: Number(port), user, password };
  await call('POST', 'endpoints', { name: 'db', type: 'mysql', role: 'source', settings: source });
  await call('POST', 'endpoints', { name: 'kafka', type: 'kafka', role: 'target', settings: { 'bootstrap-servers': kafka } });
  for (let number = 0; number < tasks; number++) {
    await call('POST', 'tasks', { name: `task-${String(number).padStart(3, '0')}`, source: 'db', target: 'kafka' });
  }
  await call('POST', 'tasks', { name: 'busy', source: 'db', target: 'kafka', tables: { include: ['busy.rows'] } });
  await call('POST', 'tasks/busy/run', {});
  fs.mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ locale: 'en', viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(`${address}/tasks`);
    await page.locator('[data-task=busy]').waitFor();
    console.log(`${tasks} tasks, scrolled: ${await frames(page, 200, 'section.scroll')}.`);
    await page.screenshot({ path: `${pictures}/tasks-500.png` });

    await page.goto(`${address}/tasks/busy?tab=monitor`);
    await page.locator('[data-load=done]').waitFor();
    for (let round = 0; round < 10; round++) {
      const stopped = await delay(page, 'stop', 'stopped', 'stopped');
      const resumed = await delay(page, 'resume', 'applying', 'changes');
      console.log(`On the screen after the server knew: stopped ${stopped} ms, applying ${resumed} ms.`);
    }
    console.log('BUSY');
    await page.waitForTimeout(3_000);
    await page.goto(`${address}/tasks/busy?tab=messages`);
    await page.locator('[data-operation]').first().waitFor();
    console.log(`Messages of the busy topic: ${await frames(page, 300)}.`);
    await page.screenshot({ path: `${pictures}/messages-busy.png` });
    await page.goto(`${address}/tasks/busy?tab=monitor`);
    await page.locator('[data-load=done]').waitFor();
    console.log(`Its monitor: ${await frames(page, 300)}.`);
    console.log('DONE');
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
