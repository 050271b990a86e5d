ALTER TABLE "accompaniments" ADD COLUMN "postponed_step" text;--> statement-breakpoint
ALTER TABLE "accompaniments" ADD COLUMN "postponed_to" date;