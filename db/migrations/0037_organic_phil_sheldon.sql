CREATE TABLE "share_members" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"share_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	CONSTRAINT "share_members_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "shared_sessions" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"share_id" uuid NOT NULL,
	"held_on" date,
	"days" numeric(14, 4),
	CONSTRAINT "shared_sessions_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "operator_parts" ADD COLUMN "ask" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD COLUMN "answered_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD COLUMN "sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD COLUMN "sent_hash" text;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "weight" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "total" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "ask" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "kind" text DEFAULT 'collective' NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "provider_name" text;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "provider_match" text;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "signed_on" date;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "paid_on" date;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "whole_cents" bigint;--> statement-breakpoint
ALTER TABLE "share_members" ADD CONSTRAINT "share_members_operator_id_share_id_shares_operator_id_id_fk" FOREIGN KEY ("operator_id","share_id") REFERENCES "public"."shares"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_members" ADD CONSTRAINT "share_members_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_sessions" ADD CONSTRAINT "shared_sessions_operator_id_share_id_shares_operator_id_id_fk" FOREIGN KEY ("operator_id","share_id") REFERENCES "public"."shares"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "share_members_pair" ON "share_members" USING btree ("operator_id","share_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "shared_sessions_share" ON "shared_sessions" USING btree ("operator_id","share_id");