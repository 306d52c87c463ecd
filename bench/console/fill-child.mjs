import { say, whole } from '../support/measure.mjs';
import { fill } from './fill.mjs';

const [file, thousands] = process.argv.slice(2);
const { directives, events, messages } = await fill(file, Number(thousands));
say(`${whole(directives)} directives, ${whole(events)} events, ${whole(messages)} messages`);
