-- Secret addresses that calendar programs follow, and what each of them has been told.
CREATE TYPE "CalendarKind" AS ENUM ('person', 'exercise', 'team', 'nation', 'controller');

CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "CalendarKind" NOT NULL,
    "exerciseId" UUID,
    "teamId" UUID,
    "participationId" UUID,
    "name" VARCHAR(80) NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CalendarMemory" (
    "id" UUID NOT NULL,
    "feedId" UUID,
    "exerciseId" UUID,
    "said" JSONB NOT NULL,
    "etag" VARCHAR(64) NOT NULL,
    "madeIn" VARCHAR(8000) NOT NULL,
    "madeFor" VARCHAR(32) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarMemory_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");
CREATE INDEX "CalendarFeed_accountId_idx" ON "CalendarFeed"("accountId");
CREATE INDEX "CalendarFeed_exerciseId_teamId_idx" ON "CalendarFeed"("exerciseId", "teamId");
CREATE INDEX "CalendarFeed_exerciseId_participationId_idx" ON "CalendarFeed"("exerciseId", "participationId");
CREATE UNIQUE INDEX "CalendarMemory_feedId_key" ON "CalendarMemory"("feedId");
CREATE UNIQUE INDEX "CalendarMemory_exerciseId_key" ON "CalendarMemory"("exerciseId");
-- Whether anything has changed in an exercise since a snapshot: asked at each reading of each feed.
CREATE INDEX "Change_exerciseId_transactionId_idx" ON "Change"("exerciseId", "transactionId");

ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_exerciseId_teamId_fkey" FOREIGN KEY ("exerciseId", "teamId") REFERENCES "Team"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_exerciseId_participationId_fkey" FOREIGN KEY ("exerciseId", "participationId") REFERENCES "Participation"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarMemory" ADD CONSTRAINT "CalendarMemory_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "CalendarFeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CalendarMemory" ADD CONSTRAINT "CalendarMemory_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CalendarFeed" ADD CONSTRAINT "calendar_feed_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "calendar_feed_subject" CHECK (
  ("exerciseId" IS NULL) = ("kind" = 'person')
  AND ("teamId" IS NOT NULL) = ("kind" = 'team')
  AND ("participationId" IS NOT NULL) = ("kind" = 'nation'));
ALTER TABLE "CalendarMemory" ADD CONSTRAINT "calendar_memory_of_one" CHECK (num_nonnulls("feedId", "exerciseId") = 1);

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "CalendarFeed" FOR EACH ROW EXECUTE FUNCTION record_change();
