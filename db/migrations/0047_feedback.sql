CREATE TABLE "feedback_answers" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"follow_up_id" uuid NOT NULL,
	"satisfaction" integer NOT NULL,
	"batch" integer,
	CONSTRAINT "feedback_answers_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "feedback_batches" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"answers" integer NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "feedback_batches_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "feedback_answers" ADD CONSTRAINT "feedback_answers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_answers" ADD CONSTRAINT "feedback_answers_operator_id_follow_up_id_follow_ups_operator_id_id_fk" FOREIGN KEY ("operator_id","follow_up_id") REFERENCES "public"."follow_ups"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_batches" ADD CONSTRAINT "feedback_batches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_batches" ADD CONSTRAINT "feedback_batches_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_answers_once" ON "feedback_answers" USING btree ("operator_id","user_id","follow_up_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_batches_rank" ON "feedback_batches" USING btree ("operator_id","user_id","rank");