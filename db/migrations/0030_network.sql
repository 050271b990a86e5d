CREATE TABLE "network_statuses" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"status" text NOT NULL,
	"since_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "network_statuses_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "norm_gap_notes" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"difference" text NOT NULL,
	"accepted_because" text NOT NULL,
	"author_id" uuid,
	CONSTRAINT "norm_gap_notes_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "network_statuses" ADD CONSTRAINT "network_statuses_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_statuses" ADD CONSTRAINT "network_statuses_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "norm_gap_notes" ADD CONSTRAINT "norm_gap_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "norm_gap_notes" ADD CONSTRAINT "norm_gap_notes_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "network_statuses_organisation" ON "network_statuses" USING btree ("operator_id","organisation_id","since_on");--> statement-breakpoint
CREATE INDEX "norm_gap_notes_organisation" ON "norm_gap_notes" USING btree ("operator_id","organisation_id");