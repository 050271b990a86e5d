ALTER TABLE "engineerings" ADD COLUMN "money_share" numeric(24, 20) DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD COLUMN "accepted_quarters" integer;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD COLUMN "accepted_cents" bigint;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD COLUMN "accepted_whole_cents" bigint;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "accepted_quarters" integer;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "accepted_cents" bigint;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "counted_cents" bigint;--> statement-breakpoint
-- What was accepted until now is what each partner was told last. Row-level security is put back by the isolation that
-- follows every migration.
ALTER TABLE engineerings NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE operator_parts NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE shares NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE engineerings SET money_share = share WHERE share <> 1;--> statement-breakpoint
UPDATE operator_parts p SET accepted_quarters = s.quarters, accepted_cents = s.amount_cents, accepted_whole_cents = s.whole_cents
FROM shares s WHERE s.share_key = p.share_key AND p.state = 'accepted';--> statement-breakpoint
UPDATE shares SET accepted_quarters = quarters, accepted_cents = amount_cents, counted_cents = whole_cents WHERE counted;
