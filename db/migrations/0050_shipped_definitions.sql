ALTER TABLE "programmes" ADD COLUMN "shipped" jsonb;--> statement-breakpoint
-- The first version of a programme is the shipped one, and is never written again, save where it was copied from another.
-- Row-level security is put back by the isolation that follows every migration.
ALTER TABLE programmes NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE events NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE programmes SET shipped = definition WHERE version = 1 AND NOT EXISTS (
  SELECT FROM events WHERE events.operator_id = programmes.operator_id AND events.subject_id = programmes.id AND events.name = 'programme.copied'
);
