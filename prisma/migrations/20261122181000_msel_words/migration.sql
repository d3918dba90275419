-- CreateTable
CREATE TABLE "MselWord" (
    "exerciseId" UUID NOT NULL,
    "word" VARCHAR(200) NOT NULL,
    "meaning" VARCHAR(20) NOT NULL,

    CONSTRAINT "MselWord_pkey" PRIMARY KEY ("exerciseId","word")
);

-- AddForeignKey
ALTER TABLE "MselWord" ADD CONSTRAINT "MselWord_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
