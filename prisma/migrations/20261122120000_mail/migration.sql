-- AlterTable
ALTER TABLE "Exercise" ADD COLUMN     "mailName" VARCHAR(80) NOT NULL DEFAULT '',
ADD COLUMN     "mailReplyTo" CITEXT,
ADD COLUMN     "mailFooter" VARCHAR(500) NOT NULL DEFAULT '';

-- What stands here becomes part of a letter's head: no line may end in it, and no second address may hide in a name.
ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_mail_name" CHECK ("mailName" !~ '[[:cntrl:]<>@"]');
ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_mail_reply_to" CHECK ("mailReplyTo"::text ~ '^[^[:cntrl:][:space:]<>,;]{1,250}$');

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "cause" VARCHAR(200),
ADD COLUMN     "registrationId" UUID,
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "nextAttemptAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "givenUpAt" TIMESTAMPTZ(3);

-- Letters of before: each its own cause, what failed for good is given up, and nothing old goes out by itself.
UPDATE "Mail" SET "cause" = 'letter:' || "id", "nextAttemptAt" = NULL,
       "givenUpAt" = CASE WHEN "sentAt" IS NULL AND "failure" IS NOT NULL THEN "createdAt" END;
ALTER TABLE "Mail" ALTER COLUMN "cause" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "mail_cause_taken" ON "Mail"("cause");

-- CreateIndex
CREATE INDEX "Mail_exerciseId_registrationId_idx" ON "Mail"("exerciseId", "registrationId");

-- CreateIndex
CREATE INDEX "Mail_nextAttemptAt_idx" ON "Mail"("nextAttemptAt");

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE SET NULL ("registrationId") ON UPDATE CASCADE;

-- A letter waits, has gone or is given up, and never two of these.
ALTER TABLE "Mail" ADD CONSTRAINT "mail_state" CHECK (
  num_nonnulls("nextAttemptAt", "sentAt", "givenUpAt") <= 1 AND "attempts" >= 0);

-- That somebody sends a letter again is history. What the post does by itself is not.
CREATE TRIGGER "record_change" AFTER UPDATE ON "Mail" FOR EACH ROW
  WHEN (OLD."nextAttemptAt" IS NULL AND NEW."nextAttemptAt" IS NOT NULL) EXECUTE FUNCTION record_change();

-- CreateTable
CREATE TABLE "Notice" (
    "accountId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "what" VARCHAR(20) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("accountId","registrationId")
);

-- CreateIndex
CREATE INDEX "Notice_exerciseId_participationId_idx" ON "Notice"("exerciseId", "participationId");

-- CreateIndex
CREATE INDEX "Notice_exerciseId_registrationId_idx" ON "Notice"("exerciseId", "registrationId");

-- CreateIndex
CREATE INDEX "Notice_at_idx" ON "Notice"("at");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_exerciseId_registrationId_fkey" FOREIGN KEY ("exerciseId", "registrationId") REFERENCES "Registration"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Notice" ADD CONSTRAINT "notice_what" CHECK ("what" IN ('confirmed', 'waitlisted', 'declined', 'withdrawn', 'came_in'));
