-- CreateEnum
CREATE TYPE "DoubleVerdictKind" AS ENUM ('same', 'different', 'accepted');

-- CreateTable
CREATE TABLE "DoubleVerdict" (
    "exerciseId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "otherExerciseId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "verdict" "DoubleVerdictKind" NOT NULL,
    "keptId" UUID,
    "reason" VARCHAR(500) NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,

    CONSTRAINT "DoubleVerdict_pkey" PRIMARY KEY ("registrationId","otherId")
);

-- CreateIndex
CREATE INDEX "DoubleVerdict_exerciseId_registrationId_idx" ON "DoubleVerdict"("exerciseId", "registrationId");

-- CreateIndex
CREATE INDEX "DoubleVerdict_otherExerciseId_otherId_idx" ON "DoubleVerdict"("otherExerciseId", "otherId");

-- CreateIndex
CREATE INDEX "DoubleVerdict_decidedById_idx" ON "DoubleVerdict"("decidedById");

-- AddForeignKey
ALTER TABLE "DoubleVerdict" ADD CONSTRAINT "DoubleVerdict_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleVerdict" ADD CONSTRAINT "DoubleVerdict_otherExerciseId_otherId_fkey" FOREIGN KEY ("otherExerciseId", "otherId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleVerdict" ADD CONSTRAINT "DoubleVerdict_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A pair inside an exercise is written one way round, so that it is decided once.
ALTER TABLE "DoubleVerdict" ADD CONSTRAINT "double_verdict_pair" CHECK (
  "registrationId" <> "otherId" AND ("exerciseId" <> "otherExerciseId" OR "registrationId" < "otherId"));
ALTER TABLE "DoubleVerdict" ADD CONSTRAINT "double_verdict_kept" CHECK (
  ("verdict" = 'same') = ("keptId" IS NOT NULL) AND coalesce("keptId" IN ("registrationId", "otherId"), true)
  AND btrim("reason") <> '');

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "DoubleVerdict" FOR EACH ROW EXECUTE FUNCTION record_change('registrationId,otherId');
