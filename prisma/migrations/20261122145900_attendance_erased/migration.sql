-- AlterTable
ALTER TABLE "Attendance" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

-- As for registrations: a pseudonym stays one.
CREATE TRIGGER "keep_erased" BEFORE UPDATE ON "Attendance" FOR EACH ROW WHEN (OLD."erasedAt" IS NOT NULL) EXECUTE FUNCTION keep_erased();
