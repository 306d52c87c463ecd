-- The register's schema as its migrations make it in SQLite. Written by `npm run schema`; edit register/migrations.
-- Instants are bigint milliseconds since 1970-01-01 UTC; days are text, YYYY-MM-DD; what has parts is JSON in text.

CREATE TABLE "agencies" (
  "id" text primary key,
  "name" text not null,
  "kind" text not null,
  "valid_from" text not null,
  "valid_to" text,
  "successor" text,
  "heirs" text,
  "group_rule" text
);

CREATE TABLE "agency_aliases" (
  "agency_id" text not null references "agencies" ("id"),
  "alias" text not null,
  constraint "agency_aliases_key" primary key ("agency_id", "alias")
);

CREATE TABLE "answered_challenges" (
  "id" text primary key,
  "expires_at" bigint not null
);

CREATE TABLE "calendars" (
  "id" text not null,
  "version" text not null,
  "calendar" text not null,
  "source" text not null,
  "recorded_at" bigint not null,
  constraint "calendars_key" primary key ("id", "version")
);

CREATE TABLE "calls" (
  "message_id" text primary key references "messages" ("id"),
  "by" text not null,
  "note" text not null,
  "recorded_at" bigint not null
);

CREATE TABLE "channels" (
  "channel" text primary key,
  "paused_until" bigint,
  "since" bigint,
  "reason" text,
  "recorded_at" bigint not null
);

CREATE TABLE "contradictions" (
  "message_id" text not null references "messages" ("id"),
  "said" text not null,
  "held" text not null,
  "reason" text not null,
  "told_by" text not null,
  "recorded_at" bigint not null,
  "settled_at" bigint,
  "settled_by" text,
  "settled_reason" text,
  constraint "contradictions_key" primary key ("message_id", "said")
);

CREATE TABLE "corrections" (
  "notice_id" text not null references "notices" ("id"),
  "seq" integer not null,
  "directive_id" text not null,
  "field" text not null,
  "was" text,
  "is" text,
  "by" text not null,
  "at" bigint not null,
  constraint "corrections_key" primary key ("notice_id", "seq")
);

CREATE INDEX "corrections_directive" on "corrections" ("directive_id");

CREATE TABLE "directive_lists" (
  "directive_id" text primary key references "directives" ("id"),
  "place" text not null,
  "notice_id" text not null,
  "parent" text,
  "status" text not null,
  "is_open" integer not null,
  "overdue_from" bigint,
  "words" text not null
);

CREATE INDEX "directive_lists_notice" on "directive_lists" ("notice_id", "place");

CREATE INDEX "directive_lists_open" on "directive_lists" ("is_open", "place", "parent", "directive_id");

CREATE INDEX "directive_lists_overdue" on "directive_lists" ("overdue_from", "place", "parent", "directive_id") where "overdue_from" is not null;

CREATE INDEX "directive_lists_parent" on "directive_lists" ("parent", "place") where "parent" is not null;

CREATE INDEX "directive_lists_place" on "directive_lists" ("place", "parent", "directive_id");

CREATE INDEX "directive_lists_status" on "directive_lists" ("status", "place", "parent", "directive_id");

CREATE TABLE "directive_parties" (
  "agency" text not null,
  "party" text not null,
  "directive_id" text not null references "directives" ("id"),
  constraint "directive_parties_key" primary key ("agency", "party", "directive_id")
);

CREATE INDEX "directive_parties_directive" on "directive_parties" ("directive_id");

CREATE TABLE "directive_standings" (
  "directive_id" text not null references "directives" ("id"),
  "since" bigint not null,
  "until" bigint not null,
  "notice_id" text not null,
  "parent" text,
  "first_lead" text,
  "status" text not null,
  "due_at" bigint,
  "submitted_at" bigint,
  "closed_at" bigint,
  constraint "directive_standings_key" primary key ("directive_id", "since")
);

CREATE TABLE "directive_words" (
  "word" text not null,
  "directive_id" text not null references "directives" ("id"),
  constraint "directive_words_key" primary key ("word", "directive_id")
);

CREATE INDEX "directive_words_directive" on "directive_words" ("directive_id");

CREATE TABLE "directives" (
  "id" text primary key,
  "notice_id" text not null references "notices" ("id"),
  "local_id" text not null,
  "series" text,
  "occurrence" text not null,
  "text" text not null,
  "span_start" integer not null,
  "span_end" integer not null,
  "deadline_phrase" text,
  "deadline_start" integer,
  "deadline_end" integer,
  "lead" text not null,
  "cooperating" text not null,
  "supervisor" text not null,
  "issued_at" bigint not null,
  "opens_on" text,
  "due" text,
  "due_time" text,
  "due_at" bigint,
  "original_due" text,
  "policy_id" text not null,
  "policy" text not null,
  "calendar_id" text not null,
  "calendar_version" text not null,
  "workflow_id" text not null,
  "status" text not null,
  "next_wake" bigint,
  "acknowledged_at" bigint,
  "submitted_at" bigint,
  "closed_at" bigint,
  "last_seq" integer not null,
  "issue_state" text not null,
  "original_lead" text,
  "contact" text,
  "interpreter" integer default 1 not null,
  "parties_at_issue" text,
  "parent" text,
  "parent_lead" text,
  "traits" text,
  constraint "directives_place" unique ("notice_id", "local_id", "occurrence")
);

CREATE INDEX "directives_next_wake" on "directives" ("next_wake") where "next_wake" is not null;

CREATE INDEX "directives_parent" on "directives" ("parent") where "parent" is not null;

CREATE INDEX "directives_series" on "directives" ("series");

CREATE INDEX "directives_status" on "directives" ("status", "due");

CREATE TABLE "drafts" (
  "id" text primary key,
  "file_name" text not null,
  "sha256" text not null,
  "issued" text,
  "corrections" text not null,
  "revision" integer not null,
  "by" text not null,
  "recorded_at" bigint not null,
  "changed_at" bigint not null,
  "closed_at" bigint,
  "notice_ids" text,
  "headings" text
);

CREATE TABLE "events" (
  "directive_id" text not null references "directives" ("id"),
  "seq" integer not null,
  "at" bigint not null,
  "act_id" text,
  "act_type" text,
  "act" text,
  "posts" text not null,
  "status" text not null,
  "due" text,
  "due_time" text,
  "due_at" bigint,
  "next_wake" bigint,
  "acknowledged_at" bigint,
  "submitted_at" bigint,
  "closed_at" bigint,
  "recorded_at" bigint not null,
  "plan" text,
  "messages" integer,
  constraint "events_key" primary key ("directive_id", "seq")
);

CREATE INDEX "events_asked" on "events" ("directive_id") where "act_type" = 'ask-extension';

CREATE INDEX "events_at" on "events" ("at", "directive_id");

CREATE INDEX "events_to_explain" on "events" ("directive_id") where "act_type" = 'ask-explanation';

CREATE TABLE "evidence" (
  "directive_id" text not null references "directives" ("id"),
  "sha256" text not null,
  "name" text not null,
  "size" bigint not null,
  "link_id" text references "links" ("id"),
  "recorded_at" bigint not null,
  "person_id" text,
  constraint "evidence_key" primary key ("directive_id", "sha256")
);

CREATE TABLE "group_members" (
  "group_id" text not null references "agencies" ("id"),
  "agency_id" text not null references "agencies" ("id"),
  "position" integer not null,
  constraint "group_members_key" primary key ("group_id", "agency_id")
);

CREATE TABLE "inbox" (
  "id" text primary key,
  "channel" text not null,
  "event" text,
  "received_at" bigint not null,
  "settled_at" bigint,
  "fate" text
);

CREATE INDEX "inbox_waiting" on "inbox" ("channel", "settled_at", "received_at");

CREATE TABLE "inbox_counts" (
  "channel" text not null,
  "day" text not null,
  "what" text not null,
  "n" integer not null,
  constraint "inbox_counts_key" primary key ("channel", "day", "what")
);

CREATE TABLE "incidents" (
  "directive_id" text not null,
  "kind" text not null,
  "step" text not null,
  "found_at" bigint not null,
  "since" bigint not null,
  "detail" text not null,
  "resolved_at" bigint,
  constraint "incidents_key" primary key ("directive_id", "kind", "step", "found_at")
);

CREATE INDEX "incidents_open" on "incidents" ("resolved_at");

CREATE TABLE "lineage" (
  "from_id" text not null references "directives" ("id"),
  "to_id" text not null,
  "how" text not null,
  "succession" text not null,
  "at" bigint not null,
  "reason" text not null,
  constraint "lineage_pk" primary key ("from_id", "to_id")
);

CREATE INDEX "lineage_to" on "lineage" ("to_id");

CREATE TABLE "links" (
  "id" text primary key,
  "directive_id" text not null references "directives" ("id"),
  "post_key" text not null,
  "scope" text not null,
  "role" text not null,
  "party" text not null,
  "person_id" text not null,
  "agency_id" text not null,
  "acts" text not null,
  "expires_at" bigint not null,
  "recorded_at" bigint not null,
  "revoked_at" bigint,
  "revoked_reason" text,
  "revoked_by" text,
  constraint "links_once" unique ("directive_id", "post_key", "person_id")
);

CREATE INDEX "links_person" on "links" ("person_id");

CREATE TABLE "message_events" (
  "message_id" text not null references "messages" ("id"),
  "revision" integer not null,
  "outcome" text not null,
  "reason" text,
  "provider_id" text,
  "owner" text,
  "recorded_at" bigint not null,
  constraint "message_events_key" primary key ("message_id", "revision")
);

CREATE TABLE "messages" (
  "id" text primary key,
  "directive_id" text not null references "directives" ("id"),
  "seq" integer not null,
  "post_key" text not null,
  "stage" text not null,
  "kind" text not null,
  "role" text not null,
  "recipient" text not null,
  "person_id" text,
  "person_name" text,
  "agency_id" text,
  "channel" text not null,
  "address" text,
  "at" bigint not null,
  "content" text,
  "message_id" text,
  "thread_root" text,
  "outcome" text not null,
  "reason" text,
  "provider_id" text,
  "attempts" integer not null,
  "next_attempt_at" bigint,
  "claimed_by" text,
  "claimed_at" bigint,
  "settled_at" bigint,
  "recorded_at" bigint not null,
  "revision" integer not null,
  "leave_at" bigint default 0 not null,
  "gathered" integer default 0 not null,
  "window_from" text,
  "window_to" text,
  "shipment" text,
  "fallback_of" text,
  "dispatch" text default '' not null,
  "dispatched_as" text,
  constraint "messages_once" unique ("directive_id", "post_key", "recipient", "channel")
);

CREATE INDEX "messages_dispatch" on "messages" ("dispatch", "outcome", "leave_at", "id");

CREATE INDEX "messages_dispatched_as" on "messages" ("dispatched_as", "outcome") where "dispatched_as" is not null;

CREATE INDEX "messages_due" on "messages" ("outcome", "at");

CREATE INDEX "messages_leave" on "messages" ("outcome", "leave_at");

CREATE INDEX "messages_message_id" on "messages" ("message_id") where "message_id" is not null;

CREATE INDEX "messages_provider_id" on "messages" ("channel", "provider_id") where "provider_id" is not null;

CREATE INDEX "messages_reader" on "messages" ("recipient", "channel", "outcome", "at", "id");

CREATE INDEX "messages_shipment" on "messages" ("shipment") where "shipment" is not null;

CREATE TABLE "meta" (
  "key" text primary key,
  "value" text not null
);

CREATE TABLE "notices" (
  "id" text primary key,
  "number" text,
  "issued" text,
  "anchor" text not null,
  "issuer" text,
  "signer" text,
  "urgency" text,
  "content_sha256" text not null unique,
  "text" text not null,
  "file_name" text,
  "registered_at" bigint not null,
  "replaces" text,
  "conclusion" text default '' not null,
  "issued_by" text
);

CREATE TABLE "operators" (
  "id" text primary key,
  "name" text not null unique,
  "recorded_at" bigint not null
);

CREATE TABLE "people" (
  "id" text primary key,
  "name" text not null,
  "email" text,
  "phone" text,
  "zalo_user_id" text
);

CREATE TABLE "policy_overrides" (
  "directive_id" text not null,
  "policy_id" text not null,
  "policy_name" text not null,
  "policy_version" text not null,
  "unproved" text not null,
  "reason" text not null,
  "by" text not null,
  "at" bigint not null,
  constraint "policy_overrides_key" primary key ("directive_id", "policy_version", "at")
);

CREATE TABLE "posts" (
  "agency_id" text not null references "agencies" ("id"),
  "person_id" text not null references "people" ("id"),
  "function" text not null,
  "title" text,
  "acting" integer not null,
  "valid_from" text not null,
  "valid_to" text,
  constraint "posts_key" primary key ("agency_id", "person_id", "function", "valid_from")
);

CREATE TABLE "replies" (
  "id" text primary key,
  "directive_id" text not null references "directives" ("id"),
  "message_row" text not null references "messages" ("id"),
  "from_address" text not null,
  "subject" text not null,
  "text" text not null,
  "files" text not null,
  "recorded_at" bigint not null,
  "state" text not null,
  "decided_by" text,
  "decided_reason" text,
  "decided_at" bigint
);

CREATE INDEX "replies_state" on "replies" ("state");

CREATE TABLE "sent_texts" (
  "id" text primary key,
  "subject" text,
  "text" text not null,
  "recorded_at" bigint not null
);

CREATE TABLE "series" (
  "id" text primary key,
  "notice_id" text not null references "notices" ("id"),
  "local_id" text not null,
  "rules" text not null,
  "deadlines" text not null,
  "taken" text not null,
  "issued" text not null,
  "template" text not null,
  "workflow_id" text not null,
  "issue_state" text not null,
  "ended_at" bigint,
  "ended_why" text,
  "ended_by" text,
  "ended_reason" text
);

CREATE INDEX "series_notice" on "series" ("notice_id");

CREATE TABLE "series_acts" (
  "series_id" text not null references "series" ("id"),
  "seq" integer not null,
  "at" bigint not null,
  "act_id" text not null,
  "act" text not null,
  "left_out" text not null,
  "recorded_at" bigint not null,
  constraint "series_acts_key" primary key ("series_id", "seq"),
  constraint "series_acts_act_id" unique ("series_id", "act_id")
);

CREATE TABLE "staff_accounts" (
  "id" text primary key,
  "login" text not null unique,
  "name" text not null,
  "role" text not null,
  "password" text,
  "chosen_at" bigint,
  "recorded_at" bigint not null,
  "signed_in_at" bigint,
  "closed_at" bigint
);

CREATE TABLE "staff_passkeys" (
  "id" text primary key,
  "account_id" text not null,
  "name" text not null,
  "public_key" text not null,
  "counter" bigint not null,
  "recorded_at" bigint not null,
  "used_at" bigint
);

CREATE INDEX "staff_passkeys_account" on "staff_passkeys" ("account_id");

CREATE TABLE "staff_sessions" (
  "id" text primary key,
  "name" text not null,
  "role" text not null,
  "recorded_at" bigint not null,
  "expires_at" bigint not null,
  "ended_at" bigint,
  "person_id" text,
  "account_id" text,
  "means" text default 'link' not null,
  "device" text default '' not null,
  "verified_at" bigint default 0 not null
);

CREATE INDEX "staff_sessions_account" on "staff_sessions" ("account_id", "recorded_at");

CREATE INDEX "staff_sessions_person" on "staff_sessions" ("person_id", "recorded_at");

CREATE TABLE "staff_tickets" (
  "id" text primary key,
  "name" text not null,
  "role" text not null,
  "recorded_at" bigint not null,
  "expires_at" bigint not null,
  "used_at" bigint,
  "person_id" text,
  "account_id" text
);

CREATE INDEX "staff_tickets_person" on "staff_tickets" ("person_id", "recorded_at");

CREATE TABLE "successions" (
  "id" text primary key,
  "drafts" text not null,
  "recorded_at" bigint not null
);

CREATE TABLE "verdicts" (
  "key" text primary key,
  "unproved" text not null,
  "recorded_at" bigint not null
);
