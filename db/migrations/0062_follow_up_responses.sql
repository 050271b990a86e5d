CREATE TABLE "follow_up_responses" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"follow_up_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"person_id" uuid,
	"respondent" text,
	"channel" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"pages" integer DEFAULT 0 NOT NULL,
	"sent_on" date,
	"is_reference" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_up_responses_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "follow_up_responses_person" UNIQUE NULLS NOT DISTINCT("operator_id","follow_up_id","channel","person_id")
);
--> statement-breakpoint
ALTER TABLE "follow_up_responses" ADD CONSTRAINT "follow_up_responses_operator_id_follow_up_id_follow_ups_operator_id_id_fk" FOREIGN KEY ("operator_id","follow_up_id") REFERENCES "public"."follow_ups"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_responses" ADD CONSTRAINT "follow_up_responses_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_responses" ADD CONSTRAINT "follow_up_responses_operator_id_person_id_people_operator_id_id_fk" FOREIGN KEY ("operator_id","person_id") REFERENCES "public"."people"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_responses_case" ON "follow_up_responses" USING btree ("operator_id","accompaniment_id");