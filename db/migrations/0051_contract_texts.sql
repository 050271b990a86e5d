CREATE TABLE "contract_texts" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"operator_signatory" text,
	"organisation_signatory" text,
	"provider_signatory" text,
	"object" text,
	"vat_basis_points" integer,
	"payment" text,
	"ownership" text,
	"sharing" text,
	"confidentiality" text,
	"personal_data" text,
	"termination" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contract_texts_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "terms_of_reference" ADD COLUMN "vat_basis_points" integer;--> statement-breakpoint
ALTER TABLE "contract_texts" ADD CONSTRAINT "contract_texts_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_texts_engineering" ON "contract_texts" USING btree ("operator_id","engineering_id");