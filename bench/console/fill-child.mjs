import { say, whole } from '../support/measure.mjs';
import { fill } from './fill.mjs';

const [place, thousands] = process.argv.slice(2);
const { directives, events, messages } = await fill(place, Number(thousands));
say(`${whole(directives)} directives, ${whole(events)} events, ${whole(messages)} messages`);
