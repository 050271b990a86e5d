ALTER TABLE "needs" ADD COLUMN "urgency" text;--> statement-breakpoint
ALTER TABLE "needs" ADD COLUMN "jobs_effect" text;