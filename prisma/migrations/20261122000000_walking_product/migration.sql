-- CreateEnum
CREATE TYPE "direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('sale', 'resolved', 'unresolved', 'no_sale', 'refused', 'callback', 'transferred', 'no_contact', 'bad_number', 'abandoned', 'other');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "import_phase" AS ENUM ('reading', 'storing', 'rolling_up', 'judging', 'done');

-- CreateTable
CREATE TABLE "organisation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "currency" CHAR(3) NOT NULL,
    "timezone" TEXT NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2),
    "timezone" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "color" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vendor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "timezone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "gross_margin" DECIMAL NOT NULL,
    "other_cost_per_call" DECIMAL NOT NULL,
    "required_margin" JSONB NOT NULL,
    "service_level" JSONB,
    "short_abandon_seconds" INTEGER NOT NULL,
    "repeat_window_days" INTEGER NOT NULL,
    "go_live" DATE,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_version" (
    "id" SERIAL NOT NULL,
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "currency" CHAR(3) NOT NULL,
    "timezone" TEXT NOT NULL,
    "exchange" TEXT NOT NULL,
    "rating" JSONB NOT NULL,
    "charges" JSONB NOT NULL,
    "vendor_cost" JSONB,
    "plan" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contract_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_map" (
    "vendor_id" INTEGER NOT NULL,
    "disposition" TEXT NOT NULL,
    "outcome" "outcome",
    "leave_out" TEXT,

    CONSTRAINT "outcome_map_pkey" PRIMARY KEY ("vendor_id","disposition")
);

-- CreateTable
CREATE TABLE "call" (
    "vendor_id" INTEGER NOT NULL,
    "call_id" TEXT NOT NULL,
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
    "batch_id" UUID NOT NULL,
    "batch_row" INTEGER NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("vendor_id","call_id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "vendor_id" INTEGER,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "status" "import_status" NOT NULL,
    "phase" "import_phase" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "bytes_total" BIGINT,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "inserted" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "repeated" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "days" INTEGER NOT NULL DEFAULT 0,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "error" JSONB,
    "actor" TEXT NOT NULL,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_reject" (
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT,
    "value" TEXT,
    "reason" JSONB NOT NULL,

    CONSTRAINT "import_reject_pkey" PRIMARY KEY ("batch_id","position")
);

-- CreateTable
CREATE TABLE "call_rollup" (
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "direction" "direction" NOT NULL,
    "call_type" TEXT NOT NULL,
    "rate_class" TEXT NOT NULL,
    "contract_id" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "calls" INTEGER NOT NULL,
    "offered" INTEGER NOT NULL,
    "attempted" INTEGER NOT NULL,
    "handled" INTEGER NOT NULL,
    "contact" INTEGER NOT NULL,
    "abandoned" INTEGER NOT NULL,
    "short_abandoned" INTEGER NOT NULL,
    "answered_within" INTEGER NOT NULL,
    "abandoned_within" INTEGER NOT NULL,
    "outcomes" INTEGER[],
    "wait_ms" BIGINT NOT NULL,
    "talk_ms" BIGINT NOT NULL,
    "hold_ms" BIGINT NOT NULL,
    "wrap_ms" BIGINT NOT NULL,
    "handle_ms" BIGINT NOT NULL,
    "wait_known" INTEGER NOT NULL,
    "hold_known" INTEGER NOT NULL,
    "wrap_known" INTEGER NOT NULL,
    "billed_calls" INTEGER NOT NULL,
    "billed_seconds" BIGINT NOT NULL,
    "revenue" BIGINT NOT NULL,
    "revenue_calls" INTEGER NOT NULL,
    "sales_without_revenue" INTEGER NOT NULL,
    "handled_sales" INTEGER NOT NULL,
    "handled_revenue" BIGINT NOT NULL,
    "revenue_squared" DECIMAL NOT NULL,
    "handle_squared" DECIMAL NOT NULL,
    "revenue_handle" DECIMAL NOT NULL,
    "sale_handle_ms" BIGINT NOT NULL,
    "buckets" SMALLINT[],
    "bucket_counts" INTEGER[],

    CONSTRAINT "call_rollup_pkey" PRIMARY KEY ("vendor_id","program_id","day","direction","call_type","rate_class","contract_id","currency")
);

-- CreateTable
CREATE TABLE "verdict" (
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "through" DATE NOT NULL,
    "verdict" JSONB NOT NULL,
    "history" JSONB NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("vendor_id","program_id")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("currency","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "vendor_code_key" ON "vendor"("code");

-- CreateIndex
CREATE UNIQUE INDEX "program_code_key" ON "program"("code");

-- CreateIndex
CREATE INDEX "contract_version_vendor_id_program_id_valid_from_idx" ON "contract_version"("vendor_id", "program_id", "valid_from");

-- CreateIndex
CREATE INDEX "call_started_at_idx" ON "call" USING BRIN ("started_at");

-- CreateIndex
CREATE INDEX "import_batch_started_at_idx" ON "import_batch"("started_at");

-- CreateIndex
CREATE INDEX "call_rollup_day_idx" ON "call_rollup"("day");

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_map" ADD CONSTRAINT "outcome_map_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_reject" ADD CONSTRAINT "import_reject_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_rollup" ADD CONSTRAINT "call_rollup_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_rollup" ADD CONSTRAINT "call_rollup_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Written by hand: what Prisma's schema language has no word for.

-- No time runs backwards. (No semicolon in a comment: the engine splits statements at each.)
ALTER TABLE "call" ADD CONSTRAINT "call_durations" CHECK (
  "talk_ms" >= 0 AND ("wait_ms" IS NULL OR "wait_ms" >= 0) AND ("hold_ms" IS NULL OR "hold_ms" >= 0) AND ("wrap_ms" IS NULL OR "wrap_ms" >= 0)
);
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_dates" CHECK ("valid_to" IS NULL OR "valid_to" > "valid_from");
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_is_one" CHECK ("id" = 1);
ALTER TABLE "outcome_map" ADD CONSTRAINT "outcome_map_says_one" CHECK (("outcome" IS NULL) <> ("leave_out" IS NULL));

-- A day of calls is a few hundred pages: smaller ranges than the default of 128 pages find it more closely.
ALTER INDEX "call_started_at_idx" SET (pages_per_range = 32);

-- Bulk loads are staged here, one unlogged table an import, dropped when it ends.
CREATE SCHEMA IF NOT EXISTS "staging";
