-- AlterTable
ALTER TABLE "Exercise" ADD COLUMN     "reminderDays" INTEGER[] DEFAULT ARRAY[14, 3, 1]::INTEGER[];

-- CreateTable
CREATE TABLE "Reminder" (
    "participationId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "gate" "Gate" NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3) NOT NULL,
    "days" INTEGER NOT NULL,
    "exerciseId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("participationId","accountId","gate","deadlineAt","days")
);

-- CreateIndex
CREATE INDEX "Reminder_exerciseId_participationId_idx" ON "Reminder"("exerciseId", "participationId");

-- CreateIndex
CREATE INDEX "Reminder_accountId_idx" ON "Reminder"("accountId");

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Exercise" ADD CONSTRAINT "exercise_reminder_days" CHECK (
  coalesce(array_length("reminderDays", 1), 0) <= 6 AND 0 <= ALL ("reminderDays") AND 90 >= ALL ("reminderDays"));
