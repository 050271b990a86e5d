CREATE TABLE "funder_logos" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"funder_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "funder_logos_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "funder_logos" ADD CONSTRAINT "funder_logos_operator_id_funder_id_funders_operator_id_id_fk" FOREIGN KEY ("operator_id","funder_id") REFERENCES "public"."funders"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "funder_logos_funder" ON "funder_logos" USING btree ("operator_id","funder_id");