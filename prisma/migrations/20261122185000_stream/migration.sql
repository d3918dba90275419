-- What else a scenario shows: phases, teams, roles and when play begins.
CREATE FUNCTION tell_exercise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('scenario', NEW."id"::text);
  RETURN NULL;
END $$;

CREATE TRIGGER "tell_scenario" AFTER UPDATE OF "startexAt", "timeZone" ON "Exercise" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_exercise();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Phase" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Team" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "TeamKind" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Role" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();

-- A stream that is open already ends with the sign-in or the part that allowed it, and does not wait for the next look.
CREATE FUNCTION tell_access() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone jsonb := to_jsonb(OLD);
BEGIN
  PERFORM pg_notify('access', coalesce(gone ->> 'ownerId', gone ->> 'accountId'));
  RETURN NULL;
END $$;

CREATE TRIGGER "tell_access" AFTER DELETE ON "Session" FOR EACH ROW EXECUTE FUNCTION tell_access();
CREATE TRIGGER "tell_access" AFTER UPDATE OR DELETE ON "Membership" FOR EACH ROW EXECUTE FUNCTION tell_access();
