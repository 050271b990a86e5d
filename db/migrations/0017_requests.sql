CREATE TABLE "requests" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"organisation_name" text,
	"siret" text,
	"rna" text,
	"legal_form" text,
	"place" text,
	"employees" integer,
	"person_name" text,
	"person_role" text,
	"requester" text,
	"email" text NOT NULL,
	"phone" text,
	"board_agreement_on" date,
	"prescriber" text,
	"motive" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"notice_given_on" date,
	"started_on" date NOT NULL,
	"sent_on" date,
	"decided_on" date,
	"decided_by" uuid,
	"decline_reason" text,
	"answer" text,
	"accompaniment_id" uuid,
	"organisation_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "links" ALTER COLUMN "accompaniment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requests_state" ON "requests" USING btree ("operator_id","state","sent_on");