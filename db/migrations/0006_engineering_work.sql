DROP INDEX "two_factors_user";--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "engineering_id" uuid;--> statement-breakpoint
ALTER TABLE "engineerings" ADD COLUMN "delivered_on" date;--> statement-breakpoint
ALTER TABLE "engineerings" ADD COLUMN "late_reason" text;--> statement-breakpoint
CREATE INDEX "plan_actions_session" ON "plan_actions" USING btree ("operator_id","from_session_id");--> statement-breakpoint
CREATE INDEX "plan_actions_engineering" ON "plan_actions" USING btree ("operator_id","engineering_id");--> statement-breakpoint
CREATE UNIQUE INDEX "two_factors_user" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
-- The schema file of engineerings imports that of plan actions: the key is declared here.
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_engineering_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "engineerings"("operator_id","id");
