-- Files belong to their inject: the history names them with it, as everything else that hangs on one, and whoever has the
-- inject open is told of them.
DROP TRIGGER "record_change" ON "Attachment";
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Attachment" FOR EACH ROW EXECUTE FUNCTION record_change('injectId,id');
CREATE TRIGGER "tell_scenario" AFTER INSERT OR UPDATE OR DELETE ON "Attachment" FOR EACH ROW WHEN (current_setting('startex.change', true) <> 'off') EXECUTE FUNCTION tell_scenario();

UPDATE "ChangeField" SET "row" = (coalesce(nullif("to", 'null'), "from") ->> 'injectId') || '/' || "row"
 WHERE "table" = 'Attachment' AND "field" = '*' AND position('/' IN "row") = 0
   AND coalesce(nullif("to", 'null'), "from") ->> 'injectId' IS NOT NULL;
