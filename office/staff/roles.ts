/** What somebody may do in the office's pages; each may also do what stands before it. */
export const STAFF_ROLES = ['viewer', 'secretary', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** `read`: see everything of the office. `work`: bring in, issue, act. `manage`: the directory. `set-up`: the settings. */
export type StaffRight = 'read' | 'work' | 'manage' | 'set-up';

const RIGHTS: Readonly<Record<StaffRole, readonly StaffRight[]>> = {
  viewer: ['read'],
  secretary: ['read', 'work', 'manage'],
  administrator: ['read', 'work', 'manage', 'set-up'],
};

/** A leader of the office that issues, who came in as a person of the directory: no ticket of the office's has it. */
export const LEADER_ROLE = 'leader';

export function isStaffRole(role: string): role is StaffRole {
  return STAFF_ROLES.some((known) => known === role);
}

/** A role this program does not know may do nothing. */
export function hasRight(role: string, right: StaffRight): boolean {
  if (role === LEADER_ROLE) return right === 'read';
  return isStaffRole(role) && RIGHTS[role].includes(right);
}
