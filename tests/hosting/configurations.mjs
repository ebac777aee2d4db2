// A server that shows two folders on two ports of this machine, by nothing but the files of Scorebook: in one folder lies
// a site at the root, in the other one there are several sites below.

import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const quoted = text => `"${text.replace(/["\\]/g, '\\$&')}"`;

// The blocks of a server: for each port its folder, and the folders of the sites in it.
const blocks = (shown, block) => shown.map(block).join('\n');

function nginx({ folder, shown, program }) {
  const snippets = sites => sites.map(site => `include ${quoted(join(site, '.hosting/nginx.conf'))};`).join('\n');
  const block = ({ port, root, sites }) => `server { listen 127.0.0.1:${port}; root ${quoted(root)};\n${snippets(sites)}\n}`;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = temporary.map(name => `${name}_temp_path ${join(folder, name)};`).join(' ');
  writeFileSync(join(folder, 'nginx.conf'), `daemon off; worker_processes 1; pid ${join(folder, 'pid')};
${process.getuid() === 0 ? 'user root;' : ''}
events {}
http { access_log off; ${paths}
${blocks(shown, block)}
}
`);
  return { path: program.path, words: ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')] };
}

// As little is allowed as docs/hosting.md asks for.
function apache({ folder, shown, program }) {
  const modules = ['mpm_event', 'authz_core', 'unixd', 'dir', 'mime', 'alias', 'headers', 'filter', 'deflate', 'autoindex'];
  const load = name => {
    const file = join(program.modules, `mod_${name}.so`);
    return existsSync(file) ? `LoadModule ${name}_module ${quoted(file)}\n` : '';
  };
  const block = ({ port, root }) => `Listen 127.0.0.1:${port}
<VirtualHost 127.0.0.1:${port}>
  DocumentRoot ${quoted(root)}
  <Directory ${quoted(root)}>
    Options Indexes FollowSymLinks
    AllowOverride FileInfo Indexes Options=Indexes,MultiViews
    Require all granted
  </Directory>
</VirtualHost>`;
  writeFileSync(join(folder, 'httpd.conf'), `${modules.map(load).join('')}ServerRoot ${quoted(folder)}
ServerName localhost
DefaultRuntimeDir ${quoted(folder)}
PidFile ${join(folder, 'pid')}
ErrorLog "|$/bin/cat 1>&2"
TypesConfig /dev/null
User #65534
Group #65534
${blocks(shown, block)}
`);
  return { path: program.path, words: ['-f', join(folder, 'httpd.conf'), '-DFOREGROUND'] };
}

function caddy({ folder, shown, program }) {
  // Caddy would take a part of a folder's name for a variable, so that files are imported by another name.
  let number = 0;
  const named = site => {
    const name = join(folder, `site-${number++}`);
    symlinkSync(site, name);
    return join(name, '.hosting/Caddyfile');
  };
  const snippets = sites => sites.map(site => `\timport ${quoted(named(site))}`).join('\n');
  const block = ({ port, root, sites }) => `http://127.0.0.1:${port} {\n\tbind 127.0.0.1\n\troot * ${quoted(root)}\n${snippets(sites)}\n}`;
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${blocks(shown, block)}\n`);
  const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return { path: program.path, words: ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], env };
}

export const SERVERS = { nginx, apache, caddy };
