-- Watch rotations: rotas, their crews and shifts, who stands them, what rest an exercise asks for. Beside them what
-- planners accept of the clashes, when things really happened, and who may show the public timeline in a frame.

CREATE TABLE "Rota" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "roleId" UUID,
    "phaseId" UUID,
    "name" VARCHAR(120) NOT NULL,
    "startAnchor" "Anchor" NOT NULL,
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),
    "endAnchor" "Anchor" NOT NULL,
    "endAt" TIMESTAMPTZ(3),
    "endDay" INTEGER,
    "endMinute" INTEGER,
    "endOffset" INTEGER,
    "endTimeZone" VARCHAR(64),
    "lengthSeconds" INTEGER NOT NULL,
    "handoverSeconds" INTEGER NOT NULL DEFAULT 0,
    "crews" INTEGER NOT NULL DEFAULT 2,
    "places" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Rota_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Shift" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "rotaId" UUID,
    "teamId" UUID NOT NULL,
    "roleId" UUID,
    "crew" INTEGER,
    "title" VARCHAR(200) NOT NULL DEFAULT '',
    "startAnchor" "Anchor" NOT NULL,
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),
    "durationSeconds" INTEGER NOT NULL,
    "places" INTEGER NOT NULL DEFAULT 1,
    "note" VARCHAR(1000) NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CrewMember" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "rotaId" UUID NOT NULL,
    "crew" INTEGER NOT NULL,
    "registrationId" UUID,
    "accountId" UUID,

    CONSTRAINT "CrewMember_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Duty" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "registrationId" UUID,
    "accountId" UUID,

    CONSTRAINT "Duty_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RestRules" (
    "exerciseId" UUID NOT NULL,
    "leastRestMinutes" INTEGER NOT NULL DEFAULT 660,
    "mostDutyMinutes" INTEGER NOT NULL DEFAULT 720,
    "mostNights" INTEGER NOT NULL DEFAULT 3,
    "nightFromMinute" INTEGER NOT NULL DEFAULT 1380,
    "nightToMinute" INTEGER NOT NULL DEFAULT 360,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RestRules_pkey" PRIMARY KEY ("exerciseId")
);

CREATE TABLE "AcceptedClash" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "key" VARCHAR(300) NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AcceptedClash_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Phase" ADD COLUMN "beganAt" TIMESTAMPTZ(3), ADD COLUMN "endedAt" TIMESTAMPTZ(3);
ALTER TABLE "Activity" ADD COLUMN "beganAt" TIMESTAMPTZ(3), ADD COLUMN "endedAt" TIMESTAMPTZ(3);
ALTER TABLE "Exercise" ADD COLUMN "embedHosts" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

CREATE UNIQUE INDEX "Rota_exerciseId_id_key" ON "Rota"("exerciseId", "id");
CREATE UNIQUE INDEX "rota_name_taken" ON "Rota"("exerciseId", "name");
CREATE INDEX "Rota_exerciseId_teamId_idx" ON "Rota"("exerciseId", "teamId");
CREATE INDEX "Rota_exerciseId_roleId_idx" ON "Rota"("exerciseId", "roleId");
CREATE INDEX "Rota_exerciseId_phaseId_idx" ON "Rota"("exerciseId", "phaseId");
CREATE UNIQUE INDEX "Shift_exerciseId_id_key" ON "Shift"("exerciseId", "id");
CREATE INDEX "Shift_exerciseId_rotaId_idx" ON "Shift"("exerciseId", "rotaId");
CREATE INDEX "Shift_exerciseId_teamId_idx" ON "Shift"("exerciseId", "teamId");
CREATE INDEX "Shift_exerciseId_roleId_idx" ON "Shift"("exerciseId", "roleId");
CREATE UNIQUE INDEX "crew_member_taken" ON "CrewMember"("rotaId", "registrationId", "accountId") NULLS NOT DISTINCT;
CREATE INDEX "CrewMember_exerciseId_rotaId_idx" ON "CrewMember"("exerciseId", "rotaId");
CREATE INDEX "CrewMember_exerciseId_registrationId_idx" ON "CrewMember"("exerciseId", "registrationId");
CREATE INDEX "CrewMember_accountId_idx" ON "CrewMember"("accountId");
CREATE UNIQUE INDEX "duty_taken" ON "Duty"("shiftId", "registrationId", "accountId") NULLS NOT DISTINCT;
CREATE INDEX "Duty_exerciseId_shiftId_idx" ON "Duty"("exerciseId", "shiftId");
CREATE INDEX "Duty_exerciseId_registrationId_idx" ON "Duty"("exerciseId", "registrationId");
CREATE INDEX "Duty_accountId_idx" ON "Duty"("accountId");
CREATE UNIQUE INDEX "clash_accepted" ON "AcceptedClash"("exerciseId", "key");
CREATE INDEX "AcceptedClash_acceptedById_idx" ON "AcceptedClash"("acceptedById");

ALTER TABLE "Rota" ADD CONSTRAINT "Rota_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CrewMember" ADD CONSTRAINT "CrewMember_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RestRules" ADD CONSTRAINT "RestRules_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AcceptedClash" ADD CONSTRAINT "AcceptedClash_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Rota" ADD CONSTRAINT "Rota_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Rota" ADD CONSTRAINT "Rota_exerciseId_roleId_fkey" FOREIGN KEY ("exerciseId", "roleId") REFERENCES "Role"("exerciseId", "id") ON DELETE SET NULL ("roleId") ON UPDATE CASCADE;
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_exerciseId_roleId_fkey" FOREIGN KEY ("exerciseId", "roleId") REFERENCES "Role"("exerciseId", "id") ON DELETE SET NULL ("roleId") ON UPDATE CASCADE;
ALTER TABLE "Rota" ADD CONSTRAINT "Rota_exerciseId_phaseId_fkey" FOREIGN KEY ("exerciseId", "phaseId") REFERENCES "Phase"("exerciseId", "id") ON DELETE SET NULL ("phaseId") ON UPDATE CASCADE;
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_exerciseId_rotaId_fkey" FOREIGN KEY ("exerciseId", "rotaId") REFERENCES "Rota"("exerciseId", "id") ON DELETE SET NULL ("rotaId") ON UPDATE CASCADE;
ALTER TABLE "CrewMember" ADD CONSTRAINT "CrewMember_exerciseId_rotaId_fkey" FOREIGN KEY ("exerciseId", "rotaId") REFERENCES "Rota"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_exerciseId_shiftId_fkey" FOREIGN KEY ("exerciseId", "shiftId") REFERENCES "Shift"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CrewMember" ADD CONSTRAINT "CrewMember_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CrewMember" ADD CONSTRAINT "CrewMember_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AcceptedClash" ADD CONSTRAINT "AcceptedClash_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Rota" ADD CONSTRAINT "rota_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
  END);
ALTER TABLE "Rota" ADD CONSTRAINT "rota_end_moment" CHECK (
  CASE "endAnchor"
    WHEN 'fixed' THEN "endAt" IS NOT NULL AND "endTimeZone" IS NOT NULL AND num_nonnulls("endDay", "endMinute", "endOffset") = 0
    WHEN 'dday' THEN "endDay" IS NOT NULL AND "endTimeZone" IS NOT NULL AND num_nonnulls("endAt", "endOffset") = 0
      AND coalesce("endMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "endOffset" IS NOT NULL AND num_nonnulls("endAt", "endDay", "endMinute", "endTimeZone") = 0
  END);
ALTER TABLE "Shift" ADD CONSTRAINT "shift_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, true)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
  END);

ALTER TABLE "Rota" ADD CONSTRAINT "rota_name_given" CHECK (btrim("name") <> '');
-- A shift outlasts its hand-over twice: no third ever stands beside two.
ALTER TABLE "Rota" ADD CONSTRAINT "rota_pattern" CHECK (
  "lengthSeconds" BETWEEN 900 AND 172800 AND "handoverSeconds" >= 0 AND "handoverSeconds" * 2 <= "lengthSeconds"
  AND "crews" BETWEEN 1 AND 26 AND "places" BETWEEN 1 AND 200);
ALTER TABLE "Shift" ADD CONSTRAINT "shift_pattern" CHECK (
  "durationSeconds" BETWEEN 60 AND 604800 AND "places" BETWEEN 1 AND 200 AND coalesce("crew" BETWEEN 1 AND 26, true));
ALTER TABLE "CrewMember" ADD CONSTRAINT "crew_member_of_one" CHECK (num_nonnulls("registrationId", "accountId") = 1 AND "crew" BETWEEN 1 AND 26);
ALTER TABLE "Duty" ADD CONSTRAINT "duty_of_one" CHECK (num_nonnulls("registrationId", "accountId") = 1);
ALTER TABLE "RestRules" ADD CONSTRAINT "rest_rules_possible" CHECK (
  "leastRestMinutes" BETWEEN 0 AND 2880 AND "mostDutyMinutes" BETWEEN 60 AND 1440 AND "mostNights" BETWEEN 0 AND 30
  AND "nightFromMinute" BETWEEN 0 AND 1439 AND "nightToMinute" BETWEEN 0 AND 1439 AND "nightFromMinute" <> "nightToMinute");
ALTER TABLE "AcceptedClash" ADD CONSTRAINT "accepted_clash_reason_given" CHECK (btrim("reason") <> '');
ALTER TABLE "Phase" ADD CONSTRAINT "phase_happened_in_order" CHECK (coalesce("beganAt" <= "endedAt", "endedAt" IS NULL));
ALTER TABLE "Activity" ADD CONSTRAINT "activity_happened_in_order" CHECK (coalesce("beganAt" <= "endedAt", "endedAt" IS NULL));

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Rota" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Shift" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "CrewMember" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Duty" FOR EACH ROW EXECUTE FUNCTION record_change('shiftId,id');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "RestRules" FOR EACH ROW EXECUTE FUNCTION record_change('exerciseId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "AcceptedClash" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Rota" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Shift" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "RestRules" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
-- What a timeline shows and the scenario does not.
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Activity" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Shift" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Duty" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
