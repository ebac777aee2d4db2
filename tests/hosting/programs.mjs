// Web servers from the operating system's packages: those that are installed, else unpacked into a folder of ours, so that
// nothing is installed or started beside the tests.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PLACES = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];

// Each server: the names of its program, and the packages of Debian and Ubuntu that hold it.
const SERVERS = {
  nginx: { names: ['nginx'], packages: ['nginx'] },
  apache: { names: ['apache2', 'httpd'], packages: ['apache2-bin', 'libapr1', 'libaprutil1'] },
  caddy: { names: ['caddy'], packages: ['caddy'] },
};

// Packages that have another name in newer systems.
const OTHERWISE = { libapr1: 'libapr1t64', libaprutil1: 'libaprutil1t64' };

const run = (cwd, program, ...words) => execFileSync(program, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });

const find = (folders, names) =>
  folders.flatMap(folder => names.map(name => join(folder, name))).find(path => existsSync(path));

function download(folder, packages) {
  for (const name of packages) {
    try {
      run(folder, 'apt-get', 'download', name);
    } catch (error) {
      if (!OTHERWISE[name]) throw error;
      run(folder, 'apt-get', 'download', OTHERWISE[name]);
    }
  }
}

function unpack(folder, packages) {
  const root = join(folder, 'root');
  mkdirSync(root, { recursive: true });
  try {
    download(folder, packages);
  } catch {
    run(folder, 'apt-get', 'update');
    download(folder, packages);
  }
  for (const file of readdirSync(folder).filter(name => name.endsWith('.deb'))) run(folder, 'dpkg', '-x', file, root);
  return root;
}

// The program of a server, the folder of its modules, and what it needs in its environment. Says loudly why there is none.
export function program(server, cache) {
  const { names, packages } = SERVERS[server];
  const installed = find(PLACES, names);
  if (installed) return { path: installed, modules: find(['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'], ['']), env: {} };
  const folder = resolve(cache, server), root = join(folder, 'root');
  const inside = () => find([join(root, 'usr/sbin'), join(root, 'usr/bin')], names);
  if (!inside()) {
    mkdirSync(folder, { recursive: true });
    try {
      unpack(folder, packages);
    } catch (error) {
      throw new Error(`${server} is not installed, and ${packages.join(', ')} cannot be had: ${error.stderr ?? error.message}`);
    }
  }
  const libraries = existsSync(join(root, 'usr/lib'))
    ? readdirSync(join(root, 'usr/lib')).filter(name => name.includes('-linux-')).map(name => join(root, 'usr/lib', name))
    : [];
  return { path: inside(), modules: join(root, 'usr/lib/apache2/modules'), env: { LD_LIBRARY_PATH: libraries.join(':') } };
}
