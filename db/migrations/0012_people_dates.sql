ALTER TABLE "people" ADD COLUMN "from_on" date;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "to_on" date;