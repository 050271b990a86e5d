ALTER TABLE "referrals" ADD COLUMN "expected_on" date;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "agenda" text;