-- Letters that were queued when letters got their states were not due any more, and their jobs let them lie. The rescue
-- of lost jobs takes them up again; what is older than two days nobody waits for.
SELECT set_config('startex.change', 'off', true);
UPDATE "Mail" SET "nextAttemptAt" = now()
 WHERE num_nonnulls("nextAttemptAt", "sentAt", "givenUpAt", "erasedAt") = 0 AND "createdAt" > now() - interval '2 days';
SELECT set_config('startex.change', '', true);
