/** Small, so that proving what is made of it takes a moment; everybody is told. */
export const SMALL = `
id: gon
name: Gọn
assign: { to: lead }
remind:
  - { to: lead, when: { before: { days: 15 } } }
escalate:
  - { to: headOf(lead), when: { after: { workingDays: 1 } } }
  - { to: supervisor, when: { after: { workingDays: 4 } } }
  - { to: lead, when: { whenUnacknowledgedFor: { workingDays: 3 } } }
  - { to: lead, when: { whenSilentFor: { workingDays: 20 } } }
close: { submittedBy: lead, approvedBy: secretariat, approveWithin: { workingDays: 3 }, atMost: 5 }
`;
