CREATE TABLE "amendments" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"signed_on" date NOT NULL,
	"quarters_added" integer NOT NULL,
	"cents_added" bigint NOT NULL,
	"ends_on_before" date,
	"ends_on" date,
	"reason" text NOT NULL,
	CONSTRAINT "amendments_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliverables" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"state" text DEFAULT 'expected' NOT NULL,
	"submitted_on" date,
	"address" text,
	"note" text,
	"remark" text,
	"accepted_on" date,
	"accepted_by" text,
	"sharing" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliverables_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"received_on" date NOT NULL,
	"quarters" integer NOT NULL,
	"amount_cents" bigint NOT NULL,
	"paid_on" date,
	"payment_proof" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_rank" ON "amendments" USING btree ("operator_id","engineering_id","rank");--> statement-breakpoint
CREATE INDEX "deliverables_engineering" ON "deliverables" USING btree ("operator_id","engineering_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_reference" ON "invoices" USING btree ("operator_id","engineering_id","reference");