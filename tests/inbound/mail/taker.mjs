/* Takes a Maildir into a register, by the built program as `dondoc up` does, and dies with SIGKILL at a moment. */
import { takeFolder } from '../../../dist/inbound/mail/index.js';
import { EvidenceStore } from '../../../dist/office/links/index.js';
import { openRegister } from '../../../dist/register/index.js';
import { composeMessage } from '../../../dist/texts/messages/index.js';

const [file = '', maildir = '', evidence = '', moment = ''] = process.argv.slice(2);
const register = await openRegister({ file, compose: composeMessage, mailDomain: 'anphu.example' });
const die = () => process.kill(process.pid, 'SIGKILL');

if (moment === 'written') {
  // The register has it and the mail still waits.
  const { ledger } = register;
  const learn = ledger.learn.bind(ledger);
  ledger.learn = async (...args) => {
    const learnt = await learn(...args);
    if (learnt.changed.length > 0) die();
    return learnt;
  };
  const addReply = register.replies.add.bind(register.replies);
  register.replies.add = async (draft) => {
    const isNew = await addReply(draft);
    if (isNew) die();
    return isNew;
  };
}
const office = { register, evidence: new EvidenceStore(evidence) };
await takeFolder(moment === 'reading' ? { ...office, read: die } : office, maildir, {
  onTaken: () => {
    if (moment === 'moved') die();
  },
});
await register.close();
