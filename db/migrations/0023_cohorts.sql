CREATE TABLE "cohorts" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"grouping" text,
	"complements_id" uuid,
	"minimum" integer DEFAULT 4 NOT NULL,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cohorts_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"leader" text,
	"governance" text,
	"charter_signed_on" date,
	"leader_quarters" integer,
	"withdrawn_on" date,
	"withdrawal_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enrolments_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "individual_reviews" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"conclusions" text NOT NULL,
	"feedback" text,
	"third_person" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "individual_reviews_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "intersession_works" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"phase" integer NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"done_on" date,
	"with_governance" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "intersession_works_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "limit_reasons" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"limit_code" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "limit_reasons_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_operator_id_complements_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","complements_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "individual_reviews" ADD CONSTRAINT "individual_reviews_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "individual_reviews" ADD CONSTRAINT "individual_reviews_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intersession_works" ADD CONSTRAINT "intersession_works_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intersession_works" ADD CONSTRAINT "intersession_works_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "limit_reasons" ADD CONSTRAINT "limit_reasons_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cohorts_engineering" ON "cohorts" USING btree ("operator_id","engineering_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_pair" ON "enrolments" USING btree ("operator_id","engineering_id","accompaniment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "individual_reviews_pair" ON "individual_reviews" USING btree ("operator_id","engineering_id","accompaniment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "limit_reasons_one" ON "limit_reasons" USING btree ("operator_id","engineering_id","limit_code");