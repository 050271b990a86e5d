CREATE TABLE "handover_cases" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handover_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"brief" text,
	"action_ids" uuid[] NOT NULL,
	"notice_ids" uuid[] NOT NULL,
	CONSTRAINT "handover_cases_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_user_id" uuid NOT NULL,
	"to_user_id" uuid NOT NULL,
	"given_on" date NOT NULL,
	"given_by_id" uuid NOT NULL,
	"undone_on" date,
	CONSTRAINT "handovers_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_operator_id_handover_id_handovers_operator_id_id_fk" FOREIGN KEY ("operator_id","handover_id") REFERENCES "public"."handovers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_user_id_users_id_fk" FOREIGN KEY ("from_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_user_id_users_id_fk" FOREIGN KEY ("to_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_given_by_id_users_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "handover_cases_pair" ON "handover_cases" USING btree ("operator_id","handover_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "handover_cases_accompaniment" ON "handover_cases" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "handovers_given" ON "handovers" USING btree ("operator_id","given_on");