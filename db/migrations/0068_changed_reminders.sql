ALTER TABLE "reminders" ADD COLUMN "advanced_to" date;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "addition" text;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "addition" text;