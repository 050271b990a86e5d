ALTER TABLE "providers" ADD COLUMN "skills" text;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "sectors" text;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "territories" text;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "confirmed_on" date;