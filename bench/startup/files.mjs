import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';

// Loaded before a command: at its end tells the files of JavaScript it opened to file descriptor 3.
const session = new Session();
session.connect();
const files = new Set();
session.on('Debugger.scriptParsed', ({ params: { url } }) => {
  if (url.startsWith('file:') || url.startsWith('/')) files.add(url);
});
session.post('Debugger.enable');
process.on('exit', () => writeSync(3, JSON.stringify([...files])));
