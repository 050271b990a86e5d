-- History is never written over, so an address in it could not be erased: it stands in the ledger alone from now on.
-- Trigger and row-level security are put back by the isolation that follows every migration.
DROP TRIGGER IF EXISTS append_only ON events;--> statement-breakpoint
ALTER TABLE events NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE events SET data = data - 'recipient' WHERE subject_kind = 'send' AND data ? 'recipient';
