CREATE TABLE "edition_questions" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edition_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"about" text NOT NULL,
	"body" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by_name" text,
	"answered_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_questions_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "edition_questions_answered" CHECK (("edition_questions"."answer" is null) = ("edition_questions"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "edition_questions" ADD CONSTRAINT "edition_questions_operator_id_edition_id_editions_operator_id_id_fk" FOREIGN KEY ("operator_id","edition_id") REFERENCES "public"."editions"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_questions" ADD CONSTRAINT "edition_questions_operator_id_agreement_id_agreements_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "public"."agreements"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_questions_edition" ON "edition_questions" USING btree ("operator_id","edition_id");--> statement-breakpoint
CREATE INDEX "edition_questions_agreement" ON "edition_questions" USING btree ("operator_id","agreement_id");