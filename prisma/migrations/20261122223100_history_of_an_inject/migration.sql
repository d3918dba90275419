-- What was said of one inject, in its own row and in those that hang on it, without reading the history of all others.
CREATE INDEX "ChangeField_inject_idx" ON "ChangeField"((split_part("row", '/', 1)), "id")
  WHERE "table" IN ('Inject', 'InjectParty', 'InjectObjective', 'InjectValue', 'Wait');
