CREATE TABLE "offer_files" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"invitation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "offer_files_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliverable_files" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"deliverable_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "deliverable_files_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "brief" jsonb;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "deadline" date;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "invitation_id" uuid;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "is_deposited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "engineerings" ADD COLUMN "unconsulted_reason" text;--> statement-breakpoint
ALTER TABLE "offer_files" ADD CONSTRAINT "offer_files_operator_id_invitation_id_invitations_operator_id_id_fk" FOREIGN KEY ("operator_id","invitation_id") REFERENCES "public"."invitations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_files" ADD CONSTRAINT "deliverable_files_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_files" ADD CONSTRAINT "deliverable_files_operator_id_deliverable_id_deliverables_operator_id_id_fk" FOREIGN KEY ("operator_id","deliverable_id") REFERENCES "public"."deliverables"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_files_invitation" ON "offer_files" USING btree ("operator_id","invitation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliverable_files_one" ON "deliverable_files" USING btree ("operator_id","deliverable_id");--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_operator_id_invitation_id_invitations_operator_id_id_fk" FOREIGN KEY ("operator_id","invitation_id") REFERENCES "public"."invitations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offers_invitation" ON "offers" USING btree ("operator_id","invitation_id");