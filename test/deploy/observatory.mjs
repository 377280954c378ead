/**
 * Runs the Observatory's own scan in a process of its own: node observatory.mjs PACKAGE-FOLDER HTTP-PORT
 * HTTPS-PORT HOST. The tool knows only ports 80 and 443; connections to them are led to the server under
 * test, everything else stays as it is.
 */
import { Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, http, https, host] = process.argv.slice(2);
const ports = { 80: Number(http), 443: Number(https) };
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const port = ports[options.port];
  if (options.host !== host || port === undefined)
    throw new Error(`a connection to ${options.host}:${options.port} was not expected`);
  Object.assign(options, { host: '127.0.0.1', port, lookup: undefined });
  return connect.apply(this, args);
};
const { scan } = await import(pathToFileURL(join(folder, 'src/scanner/index.js')).href);
const { scan: result, tests } = await scan(host);
console.log(
  JSON.stringify({
    grade: result.grade,
    score: result.score,
    failed: result.testsFailed,
    tests: Object.fromEntries(
      Object.entries(tests).map(([name, measured]) => [
        name,
        { pass: measured.pass, result: measured.result, modifier: measured.scoreModifier },
      ]),
    ),
  }),
);
