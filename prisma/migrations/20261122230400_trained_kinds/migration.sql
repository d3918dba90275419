-- Whether teams of a kind are the training audience: coverage counts those. Of the kinds there are, it is the blue ones.
ALTER TABLE "TeamKind" ADD COLUMN "trained" BOOLEAN NOT NULL DEFAULT false;

SELECT set_config('startex.change', 'off', true);
UPDATE "TeamKind" SET "trained" = true WHERE lower("name") LIKE 'blue%';
SELECT set_config('startex.change', '', true);
