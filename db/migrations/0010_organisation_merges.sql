CREATE TABLE "organisation_merges" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kept_id" uuid NOT NULL,
	"absorbed_id" uuid NOT NULL,
	"merged_on" date NOT NULL,
	"merged_by" uuid,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"undone_on" date,
	CONSTRAINT "organisation_merges_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "organisation_merges" ADD CONSTRAINT "organisation_merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merges" ADD CONSTRAINT "organisation_merges_operator_id_kept_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","kept_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_merges" ADD CONSTRAINT "organisation_merges_operator_id_absorbed_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","absorbed_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_merges_kept" ON "organisation_merges" USING btree ("operator_id","kept_id");--> statement-breakpoint
CREATE INDEX "organisation_merges_absorbed" ON "organisation_merges" USING btree ("operator_id","absorbed_id");