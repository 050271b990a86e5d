CREATE TABLE "provider_references" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"title" text NOT NULL,
	"organisation" text NOT NULL,
	"sector" text,
	"place" text,
	"year" integer NOT NULL,
	"asked_on" date NOT NULL,
	"asked_of" text NOT NULL,
	"citation" text,
	"answered_on" date,
	"withdrawn_on" date,
	CONSTRAINT "provider_references_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "provider_references" ADD CONSTRAINT "provider_references_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_references" ADD CONSTRAINT "provider_references_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_references" ADD CONSTRAINT "provider_references_operator_id_provider_id_providers_operator_id_id_fk" FOREIGN KEY ("operator_id","provider_id") REFERENCES "public"."providers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "provider_references_mission" ON "provider_references" USING btree ("operator_id","engineering_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "provider_references_provider" ON "provider_references" USING btree ("operator_id","provider_id");