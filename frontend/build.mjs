// Turns styles, fonts, pictures and scripts into the application's static files: /assets/<name>-<hash>.<ext>, listed in
// web/assets.properties, so that browsers may keep them for a year. Run by Maven; does nothing when nothing changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, copyFileSync } from 'node:fs';
import { dirname, join, basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, '..', 'app', 'target', 'frontend');
const sources = ['package-lock.json', 'build.mjs', ...['styles', 'images', 'scripts'].flatMap(list)];
if (existsSync(join(here, 'units.mjs'))) sources.push('units.mjs');

const stamp = createHash('sha256');
for (const file of sources) stamp.update(file).update(readFileSync(join(here, file)));
const fingerprint = stamp.digest('hex');
const stampFile = join(out, 'built');
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint) process.exit(0);

const installed = join(here, 'node_modules', '.package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(here, 'package-lock.json')).mtimeMs) {
  execFileSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
}
const sass = await import('sass');

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'static', 'assets'), { recursive: true });
mkdirSync(join(out, 'web'), { recursive: true });
const names = new Map();

const fonts = join(here, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');
for (const weight of [400, 600])
  for (const part of ['latin', 'vietnamese'])
    publish(`bvp-${part}-${weight}.woff2`, readFileSync(join(fonts, `be-vietnam-pro-${part}-${weight}-normal.woff2`)));
for (const picture of list('images')) publish(basename(picture), readFileSync(join(here, picture)));
for (const script of list('scripts')) publish(basename(script), readFileSync(join(here, script)));
// The house's style first, then what single pages add to it.
const sheets = ['styles/motcua.css', ...list('styles').filter((name) => name !== 'styles/motcua.css')];
const styles = sheets.map((name) => readFileSync(join(here, name), 'utf8')).join('\n');
const css = sass.compileString(styles, { style: 'compressed' }).css;
publish('motcua.css', Buffer.from(css.replace(/url\(([^)/]+)\)/g, (_, name) => `url(${names.get(name) ?? name})`)));

writeFileSync(join(out, 'web', 'assets.properties'), [...names].map(([k, v]) => `${k}=${v}`).join('\n') + '\n');

// Fonts for printed papers: whole TrueType files.
const print = join(out, 'print', 'fonts');
mkdirSync(print, { recursive: true });
const ttf = join(here, 'node_modules', '@expo-google-fonts', 'be-vietnam-pro');
copyFileSync(join(ttf, '400Regular', 'BeVietnamPro_400Regular.ttf'), join(print, 'BeVietnamPro-Regular.ttf'));
copyFileSync(join(ttf, '600SemiBold', 'BeVietnamPro_600SemiBold.ttf'), join(print, 'BeVietnamPro-SemiBold.ttf'));

if (existsSync(join(here, 'units.mjs'))) await (await import('./units.mjs')).build(out);

writeFileSync(stampFile, fingerprint);

function list(folder) {
  const path = join(here, folder);
  return existsSync(path) ? readdirSync(path).sort().map((name) => `${folder}/${name}`) : [];
}

// The smallest pictures travel inside the page or style that shows them: a request of their own would cost more.
function publish(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  if (extension === '.svg' && content.length < 500) {
    names.set(name, `data:image/svg+xml;base64,${content.toString('base64')}`);
    return;
  }
  const published = `/assets/${basename(name, extension)}-${hash}${extension}`;
  writeFileSync(join(out, 'static', published), content);
  names.set(name, published);
}
