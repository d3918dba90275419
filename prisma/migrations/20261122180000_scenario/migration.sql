-- The scenario: storylines, incidents and injects, what they train, what waits for what, and the columns that an
-- exercise adds of its own.
CREATE TYPE "InjectKind" AS ENUM ('inject', 'contingency', 'expected_action', 'information', 'administrative');

CREATE TYPE "InjectState" AS ENUM ('draft', 'review', 'approved', 'synchronised');

CREATE TYPE "InjectSide" AS ENUM ('from', 'to');

CREATE TYPE "WaitCondition" AS ENUM ('released', 'acknowledged', 'succeeded', 'failed', 'completed', 'expired');

CREATE TYPE "LogicGateKind" AS ENUM ('all', 'any', 'manual');

CREATE TYPE "MselColumnKind" AS ENUM ('text', 'number', 'choice', 'choices', 'date', 'yes_no', 'person', 'team', 'url');

CREATE TYPE "MselAudience" AS ENUM ('planners', 'controllers');

CREATE TYPE "ControllerView" AS ENUM ('own', 'all');

CREATE TABLE "Scenario" (
    "exerciseId" UUID NOT NULL,
    "timeZone" VARCHAR(64) NOT NULL,
    "nightFrom" INTEGER NOT NULL DEFAULT 1320,
    "nightTo" INTEGER NOT NULL DEFAULT 360,
    "controllerLoad" INTEGER NOT NULL DEFAULT 3,
    "controllersSee" "ControllerView" NOT NULL DEFAULT 'own',
    "attackRelease" VARCHAR(40) NOT NULL DEFAULT '',
    "nextStoryline" INTEGER NOT NULL DEFAULT 1,
    "nextInject" INTEGER NOT NULL DEFAULT 1,
    "nextGate" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("exerciseId")
);

CREATE TABLE "ScenarioMark" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "offset" INTEGER NOT NULL,
    "scenarioAt" TIMESTAMPTZ(3) NOT NULL,
    "speed" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ScenarioMark_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Storyline" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "summary" VARCHAR(4000) NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "nextInject" INTEGER NOT NULL DEFAULT 1,
    "nextIncident" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Storyline_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "storylineId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "summary" VARCHAR(4000) NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DeliveryMode" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DeliveryMode_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Persona" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "affiliation" VARCHAR(200) NOT NULL DEFAULT '',
    "note" VARCHAR(2000) NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Persona_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Objective" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "parentId" UUID,
    "number" VARCHAR(20) NOT NULL,
    "title" VARCHAR(300) NOT NULL,
    "criteria" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leastInjects" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Objective_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "InjectSerial" (
    "exerciseId" UUID NOT NULL,
    "serial" CITEXT NOT NULL,
    "injectId" UUID NOT NULL,

    CONSTRAINT "inject_serial_taken" PRIMARY KEY ("exerciseId","serial")
);

CREATE TABLE "Inject" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "serial" CITEXT NOT NULL,
    "storylineId" UUID,
    "incidentId" UUID,
    "kind" "InjectKind" NOT NULL DEFAULT 'inject',
    "title" VARCHAR(300) NOT NULL DEFAULT '',
    "text" VARCHAR(20000) NOT NULL DEFAULT '',
    "deliveryModeId" UUID,
    "startAnchor" "Anchor",
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),
    "durationSeconds" INTEGER,
    "scenarioAt" TIMESTAMPTZ(3),
    "phaseId" UUID,
    "controllerId" UUID,
    "reviewerId" UUID,
    "trigger" VARCHAR(2000) NOT NULL DEFAULT '',
    "expectedAction" VARCHAR(4000) NOT NULL DEFAULT '',
    "measure" VARCHAR(2000) NOT NULL DEFAULT '',
    "scoreLeast" INTEGER,
    "scoreMost" INTEGER,
    "notes" VARCHAR(8000) NOT NULL DEFAULT '',
    "tlp" "Tlp",
    "releasableTo" VARCHAR(300) NOT NULL DEFAULT '',
    "keptToKindId" UUID,
    "techniques" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "cves" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "cwes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" "InjectState" NOT NULL DEFAULT 'draft',
    "stateReason" VARCHAR(500),
    "foreign" JSONB,
    "createdById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Inject_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "InjectParty" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "injectId" UUID NOT NULL,
    "side" "InjectSide" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "teamId" UUID,
    "roleId" UUID,
    "registrationId" UUID,
    "personaId" UUID,

    CONSTRAINT "InjectParty_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "InjectObjective" (
    "exerciseId" UUID NOT NULL,
    "injectId" UUID NOT NULL,
    "objectiveId" UUID NOT NULL,

    CONSTRAINT "InjectObjective_pkey" PRIMARY KEY ("injectId","objectiveId")
);

CREATE TABLE "MselColumn" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "kind" "MselColumnKind" NOT NULL,
    "choices" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" "MselAudience" NOT NULL DEFAULT 'controllers',
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MselColumn_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "InjectValue" (
    "exerciseId" UUID NOT NULL,
    "injectId" UUID NOT NULL,
    "columnId" UUID NOT NULL,
    "value" VARCHAR(4000),
    "teamId" UUID,
    "registrationId" UUID,

    CONSTRAINT "InjectValue_pkey" PRIMARY KEY ("injectId","columnId")
);

CREATE TABLE "LogicGate" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "LogicGateKind" NOT NULL,
    "name" VARCHAR(200) NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "LogicGate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Wait" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "injectId" UUID,
    "gateId" UUID,
    "afterInjectId" UUID,
    "afterGateId" UUID,
    "condition" "WaitCondition" NOT NULL DEFAULT 'released',
    "delaySeconds" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Wait_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "ScenarioMark_exerciseId_id_key" ON "ScenarioMark"("exerciseId", "id");

CREATE UNIQUE INDEX "scenario_mark_taken" ON "ScenarioMark"("exerciseId", "offset");

CREATE UNIQUE INDEX "Storyline_exerciseId_id_key" ON "Storyline"("exerciseId", "id");

CREATE UNIQUE INDEX "storyline_number_taken" ON "Storyline"("exerciseId", "number");

CREATE UNIQUE INDEX "storyline_name_taken" ON "Storyline"("exerciseId", "name");

CREATE UNIQUE INDEX "Incident_exerciseId_id_key" ON "Incident"("exerciseId", "id");

CREATE UNIQUE INDEX "Incident_exerciseId_storylineId_id_key" ON "Incident"("exerciseId", "storylineId", "id");

CREATE UNIQUE INDEX "incident_number_taken" ON "Incident"("exerciseId", "storylineId", "number");

CREATE UNIQUE INDEX "incident_name_taken" ON "Incident"("exerciseId", "storylineId", "name");

CREATE UNIQUE INDEX "DeliveryMode_exerciseId_id_key" ON "DeliveryMode"("exerciseId", "id");

CREATE UNIQUE INDEX "delivery_mode_name_taken" ON "DeliveryMode"("exerciseId", "name");

CREATE UNIQUE INDEX "Persona_exerciseId_id_key" ON "Persona"("exerciseId", "id");

CREATE UNIQUE INDEX "persona_name_taken" ON "Persona"("exerciseId", "name");

CREATE INDEX "Objective_exerciseId_parentId_idx" ON "Objective"("exerciseId", "parentId");

CREATE UNIQUE INDEX "Objective_exerciseId_id_key" ON "Objective"("exerciseId", "id");

CREATE UNIQUE INDEX "objective_number_taken" ON "Objective"("exerciseId", "number");

CREATE INDEX "Inject_exerciseId_storylineId_incidentId_idx" ON "Inject"("exerciseId", "storylineId", "incidentId");

CREATE INDEX "Inject_exerciseId_deliveryModeId_idx" ON "Inject"("exerciseId", "deliveryModeId");

CREATE INDEX "Inject_exerciseId_phaseId_idx" ON "Inject"("exerciseId", "phaseId");

CREATE INDEX "Inject_exerciseId_keptToKindId_idx" ON "Inject"("exerciseId", "keptToKindId");

CREATE INDEX "Inject_controllerId_idx" ON "Inject"("controllerId");

CREATE INDEX "Inject_reviewerId_idx" ON "Inject"("reviewerId");

CREATE INDEX "Inject_createdById_idx" ON "Inject"("createdById");

CREATE UNIQUE INDEX "Inject_exerciseId_id_key" ON "Inject"("exerciseId", "id");

CREATE UNIQUE INDEX "inject_serial_used" ON "Inject"("exerciseId", "serial");

CREATE INDEX "InjectParty_exerciseId_injectId_idx" ON "InjectParty"("exerciseId", "injectId");

CREATE INDEX "InjectParty_exerciseId_teamId_idx" ON "InjectParty"("exerciseId", "teamId");

CREATE INDEX "InjectParty_exerciseId_roleId_idx" ON "InjectParty"("exerciseId", "roleId");

CREATE INDEX "InjectParty_exerciseId_registrationId_idx" ON "InjectParty"("exerciseId", "registrationId");

CREATE INDEX "InjectParty_exerciseId_personaId_idx" ON "InjectParty"("exerciseId", "personaId");

CREATE UNIQUE INDEX "inject_party_taken" ON "InjectParty"("injectId", "side", "teamId", "roleId", "registrationId", "personaId") NULLS NOT DISTINCT;

CREATE INDEX "InjectObjective_exerciseId_injectId_idx" ON "InjectObjective"("exerciseId", "injectId");

CREATE INDEX "InjectObjective_exerciseId_objectiveId_idx" ON "InjectObjective"("exerciseId", "objectiveId");

CREATE UNIQUE INDEX "MselColumn_exerciseId_id_key" ON "MselColumn"("exerciseId", "id");

CREATE UNIQUE INDEX "msel_column_name_taken" ON "MselColumn"("exerciseId", "name");

CREATE INDEX "InjectValue_exerciseId_injectId_idx" ON "InjectValue"("exerciseId", "injectId");

CREATE INDEX "InjectValue_exerciseId_columnId_idx" ON "InjectValue"("exerciseId", "columnId");

CREATE INDEX "InjectValue_exerciseId_teamId_idx" ON "InjectValue"("exerciseId", "teamId");

CREATE INDEX "InjectValue_exerciseId_registrationId_idx" ON "InjectValue"("exerciseId", "registrationId");

CREATE UNIQUE INDEX "LogicGate_exerciseId_id_key" ON "LogicGate"("exerciseId", "id");

CREATE UNIQUE INDEX "logic_gate_number_taken" ON "LogicGate"("exerciseId", "number");

CREATE INDEX "Wait_exerciseId_injectId_idx" ON "Wait"("exerciseId", "injectId");

CREATE INDEX "Wait_exerciseId_gateId_idx" ON "Wait"("exerciseId", "gateId");

CREATE INDEX "Wait_exerciseId_afterInjectId_idx" ON "Wait"("exerciseId", "afterInjectId");

CREATE INDEX "Wait_exerciseId_afterGateId_idx" ON "Wait"("exerciseId", "afterGateId");

CREATE UNIQUE INDEX "Wait_exerciseId_id_key" ON "Wait"("exerciseId", "id");

CREATE UNIQUE INDEX "wait_taken" ON "Wait"("injectId", "gateId", "afterInjectId", "afterGateId", "condition") NULLS NOT DISTINCT;

ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ScenarioMark" ADD CONSTRAINT "ScenarioMark_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Storyline" ADD CONSTRAINT "Storyline_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Incident" ADD CONSTRAINT "Incident_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Incident" ADD CONSTRAINT "Incident_exerciseId_storylineId_fkey" FOREIGN KEY ("exerciseId", "storylineId") REFERENCES "Storyline"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DeliveryMode" ADD CONSTRAINT "DeliveryMode_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Persona" ADD CONSTRAINT "Persona_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Objective" ADD CONSTRAINT "Objective_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Objective" ADD CONSTRAINT "Objective_exerciseId_parentId_fkey" FOREIGN KEY ("exerciseId", "parentId") REFERENCES "Objective"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "InjectSerial" ADD CONSTRAINT "InjectSerial_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_exerciseId_storylineId_fkey" FOREIGN KEY ("exerciseId", "storylineId") REFERENCES "Storyline"("exerciseId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_exerciseId_storylineId_incidentId_fkey" FOREIGN KEY ("exerciseId", "storylineId", "incidentId") REFERENCES "Incident"("exerciseId", "storylineId", "id") ON DELETE SET NULL ("incidentId") ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_exerciseId_deliveryModeId_fkey" FOREIGN KEY ("exerciseId", "deliveryModeId") REFERENCES "DeliveryMode"("exerciseId", "id") ON DELETE SET NULL ("deliveryModeId") ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_exerciseId_phaseId_fkey" FOREIGN KEY ("exerciseId", "phaseId") REFERENCES "Phase"("exerciseId", "id") ON DELETE SET NULL ("phaseId") ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_controllerId_fkey" FOREIGN KEY ("controllerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_exerciseId_keptToKindId_fkey" FOREIGN KEY ("exerciseId", "keptToKindId") REFERENCES "TeamKind"("exerciseId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "Inject_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "InjectParty" ADD CONSTRAINT "InjectParty_exerciseId_injectId_fkey" FOREIGN KEY ("exerciseId", "injectId") REFERENCES "Inject"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectParty" ADD CONSTRAINT "InjectParty_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectParty" ADD CONSTRAINT "InjectParty_exerciseId_roleId_fkey" FOREIGN KEY ("exerciseId", "roleId") REFERENCES "Role"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectParty" ADD CONSTRAINT "InjectParty_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectParty" ADD CONSTRAINT "InjectParty_exerciseId_personaId_fkey" FOREIGN KEY ("exerciseId", "personaId") REFERENCES "Persona"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectObjective" ADD CONSTRAINT "InjectObjective_exerciseId_injectId_fkey" FOREIGN KEY ("exerciseId", "injectId") REFERENCES "Inject"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectObjective" ADD CONSTRAINT "InjectObjective_exerciseId_objectiveId_fkey" FOREIGN KEY ("exerciseId", "objectiveId") REFERENCES "Objective"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MselColumn" ADD CONSTRAINT "MselColumn_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectValue" ADD CONSTRAINT "InjectValue_exerciseId_injectId_fkey" FOREIGN KEY ("exerciseId", "injectId") REFERENCES "Inject"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectValue" ADD CONSTRAINT "InjectValue_exerciseId_columnId_fkey" FOREIGN KEY ("exerciseId", "columnId") REFERENCES "MselColumn"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectValue" ADD CONSTRAINT "InjectValue_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "InjectValue" ADD CONSTRAINT "InjectValue_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "LogicGate" ADD CONSTRAINT "LogicGate_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Wait" ADD CONSTRAINT "Wait_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Wait" ADD CONSTRAINT "Wait_exerciseId_injectId_fkey" FOREIGN KEY ("exerciseId", "injectId") REFERENCES "Inject"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Wait" ADD CONSTRAINT "Wait_exerciseId_gateId_fkey" FOREIGN KEY ("exerciseId", "gateId") REFERENCES "LogicGate"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Wait" ADD CONSTRAINT "Wait_exerciseId_afterInjectId_fkey" FOREIGN KEY ("exerciseId", "afterInjectId") REFERENCES "Inject"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Wait" ADD CONSTRAINT "Wait_exerciseId_afterGateId_fkey" FOREIGN KEY ("exerciseId", "afterGateId") REFERENCES "LogicGate"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Inject" ADD CONSTRAINT "inject_start_moment" CHECK (
  CASE "startAnchor"
    WHEN 'fixed' THEN "startAt" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startDay", "startMinute", "startOffset") = 0
    WHEN 'dday' THEN "startDay" IS NOT NULL AND "startTimeZone" IS NOT NULL AND num_nonnulls("startAt", "startOffset") = 0
      AND coalesce("startMinute" BETWEEN 0 AND 1439, false)
    WHEN 'ttime' THEN "startOffset" IS NOT NULL AND num_nonnulls("startAt", "startDay", "startMinute", "startTimeZone") = 0
    ELSE num_nonnulls("startAt", "startDay", "startMinute", "startOffset", "startTimeZone") = 0
  END);
ALTER TABLE "Inject" ADD CONSTRAINT "inject_length" CHECK (coalesce("durationSeconds" BETWEEN 0 AND 31622400, true));
ALTER TABLE "Inject" ADD CONSTRAINT "inject_score_range" CHECK (
  coalesce("scoreLeast" BETWEEN -100000 AND 100000, true) AND coalesce("scoreMost" BETWEEN -100000 AND 100000, true)
  AND coalesce("scoreLeast" <= "scoreMost", true));
ALTER TABLE "Inject" ADD CONSTRAINT "inject_incident_of_storyline" CHECK ("incidentId" IS NULL OR "storylineId" IS NOT NULL);
ALTER TABLE "Inject" ADD CONSTRAINT "inject_serial_given" CHECK ("serial"::text ~ '^[^[:space:],][^,]*$' AND length("serial"::text) <= 40);
ALTER TABLE "Inject" ADD CONSTRAINT "inject_techniques_form" CHECK (array_to_string("techniques", ' ') ~ '^(T[0-9]{4}([.][0-9]{3})?( |$))*$');
ALTER TABLE "InjectParty" ADD CONSTRAINT "inject_party_one" CHECK (num_nonnulls("teamId", "roleId", "registrationId", "personaId") = 1);
ALTER TABLE "InjectValue" ADD CONSTRAINT "inject_value_one" CHECK (num_nonnulls("value", "teamId", "registrationId") = 1);
ALTER TABLE "Wait" ADD CONSTRAINT "wait_of_one" CHECK (num_nonnulls("injectId", "gateId") = 1);
ALTER TABLE "Wait" ADD CONSTRAINT "wait_after_one" CHECK (num_nonnulls("afterInjectId", "afterGateId") = 1);
ALTER TABLE "Wait" ADD CONSTRAINT "wait_not_own" CHECK (
  coalesce("injectId" <> "afterInjectId", true) AND coalesce("gateId" <> "afterGateId", true));
ALTER TABLE "Wait" ADD CONSTRAINT "wait_delay" CHECK ("delaySeconds" BETWEEN 0 AND 31622400);
ALTER TABLE "Scenario" ADD CONSTRAINT "scenario_night" CHECK ("nightFrom" BETWEEN 0 AND 1439 AND "nightTo" BETWEEN 0 AND 1439);
ALTER TABLE "Scenario" ADD CONSTRAINT "scenario_controller_load" CHECK ("controllerLoad" BETWEEN 1 AND 1000);
ALTER TABLE "ScenarioMark" ADD CONSTRAINT "scenario_mark_speed" CHECK ("speed" BETWEEN 0 AND 100000);
ALTER TABLE "Objective" ADD CONSTRAINT "objective_not_own_parent" CHECK ("parentId" IS DISTINCT FROM "id");
ALTER TABLE "Objective" ADD CONSTRAINT "objective_least_injects" CHECK ("leastInjects" BETWEEN 0 AND 10000);
ALTER TABLE "Objective" ADD CONSTRAINT "objective_title_given" CHECK (btrim("title") <> '' AND btrim("number") <> '');
ALTER TABLE "Storyline" ADD CONSTRAINT "storyline_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Incident" ADD CONSTRAINT "incident_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "DeliveryMode" ADD CONSTRAINT "delivery_mode_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Persona" ADD CONSTRAINT "persona_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "MselColumn" ADD CONSTRAINT "msel_column_name_given" CHECK (btrim("name") <> '');

-- A serial is given once: whoever writes, and also after its inject is gone. An inject that is put back keeps its own.
CREATE FUNCTION keep_serial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'the serial of an inject stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'inject_serial_stays';
  END IF;
  INSERT INTO "InjectSerial" ("exerciseId", "serial", "injectId") VALUES (NEW."exerciseId", NEW."serial", NEW."id")
    ON CONFLICT DO NOTHING;
  IF NOT EXISTS (SELECT FROM "InjectSerial" s
                  WHERE s."exerciseId" = NEW."exerciseId" AND s."serial" = NEW."serial" AND s."injectId" = NEW."id") THEN
    RAISE EXCEPTION 'duplicate key value violates unique constraint "inject_serial_taken"'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'inject_serial_taken';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "keep_serial" BEFORE INSERT ON "Inject" FOR EACH ROW EXECUTE FUNCTION keep_serial();
CREATE TRIGGER "keep_serial_update" BEFORE UPDATE OF "serial" ON "Inject" FOR EACH ROW WHEN (OLD."serial"::text <> NEW."serial"::text) EXECUTE FUNCTION keep_serial();

-- Whoever looks at the scenario is told that it changed, once a transaction, and reads what in the history.
CREATE FUNCTION tell_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('scenario', coalesce(NEW."exerciseId", OLD."exerciseId")::text);
  RETURN NULL;
END $$;

CREATE TRIGGER "record_change" AFTER INSERT OR DELETE OR UPDATE OF "timeZone", "nightFrom", "nightTo", "controllerLoad", "controllersSee", "attackRelease" ON "Scenario" FOR EACH ROW EXECUTE FUNCTION record_change('exerciseId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "ScenarioMark" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR DELETE OR UPDATE OF "number", "name", "summary", "position" ON "Storyline" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Incident" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "DeliveryMode" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Persona" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Objective" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Inject" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "InjectParty" FOR EACH ROW EXECUTE FUNCTION record_change('injectId,id');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "InjectObjective" FOR EACH ROW EXECUTE FUNCTION record_change('injectId,objectiveId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "MselColumn" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "InjectValue" FOR EACH ROW EXECUTE FUNCTION record_change('injectId,columnId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "LogicGate" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Wait" FOR EACH ROW EXECUTE FUNCTION record_change('injectId,gateId,id');

CREATE TRIGGER "tell_scenario" AFTER INSERT OR DELETE OR UPDATE OF "timeZone", "nightFrom", "nightTo", "controllerLoad", "controllersSee", "attackRelease" ON "Scenario" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "ScenarioMark" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR DELETE OR UPDATE OF "number", "name", "summary", "position" ON "Storyline" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Incident" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "DeliveryMode" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Persona" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Objective" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Inject" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "InjectParty" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "InjectObjective" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "MselColumn" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "InjectValue" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "LogicGate" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Wait" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();

CREATE TRIGGER "raise_version" BEFORE UPDATE OF "timeZone", "nightFrom", "nightTo", "controllerLoad", "controllersSee", "attackRelease" ON "Scenario" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "ScenarioMark" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE OF "number", "name", "summary", "position" ON "Storyline" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Incident" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "DeliveryMode" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Persona" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Objective" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Inject" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "MselColumn" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "LogicGate" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Wait" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
