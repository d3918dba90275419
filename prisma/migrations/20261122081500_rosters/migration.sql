-- CreateTable
CREATE TABLE "RosterPart" (
    "exerciseId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "rosterId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "rows" JSONB NOT NULL,
    "stagedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RosterPart_pkey" PRIMARY KEY ("participationId","rosterId","part")
);

-- CreateTable
CREATE TABLE "RosterWord" (
    "exerciseId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "word" VARCHAR(200) NOT NULL,
    "meaning" VARCHAR(64) NOT NULL,

    CONSTRAINT "RosterWord_pkey" PRIMARY KEY ("participationId","kind","word")
);

-- CreateIndex
CREATE INDEX "RosterPart_exerciseId_participationId_idx" ON "RosterPart"("exerciseId", "participationId");

-- CreateIndex
CREATE INDEX "RosterWord_exerciseId_participationId_idx" ON "RosterWord"("exerciseId", "participationId");

-- AddForeignKey
ALTER TABLE "RosterPart" ADD CONSTRAINT "RosterPart_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterPart" ADD CONSTRAINT "RosterPart_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterWord" ADD CONSTRAINT "RosterWord_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterWord" ADD CONSTRAINT "RosterWord_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A part is a list of people, and a small one: whoever may write here must not fill the disk with it.
ALTER TABLE "RosterPart" ADD CONSTRAINT "roster_part_size" CHECK ("part" BETWEEN 0 AND 63 AND jsonb_typeof("rows") = 'array' AND jsonb_array_length("rows") BETWEEN 1 AND 500);
ALTER TABLE "RosterWord" ADD CONSTRAINT "roster_word_kind" CHECK ("kind" IN ('column', 'role', 'team', 'company', 'site'));
