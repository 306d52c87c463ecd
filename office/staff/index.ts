/** Those who work in the office's pages: how they come in, and what they may do. */
export { enterBy, invite, invitedBy, sessionBy, TICKET_MS, ticketPath } from './door.ts';
export { hasRight, isStaffRole, LEADER_ROLE, STAFF_ROLES, type StaffRight, type StaffRole } from './roles.ts';
export { staffVisit } from './visit.ts';
