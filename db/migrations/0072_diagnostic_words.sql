ALTER TABLE "snapshots" ADD COLUMN "governance" integer;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "funder_kinds" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "alliances" text;