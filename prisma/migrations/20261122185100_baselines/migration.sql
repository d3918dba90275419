-- Points in the history of a scenario that planners keep by name.
CREATE TABLE "Baseline" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "note" VARCHAR(2000) NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "behind" BIGINT NOT NULL,
    "injects" INTEGER NOT NULL,
    "createdById" UUID,

    CONSTRAINT "Baseline_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Baseline_createdById_idx" ON "Baseline"("createdById");

CREATE UNIQUE INDEX "Baseline_exerciseId_id_key" ON "Baseline"("exerciseId", "id");

CREATE UNIQUE INDEX "baseline_name_taken" ON "Baseline"("exerciseId", "name");

ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Baseline" ADD CONSTRAINT "baseline_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Baseline" ADD CONSTRAINT "baseline_injects" CHECK ("injects" >= 0 AND "behind" >= 0);

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Baseline" FOR EACH ROW EXECUTE FUNCTION record_change();
