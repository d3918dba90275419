-- Releases of ATT&CK, side by side and for all exercises. An exercise names the one it uses by its number.
CREATE TYPE "AttackDomain" AS ENUM ('enterprise', 'mobile', 'ics');

CREATE TABLE "AttackRelease" (
    "id" UUID NOT NULL,
    "release" VARCHAR(20) NOT NULL,
    "domain" "AttackDomain" NOT NULL,
    "tactics" JSONB NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AttackRelease_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Technique" (
    "releaseId" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "tactics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "replacedBy" VARCHAR(20),

    CONSTRAINT "Technique_pkey" PRIMARY KEY ("releaseId", "code")
);

CREATE UNIQUE INDEX "attack_release_taken" ON "AttackRelease"("release", "domain");

ALTER TABLE "Technique" ADD CONSTRAINT "Technique_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "AttackRelease"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "AttackRelease" ADD CONSTRAINT "attack_release_number" CHECK ("release" ~ '^[0-9]{1,3}([.][0-9]{1,3})?$');
ALTER TABLE "AttackRelease" ADD CONSTRAINT "attack_release_tactics" CHECK (jsonb_typeof("tactics") = 'array');
ALTER TABLE "Technique" ADD CONSTRAINT "technique_code" CHECK ("code" ~ '^T[0-9]{4}([.][0-9]{3})?$');

-- Hundreds of techniques come and go with their release, which is what the history tells of.
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "AttackRelease" FOR EACH ROW EXECUTE FUNCTION record_change();
