-- Which of a rota's shifts nobody has touched since it made them: making it anew keeps what people have put work into.
ALTER TABLE "Shift" ADD COLUMN "madeVersion" INTEGER;
ALTER TABLE "Shift" ADD CONSTRAINT "shift_made_before" CHECK (coalesce("madeVersion" BETWEEN 1 AND "version", true));
