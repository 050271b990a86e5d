CREATE TABLE "answers" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"question" text NOT NULL,
	"moment" text NOT NULL,
	"value" jsonb,
	"reader_id" uuid,
	"answered_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answers_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "answers_identity" UNIQUE NULLS NOT DISTINCT("operator_id","accompaniment_id","question","moment","reader_id")
);
--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_reader_id_users_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("operator_id","question");