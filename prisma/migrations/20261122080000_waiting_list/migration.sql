-- CreateEnum
CREATE TYPE "WaitsFor" AS ENUM ('place', 'seat', 'decision');

-- AlterTable
ALTER TABLE "Registration" ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "waitGroupId" UUID,
ADD COLUMN     "waitsFor" "WaitsFor";

-- Who waits already was put there by an organiser. Nobody changes anything now, so the history records nothing.
SELECT set_config('startex.change', 'off', true);
UPDATE "Registration" SET "waitsFor" = 'decision' WHERE "state" = 'waitlisted';
SELECT set_config('startex.change', '', true);

ALTER TABLE "Registration" ADD CONSTRAINT "registration_waits" CHECK (
  ("state" = 'waitlisted') = ("waitsFor" IS NOT NULL)
  AND ("waitGroupId" IS NULL OR "waitsFor" = 'place')
  AND "priority" BETWEEN 0 AND 9);
