-- What must hold whoever writes: a moment is exactly one of three kinds, counters stay inside their limits,
-- a membership reaches what its role may reach.

ALTER TABLE "Phase" ADD CONSTRAINT "phase_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
  END);

ALTER TABLE "Phase" ADD CONSTRAINT "phase_end_moment" CHECK (
  CASE "endAnchor"
    WHEN 'fixed' THEN "endAt" IS NOT NULL AND "endTimeZone" IS NOT NULL AND num_nonnulls("endDay", "endMinute", "endOffset") = 0
    WHEN 'dday' THEN "endDay" IS NOT NULL AND "endTimeZone" IS NOT NULL AND num_nonnulls("endAt", "endOffset") = 0
      AND coalesce("endMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "endOffset" IS NOT NULL AND num_nonnulls("endAt", "endDay", "endMinute", "endTimeZone") = 0
  END);

ALTER TABLE "Activity" ADD CONSTRAINT "activity_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
  END);

ALTER TABLE "ParticipationGate" ADD CONSTRAINT "participationgate_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
  END);

-- Whole days have no wall time, and a T-time has no calendar day to be whole.
ALTER TABLE "Activity" ADD CONSTRAINT "activity_length" CHECK (
  num_nonnulls("durationSeconds", "days") <= 1
  AND coalesce("durationSeconds" BETWEEN 1 AND 316224000, true)
  AND coalesce("days" BETWEEN 1 AND 3660, true)
  AND (("startAnchor" = 'dday' AND "startMinute" IS NULL) <= ("days" IS NOT NULL))
  AND (("days" IS NOT NULL) <= ("startAnchor" = 'fixed' OR "startMinute" IS NULL))
  AND NOT ("startAnchor" = 'ttime' AND "days" IS NOT NULL));
ALTER TABLE "Activity" ADD CONSTRAINT "activity_gate_kind" CHECK ("gate" IS NULL OR "kind" = 'deadline');

ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_code_form" CHECK ("code"::text ~ '^[A-Z0-9][A-Z0-9-]{1,15}$');
ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_endex_after_startex" CHECK ("endexOffset" BETWEEN 1 AND 31622400);
ALTER TABLE "Programme" ADD CONSTRAINT "programme_code_form" CHECK ("code"::text ~ '^[A-Z0-9][A-Z0-9-]{1,15}$');
ALTER TABLE "Partner" ADD CONSTRAINT "partner_code_form" CHECK (
  CASE "kind" WHEN 'nation' THEN "code"::text ~ '^[A-Z]{3}$' ELSE "code"::text ~ '^[A-Z0-9][A-Z0-9-]{1,15}$' END);

ALTER TABLE "Quota" ADD CONSTRAINT "quota_used_within_size" CHECK ("size" BETWEEN 0 AND 100000 AND "used" BETWEEN 0 AND "size");
ALTER TABLE "Quota" ADD CONSTRAINT "quota_one_scope" CHECK (num_nonnulls("roleId", "siteId") <= 1);
ALTER TABLE "Seat" ADD CONSTRAINT "seat_used_within_most" CHECK ("least" >= 0 AND "most" BETWEEN "least" AND 10000 AND "used" BETWEEN 0 AND "most");
ALTER TABLE "Site" ADD CONSTRAINT "site_capacity" CHECK (coalesce("capacity" BETWEEN 0 AND 100000, true) AND NOT ("remote" AND "capacity" IS NOT NULL));
ALTER TABLE "TeamKind" ADD CONSTRAINT "team_kind_colour" CHECK ("colour" ~ '^#[0-9a-f]{6}$');
ALTER TABLE "Team" ADD CONSTRAINT "team_not_own_parent" CHECK ("parentId" IS DISTINCT FROM "id");
ALTER TABLE "Team" ADD CONSTRAINT "team_number_positive" CHECK (coalesce("number" BETWEEN 1 AND 9999, true));
ALTER TABLE "Role" ADD CONSTRAINT "role_framework_whole" CHECK (num_nonnulls("framework", "frameworkCode", "frameworkVersion") IN (0, 3));

ALTER TABLE "Registration" ADD CONSTRAINT "registration_state_evidence" CHECK (
  CASE "state"
    WHEN 'draft' THEN true
    WHEN 'declined' THEN "submittedAt" IS NOT NULL AND btrim(coalesce("stateReason", '')) <> ''
    WHEN 'withdrawn' THEN true
    WHEN 'confirmed' THEN "submittedAt" IS NOT NULL AND "teamId" IS NOT NULL
    WHEN 'checked_in' THEN "submittedAt" IS NOT NULL AND "teamId" IS NOT NULL
    ELSE "submittedAt" IS NOT NULL
  END);
ALTER TABLE "Registration" ADD CONSTRAINT "registration_email_form" CHECK ("email"::text ~ '^[^@[:space:]]+@[^@[:space:]]+$');
ALTER TABLE "Person" ADD CONSTRAINT "person_email_form" CHECK ("email"::text ~ '^[^@[:space:]]+@[^@[:space:]]+$');

ALTER TABLE "Membership" ADD CONSTRAINT "membership_scope" CHECK (
  num_nonnulls("programmeId", "exerciseId") <= 1
  AND ("participationId" IS NULL OR "exerciseId" IS NOT NULL)
  AND CASE "role"
    WHEN 'administrator' THEN "exerciseId" IS NULL
    WHEN 'point_of_contact' THEN "participationId" IS NOT NULL
    ELSE num_nonnulls("programmeId", "exerciseId") = 1 AND "participationId" IS NULL
  END);
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_uses" CHECK ("maxUses" BETWEEN 1 AND 1000 AND "used" BETWEEN 0 AND "maxUses");
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_lifetime" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_scope" CHECK (
  num_nonnulls("programmeId", "exerciseId") <= 1
  AND ("participationId" IS NULL OR "exerciseId" IS NOT NULL)
  AND (("role" = 'point_of_contact') = ("participationId" IS NOT NULL)));

-- A name of blanks is no name.
ALTER TABLE "Programme" ADD CONSTRAINT "programme_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Series" ADD CONSTRAINT "series_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Phase" ADD CONSTRAINT "phase_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Site" ADD CONSTRAINT "site_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "TeamKind" ADD CONSTRAINT "teamkind_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Team" ADD CONSTRAINT "team_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Role" ADD CONSTRAINT "role_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Partner" ADD CONSTRAINT "partner_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Company" ADD CONSTRAINT "company_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Activity" ADD CONSTRAINT "activity_title_given" CHECK (btrim("title") <> '');
