-- AlterEnum
ALTER TYPE "import_status" ADD VALUE 'draft';
ALTER TYPE "import_status" ADD VALUE 'queued';
ALTER TYPE "import_status" ADD VALUE 'cancelled';
ALTER TYPE "import_status" ADD VALUE 'undone';

-- AlterEnum
ALTER TYPE "import_phase" ADD VALUE 'waiting';
ALTER TYPE "import_phase" ADD VALUE 'checking';
ALTER TYPE "import_phase" ADD VALUE 'joining';

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "last_touch_days" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "revenue_booking" TEXT NOT NULL DEFAULT 'call_day',
ADD COLUMN     "transfer_time" TEXT NOT NULL DEFAULT 'every_leg';

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "batch_file" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "details" JSONB,
ADD COLUMN     "event_revenue" BIGINT,
ADD COLUMN     "leg_of" TEXT;

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "calls" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "committed" BIGINT,
ADD COLUMN     "documents" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "files" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "fingerprint" TEXT,
ADD COLUMN     "first_day" DATE,
ADD COLUMN     "idempotency_key" TEXT,
ADD COLUMN     "job_id" UUID,
ADD COLUMN     "last_day" DATE,
ADD COLUMN     "metrics" JSONB,
ADD COLUMN     "not_calls" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "quality" JSONB,
ADD COLUMN     "repeat_of" UUID,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'command',
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_by" TEXT;

-- AlterTable
ALTER TABLE "import_reject" ADD COLUMN     "file" SMALLINT NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "program_word" (
    "vendor_id" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "program_id" INTEGER NOT NULL,

    CONSTRAINT "program_word_pkey" PRIMARY KEY ("vendor_id","word")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "vendor_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "header" TEXT[],
    "mapping" JSONB NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_word" (
    "vendor_id" INTEGER NOT NULL,
    "call_id" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "batch_row" INTEGER NOT NULL,
    "batch_file" SMALLINT NOT NULL,
    "program_id" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "wait_ms" INTEGER,
    "talk_ms" INTEGER NOT NULL,
    "hold_ms" INTEGER,
    "wrap_ms" INTEGER,
    "revenue" BIGINT,
    "direction" "direction" NOT NULL,
    "outcome" "outcome" NOT NULL,
    "answered" BOOLEAN NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "call_type" TEXT,
    "agent" TEXT,
    "disposition" TEXT,
    "customer_ref" BYTEA,
    "leg_of" TEXT,
    "details" JSONB,

    CONSTRAINT "call_word_pkey" PRIMARY KEY ("vendor_id","call_id","batch_id")
);

-- CreateTable
CREATE TABLE "revenue_event" (
    "vendor_id" INTEGER NOT NULL DEFAULT 0,
    "event_id" TEXT NOT NULL,
    "call_id" TEXT,
    "customer_ref" BYTEA,
    "program_id" INTEGER NOT NULL DEFAULT 0,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "matched_vendor_id" INTEGER,
    "matched_call_id" TEXT,
    "matched_by" TEXT,
    "unmatched" TEXT,
    "matched_program_id" INTEGER,
    "call_day" DATE,
    "event_day" DATE,
    "booked_as" TEXT,
    "source" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revenue_event_pkey" PRIMARY KEY ("vendor_id","event_id")
);

-- CreateTable
CREATE TABLE "import_rejected_row" (
    "batch_id" UUID NOT NULL,
    "file" SMALLINT NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "import_rejected_row_pkey" PRIMARY KEY ("batch_id","file","row")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_vendor_id_name_key" ON "import_mapping"("vendor_id", "name");

-- CreateIndex
CREATE INDEX "call_word_batch_id_idx" ON "call_word"("batch_id");

-- CreateIndex
CREATE INDEX "revenue_event_matched_vendor_id_matched_call_id_idx" ON "revenue_event"("matched_vendor_id", "matched_call_id");

-- CreateIndex
CREATE INDEX "revenue_event_matched_vendor_id_matched_program_id_call_day_idx" ON "revenue_event"("matched_vendor_id", "matched_program_id", "call_day");

-- CreateIndex
CREATE INDEX "revenue_event_call_id_idx" ON "revenue_event"("call_id");

-- CreateIndex
CREATE INDEX "revenue_event_customer_ref_idx" ON "revenue_event"("customer_ref");

-- CreateIndex
CREATE INDEX "revenue_event_occurred_at_idx" ON "revenue_event"("occurred_at");

-- CreateIndex
DROP INDEX "call_started_at_idx";
CREATE INDEX "call_started_at_batch_id_idx" ON "call" USING BRIN ("started_at", "batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_committed_key" ON "import_batch"("committed");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_idempotency_key_key" ON "import_batch"("idempotency_key");

-- CreateIndex
CREATE INDEX "import_batch_fingerprint_idx" ON "import_batch"("fingerprint");

-- AddForeignKey
ALTER TABLE "program_word" ADD CONSTRAINT "program_word_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_word" ADD CONSTRAINT "program_word_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejected_row" ADD CONSTRAINT "import_rejected_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The order in which batches are committed, those so far by their beginning.
CREATE SEQUENCE "import_batch_committed";
UPDATE "import_batch" b SET "committed" = ordered.place
FROM (SELECT "id", nextval('import_batch_committed') AS place FROM (SELECT "id" FROM "import_batch" WHERE "status" = 'done' ORDER BY "started_at", "id") done) ordered
WHERE ordered."id" = b."id";

-- A batch's calls lie together: block ranges find them.
ALTER INDEX "call_started_at_batch_id_idx" SET (pages_per_range = 32);

ALTER TABLE "program" ADD CONSTRAINT "program_transfer_time" CHECK ("transfer_time" IN ('every_leg', 'last_leg'));
ALTER TABLE "program" ADD CONSTRAINT "program_revenue_booking" CHECK ("revenue_booking" IN ('call_day', 'event_day'));

-- Calls go straight where they belong, or into a table of the import's own transaction: nothing is staged for others to see.
DROP SCHEMA IF EXISTS "staging" CASCADE;
