-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('text', 'choice', 'number', 'date', 'yes_no');

-- CreateEnum
CREATE TYPE "LegalBasis" AS ENUM ('consent', 'contract', 'legal_obligation', 'public_task', 'legitimate_interest');

-- AlterTable
ALTER TABLE "Exercise"
  ADD COLUMN "consentText" VARCHAR(8000) NOT NULL DEFAULT '',
  ADD COLUMN "consentVersion" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "legalBasis" "LegalBasis",
  ADD COLUMN "legalBasisNote" VARCHAR(500) NOT NULL DEFAULT '',
  ADD COLUMN "dataController" VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN "dataContact" VARCHAR(300) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Registration"
  ADD COLUMN "filledAt" TIMESTAMPTZ(3),
  ADD COLUMN "agreedAt" TIMESTAMPTZ(3),
  ADD COLUMN "agreedVersion" INTEGER;

-- AlterTable
ALTER TABLE "Change" ADD COLUMN "linkId" UUID;

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "wording" VARCHAR(300) NOT NULL,
    "help" VARCHAR(500) NOT NULL DEFAULT '',
    "required" BOOLEAN NOT NULL DEFAULT false,
    "options" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionRole" (
    "exerciseId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "roleId" UUID NOT NULL,

    CONSTRAINT "QuestionRole_pkey" PRIMARY KEY ("questionId","roleId")
);

-- CreateTable
CREATE TABLE "QuestionSite" (
    "exerciseId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "siteId" UUID NOT NULL,

    CONSTRAINT "QuestionSite_pkey" PRIMARY KEY ("questionId","siteId")
);

-- CreateTable
CREATE TABLE "Answer" (
    "exerciseId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "value" VARCHAR(2000),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("registrationId","questionId")
);

-- CreateTable
CREATE TABLE "RegistrationNeeds" (
    "registrationId" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "diet" VARCHAR(500),
    "accessNeeds" VARCHAR(1000),
    "arrivalAt" TIMESTAMPTZ(3),
    "departureAt" TIMESTAMPTZ(3),
    "travelNote" VARCHAR(1000),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RegistrationNeeds_pkey" PRIMARY KEY ("registrationId")
);

-- CreateTable
CREATE TABLE "RegistrationLink" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrationLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Question_exerciseId_id_key" ON "Question"("exerciseId", "id");
CREATE UNIQUE INDEX "question_wording_taken" ON "Question"("exerciseId", "wording");
CREATE INDEX "QuestionRole_exerciseId_roleId_idx" ON "QuestionRole"("exerciseId", "roleId");
CREATE INDEX "QuestionSite_exerciseId_siteId_idx" ON "QuestionSite"("exerciseId", "siteId");
CREATE INDEX "Answer_exerciseId_questionId_idx" ON "Answer"("exerciseId", "questionId");
CREATE UNIQUE INDEX "RegistrationNeeds_exerciseId_registrationId_key" ON "RegistrationNeeds"("exerciseId", "registrationId");
CREATE UNIQUE INDEX "RegistrationLink_tokenHash_key" ON "RegistrationLink"("tokenHash");
CREATE INDEX "RegistrationLink_exerciseId_registrationId_idx" ON "RegistrationLink"("exerciseId", "registrationId");
CREATE INDEX "RegistrationLink_createdById_idx" ON "RegistrationLink"("createdById");
CREATE INDEX "Change_linkId_idx" ON "Change"("linkId");
-- A new link ends the one before it.
CREATE UNIQUE INDEX "registration_link_alive" ON "RegistrationLink"("registrationId") WHERE "revokedAt" IS NULL;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "QuestionRole" ADD CONSTRAINT "QuestionRole_exerciseId_questionId_fkey" FOREIGN KEY ("exerciseId", "questionId") REFERENCES "Question"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "QuestionRole" ADD CONSTRAINT "QuestionRole_exerciseId_roleId_fkey" FOREIGN KEY ("exerciseId", "roleId") REFERENCES "Role"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "QuestionSite" ADD CONSTRAINT "QuestionSite_exerciseId_questionId_fkey" FOREIGN KEY ("exerciseId", "questionId") REFERENCES "Question"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "QuestionSite" ADD CONSTRAINT "QuestionSite_exerciseId_siteId_fkey" FOREIGN KEY ("exerciseId", "siteId") REFERENCES "Site"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_exerciseId_questionId_fkey" FOREIGN KEY ("exerciseId", "questionId") REFERENCES "Question"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RegistrationNeeds" ADD CONSTRAINT "RegistrationNeeds_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RegistrationLink" ADD CONSTRAINT "RegistrationLink_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RegistrationLink" ADD CONSTRAINT "RegistrationLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Change" ADD CONSTRAINT "Change_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "RegistrationLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_consent_version" CHECK (
  "consentVersion" >= 0 AND ("consentVersion" > 0 OR btrim("consentText") = ''));
ALTER TABLE "Registration" ADD CONSTRAINT "registration_agreed_whole" CHECK (
  num_nonnulls("agreedAt", "agreedVersion") IN (0, 2) AND coalesce("agreedVersion" > 0, true));
ALTER TABLE "Question" ADD CONSTRAINT "question_wording_given" CHECK (btrim("wording") <> '');
ALTER TABLE "Question" ADD CONSTRAINT "question_options" CHECK (
  CASE "kind" WHEN 'choice' THEN cardinality("options") BETWEEN 2 AND 50 ELSE cardinality("options") = 0 END);
ALTER TABLE "RegistrationNeeds" ADD CONSTRAINT "needs_stay" CHECK (coalesce("departureAt" > "arrivalAt", true));

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Question" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "QuestionRole" FOR EACH ROW EXECUTE FUNCTION record_change('questionId,roleId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "QuestionSite" FOR EACH ROW EXECUTE FUNCTION record_change('questionId,siteId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Answer" FOR EACH ROW EXECUTE FUNCTION record_change('registrationId,questionId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "RegistrationNeeds" FOR EACH ROW EXECUTE FUNCTION record_change('registrationId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "RegistrationLink" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Question" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
