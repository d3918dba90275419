-- The first screen of a MSEL: the earliest of each way to say a time, without sorting all of it.
CREATE INDEX "Inject_exerciseId_startAnchor_startOffset_startAt_id_idx" ON "Inject"("exerciseId", "startAnchor", "startOffset", "startAt", "id");
