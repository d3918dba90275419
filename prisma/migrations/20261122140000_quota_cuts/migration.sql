-- AlterTable
ALTER TABLE "Quota" ADD COLUMN     "cutOn" DATE,
ADD COLUMN     "cutReason" VARCHAR(500),
ADD COLUMN     "cutTo" INTEGER;

-- A cut is whole or not there, and takes something away. That nobody new gets a place above it stands in the
-- statement that gives places (lib/places.ts): a CHECK sees one row at one time, not where it came from.
ALTER TABLE "Quota" ADD CONSTRAINT "quota_cut_whole" CHECK (
  num_nonnulls("cutTo", "cutOn", "cutReason") IN (0, 3)
  AND coalesce("cutTo" >= 0 AND "cutTo" < "size" AND btrim("cutReason") <> '', true));

-- A cut is a decision as the size is.
DROP TRIGGER "record_change" ON "Quota";
CREATE TRIGGER "record_change" AFTER INSERT OR DELETE OR UPDATE OF "size", "roleId", "siteId", "cutTo", "cutOn", "cutReason" ON "Quota" FOR EACH ROW EXECUTE FUNCTION record_change();
DROP TRIGGER "raise_version" ON "Quota";
CREATE TRIGGER "raise_version" BEFORE UPDATE OF "size", "roleId", "siteId", "cutTo", "cutOn", "cutReason" ON "Quota" FOR EACH ROW EXECUTE FUNCTION raise_version();
