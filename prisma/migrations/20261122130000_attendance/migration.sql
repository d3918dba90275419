-- Conferences, visits and courses: who signs up, for which places, and what happens there.

CREATE TYPE "SignUpBy" AS ENUM ('nation', 'person');
CREATE TYPE "AttendanceState" AS ENUM ('signed_up', 'waiting', 'cancelled');

CREATE TABLE "SignUp" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "by" "SignUpBy" NOT NULL DEFAULT 'nation',
    "nationPlaces" INTEGER,
    "opensAnchor" "Anchor",
    "opensAt" TIMESTAMPTZ(3),
    "opensDay" INTEGER,
    "opensMinute" INTEGER,
    "opensOffset" INTEGER,
    "opensTimeZone" VARCHAR(64),
    "closesAnchor" "Anchor",
    "closesAt" TIMESTAMPTZ(3),
    "closesDay" INTEGER,
    "closesMinute" INTEGER,
    "closesOffset" INTEGER,
    "closesTimeZone" VARCHAR(64),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ActivityPlaces" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "presence" "Presence",
    "partnerId" UUID,
    "size" INTEGER,
    "own" BOOLEAN NOT NULL DEFAULT false,
    "used" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ActivityPlaces_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "participationId" UUID,
    "personId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "givenName" VARCHAR(120) NOT NULL,
    "familyName" VARCHAR(120) NOT NULL,
    "nativeName" VARCHAR(120) NOT NULL DEFAULT '',
    "presence" "Presence" NOT NULL,
    "state" "AttendanceState" NOT NULL DEFAULT 'waiting',
    "stateAt" TIMESTAMPTZ(3) NOT NULL,
    "stateReason" VARCHAR(500),
    "signedUpAt" TIMESTAMPTZ(3) NOT NULL,
    "lateReason" VARCHAR(500),
    "attendedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SignUpLink" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignUpLink_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Leg" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "fromPlace" VARCHAR(200) NOT NULL DEFAULT '',
    "toPlace" VARCHAR(200) NOT NULL,
    "startAnchor" "Anchor" NOT NULL,
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),
    "durationSeconds" INTEGER,
    "hosts" VARCHAR(500) NOT NULL DEFAULT '',
    "transport" VARCHAR(200) NOT NULL DEFAULT '',
    "note" VARCHAR(1000) NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Leg_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "speaker" VARCHAR(200) NOT NULL DEFAULT '',
    "place" VARCHAR(200) NOT NULL DEFAULT '',
    "link" VARCHAR(500) NOT NULL DEFAULT '',
    "startAnchor" "Anchor" NOT NULL,
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),
    "durationSeconds" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "SignUp_exerciseId_id_key" ON "SignUp"("exerciseId", "id");
CREATE UNIQUE INDEX "activity_places_taken" ON "ActivityPlaces"("activityId", "presence", "partnerId") NULLS NOT DISTINCT;
CREATE INDEX "ActivityPlaces_exerciseId_activityId_idx" ON "ActivityPlaces"("exerciseId", "activityId");
CREATE INDEX "ActivityPlaces_programmeId_partnerId_idx" ON "ActivityPlaces"("programmeId", "partnerId");
CREATE UNIQUE INDEX "attendance_email_taken" ON "Attendance"("activityId", "partnerId", "email");
CREATE INDEX "Attendance_exerciseId_activityId_state_idx" ON "Attendance"("exerciseId", "activityId", "state");
CREATE INDEX "Attendance_exerciseId_participationId_idx" ON "Attendance"("exerciseId", "participationId");
CREATE INDEX "Attendance_programmeId_partnerId_idx" ON "Attendance"("programmeId", "partnerId");
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");
CREATE UNIQUE INDEX "SignUpLink_tokenHash_key" ON "SignUpLink"("tokenHash");
CREATE INDEX "SignUpLink_exerciseId_activityId_idx" ON "SignUpLink"("exerciseId", "activityId");
CREATE INDEX "SignUpLink_programmeId_partnerId_idx" ON "SignUpLink"("programmeId", "partnerId");
CREATE INDEX "SignUpLink_createdById_idx" ON "SignUpLink"("createdById");
CREATE UNIQUE INDEX "Leg_exerciseId_id_key" ON "Leg"("exerciseId", "id");
CREATE INDEX "Leg_exerciseId_activityId_idx" ON "Leg"("exerciseId", "activityId");
CREATE UNIQUE INDEX "AgendaItem_exerciseId_id_key" ON "AgendaItem"("exerciseId", "id");
CREATE INDEX "AgendaItem_exerciseId_activityId_idx" ON "AgendaItem"("exerciseId", "activityId");

ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Leg" ADD CONSTRAINT "Leg_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_exerciseId_id_fkey" FOREIGN KEY ("exerciseId", "id") REFERENCES "Activity"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ActivityPlaces" ADD CONSTRAINT "ActivityPlaces_programmeId_exerciseId_fkey" FOREIGN KEY ("programmeId", "exerciseId") REFERENCES "Exercise"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_programmeId_exerciseId_fkey" FOREIGN KEY ("programmeId", "exerciseId") REFERENCES "Exercise"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SignUpLink" ADD CONSTRAINT "SignUpLink_programmeId_exerciseId_fkey" FOREIGN KEY ("programmeId", "exerciseId") REFERENCES "Exercise"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ActivityPlaces" ADD CONSTRAINT "ActivityPlaces_exerciseId_activityId_fkey" FOREIGN KEY ("exerciseId", "activityId") REFERENCES "Activity"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_exerciseId_activityId_fkey" FOREIGN KEY ("exerciseId", "activityId") REFERENCES "Activity"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SignUpLink" ADD CONSTRAINT "SignUpLink_exerciseId_activityId_fkey" FOREIGN KEY ("exerciseId", "activityId") REFERENCES "Activity"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Leg" ADD CONSTRAINT "Leg_exerciseId_activityId_fkey" FOREIGN KEY ("exerciseId", "activityId") REFERENCES "Activity"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_exerciseId_activityId_fkey" FOREIGN KEY ("exerciseId", "activityId") REFERENCES "Activity"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ActivityPlaces" ADD CONSTRAINT "ActivityPlaces_programmeId_partnerId_fkey" FOREIGN KEY ("programmeId", "partnerId") REFERENCES "Partner"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_programmeId_partnerId_fkey" FOREIGN KEY ("programmeId", "partnerId") REFERENCES "Partner"("programmeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SignUpLink" ADD CONSTRAINT "SignUpLink_programmeId_partnerId_fkey" FOREIGN KEY ("programmeId", "partnerId") REFERENCES "Partner"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE SET NULL ("participationId") ON UPDATE CASCADE;
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SignUpLink" ADD CONSTRAINT "SignUpLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "SignUp" ADD CONSTRAINT "sign_up_opens_moment" CHECK (
  CASE "opensAnchor"
    WHEN 'fixed' THEN "opensAt" IS NOT NULL AND "opensTimeZone" IS NOT NULL AND num_nonnulls("opensDay", "opensMinute", "opensOffset") = 0
    WHEN 'dday' THEN "opensDay" IS NOT NULL AND "opensTimeZone" IS NOT NULL AND num_nonnulls("opensAt", "opensOffset") = 0
      AND coalesce("opensMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "opensOffset" IS NOT NULL AND num_nonnulls("opensAt", "opensDay", "opensMinute", "opensTimeZone") = 0
    ELSE num_nonnulls("opensAt", "opensDay", "opensMinute", "opensOffset", "opensTimeZone") = 0
  END);

ALTER TABLE "SignUp" ADD CONSTRAINT "sign_up_closes_moment" CHECK (
  CASE "closesAnchor"
    WHEN 'fixed' THEN "closesAt" IS NOT NULL AND "closesTimeZone" IS NOT NULL AND num_nonnulls("closesDay", "closesMinute", "closesOffset") = 0
    WHEN 'dday' THEN "closesDay" IS NOT NULL AND "closesTimeZone" IS NOT NULL AND num_nonnulls("closesAt", "closesOffset") = 0
      AND coalesce("closesMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "closesOffset" IS NOT NULL AND num_nonnulls("closesAt", "closesDay", "closesMinute", "closesTimeZone") = 0
    ELSE num_nonnulls("closesAt", "closesDay", "closesMinute", "closesOffset", "closesTimeZone") = 0
  END);

-- What is on a programme or an itinerary has a time of day.
ALTER TABLE "Leg" ADD CONSTRAINT "leg_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, false)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
  END);

ALTER TABLE "AgendaItem" ADD CONSTRAINT "agenda_item_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, false)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
  END);

ALTER TABLE "Leg" ADD CONSTRAINT "leg_length" CHECK (coalesce("durationSeconds" BETWEEN 1 AND 31622400, true));
ALTER TABLE "Leg" ADD CONSTRAINT "leg_place_given" CHECK (btrim("toPlace") <> '');
ALTER TABLE "AgendaItem" ADD CONSTRAINT "agenda_item_length" CHECK (coalesce("durationSeconds" BETWEEN 1 AND 31622400, true));
ALTER TABLE "AgendaItem" ADD CONSTRAINT "agenda_item_title_given" CHECK (btrim("title") <> '');
ALTER TABLE "SignUp" ADD CONSTRAINT "sign_up_nation_places" CHECK (coalesce("nationPlaces" BETWEEN 0 AND 10000, true));

-- The last guard, whoever writes: nobody has a place that is not there.
ALTER TABLE "ActivityPlaces" ADD CONSTRAINT "activity_places_used_within_size" CHECK (
  "used" >= 0 AND coalesce("size" BETWEEN 0 AND 100000 AND "used" <= "size", true));
ALTER TABLE "ActivityPlaces" ADD CONSTRAINT "activity_places_one_scope" CHECK (
  num_nonnulls("presence", "partnerId") = 1 AND NOT ("own" AND "presence" IS NOT NULL));
ALTER TABLE "Attendance" ADD CONSTRAINT "attendance_attended_has_place" CHECK ("attendedAt" IS NULL OR "state" = 'signed_up');
ALTER TABLE "Attendance" ADD CONSTRAINT "attendance_email_form" CHECK ("email"::text ~ '^[^@[:space:]]+@[^@[:space:]]+$');
ALTER TABLE "SignUpLink" ADD CONSTRAINT "sign_up_link_lifetime" CHECK ("expiresAt" > "createdAt");

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "SignUp" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Attendance" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "SignUpLink" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Leg" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "AgendaItem" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR DELETE OR UPDATE OF "size", "own" ON "ActivityPlaces" FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TRIGGER "raise_version" BEFORE UPDATE ON "SignUp" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Attendance" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Leg" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "AgendaItem" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE OF "size", "own" ON "ActivityPlaces" FOR EACH ROW EXECUTE FUNCTION raise_version();
