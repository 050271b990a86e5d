CREATE TABLE "send_days" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"day" date NOT NULL,
	"begun" integer DEFAULT 0 NOT NULL,
	"usual" integer,
	"allowed" integer NOT NULL,
	"stopped_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "send_days_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "send_days" ADD CONSTRAINT "send_days_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "send_days_day" ON "send_days" USING btree ("operator_id","day");