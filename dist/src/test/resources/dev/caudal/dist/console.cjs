// Chapter 5 on the screen, as somebody does it who has only the console: connections, a task, its tables, run, monitor.
// Arguments: the console's address, the browser, the database's port, user, password, Kafka's address, where pictures go,
// and the language. It prints LOADED when the load is done; then a row is inserted, which it waits to see.
const { chromium } = require('playwright-core');
const fs = require('node:fs');

const axe = fs.readFileSync(require.resolve('axe-core'), 'utf8');

const [, , address, browserPath, port, user, password, kafka, pictures, language] = process.argv;
const words = {
  es: {
    newConnection: 'Nueva conexión', name: 'Nombre', host: 'Servidor', port: 'Puerto', user: 'Usuario',
    password: 'Contraseña', test: 'Probar conexión', save: 'Guardar', target: 'Destino',
    servers: 'Servidores de arranque', tasks: 'Tareas', connections: 'Conexiones', newTask: 'Nueva tarea',
    create: 'Crear la tarea', add: 'Añadir world.city', run: 'Ejecutar', monitor: 'Monitor', log: 'Registro',
    design: 'Diseño', check: 'Comprobar', stop: 'Detener', tables: 'Tablas',
  },
  en: {
    newConnection: 'New connection', name: 'Name', host: 'Host', port: 'Port', user: 'User',
    password: 'Password', test: 'Test connection', save: 'Save', target: 'Target',
    servers: 'Bootstrap servers', tasks: 'Tasks', connections: 'Connections', newTask: 'New task',
    create: 'Create the task', add: 'Add world.city', run: 'Run', monitor: 'Monitor', log: 'Log',
    design: 'Design', check: 'Check', stop: 'Stop', tables: 'Tables',
  },
}[language];

const patience = 90_000;

/** Takes the page in both themes, and lets nothing pass that keeps people out. */
async function look(page, name) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${pictures}/${name}-${language}-${scheme}.png`, fullPage: true });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    if (violations.length > 0) {
      const found = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`);
      throw new Error(`${name}, ${scheme}, is hard to use for some:\n${found.join('\n')}`);
    }
  }
}

async function connections(page) {
  await page.getByRole('link', { name: words.connections }).click();
  await page.getByRole('link', { name: words.newConnection }).first().click();
  await page.getByLabel(words.name, { exact: true }).fill('world-db');
  await page.getByLabel(words.host, { exact: true }).fill('127.0.0.1');
  await page.getByLabel(words.port, { exact: true }).fill(port);
  await page.getByLabel(words.user, { exact: true }).fill(user);
  await page.getByRole('textbox', { name: words.password, exact: true }).fill('wrong');
  await page.getByRole('button', { name: words.test }).click();
  await page.locator('[data-passed=false] [data-status=failed]').first().waitFor({ timeout: patience });
  await look(page, 'connection-fails');
  await page.getByRole('textbox', { name: words.password, exact: true }).fill(password);
  await page.getByRole('button', { name: words.test }).click();
  await page.locator('[data-passed=true]').waitFor({ timeout: patience });
  await page.getByRole('button', { name: words.save }).click();
  await page.waitForURL('**/connections/world-db');
  await look(page, 'connection');

  await page.goto(`${address}/new-connection?role=target`);
  await page.getByLabel(words.name, { exact: true }).fill('msk');
  await page.getByLabel(words.servers, { exact: true }).fill(kafka);
  await page.getByRole('button', { name: words.test }).click();
  await page.locator('[data-passed=true]').waitFor({ timeout: patience });
  await page.getByRole('button', { name: words.save }).click();
  await page.waitForURL('**/connections/msk');
  await page.getByRole('link', { name: words.connections }).click();
  await page.locator('[data-endpoint=msk]').waitFor();
  await look(page, 'connections');
}

async function task(page) {
  await page.getByRole('link', { name: words.tasks }).click();
  await page.getByRole('link', { name: words.newTask }).first().click();
  await page.getByLabel(words.name, { exact: true }).fill('city');
  await look(page, 'new-task');
  await page.getByRole('button', { name: words.create }).click();
  await page.waitForURL('**/tasks/city?tab=tables');
  await page.getByRole('button', { name: words.add, exact: true }).click({ timeout: patience });
  await page.locator('[data-include="world.city"]').waitFor();
  await page.locator('[data-matched="1"]').waitFor({ timeout: patience });
  await look(page, 'tables');
  await page.getByRole('button', { name: words.save }).click();
  await page.getByRole('button', { name: words.save, disabled: true }).waitFor({ timeout: patience });
  await page.getByRole('tab', { name: words.design }).click();
  await page.getByRole('button', { name: words.check }).click();
  await page.locator('[data-passed=true]').waitFor({ timeout: patience });
  await look(page, 'design');
}

async function run(page) {
  await page.getByRole('tab', { name: words.monitor }).click();
  await page.locator('[data-action=run]').click();
  await page.locator('[data-load=done]').waitFor({ timeout: patience });
  await page.locator('[data-state=changes]').first().waitFor({ timeout: patience });
  console.log('LOADED');
  await page.locator('[data-changes="1"]').waitFor({ timeout: patience });
  console.log('CHANGED');
  await look(page, 'monitor');
  await page.getByRole('tab', { name: words.log }).click();
  await page.locator('[data-level=INFO]').first().waitFor({ timeout: patience });
  await look(page, 'log');
  await page.getByRole('link', { name: words.tasks }).click();
  await page.locator('[data-task=city]').waitFor();
  await look(page, 'tasks');
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) throw new Error(`The list of tasks is ${wide} pixels wide on a screen of 320.`);
}

async function main() {
  fs.mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ locale: language, viewport: { width: 1280, height: 860 } });
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  try {
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: words.tasks }).waitFor({ timeout: patience });
    await look(page, 'empty');
    await connections(page);
    await task(page);
    await run(page);
    const own = faults.filter((fault) => !fault.includes('favicon'));
    if (own.length > 0) throw new Error(`The page complained:\n${own.join('\n')}`);
  } catch (error) {
    await page.screenshot({ path: `${pictures}/failed-${language}.png`, fullPage: true });
    throw error;
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
