-- AlterTable
ALTER TABLE "vendor" ADD COLUMN     "tolerance" JSONB;

-- CreateTable
CREATE TABLE "contract_change" (
    "id" SERIAL NOT NULL,
    "version_id" INTEGER NOT NULL,
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "contract_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_hours" (
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL DEFAULT 0,
    "day" DATE NOT NULL,
    "logged_hours" DECIMAL,
    "productive_hours" DECIMAL,
    "fte" DECIMAL,
    "source" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agent_hours_pkey" PRIMARY KEY ("vendor_id","program_id","day")
);

-- CreateTable
CREATE TABLE "quality_score" (
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL DEFAULT 0,
    "day" DATE NOT NULL,
    "kpi" TEXT NOT NULL,
    "score" DECIMAL NOT NULL,
    "sample" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quality_score_pkey" PRIMARY KEY ("vendor_id","program_id","day","kpi")
);

-- CreateTable
CREATE TABLE "forecast" (
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL DEFAULT 0,
    "month" DATE NOT NULL,
    "issued_at" DATE NOT NULL,
    "calls" INTEGER,
    "aht_s" DECIMAL,
    "conversion" DECIMAL,
    "source" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("vendor_id","program_id","month","issued_at")
);

-- CreateTable
CREATE TABLE "index_value" (
    "index" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "value" DECIMAL NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "index_value_pkey" PRIMARY KEY ("index","month")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "vendor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL DEFAULT 0,
    "month" DATE NOT NULL,
    "number" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "payable" BIGINT,
    "source" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "invoice_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" DECIMAL,
    "rate" DECIMAL,
    "amount" BIGINT NOT NULL,
    "matched_with" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "credited" BIGINT,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("invoice_id","place")
);

-- CreateTable
CREATE TABLE "invoice_note" (
    "id" SERIAL NOT NULL,
    "invoice_id" UUID NOT NULL,
    "place" INTEGER,
    "text" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "vendor_id" INTEGER NOT NULL,
    "query" JSONB NOT NULL,
    "contract" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "progress" JSONB,
    "result" JSONB,
    "error" JSONB,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contract_change_vendor_id_at_idx" ON "contract_change"("vendor_id", "at");

-- CreateIndex
CREATE INDEX "contract_change_version_id_idx" ON "contract_change"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_vendor_id_number_key" ON "invoice"("vendor_id", "number");

-- CreateIndex
CREATE INDEX "invoice_note_invoice_id_at_idx" ON "invoice_note"("invoice_id", "at");

-- CreateIndex
CREATE INDEX "scenario_vendor_id_created_at_idx" ON "scenario"("vendor_id", "created_at");

-- CreateIndex
CREATE INDEX "job_kind_created_at_idx" ON "job"("kind", "created_at");

-- AddForeignKey
ALTER TABLE "contract_change" ADD CONSTRAINT "contract_change_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_hours" ADD CONSTRAINT "agent_hours_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_score" ADD CONSTRAINT "quality_score_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_note" ADD CONSTRAINT "invoice_note_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Written by hand: what Prisma's schema language has no word for.
ALTER TABLE "agent_hours" ADD CONSTRAINT "agent_hours_not_negative" CHECK (
  ("logged_hours" IS NULL OR "logged_hours" >= 0) AND ("productive_hours" IS NULL OR "productive_hours" >= 0) AND ("fte" IS NULL OR "fte" >= 0)
);
ALTER TABLE "quality_score" ADD CONSTRAINT "quality_score_sample" CHECK ("sample" > 0 AND "score" >= 0);
ALTER TABLE "index_value" ADD CONSTRAINT "index_value_positive" CHECK ("value" > 0);
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_state" CHECK ("state" IN ('open', 'agreed', 'disputed', 'credited'));
ALTER TABLE "job" ADD CONSTRAINT "job_status" CHECK ("status" IN ('queued', 'running', 'done', 'failed'));
