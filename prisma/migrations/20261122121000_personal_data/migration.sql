-- CreateEnum
CREATE TYPE "ErasureRule" AS ENUM ('needs', 'identities', 'letters');

-- AlterTable
ALTER TABLE "Exercise" ADD COLUMN "retentionDays" INTEGER NOT NULL DEFAULT 365;
ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_retention" CHECK ("retentionDays" BETWEEN 30 AND 3650);
ALTER TABLE "Person" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "Registration" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "Mail" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL,
    "exerciseId" UUID,
    "rule" "ErasureRule" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "rows" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeletionRequest" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(1000) NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "granted" BOOLEAN,
    "answer" VARCHAR(500) NOT NULL DEFAULT '',

    CONSTRAINT "DeletionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "erasure_run_taken" ON "Erasure"("exerciseId", "rule", "startedAt") NULLS NOT DISTINCT;
CREATE INDEX "DeletionRequest_exerciseId_registrationId_idx" ON "DeletionRequest"("exerciseId", "registrationId");
CREATE INDEX "DeletionRequest_decidedById_idx" ON "DeletionRequest"("decidedById");
-- Somebody asks once, until it is decided.
CREATE UNIQUE INDEX "deletion_request_taken" ON "DeletionRequest"("registrationId") WHERE "decidedAt" IS NULL;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeletionRequest" ADD CONSTRAINT "DeletionRequest_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeletionRequest" ADD CONSTRAINT "DeletionRequest_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DeletionRequest" ADD CONSTRAINT "DeletionRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "DeletionRequest" ADD CONSTRAINT "deletion_decided_whole" CHECK (
  num_nonnulls("decidedAt", "granted") IN (0, 2) AND coalesce("granted" OR btrim("answer") <> '', true));

-- While something is erased the history notes that it was, and not what it was: it would be the next copy to erase.
CREATE OR REPLACE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change text := current_setting('startex.change', true);
  erasing boolean := coalesce(current_setting('startex.erasing', true), '') = 'on';
  before jsonb;
  after jsonb;
  row_key text;
BEGIN
  IF change = 'off' THEN RETURN NULL; END IF;
  IF coalesce(change, '') = '' THEN
    RAISE EXCEPTION 'a write to % outside an action', TG_TABLE_NAME
      USING HINT = 'set startex.change to the id of a Change, or to off for rows without history';
  END IF;
  IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD) - 'tokenHash'; END IF;
  IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW) - 'tokenHash'; END IF;
  SELECT string_agg(coalesce(after, before) ->> part.key, '/' ORDER BY part.n) INTO row_key
    FROM unnest(string_to_array(coalesce(TG_ARGV[0], 'id'), ',')) WITH ORDINALITY AS part(key, n);
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO "ChangeField" ("changeId", "table", "row", "field", "from", "to", "version")
    SELECT change::uuid, TG_TABLE_NAME, row_key, key, nullif(b.value, 'null'), nullif(a.value, 'null'), (after ->> 'version')::int
      FROM jsonb_each(after) a JOIN jsonb_each(before) b USING (key)
     WHERE a.value IS DISTINCT FROM b.value AND key NOT IN ('version', 'used')
       AND (NOT erasing OR key = 'erasedAt');
  ELSE
    IF erasing AND before IS NOT NULL THEN before := '{"erased": true}'; END IF;
    INSERT INTO "ChangeField" ("changeId", "table", "row", "field", "from", "to", "version")
    VALUES (change::uuid, TG_TABLE_NAME, row_key, '*', before, after, (after ->> 'version')::int);
  END IF;
  RETURN NULL;
END $$;

-- A pseudonym stays one: whoever has an old form open, or acts on many at once, is refused.
CREATE FUNCTION keep_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('startex.erasing', true), '') = 'on' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'new row violates check constraint "registration_erased"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'registration_erased', TABLE = TG_TABLE_NAME;
END $$;

CREATE FUNCTION keep_part_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone timestamptz;
BEGIN
  -- Waits for an erasure under way, and for nobody else: an edit does not lock the key.
  SELECT r."erasedAt" INTO gone FROM "Registration" r WHERE r."id" = NEW."registrationId" FOR KEY SHARE;
  IF gone IS NOT NULL THEN
    RAISE EXCEPTION 'new row violates check constraint "registration_erased"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'registration_erased', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "keep_erased" BEFORE UPDATE ON "Registration" FOR EACH ROW WHEN (OLD."erasedAt" IS NOT NULL) EXECUTE FUNCTION keep_erased();
CREATE TRIGGER "keep_erased" BEFORE INSERT OR UPDATE ON "Answer" FOR EACH ROW EXECUTE FUNCTION keep_part_erased();
CREATE TRIGGER "keep_erased" BEFORE INSERT OR UPDATE ON "RegistrationNeeds" FOR EACH ROW EXECUTE FUNCTION keep_part_erased();
CREATE TRIGGER "keep_erased" BEFORE INSERT ON "RegistrationLink" FOR EACH ROW EXECUTE FUNCTION keep_part_erased();
CREATE TRIGGER "keep_erased" BEFORE INSERT ON "DeletionRequest" FOR EACH ROW EXECUTE FUNCTION keep_part_erased();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "DeletionRequest" FOR EACH ROW EXECUTE FUNCTION record_change();

-- A value of the history with what is personal taken out: a column's value as a whole, of a row's image its personal columns.
CREATE FUNCTION masked_value(value jsonb, field text, personal text[], of_table text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN value IS NULL OR value = 'null'::jsonb THEN NULL
    WHEN field <> '*' AND of_table = 'DeletionRequest' AND field NOT IN ('note', 'answer') THEN value
    WHEN field <> '*' OR of_table IN ('Answer', 'RegistrationNeeds') THEN '{"erased": true}'::jsonb
    WHEN of_table = 'DeletionRequest' THEN (value - 'note' - 'answer') || '{"erased": true}'
    ELSE (value - personal) || '{"erased": true}'
  END
$$;
