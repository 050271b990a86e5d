CREATE TABLE "juror_scores" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"step" text NOT NULL,
	"writer_id" uuid NOT NULL,
	"juror" text DEFAULT '' NOT NULL,
	"scores" jsonb NOT NULL,
	"comment" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "juror_scores_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "juror_scores_identity" UNIQUE("operator_id","accompaniment_id","step","writer_id","juror")
);
--> statement-breakpoint
ALTER TABLE "juror_scores" ADD CONSTRAINT "juror_scores_writer_id_users_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "juror_scores" ADD CONSTRAINT "juror_scores_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;