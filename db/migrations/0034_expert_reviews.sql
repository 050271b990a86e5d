CREATE TABLE "expert_reviews" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"centre" text NOT NULL,
	"sector" text NOT NULL,
	"person_name" text NOT NULL,
	"email" text NOT NULL,
	"question" text NOT NULL,
	"parts" text[] NOT NULL,
	"copy" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"sent_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"outcome" text,
	"opinion" text,
	"specialities" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expert_reviews_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "expert_reviews_answered" CHECK ("expert_reviews"."answered_at" is null or "expert_reviews"."sent_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "expert_reviews" ADD CONSTRAINT "expert_reviews_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expert_reviews_accompaniment" ON "expert_reviews" USING btree ("operator_id","accompaniment_id");