-- Addresses and codes are compared without regard to case.
CREATE EXTENSION IF NOT EXISTS citext;

-- CreateEnum
CREATE TYPE "Anchor" AS ENUM ('fixed', 'dday', 'ttime');

-- CreateEnum
CREATE TYPE "ExerciseStatus" AS ENUM ('draft', 'planning', 'registration', 'conduct', 'closed');

-- CreateEnum
CREATE TYPE "Tlp" AS ENUM ('red', 'amber_strict', 'amber', 'green', 'clear');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('public', 'participants', 'nations', 'staff');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('conference', 'workshop', 'deadline', 'briefing', 'rehearsal', 'visit', 'course', 'social');

-- CreateEnum
CREATE TYPE "Gate" AS ENUM ('registration_opens', 'registration_closes', 'edit_deadline');

-- CreateEnum
CREATE TYPE "Discipline" AS ENUM ('technical', 'legal', 'forensics', 'media', 'strategy', 'command', 'science', 'military', 'other');

-- CreateEnum
CREATE TYPE "Presence" AS ENUM ('on_site', 'remote');

-- CreateEnum
CREATE TYPE "RoleFramework" AS ENUM ('nice', 'ecsf');

-- CreateEnum
CREATE TYPE "PartnerKind" AS ENUM ('nation', 'organisation', 'fictional');

-- CreateEnum
CREATE TYPE "AccessionState" AS ENUM ('invited', 'in_contact', 'coordinating', 'confirmed', 'observer', 'declined', 'withdrew');

-- CreateEnum
CREATE TYPE "RegistrationState" AS ENUM ('draft', 'submitted', 'endorsed', 'confirmed', 'waitlisted', 'declined', 'withdrawn', 'checked_in');

-- CreateEnum
CREATE TYPE "CompanyKind" AS ENUM ('company', 'agency');

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('administrator', 'director', 'planner', 'controller', 'registrar', 'point_of_contact', 'expert', 'observer');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('visitor', 'account', 'link', 'job');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "name" VARCHAR(200) NOT NULL,
    "image" TEXT,
    "locale" VARCHAR(5),
    "timeZone" VARCHAR(64),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" VARCHAR(64),
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "providerId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "password" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "scope" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "programmeId" UUID,
    "exerciseId" UUID,
    "participationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "email" CITEXT,
    "role" "MembershipRole" NOT NULL,
    "programmeId" UUID,
    "exerciseId" UUID,
    "participationId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "maxUses" INTEGER NOT NULL DEFAULT 1,
    "used" INTEGER NOT NULL DEFAULT 0,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" UUID NOT NULL,
    "code" CITEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "host" VARCHAR(200) NOT NULL,
    "city" VARCHAR(120) NOT NULL,
    "timeZone" VARCHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "code" CITEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Exercise" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "code" CITEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "venue" VARCHAR(200) NOT NULL,
    "timeZone" VARCHAR(64) NOT NULL,
    "startexAt" TIMESTAMPTZ(3) NOT NULL,
    "endexOffset" INTEGER NOT NULL,
    "status" "ExerciseStatus" NOT NULL DEFAULT 'draft',
    "tlp" "Tlp" NOT NULL DEFAULT 'green',
    "summary" VARCHAR(4000) NOT NULL DEFAULT '',
    "lateRegistration" BOOLEAN NOT NULL DEFAULT false,
    "clonedFromId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Exercise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Phase" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'participants',
    "position" INTEGER NOT NULL DEFAULT 0,
    "startAnchor" "Anchor" NOT NULL,
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),
    "endAnchor" "Anchor" NOT NULL,
    "endAt" TIMESTAMPTZ(3),
    "endDay" INTEGER,
    "endMinute" INTEGER,
    "endOffset" INTEGER,
    "endTimeZone" VARCHAR(64),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "phaseId" UUID,
    "teamId" UUID,
    "kind" "ActivityKind" NOT NULL,
    "gate" "Gate",
    "title" VARCHAR(200) NOT NULL,
    "description" VARCHAR(4000) NOT NULL DEFAULT '',
    "audience" "Audience" NOT NULL DEFAULT 'participants',
    "startAnchor" "Anchor" NOT NULL,
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),
    "durationSeconds" INTEGER,
    "days" INTEGER,
    "place" VARCHAR(200) NOT NULL DEFAULT '',
    "link" VARCHAR(500) NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "place" VARCHAR(200) NOT NULL DEFAULT '',
    "timeZone" VARCHAR(64) NOT NULL,
    "capacity" INTEGER,
    "remote" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamKind" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "letter" VARCHAR(4) NOT NULL,
    "colour" CHAR(7) NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TeamKind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "kindId" UUID NOT NULL,
    "parentId" UUID,
    "siteId" UUID,
    "number" INTEGER,
    "name" VARCHAR(120) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamNation" (
    "exerciseId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "participationId" UUID NOT NULL,

    CONSTRAINT "TeamNation_pkey" PRIMARY KEY ("exerciseId","teamId","participationId")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "discipline" "Discipline" NOT NULL,
    "presence" "Presence" NOT NULL DEFAULT 'on_site',
    "framework" "RoleFramework",
    "frameworkCode" VARCHAR(40),
    "frameworkVersion" VARCHAR(20),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "roleId" UUID NOT NULL,
    "least" INTEGER NOT NULL DEFAULT 0,
    "most" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partner" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "kind" "PartnerKind" NOT NULL,
    "code" CITEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "timeZone" VARCHAR(64),
    "state" "AccessionState" NOT NULL DEFAULT 'invited',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "state" "AccessionState" NOT NULL DEFAULT 'invited',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Accession" (
    "id" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "exerciseId" UUID,
    "participationId" UUID,
    "state" "AccessionState" NOT NULL,
    "changedOn" DATE NOT NULL,
    "note" VARCHAR(2000) NOT NULL DEFAULT '',

    CONSTRAINT "Accession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParticipationGate" (
    "exerciseId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "gate" "Gate" NOT NULL,
    "startAnchor" "Anchor" NOT NULL,
    "startAt" TIMESTAMPTZ(3),
    "startDay" INTEGER,
    "startMinute" INTEGER,
    "startOffset" INTEGER,
    "startTimeZone" VARCHAR(64),

    CONSTRAINT "ParticipationGate_pkey" PRIMARY KEY ("exerciseId","participationId","gate")
);

-- CreateTable
CREATE TABLE "Quota" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "roleId" UUID,
    "siteId" UUID,
    "size" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Quota_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "kind" "CompanyKind" NOT NULL DEFAULT 'company',
    "name" VARCHAR(200) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "accountId" UUID,
    "email" CITEXT NOT NULL,
    "givenName" VARCHAR(120) NOT NULL,
    "familyName" VARCHAR(120) NOT NULL,
    "nativeName" VARCHAR(120) NOT NULL DEFAULT '',
    "homeNation" VARCHAR(8) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "companyId" UUID,
    "roleId" UUID NOT NULL,
    "teamId" UUID,
    "siteId" UUID,
    "email" CITEXT NOT NULL,
    "givenName" VARCHAR(120) NOT NULL,
    "familyName" VARCHAR(120) NOT NULL,
    "nativeName" VARCHAR(120) NOT NULL DEFAULT '',
    "presence" "Presence" NOT NULL,
    "homeTimeZone" VARCHAR(64) NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "clearanceUntilOn" DATE,
    "state" "RegistrationState" NOT NULL DEFAULT 'draft',
    "stateAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "lateReason" VARCHAR(500),
    "stateReason" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" "ActorKind" NOT NULL,
    "accountId" UUID,
    "actorLabel" VARCHAR(200) NOT NULL DEFAULT '',
    "action" VARCHAR(80) NOT NULL,
    "reason" VARCHAR(500),
    "undoesId" UUID,
    "programmeId" UUID,
    "exerciseId" UUID,
    "transactionId" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "result" JSONB,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeField" (
    "id" BIGSERIAL NOT NULL,
    "changeId" UUID NOT NULL,
    "table" VARCHAR(40) NOT NULL,
    "row" VARCHAR(120) NOT NULL,
    "field" VARCHAR(40) NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "version" INTEGER,

    CONSTRAINT "ChangeField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "exerciseId" UUID,
    "recipient" CITEXT NOT NULL,
    "locale" VARCHAR(5) NOT NULL,
    "template" VARCHAR(60) NOT NULL,
    "params" JSONB NOT NULL,
    "secret" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "failure" VARCHAR(500),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Marker" (
    "key" VARCHAR(60) NOT NULL,
    "value" VARCHAR(200) NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Marker_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_taken" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_ownerId_idx" ON "Session"("ownerId");

-- CreateIndex
CREATE INDEX "Credential_ownerId_idx" ON "Credential"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_providerId_subject_key" ON "Credential"("providerId", "subject");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Membership_exerciseId_participationId_idx" ON "Membership"("exerciseId", "participationId");

-- CreateIndex
CREATE UNIQUE INDEX "membership_taken" ON "Membership"("accountId", "role", "programmeId", "exerciseId", "participationId") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_exerciseId_participationId_idx" ON "Invitation"("exerciseId", "participationId");

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_taken" ON "Programme"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Series_programmeId_id_key" ON "Series"("programmeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "series_code_taken" ON "Series"("programmeId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "exercise_code_taken" ON "Exercise"("code");

-- CreateIndex
CREATE INDEX "Exercise_seriesId_idx" ON "Exercise"("seriesId");

-- CreateIndex
CREATE UNIQUE INDEX "Exercise_programmeId_id_key" ON "Exercise"("programmeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Phase_exerciseId_id_key" ON "Phase"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "phase_name_taken" ON "Phase"("exerciseId", "name");

-- CreateIndex
CREATE INDEX "Activity_exerciseId_phaseId_idx" ON "Activity"("exerciseId", "phaseId");

-- CreateIndex
CREATE INDEX "Activity_exerciseId_teamId_idx" ON "Activity"("exerciseId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_exerciseId_id_key" ON "Activity"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_gate_taken" ON "Activity"("exerciseId", "gate");

-- CreateIndex
CREATE UNIQUE INDEX "Site_exerciseId_id_key" ON "Site"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "site_name_taken" ON "Site"("exerciseId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "TeamKind_exerciseId_id_key" ON "TeamKind"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "team_kind_name_taken" ON "TeamKind"("exerciseId", "name");

-- CreateIndex
CREATE INDEX "Team_exerciseId_parentId_idx" ON "Team"("exerciseId", "parentId");

-- CreateIndex
CREATE INDEX "Team_exerciseId_siteId_idx" ON "Team"("exerciseId", "siteId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_exerciseId_id_key" ON "Team"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_taken" ON "Team"("exerciseId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "team_number_taken" ON "Team"("exerciseId", "kindId", "number");

-- CreateIndex
CREATE INDEX "TeamNation_exerciseId_participationId_idx" ON "TeamNation"("exerciseId", "participationId");

-- CreateIndex
CREATE UNIQUE INDEX "Role_exerciseId_id_key" ON "Role"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "role_name_taken" ON "Role"("exerciseId", "name");

-- CreateIndex
CREATE INDEX "Seat_exerciseId_roleId_idx" ON "Seat"("exerciseId", "roleId");

-- CreateIndex
CREATE UNIQUE INDEX "seat_role_taken" ON "Seat"("exerciseId", "teamId", "roleId");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_programmeId_id_key" ON "Partner"("programmeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_code_taken" ON "Partner"("programmeId", "code");

-- CreateIndex
CREATE INDEX "Participation_programmeId_partnerId_idx" ON "Participation"("programmeId", "partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_exerciseId_id_key" ON "Participation"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "participation_partner_taken" ON "Participation"("exerciseId", "partnerId");

-- CreateIndex
CREATE INDEX "Accession_partnerId_idx" ON "Accession"("partnerId");

-- CreateIndex
CREATE INDEX "Accession_exerciseId_participationId_idx" ON "Accession"("exerciseId", "participationId");

-- CreateIndex
CREATE INDEX "Quota_exerciseId_participationId_idx" ON "Quota"("exerciseId", "participationId");

-- CreateIndex
CREATE UNIQUE INDEX "quota_scope_taken" ON "Quota"("participationId", "roleId", "siteId") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "Company_exerciseId_participationId_id_key" ON "Company"("exerciseId", "participationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "company_name_taken" ON "Company"("exerciseId", "participationId", "name");

-- CreateIndex
CREATE INDEX "Person_accountId_idx" ON "Person"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_taken" ON "Person"("programmeId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "person_account_taken" ON "Person"("programmeId", "accountId");

-- CreateIndex
CREATE INDEX "Registration_exerciseId_participationId_state_idx" ON "Registration"("exerciseId", "participationId", "state");

-- CreateIndex
CREATE INDEX "Registration_exerciseId_teamId_roleId_idx" ON "Registration"("exerciseId", "teamId", "roleId");

-- CreateIndex
CREATE INDEX "Registration_personId_idx" ON "Registration"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_exerciseId_id_key" ON "Registration"("exerciseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_email_taken" ON "Registration"("participationId", "email");

-- CreateIndex
CREATE INDEX "Change_exerciseId_at_idx" ON "Change"("exerciseId", "at" DESC);

-- CreateIndex
CREATE INDEX "Change_programmeId_at_idx" ON "Change"("programmeId", "at" DESC);

-- CreateIndex
CREATE INDEX "Change_transactionId_idx" ON "Change"("transactionId");

-- CreateIndex
CREATE INDEX "ChangeField_changeId_idx" ON "ChangeField"("changeId");

-- CreateIndex
CREATE INDEX "ChangeField_table_row_idx" ON "ChangeField"("table", "row");

-- CreateIndex
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt" DESC);

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_programmeId_seriesId_fkey" FOREIGN KEY ("programmeId", "seriesId") REFERENCES "Series"("programmeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_clonedFromId_fkey" FOREIGN KEY ("clonedFromId") REFERENCES "Exercise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phase" ADD CONSTRAINT "Phase_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_exerciseId_phaseId_fkey" FOREIGN KEY ("exerciseId", "phaseId") REFERENCES "Phase"("exerciseId", "id") ON DELETE SET NULL ("phaseId") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE SET NULL ("teamId") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamKind" ADD CONSTRAINT "TeamKind_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_exerciseId_kindId_fkey" FOREIGN KEY ("exerciseId", "kindId") REFERENCES "TeamKind"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_exerciseId_parentId_fkey" FOREIGN KEY ("exerciseId", "parentId") REFERENCES "Team"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_exerciseId_siteId_fkey" FOREIGN KEY ("exerciseId", "siteId") REFERENCES "Site"("exerciseId", "id") ON DELETE SET NULL ("siteId") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamNation" ADD CONSTRAINT "TeamNation_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamNation" ADD CONSTRAINT "TeamNation_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamNation" ADD CONSTRAINT "TeamNation_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_exerciseId_roleId_fkey" FOREIGN KEY ("exerciseId", "roleId") REFERENCES "Role"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_programmeId_exerciseId_fkey" FOREIGN KEY ("programmeId", "exerciseId") REFERENCES "Exercise"("programmeId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_programmeId_partnerId_fkey" FOREIGN KEY ("programmeId", "partnerId") REFERENCES "Partner"("programmeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Accession" ADD CONSTRAINT "Accession_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Partner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Accession" ADD CONSTRAINT "Accession_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Accession" ADD CONSTRAINT "Accession_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipationGate" ADD CONSTRAINT "ParticipationGate_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipationGate" ADD CONSTRAINT "ParticipationGate_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_exerciseId_roleId_fkey" FOREIGN KEY ("exerciseId", "roleId") REFERENCES "Role"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_exerciseId_siteId_fkey" FOREIGN KEY ("exerciseId", "siteId") REFERENCES "Site"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_exerciseId_participationId_companyId_fkey" FOREIGN KEY ("exerciseId", "participationId", "companyId") REFERENCES "Company"("exerciseId", "participationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_exerciseId_roleId_fkey" FOREIGN KEY ("exerciseId", "roleId") REFERENCES "Role"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_exerciseId_siteId_fkey" FOREIGN KEY ("exerciseId", "siteId") REFERENCES "Site"("exerciseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "Change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeField" ADD CONSTRAINT "ChangeField_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "Change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE SET NULL ON UPDATE CASCADE;
