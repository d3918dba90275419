-- Somebody who puts up one company's people, and sees nobody else of the delegation.
ALTER TYPE "MembershipRole" ADD VALUE 'company_contact' BEFORE 'expert';

ALTER TABLE "Membership" ADD COLUMN "companyId" UUID;
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_exerciseId_participationId_companyId_fkey"
  FOREIGN KEY ("exerciseId", "participationId", "companyId") REFERENCES "Company"("exerciseId", "participationId", "id")
  ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Membership_companyId_idx" ON "Membership"("companyId");
ALTER TABLE "Invitation" ADD COLUMN "companyId" UUID;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_exerciseId_participationId_companyId_fkey"
  FOREIGN KEY ("exerciseId", "participationId", "companyId") REFERENCES "Company"("exerciseId", "participationId", "id")
  ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Invitation_companyId_idx" ON "Invitation"("companyId");

-- Compared as text: a value that a transaction has added cannot be used in it.
ALTER TABLE "Membership" DROP CONSTRAINT "membership_scope";
ALTER TABLE "Membership" ADD CONSTRAINT "membership_scope" CHECK (
  num_nonnulls("programmeId", "exerciseId") <= 1
  AND ("participationId" IS NULL OR "exerciseId" IS NOT NULL)
  AND (("role"::text = 'company_contact') = ("companyId" IS NOT NULL))
  AND CASE
    WHEN "role"::text = 'administrator' THEN "exerciseId" IS NULL
    WHEN "role"::text IN ('point_of_contact', 'deputy_contact', 'reading_contact', 'company_contact') THEN "participationId" IS NOT NULL
    ELSE num_nonnulls("programmeId", "exerciseId") = 1 AND "participationId" IS NULL
  END);
ALTER TABLE "Invitation" DROP CONSTRAINT "invitation_scope";
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_scope" CHECK (
  num_nonnulls("programmeId", "exerciseId") <= 1
  AND ("participationId" IS NULL OR "exerciseId" IS NOT NULL)
  AND (("role"::text = 'company_contact') = ("companyId" IS NOT NULL))
  AND (("role"::text IN ('point_of_contact', 'deputy_contact', 'reading_contact', 'company_contact')) = ("participationId" IS NOT NULL)));
