-- History is written by the database, in the transaction of the write itself: no action can forget it, and a
-- write outside an action is refused. An action names its Change in startex.change, and seeds and test
-- factories, whose rows have no past, say off.

CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change text := current_setting('startex.change', true);
  before jsonb;
  after jsonb;
  row_key text;
BEGIN
  IF change = 'off' THEN RETURN NULL; END IF;
  IF coalesce(change, '') = '' THEN
    RAISE EXCEPTION 'a write to % outside an action', TG_TABLE_NAME
      USING HINT = 'set startex.change to the id of a Change, or to off for rows without history';
  END IF;
  IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD) - 'tokenHash'; END IF;
  IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW) - 'tokenHash'; END IF;
  SELECT string_agg(coalesce(after, before) ->> part.key, '/' ORDER BY part.n) INTO row_key
    FROM unnest(string_to_array(coalesce(TG_ARGV[0], 'id'), ',')) WITH ORDINALITY AS part(key, n);
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO "ChangeField" ("changeId", "table", "row", "field", "from", "to", "version")
    SELECT change::uuid, TG_TABLE_NAME, row_key, key, nullif(b.value, 'null'), nullif(a.value, 'null'), (after ->> 'version')::int
      FROM jsonb_each(after) a JOIN jsonb_each(before) b USING (key)
     WHERE a.value IS DISTINCT FROM b.value AND key NOT IN ('version', 'used');
  ELSE
    INSERT INTO "ChangeField" ("changeId", "table", "row", "field", "from", "to", "version")
    VALUES (change::uuid, TG_TABLE_NAME, row_key, '*', before, after, (after ->> 'version')::int);
  END IF;
  RETURN NULL;
END $$;

-- The version rises by itself, so that no edit can forget to raise it.
CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."version" := OLD."version" + 1;
  RETURN NEW;
END $$;

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Membership" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Invitation" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Programme" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Series" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Exercise" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Phase" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Activity" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Site" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "TeamKind" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Team" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Role" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Partner" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Participation" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Accession" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Company" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Person" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Registration" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "TeamNation" FOR EACH ROW EXECUTE FUNCTION record_change('teamId,participationId');
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "ParticipationGate" FOR EACH ROW EXECUTE FUNCTION record_change('participationId,gate');
-- `used` is a counter, not a decision: the registrations that move it are the history.
CREATE TRIGGER "record_change" AFTER INSERT OR DELETE OR UPDATE OF "size", "roleId", "siteId" ON "Quota" FOR EACH ROW EXECUTE FUNCTION record_change();
CREATE TRIGGER "record_change" AFTER INSERT OR DELETE OR UPDATE OF "least", "most", "roleId", "teamId" ON "Seat" FOR EACH ROW EXECUTE FUNCTION record_change();

CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Exercise" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Phase" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Activity" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Site" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "TeamKind" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Team" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Role" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Partner" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Participation" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Company" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE ON "Registration" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE OF "size", "roleId", "siteId" ON "Quota" FOR EACH ROW EXECUTE FUNCTION raise_version();
CREATE TRIGGER "raise_version" BEFORE UPDATE OF "least", "most", "roleId", "teamId" ON "Seat" FOR EACH ROW EXECUTE FUNCTION raise_version();
