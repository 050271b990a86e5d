ALTER TABLE "snapshots" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "certainty" text;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "origins" jsonb DEFAULT '{}'::jsonb NOT NULL;