-- AlterEnum
ALTER TYPE "MembershipRole" ADD VALUE 'deputy_contact' BEFORE 'expert';
ALTER TYPE "MembershipRole" ADD VALUE 'reading_contact' BEFORE 'expert';

-- Compared as text: a value that a transaction has added cannot be used in it.
ALTER TABLE "Membership" DROP CONSTRAINT "membership_scope";
ALTER TABLE "Membership" ADD CONSTRAINT "membership_scope" CHECK (
  num_nonnulls("programmeId", "exerciseId") <= 1
  AND ("participationId" IS NULL OR "exerciseId" IS NOT NULL)
  AND CASE
    WHEN "role"::text = 'administrator' THEN "exerciseId" IS NULL
    WHEN "role"::text IN ('point_of_contact', 'deputy_contact', 'reading_contact') THEN "participationId" IS NOT NULL
    ELSE num_nonnulls("programmeId", "exerciseId") = 1 AND "participationId" IS NULL
  END);
ALTER TABLE "Invitation" DROP CONSTRAINT "invitation_scope";
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_scope" CHECK (
  num_nonnulls("programmeId", "exerciseId") <= 1
  AND ("participationId" IS NULL OR "exerciseId" IS NOT NULL)
  AND (("role"::text IN ('point_of_contact', 'deputy_contact', 'reading_contact')) = ("participationId" IS NOT NULL)));

-- One account speaks for a delegation in one way.
CREATE UNIQUE INDEX "membership_contact_taken" ON "Membership"("accountId", "participationId") WHERE "participationId" IS NOT NULL;
