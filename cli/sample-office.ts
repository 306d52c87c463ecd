import { civilServants } from '../dsl/time/civil-servants.ts';
import { fillSample } from '../office/sample/fill.ts';
import { invite, isStaffRole, ticketPath } from '../office/staff/index.ts';
import type { StaffMember } from '../register/index.ts';
import { readConfig } from '../settings/read-config.ts';
import { sampleConfig } from '../settings/sample-config.ts';
import { SAMPLE } from '../texts/staff/index.ts';
import { openOfficeRegister } from './office-register.ts';
import { printLine } from './output.ts';
import type { Session } from './session.ts';

/** Fills a sample office that has nothing yet. */
export async function fillOnce({ register, client }: Session): Promise<void> {
  if ((await register.notices.numbers()).size > 0) return;
  await fillSample({ register, client, calendar: civilServants, now: Date.now() });
  printLine(SAMPLE.ready);
}

/** Goes over on a person's word; whoever asked is let in there by a link of their own. */
export function sampleSwitch(isOn: boolean, baseUrl: () => string) {
  let ask = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const change = async (member: StaffMember): Promise<string> => {
    const config = isOn ? readConfig() : sampleConfig(readConfig());
    const register = await openOfficeRegister(config);
    try {
      const role = isStaffRole(member.role) ? member.role : 'viewer';
      // Who only had a look has not said who they are: the office asks.
      const name = member.name === SAMPLE.visitor ? '' : member.name;
      const secret = await invite(register, { name, role }, Date.now());
      ask();
      return `${config.console.url ?? baseUrl()}${ticketPath(secret)}`;
    } finally {
      await register.close();
    }
  };
  return { asked, switch: { isOn, change } };
}
