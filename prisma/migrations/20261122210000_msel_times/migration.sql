-- What was said of the times of a list is remembered beside its headings, and a zone has a longer name than a field.
ALTER TABLE "MselWord" ALTER COLUMN "meaning" TYPE VARCHAR(64);
