-- Small files of injects. What is in them stands apart, so that the history keeps that they were there and not the bytes.
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "injectId" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "mime" VARCHAR(120) NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "AttachmentContent" (
    "attachmentId" UUID NOT NULL,
    "exerciseId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "AttachmentContent_pkey" PRIMARY KEY ("attachmentId")
);

CREATE INDEX "Attachment_exerciseId_injectId_idx" ON "Attachment"("exerciseId", "injectId");

CREATE UNIQUE INDEX "Attachment_exerciseId_id_key" ON "Attachment"("exerciseId", "id");

CREATE UNIQUE INDEX "attachment_name_taken" ON "Attachment"("injectId", "name");

CREATE UNIQUE INDEX "AttachmentContent_exerciseId_attachmentId_key" ON "AttachmentContent"("exerciseId", "attachmentId");

ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_exerciseId_injectId_fkey" FOREIGN KEY ("exerciseId", "injectId") REFERENCES "Inject"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "AttachmentContent" ADD CONSTRAINT "AttachmentContent_exerciseId_attachmentId_fkey" FOREIGN KEY ("exerciseId", "attachmentId") REFERENCES "Attachment"("exerciseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Attachment" ADD CONSTRAINT "attachment_name_given" CHECK (btrim("name") <> '');
ALTER TABLE "Attachment" ADD CONSTRAINT "attachment_size" CHECK ("size" BETWEEN 1 AND 5242880);
ALTER TABLE "Attachment" ADD CONSTRAINT "attachment_sum" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "AttachmentContent" ADD CONSTRAINT "attachment_content_size" CHECK (octet_length("bytes") BETWEEN 1 AND 5242880);

CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "Attachment" FOR EACH ROW EXECUTE FUNCTION record_change();
