CREATE TABLE "impact_effects" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"study_id" uuid NOT NULL,
	"stake" text NOT NULL,
	"activity" text NOT NULL,
	"output" text,
	"effect" text NOT NULL,
	"on_whom" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "impact_effects_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "impact_indicators" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"study_id" uuid NOT NULL,
	"effect_id" uuid NOT NULL,
	"name" text NOT NULL,
	"definition" text NOT NULL,
	"source" text NOT NULL,
	"unit" text,
	"measured_by" text NOT NULL,
	"baseline" numeric(14, 4),
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "impact_indicators_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "impact_measures" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"value" numeric(14, 4),
	"view" text,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "impact_measures_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "impact_parties" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"study_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"function" text,
	"asked_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "impact_parties_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "impact_studies" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"stage" text DEFAULT 'framing' NOT NULL,
	"stakes" text NOT NULL,
	"conclusions" text,
	"uses" text,
	"before_on" date,
	"after_on" date,
	"concluded_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "impact_studies_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "impact_effects" ADD CONSTRAINT "impact_effects_operator_id_study_id_impact_studies_operator_id_id_fk" FOREIGN KEY ("operator_id","study_id") REFERENCES "public"."impact_studies"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_indicators" ADD CONSTRAINT "impact_indicators_operator_id_study_id_impact_studies_operator_id_id_fk" FOREIGN KEY ("operator_id","study_id") REFERENCES "public"."impact_studies"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_indicators" ADD CONSTRAINT "impact_indicators_operator_id_effect_id_impact_effects_operator_id_id_fk" FOREIGN KEY ("operator_id","effect_id") REFERENCES "public"."impact_effects"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_measures" ADD CONSTRAINT "impact_measures_operator_id_indicator_id_impact_indicators_operator_id_id_fk" FOREIGN KEY ("operator_id","indicator_id") REFERENCES "public"."impact_indicators"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_measures" ADD CONSTRAINT "impact_measures_operator_id_party_id_impact_parties_operator_id_id_fk" FOREIGN KEY ("operator_id","party_id") REFERENCES "public"."impact_parties"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_parties" ADD CONSTRAINT "impact_parties_operator_id_study_id_impact_studies_operator_id_id_fk" FOREIGN KEY ("operator_id","study_id") REFERENCES "public"."impact_studies"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_studies" ADD CONSTRAINT "impact_studies_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "impact_effects_study" ON "impact_effects" USING btree ("operator_id","study_id");--> statement-breakpoint
CREATE INDEX "impact_indicators_study" ON "impact_indicators" USING btree ("operator_id","study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "impact_measures_one" ON "impact_measures" USING btree ("operator_id","indicator_id","party_id","moment");--> statement-breakpoint
CREATE INDEX "impact_measures_party" ON "impact_measures" USING btree ("operator_id","party_id");--> statement-breakpoint
CREATE INDEX "impact_parties_study" ON "impact_parties" USING btree ("operator_id","study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "impact_studies_case" ON "impact_studies" USING btree ("operator_id","accompaniment_id");