ALTER TABLE "notes" ADD COLUMN "audience" text DEFAULT 'internal' NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "shared_at" timestamp with time zone;