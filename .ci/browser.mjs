// Opens reports in Chromium and holds them to what a reader is promised: browser.mjs MODULES SHOTS REPORT…
// No console error, no request leaves the page, all is readable without scripts, axe-core finds no serious violation at 1280
// and 390 pixels, light and dark. Leaves screenshots in SHOTS and prints how many reports hold.
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [modules, shots, ...reports] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'node_modules', 'x.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let faults = 0;
let whole = 0;
const fault = text => { faults++; console.log(`FAULT ${text}`); };

for (const report of reports) {
  const name = basename(dirname(resolve(report)));
  const url = pathToFileURL(resolve(report)).href;
  const before = faults;
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark']) {
      // As a reader has it: no scripts, and the page's own policy in force.
      const plain = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: false });
      const page = await plain.newPage();
      page.on('console', message => { if (message.type() === 'error') fault(`${name} ${width} ${colorScheme}: console: ${message.text()}`); });
      page.on('request', request => { if (request.url() !== url) fault(`${name} ${width}: asks for ${request.url()}`); });
      await page.goto(url);
      const text = await page.locator('body').innerText();
      if (!/lockstep/i.test(text) || (await page.locator('h1').count()) !== 1) fault(`${name}: no verdict without scripts`);
      await page.screenshot({ path: join(shots, `${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`) });
      await plain.close();

      // axe is a script of ours, so the policy is set aside for it.
      const open = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const checked = await open.newPage();
      await checked.goto(url);
      const wide = await checked.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) fault(`${name} ${width}: ${wide} pixels wider than the window`);
      await checked.addScriptTag({ content: axe });
      const { violations } = await checked.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }));
      for (const { id, impact, help, nodes } of violations) {
        const line = `${name} ${width} ${colorScheme}: axe ${impact} ${id}: ${help}: ${nodes[0].html.slice(0, 160)}`;
        if (impact === 'serious' || impact === 'critical') fault(line);
        else console.log(`note ${line}`);
      }
      await open.close();
    }
  }
  if (faults === before) whole++;
}
await browser.close();
console.log(`reports ${whole}`);
process.exit(faults === 0 ? 0 : 1);
