// Chapter 5 on the screen by somebody who has only the console, in Spanish, and only a keyboard: connections, a task, its
// tables, run, monitor, messages. Arguments: the console's address, the browser, the database's port, user, password,
// Kafka's address, where pictures go, and the address of another Kafka. It prints LOADED when the load is done; then a row is inserted, which it waits
// to see; and USERS, when there shall be a user.
const { chromium } = require('playwright-core');
const fs = require('node:fs');
const zlib = require('node:zlib');

const axe = fs.readFileSync(require.resolve('axe-core'), 'utf8');
const [, , address, browserPath, port, user, password, kafka, pictures, otherKafka] = process.argv;
const patience = 60_000;
const narrow = { width: 320, height: 700 };
const wide = { width: 1440, height: 900 };

/** Colours of one theme on the ground of the other are there only while they change, grey lines only until there is an answer. */
async function settle(page) {
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null, null, { timeout: patience });
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const moving = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map((each) => each.finished));
  });
}

async function check(page, what, rules) {
  const { violations } = await page.evaluate((only) => window.axe.run(only ? { runOnly: only } : {}), rules);
  if (violations.length > 0) {
    const found = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`);
    throw new Error(`${what}, is hard to use for some:\n${found.join('\n')}`);
  }
}

/** Themes differ by their colours only. */
const COLOURS = ['color-contrast'];

/** Takes the page in both themes and on a small screen, and lets nothing pass that keeps people out. */
async function look(page, name) {
  for (const [scheme, size] of [['light', wide], ['dark', wide], ['dark', narrow]]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await settle(page);
    const fits = (most) => document.documentElement.scrollWidth <= most;
    await page.waitForFunction(fits, size.width, { timeout: 10_000 }).catch(async () => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      throw new Error(`${name} is ${width} pixels wide on a screen of ${size.width}.`);
    });
    await page.screenshot({ path: `${pictures}/${name}-${size.width}-${scheme}.png` });
    if (size === narrow) continue;
    await check(page, `${name}, ${scheme}`, scheme === 'light' ? undefined : COLOURS);
  }
  await page.setViewportSize(wide);
}

/** The same on a large screen only. */
async function glance(page, name, title) {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ timeout: patience });
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await settle(page);
    await page.screenshot({ path: `${pictures}/${name}-${scheme}.png` });
    await check(page, `${name}, ${scheme}`, scheme === 'light' ? undefined : COLOURS);
  }
}

/** What the browser has to fetch before the first page is there, as it comes over a network that packs it. */
async function open(page) {
  const scripts = [];
  page.on('response', (answer) => answer.url().endsWith('.js') && scripts.push(answer.body()));
  const start = Date.now();
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Tareas' }).waitFor();
  const ready = Date.now() - start;
  const bytes = (await Promise.all(scripts)).reduce((sum, script) => sum + zlib.gzipSync(script).length, 0);
  console.log(`First page: ready after ${ready} ms, ${Math.round(bytes / 1000)} kB of JavaScript, packed.`);
  if (bytes > 250_000) throw new Error(`The first page needs ${bytes} bytes of JavaScript, packed; 250000 at most.`);
}

/** Moves the focus as a keyboard does, until it is there. */
async function focus(page, target) {
  await target.waitFor({ state: 'attached', timeout: patience });
  for (let step = 0; step < 100; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

async function press(page, target) {
  await focus(page, target);
  await page.keyboard.press('Enter');
}

async function type(page, name, text) {
  await focus(page, page.getByRole('textbox', { name, exact: true }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function choose(page, name, option) {
  await focus(page, page.getByRole('combobox', { name }).or(page.getByRole('textbox', { name })).first());
  await page.keyboard.press('ArrowDown');
  const chosen = page.getByRole('option', { name: option, exact: true });
  await chosen.waitFor();
  for (let step = 0; step < 20; step++) {
    if ((await chosen.getAttribute('data-combobox-selected')) !== null) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true }).first();

/** Goes on to the tab that is so many steps to the right of the present one. */
async function tab(page, steps, name) {
  await focus(page, page.getByRole('tab', { selected: true }));
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor({ timeout: patience });
}

async function connections(page) {
  await press(page, link(page, 'Conectar una base de datos'));
  await type(page, 'Nombre', 'world-db');
  await type(page, 'Servidor', '127.0.0.1');
  await type(page, 'Puerto', port);
  await type(page, 'Usuario', user);
  await type(page, 'Contraseña', 'wrong');
  await press(page, button(page, 'Probar conexión'));
  await page.locator('[data-passed=false] [data-check=login][data-status=failed]').waitFor({ timeout: patience });
  await look(page, 'connection-fails');
  await type(page, 'Contraseña', password);
  await press(page, button(page, 'Probar conexión'));
  await page.locator('[data-passed=true]').waitFor({ timeout: patience });
  await look(page, 'connection');
  await press(page, button(page, 'Guardar'));
  await page.waitForURL('**/connections/world-db');

  await press(page, link(page, 'Conectar un Kafka'));
  await type(page, 'Nombre', 'msk');
  await type(page, 'Servidores de arranque', kafka);
  await press(page, button(page, 'Probar conexión'));
  await page.locator('[data-passed=true]').waitFor({ timeout: patience });
  await press(page, button(page, 'Guardar'));
  await page.waitForURL('**/connections/msk');
  await press(page, link(page, 'Conexiones'));
  await page.locator('[data-endpoint=msk]').waitFor({ timeout: patience });
  await look(page, 'connections');
}

async function task(page) {
  await press(page, link(page, 'Crear una tarea'));
  await type(page, 'Nombre', 'city');
  await look(page, 'new-task');
  await press(page, button(page, 'Crear la tarea'));
  await page.waitForURL('**/tasks/city?tab=tables');
  await press(page, button(page, 'Añadir world.city'));
  await page.locator('[data-matched="1"]').waitFor({ timeout: patience });
  await look(page, 'tables');
  await press(page, button(page, 'Guardar'));
  await page.getByRole('button', { name: 'Guardar', disabled: true }).waitFor({ timeout: patience });
  await tableRules(page);
  await tableSettings(page);
  await tab(page, 4, 'Diseño');
  await press(page, button(page, 'Comprobar'));
  await page.locator('[data-passed=true]').waitFor({ timeout: patience });
  await look(page, 'design');
}

/** Rules for all tables: what they make of the rows of one is seen before they are saved. */
async function tableRules(page) {
  await press(page, button(page, 'Regla'));
  await page.getByRole('menuitem', { name: 'Cambiar el nombre de columnas' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await type(page, 'Columnas', 'countr%');
  await type(page, 'Nombre nuevo', 'pais_%');
  await look(page, 'table-rules');
  await press(page, link(page, 'Ajustes: world.city'));
  await page.getByRole('columnheader', { name: 'pais_yCode', exact: true }).waitFor();
  await press(page, button(page, 'Descartar'));
  await page.getByRole('columnheader', { name: 'pais_yCode', exact: true }).waitFor({ state: 'detached' });
  await press(page, link(page, 'Volver a las tablas'));
}

/** A column that is computed, and rows for which a filter fails: seen before anything is saved. */
async function tableSettings(page) {
  await press(page, link(page, 'Ajustes: world.city'));
  await page.locator('[data-outcome=sent]').first().waitFor();
  await press(page, button(page, 'Columna calculada'));
  await type(page, 'Nombre nuevo', 'label');
  await type(page, 'Expresión label', "upper($Name) || ' ' || $CountryCode");
  await page.getByRole('cell', { name: 'KABUL AFG', exact: true }).waitFor();
  await type(page, 'Solo las filas para las que es verdadero', "CASE $ID WHEN 2 THEN json_extract($Name, '$') ELSE 1 END");
  await page.locator('[data-outcome=failed]').waitFor();
  await look(page, 'table-settings');
  await press(page, button(page, 'Descartar'));
  await page.locator('[data-outcome=failed]').waitFor({ state: 'detached' });
  await press(page, link(page, 'Volver a las tablas'));
}

/** Of two who change a task in two tabs, the second is told, and does not undo what the first has saved. */
async function conflict(page) {
  const second = await page.context().newPage();
  await second.goto(`${address}/tasks/city?tab=design`);
  await second.getByRole('textbox', { name: 'Topic', exact: true }).fill('second');
  await type(page, 'Topic', 'world.city');
  await press(page, button(page, 'Guardar'));
  await page.getByRole('button', { name: 'Guardar', disabled: true }).waitFor();
  await button(second, 'Guardar').click();
  await second.getByRole('alert').filter({ hasText: 'Otra persona ha cambiado esta tarea' }).waitFor();
  const shows = (topic) => [...document.querySelectorAll('input')].some((each) => each.value === topic);
  await second.waitForFunction(shows, 'world.city');
  await second.close();
}

async function run(page) {
  await tab(page, 2, 'Monitor');
  await press(page, page.locator('[data-action=run]'));
  await page.locator('[data-load=done]').waitFor({ timeout: patience });
  await page.locator('[data-state=changes]').first().waitFor({ timeout: patience });
  console.log('LOADED');
  await page.locator('[data-changes="1"]').waitFor({ timeout: patience });
  await look(page, 'monitor');
  await tab(page, 1, 'Mensajes');
  const insert = page.locator('[data-operation=INSERT]');
  await insert.first().waitFor({ timeout: patience });
  await press(page, insert.first().getByRole('button'));
  await page.getByRole('cell', { name: 'Cibinong', exact: true }).waitFor({ timeout: patience });
  console.log('CHANGED');
  await look(page, 'messages');
  await tab(page, 1, 'Registro');
  await page.locator('[data-level=INFO]').first().waitFor({ timeout: patience });
  await look(page, 'log');
  await press(page, link(page, 'Tareas'));
  await page.locator('[data-task=city]').waitFor({ timeout: patience });
  await look(page, 'tasks');
}

/** The database dies while a table is loaded: the page says so, and how it goes on; nobody has to do anything. */
async function accident(page) {
  const include = ['big.lines'];
  await post('tasks', { name: 'big', source: 'world-db', target: 'msk', tables: { include } });
  await page.goto(`${address}/tasks/big?tab=monitor`);
  await press(page, page.locator('[data-action=run]'));
  await page.locator('[data-state=loading], [data-state=changes]').first().waitFor();
  console.log('KILL');
  await page.locator('[data-state=recovering]').first().waitFor();
  await look(page, 'source-lost');
  console.log('RESTART');
  await page.locator('[data-load=done]').waitFor();
  await page.locator('[data-state=changes]').first().waitFor();
  // A page of a task that is gone asks for it in vain, and says so.
  await page.goto(`${address}/tasks`);
  await remove('big');
}

/** A browser has few connections to a server: all tabs share one stream, and when its tab goes, another takes over. */
async function tabs(page) {
  const second = await page.context().newPage();
  let streams = 0;
  second.on('request', (request) => {
    if (request.url().includes('/api/v1/events')) streams++;
  });
  await second.goto(`${address}/tasks/city`);
  await second.getByRole('status').filter({ hasText: 'En vivo' }).waitFor();
  if (streams > 0) throw new Error('The second tab has opened a stream of its own.');
  const taken = second.waitForRequest((request) => request.url().includes('/api/v1/events'));
  await page.close();
  await taken;
  await second.getByRole('status').filter({ hasText: 'En vivo' }).waitFor();
}

/** The platform's own broker, where the task has written to, the form for another cluster, and the task as a connector. */
async function clusters(page) {
  await press(page, link(page, 'Clústeres'));
  await press(page, link(page, 'local'));
  await page.locator('[data-bootstrap]').waitFor();
  await look(page, 'cluster');
  await tab(page, 1, 'Topics');
  await press(page, button(page, 'world.city'));
  await page.locator('[data-partition="0"]').waitFor();
  await look(page, 'topics');
  await tab(page, 1, 'Grupos');
  await page.locator('[data-group=lector]').waitFor();
  await glance(page, 'groups', 'local');
  await tab(page, 1, 'JSON');
  await glance(page, 'cluster-json', 'local');
  await press(page, link(page, 'Clústeres'));
  await glance(page, 'clusters', 'Clústeres');
  await press(page, link(page, 'Nuevo clúster'));
  await page.getByRole('textbox', { name: 'Nombre' }).waitFor();
  await look(page, 'new-cluster');
  await press(page, link(page, 'Conectores'));
  await page.locator('[data-connector=city][data-connector-state=running]').waitFor();
  await glance(page, 'connectors', 'Conectores');
  await press(page, link(page, 'Proxy REST'));
  await glance(page, 'rest', 'Proxy REST');
  await proxy(page);
  await press(page, link(page, 'Métricas'));
  await page.getByText('caudal_task_rows_total').waitFor();
  await look(page, 'metrics');
  await press(page, link(page, 'Glosario'));
  await glance(page, 'glossary', 'Glosario');
}

/** A message is sent and read by the REST proxy, which is asked through the platform; a reader's first answer may be empty. */
async function proxy(page) {
  const step = (title) => page.getByRole('group', { name: title });
  const send = async (title) => {
    await press(page, button(page, `Enviar: ${title}`));
    await step(title).locator('[data-status^="2"]').waitFor({ timeout: patience });
  };
  await type(page, 'Mensaje (JSON)', '{"hola":');
  await page.getByText('No es JSON').waitFor();
  await type(page, 'Mensaje (JSON)', '{"hola":"mundo"}');
  await post('clusters/local/topics', { name: 'probado', partitions: 1, replicas: 1 });
  await type(page, 'Topic', 'probado');
  await send('2. Enviar un mensaje');
  await send('3. Crear un consumidor');
  await send('4. Suscribirlo al topic');
  const read = '5. Leer; la primera vez, repítalo tras unos segundos';
  const answer = step(read).getByText('mundo');
  for (let tried = 0; tried < 30 && !(await answer.isVisible()); tried++) await send(read);
  await answer.waitFor();
  await look(page, 'rest-answers');
  await send('6. Eliminar el consumidor');
}

/** The backup of the task's topic: looked at, verified, and brought into another cluster after a dry run. */
async function backups(page) {
  await post('endpoints', {
    name: 'nuevo',
    type: 'kafka',
    role: 'target',
    settings: { 'bootstrap-servers': otherKafka },
  });
  await press(page, link(page, 'Respaldos'));
  await press(page, link(page, 'Nuevo respaldo'));
  await type(page, 'Cada cuántos segundos', '1');
  await look(page, 'new-backup');
  await press(page, button(page, 'Empezar el respaldo'));
  await page.locator('[data-backup-state=running]').waitFor();
  await glance(page, 'backup-tasks', 'Respaldos');
  await tab(page, 3, 'Buckets');
  await press(page, link(page, 'world.city'));
  await page.locator('[data-partition="0"]').waitFor();
  await look(page, 'backup');
  await press(page, button(page, 'Verificar'));
  await page.locator('[data-job-kind=verify] [data-good=true]').waitFor();
  await look(page, 'verified');
  await press(page, link(page, 'Volver a los respaldos'));
  await page.locator('[data-job-state=done]').waitFor();
  await glance(page, 'jobs', 'Respaldos');
  await focus(page, page.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowLeft');
  await glance(page, 'drill', 'Respaldos');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await press(page, link(page, 'Restaurar…'));
  await choose(page, 'Clúster nuevo', 'nuevo');
  await look(page, 'restore');
  await press(page, button(page, 'Ver qué haría'));
  await page.locator('[data-restored="world.city"]').waitFor();
  await look(page, 'dry-run');
  await press(page, button(page, 'Restaurar ahora'));
  await page.getByRole('dialog').waitFor();
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Restaurar ahora' }));
  await page.locator('[data-job-kind=restore] [data-good=true]').waitFor();
  await look(page, 'restored');
}

/** Stops and deletes a task. */
async function remove(name) {
  const task = `${address}/api/v1/tasks/${name}`;
  await post(`tasks/${name}/stop`, {});
  for (let deleted = false; !deleted; ) {
    const seen = await fetch(task);
    const answer = await fetch(task, { method: 'DELETE', headers: { 'If-Match': seen.headers.get('ETag') } });
    deleted = answer.ok;
  }
}

async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

/** A connection and a task, in English. */
async function english(page) {
  await press(page, link(page, 'Connections'));
  await press(page, link(page, 'New connection'));
  await type(page, 'Name', 'again');
  await type(page, 'Host', '127.0.0.1');
  await type(page, 'Port', port);
  await type(page, 'User', user);
  await type(page, 'Password', password);
  await press(page, button(page, 'Test connection'));
  await page.locator('[data-passed=true]').waitFor();
  await press(page, button(page, 'Save'));
  await page.waitForURL('**/connections/again');
  await glance(page, 'english-connection', 'again');
  await press(page, link(page, 'Tasks'));
  await press(page, link(page, 'New task'));
  await type(page, 'Name', 'countries');
  await choose(page, 'Source', 'again');
  await choose(page, 'Target', 'msk');
  await press(page, button(page, 'Create the task'));
  await page.waitForURL('**/tasks/countries?tab=tables');
  await press(page, button(page, 'Add world.country'));
  await page.locator('[data-matched="1"]').waitFor();
  await press(page, button(page, 'Save'));
  await page.getByRole('button', { name: 'Save', disabled: true }).waitFor();
  await press(page, link(page, 'Settings: world.country'));
  await page.locator('[data-outcome=sent]').first().waitFor();
  await glance(page, 'english-table-settings', 'countries');
}

/** Who may only look sees what there is, and of each button why it is off. */
async function viewer(browser) {
  console.log('USERS');
  while ((await fetch(`${address}/api/v1/session`)).status !== 401) await new Promise((done) => setTimeout(done, 100));
  const context = await browser.newContext({ locale: 'en', viewport: wide });
  await context.addInitScript(axe);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(address);
  await glance(page, 'sign-in', 'Sign in to Caudal');
  await type(page, 'User', 'eva');
  await type(page, 'Password', 'only-looks-1');
  await press(page, button(page, 'Sign in'));
  const run = page.locator('[data-task=countries] [data-action=run]');
  await run.waitFor();
  if (await run.isEnabled()) throw new Error('A viewer may press Run.');
  const why = await run.getAttribute('title');
  if (!/Operator/.test(why ?? '')) throw new Error(`The button says '${why}', not which role it needs.`);
  await glance(page, 'viewer', 'Tasks');
  await context.close();
}

/** Without a task, somebody else tries with the database that the platform brings, in English. */
async function world(browser) {
  await remove('city');
  const context = await browser.newContext({ locale: 'en', viewport: wide });
  await context.addInitScript(axe);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(address);
  await press(page, button(page, 'Try with the world database'));
  await page.waitForURL('**/tasks/world-to-kafka?tab=monitor');
  await press(page, page.locator('[data-action=run]'));
  await page.locator('[data-load=done]').waitFor({ timeout: patience });
  await look(page, 'world');
  for (const [steps, name] of [[1, 'Messages'], [1, 'Log'], [1, 'Design'], [1, 'Tables']]) {
    await tab(page, steps, name);
    await glance(page, `english-${name.toLowerCase()}`, 'world-to-kafka');
  }
  for (const name of ['Connections', 'Clusters', 'Connectors', 'Backups', 'REST proxy', 'Metrics', 'Glossary', 'Tasks']) {
    await press(page, link(page, name));
    await glance(page, `english-${name.toLowerCase().replace(' ', '-')}`, name);
  }
  await english(page);
  await context.close();
}

async function main() {
  fs.mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  const context = await browser.newContext({ locale: 'es', viewport: wide });
  await context.addInitScript(axe);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(`${message.text()} ${message.location().url}`));
  try {
    await open(page);
    await look(page, 'empty');
    await connections(page);
    await task(page);
    await conflict(page);
    await run(page);
    await clusters(page);
    await backups(page);
    await accident(page);
    await tabs(page);
    await world(browser);
    await viewer(browser);
    if (faults.length > 0) throw new Error(`The page complained:\n${faults.join('\n')}`);
  } catch (error) {
    const open = browser.contexts().flatMap((each) => each.pages());
    for (const [number, each] of open.entries()) {
      await each.screenshot({ path: `${pictures}/failed-${number}.png`, fullPage: true });
    }
    throw error;
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
