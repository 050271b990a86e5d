CREATE TABLE "funder_transfers" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"paid_on" date NOT NULL,
	"amount_cents" bigint NOT NULL,
	"reference" text NOT NULL,
	"over_reason" text,
	CONSTRAINT "funder_transfers_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "funder_transfers" ADD CONSTRAINT "funder_transfers_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funder_transfers" ADD CONSTRAINT "funder_transfers_operator_id_agreement_id_agreements_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "public"."agreements"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "funder_transfers_reference" ON "funder_transfers" USING btree ("operator_id","engineering_id","agreement_id","reference");