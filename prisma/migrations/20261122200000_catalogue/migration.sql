-- What a programme keeps of its scenarios for reuse: entries, what each said version by version, and which injects of
-- which exercise were brought in from there.
CREATE TYPE "CatalogueKind" AS ENUM ('inject', 'incident', 'storyline');

CREATE TABLE "CatalogueEntry" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "exerciseId" UUID,
    "kind" "CatalogueKind" NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "summary" VARCHAR(4000) NOT NULL DEFAULT '',
    "keywords" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "tlp" "Tlp" NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "nextVersion" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CatalogueEntry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CatalogueVersion" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(2000) NOT NULL DEFAULT '',
    "exerciseId" UUID,
    "injects" INTEGER NOT NULL,
    "createdById" UUID,

    CONSTRAINT "CatalogueVersion_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CatalogueContent" (
    "versionId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "CatalogueContent_pkey" PRIMARY KEY ("versionId")
);

ALTER TABLE "Inject" ADD COLUMN "catalogueVersionId" UUID;

CREATE UNIQUE INDEX "CatalogueEntry_programmeId_id_key" ON "CatalogueEntry"("programmeId", "id");
CREATE INDEX "CatalogueEntry_programmeId_name_idx" ON "CatalogueEntry"("programmeId", "name");
CREATE INDEX "CatalogueEntry_programmeId_exerciseId_idx" ON "CatalogueEntry"("programmeId", "exerciseId");
CREATE INDEX "CatalogueEntry_createdById_idx" ON "CatalogueEntry"("createdById");
CREATE UNIQUE INDEX "CatalogueVersion_programmeId_id_key" ON "CatalogueVersion"("programmeId", "id");
CREATE UNIQUE INDEX "catalogue_version_taken" ON "CatalogueVersion"("entryId", "number");
CREATE INDEX "CatalogueVersion_programmeId_entryId_idx" ON "CatalogueVersion"("programmeId", "entryId");
CREATE INDEX "CatalogueVersion_programmeId_exerciseId_idx" ON "CatalogueVersion"("programmeId", "exerciseId");
CREATE INDEX "CatalogueVersion_createdById_idx" ON "CatalogueVersion"("createdById");
CREATE UNIQUE INDEX "CatalogueContent_programmeId_versionId_key" ON "CatalogueContent"("programmeId", "versionId");
CREATE INDEX "Inject_catalogueVersionId_idx" ON "Inject"("catalogueVersionId");

ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "CatalogueEntry_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "CatalogueEntry_programmeId_exerciseId_fkey" FOREIGN KEY ("programmeId", "exerciseId") REFERENCES "Exercise"("programmeId", "id") ON DELETE SET NULL ("exerciseId") ON UPDATE CASCADE;
ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "CatalogueEntry_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "CatalogueVersion" ADD CONSTRAINT "CatalogueVersion_programmeId_entryId_fkey" FOREIGN KEY ("programmeId", "entryId") REFERENCES "CatalogueEntry"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CatalogueVersion" ADD CONSTRAINT "CatalogueVersion_programmeId_exerciseId_fkey" FOREIGN KEY ("programmeId", "exerciseId") REFERENCES "Exercise"("programmeId", "id") ON DELETE SET NULL ("exerciseId") ON UPDATE CASCADE;
ALTER TABLE "CatalogueVersion" ADD CONSTRAINT "CatalogueVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "CatalogueContent" ADD CONSTRAINT "CatalogueContent_programmeId_versionId_fkey" FOREIGN KEY ("programmeId", "versionId") REFERENCES "CatalogueVersion"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Inject" ADD CONSTRAINT "Inject_catalogueVersionId_fkey" FOREIGN KEY ("catalogueVersionId") REFERENCES "CatalogueVersion"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "catalogue_entry_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "catalogue_entry_keywords" CHECK (cardinality("keywords") <= 30);
ALTER TABLE "CatalogueVersion" ADD CONSTRAINT "catalogue_version_counts" CHECK ("number" >= 1 AND "injects" >= 1);

-- What was kept stays as it was kept, whoever asks.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of the catalogue is never rewritten' USING ERRCODE = 'check_violation', CONSTRAINT = 'catalogue_version_stays';
END $$;

CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE OF "programmeId", "entryId", "number", "keptAt", "note", "injects" ON "CatalogueVersion" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "refuse_rewriting" BEFORE UPDATE ON "CatalogueContent" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

-- The counter rises by itself and is nobody's change.
CREATE TRIGGER "record_change" AFTER INSERT OR DELETE OR UPDATE OF "name", "summary", "keywords", "tlp", "retired" ON "CatalogueEntry" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR DELETE ON "CatalogueVersion" FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TRIGGER "raise_version" BEFORE UPDATE OF "name", "summary", "keywords", "tlp", "retired" ON "CatalogueEntry" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
