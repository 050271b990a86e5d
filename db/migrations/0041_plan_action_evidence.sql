ALTER TABLE "plan_actions" ADD COLUMN "objective_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "starts_on" date;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "expected" text;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "evidence" text;