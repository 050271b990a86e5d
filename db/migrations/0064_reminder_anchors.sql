DROP INDEX "reminders_identity";--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "anchor_on" date;--> statement-breakpoint
CREATE INDEX "reminders_subject" ON "reminders" USING btree ("operator_id","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_identity" ON "reminders" USING btree ("operator_id","rule","subject_id","occurrence","anchor_on");