/** People of the directory who come in by themselves: of an agency, its head, a leader of the office that issues. */
export {
  ASKED_TICKET_MS,
  enterAsPerson,
  invitePerson,
  PERSON,
  type PersonSession,
  peopleAt,
  personInvited,
  personSessionBy,
  personTicketPath,
  type SignInMail,
  signInMail,
} from './door.ts';
export { type HeldPost, type PersonPlace, placeOf } from './place.ts';
export { type OwnTask, ownTasks } from './tasks.ts';
export { ownPart, personVisit } from './visit.ts';
