/* Agencies and people. */

export interface AgencyTable {
  id: string;
  name: string;
  kind: string;
  validFrom: string;
  validTo: string | null;
  successor: string | null;
  /** JSON: several that took over, by place. */
  heirs: string | null;
  /** JSON: by what a group takes its agencies. */
  groupRule: string | null;
}

export interface PersonTable {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  zaloUserId: string | null;
}

export interface PostTable {
  agencyId: string;
  personId: string;
  function: string;
  title: string | null;
  acting: number;
  validFrom: string;
  validTo: string | null;
}
