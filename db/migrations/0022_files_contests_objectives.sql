CREATE TABLE "diagnostic_comments" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"line" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "diagnostic_comments_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "diagnostic_contests" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"diagnostic_id" uuid NOT NULL,
	"line" text NOT NULL,
	"line_then" text NOT NULL,
	"body" text NOT NULL,
	"person_id" uuid,
	"contested_by" text NOT NULL,
	"contested_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by_name" text,
	"answered_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "diagnostic_contests_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "diagnostic_contests_answered" CHECK (("diagnostic_contests"."answer" is null) = ("diagnostic_contests"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "files" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"about" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "files_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_objectives" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"title" text NOT NULL,
	"unit" text,
	"baseline" numeric(14, 4),
	"target" numeric(14, 4),
	"reached" numeric(14, 4),
	"due_on" date,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_objectives_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "diagnostic_comments" ADD CONSTRAINT "diagnostic_comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnostic_comments" ADD CONSTRAINT "diagnostic_comments_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnostic_contests" ADD CONSTRAINT "diagnostic_contests_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnostic_contests" ADD CONSTRAINT "diagnostic_contests_operator_id_diagnostic_id_diagnostics_operator_id_id_fk" FOREIGN KEY ("operator_id","diagnostic_id") REFERENCES "public"."diagnostics"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnostic_contests" ADD CONSTRAINT "diagnostic_contests_operator_id_person_id_people_operator_id_id_fk" FOREIGN KEY ("operator_id","person_id") REFERENCES "public"."people"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_objectives" ADD CONSTRAINT "plan_objectives_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "diagnostic_comments_accompaniment" ON "diagnostic_comments" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "diagnostic_contests_accompaniment" ON "diagnostic_contests" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "diagnostic_contests_diagnostic" ON "diagnostic_contests" USING btree ("operator_id","diagnostic_id");--> statement-breakpoint
CREATE INDEX "files_accompaniment" ON "files" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "plan_objectives_accompaniment" ON "plan_objectives" USING btree ("operator_id","accompaniment_id");