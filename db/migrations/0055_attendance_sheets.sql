CREATE TABLE "sheet_places" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"accompaniment_id" uuid,
	"person_name" text,
	"role" text,
	"organisation" text,
	"title" text,
	CONSTRAINT "sheet_places_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"signed_name" text NOT NULL,
	"means" text NOT NULL,
	"drawing" text,
	"held_on" date,
	"begins_at" time,
	"ends_at" time,
	"quarters" integer,
	"place" text,
	"sheet_hash" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"taken_by" uuid,
	"file_id" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text,
	"withdrawn_reason" text,
	CONSTRAINT "signatures_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "sheet_places" ADD CONSTRAINT "sheet_places_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_places" ADD CONSTRAINT "sheet_places_operator_id_session_id_sessions_operator_id_id_fk" FOREIGN KEY ("operator_id","session_id") REFERENCES "public"."sessions"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_places" ADD CONSTRAINT "sheet_places_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_taken_by_users_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_operator_id_session_id_sessions_operator_id_id_fk" FOREIGN KEY ("operator_id","session_id") REFERENCES "public"."sessions"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_operator_id_place_id_sheet_places_operator_id_id_fk" FOREIGN KEY ("operator_id","place_id") REFERENCES "public"."sheet_places"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sheet_places_session" ON "sheet_places" USING btree ("operator_id","session_id");--> statement-breakpoint
CREATE INDEX "signatures_session" ON "signatures" USING btree ("operator_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_once" ON "signatures" USING btree ("operator_id","place_id","sheet_hash") WHERE withdrawn_at is null;