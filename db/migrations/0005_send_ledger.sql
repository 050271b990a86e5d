DROP INDEX "outbox_waiting";--> statement-breakpoint
DROP INDEX "sends_due";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sends" ADD COLUMN "data_started_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "sends_state" ON "sends" USING btree ("operator_id","state","due_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("available_at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "sends_due" ON "sends" USING btree ("due_at") WHERE state in ('planned', 'sending');