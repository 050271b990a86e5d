ALTER TABLE "sessions" ADD COLUMN "begins_at" time;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "ends_at" time;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "consultant_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_consultant_id_users_id_fk" FOREIGN KEY ("consultant_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_consultant" ON "sessions" USING btree ("operator_id","consultant_id","held_on");--> statement-breakpoint
-- Whoever recorded a session as a consultant of its engineering is the one whose session it is. Row-level security is put
-- back by the isolation that follows every migration.
ALTER TABLE "sessions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grants" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "sessions" SET "consultant_id" = "recorded_by" WHERE EXISTS (
  SELECT FROM "grants" WHERE "grants"."operator_id" = "sessions"."operator_id" AND "grants"."user_id" = "sessions"."recorded_by"
    AND "grants"."kind" = 'consultant' AND "grants"."subject_id" = "sessions"."engineering_id");
