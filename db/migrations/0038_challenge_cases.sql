CREATE TABLE "challenge_cases" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"challenge_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"reason" text,
	"tied_on" date NOT NULL,
	CONSTRAINT "challenge_cases_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "challenge_cases" ADD CONSTRAINT "challenge_cases_operator_id_challenge_id_challenges_operator_id_id_fk" FOREIGN KEY ("operator_id","challenge_id") REFERENCES "public"."challenges"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_cases" ADD CONSTRAINT "challenge_cases_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "challenge_cases_pair" ON "challenge_cases" USING btree ("operator_id","challenge_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "challenge_cases_case" ON "challenge_cases" USING btree ("operator_id","accompaniment_id");