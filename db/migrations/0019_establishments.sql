CREATE TABLE "establishments" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"siret" text,
	"commune" text,
	"department" text,
	"region" text,
	"opened_on" date,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "establishments_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "organisation_labels" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"granted_on" date NOT NULL,
	"ends_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_labels_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "accompaniments" ADD COLUMN "territory" jsonb;--> statement-breakpoint
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_labels" ADD CONSTRAINT "organisation_labels_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "establishments_organisation" ON "establishments" USING btree ("operator_id","organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_labels_organisation" ON "organisation_labels" USING btree ("operator_id","organisation_id");