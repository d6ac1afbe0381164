/** The web server of the local page: a few folders of files, on this machine only. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * The page is allowed to talk to this server and to nobody else; the add-on's code is run from its text, as Google does,
 * which needs 'unsafe-eval', and its sidebar carries its script and styles inline.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "frame-src 'self' about: blob: data:",
  "worker-src 'self' blob:",
].join('; ');

/** Starts serving `folders` (by their first path segment, '' for the rest) and resolves with the server; rejects when it cannot listen. */
export function serve(folders, port) {
  const server = createServer((request, response) => answer(folders, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function answer(folders, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET.');
  const file = fileOf(folders, request.url ?? '/');
  const stat = file && statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return list(response, file);
  if (!stat?.isFile()) return end(response, 404, 'There is no such file.');
  const tag = `"${stat.mtimeMs}-${stat.size}"`;
  response.setHeader('etag', tag);
  response.setHeader('cache-control', 'no-cache');
  if (request.headers['if-none-match'] === tag) return end(response, 304);
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('content-length', stat.size);
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('x-content-type-options', 'nosniff');
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).on('error', (error) => response.destroy(error)).pipe(response);
}

/** A folder answers with the names of the files in it. */
function list(response, folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  response.setHeader('content-type', TYPES['.json']);
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('x-content-type-options', 'nosniff');
  end(response, 200, JSON.stringify(names.sort()));
}

/** The file a path names, or undefined when it is malformed or would leave its folder. */
function fileOf(folders, url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, 'http://local').pathname)).split(sep).join('/');
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('..')) return undefined;
  const [, first, ...rest] = path.split('/');
  if (first !== '' && first in folders) return join(folders[first], ...rest);
  return join(folders[''], path === '/' ? 'index.html' : path);
}

function end(response, status, text) {
  response.statusCode = status;
  response.end(text);
}
