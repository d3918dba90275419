-- What somebody looks for in the MSEL again and again, by name: the query of its address.
CREATE TABLE "MselView" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "query" VARCHAR(2000) NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MselView_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "MselView_exerciseId_id_key" ON "MselView"("exerciseId", "id");
CREATE UNIQUE INDEX "msel_view_name_taken" ON "MselView"("exerciseId", "accountId", "name");
CREATE INDEX "MselView_accountId_idx" ON "MselView"("accountId");

ALTER TABLE "MselView" ADD CONSTRAINT "MselView_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MselView" ADD CONSTRAINT "MselView_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MselView" ADD CONSTRAINT "msel_view_name_given" CHECK (btrim("name") <> '');

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "MselView" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "MselView" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
