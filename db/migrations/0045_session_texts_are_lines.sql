-- Each line of a session's texts becomes a line of its own; the marks of a list of next steps were never shown. Row-level
-- security is put back by the isolation that follows every migration.
ALTER TABLE "sessions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "session_lines" ("operator_id", "id", "engineering_id", "session_id", "kind", "position", "text")
SELECT s."operator_id", gen_random_uuid(), s."engineering_id", s."id", t."kind", (t."rank" * 1000 + l."position")::int,
  CASE WHEN t."kind" = 'next_step' THEN regexp_replace(btrim(l."text", E' \t\r'), '^([-–—•*·]|[0-9]{1,2}[.)])\s+', '') ELSE btrim(l."text", E' \t\r') END
FROM "sessions" s
CROSS JOIN LATERAL (VALUES (1, 'agenda', s."agenda"), (2, 'decision', s."decisions"), (3, 'next_step', s."next_steps")) AS t("rank", "kind", "written")
CROSS JOIN LATERAL regexp_split_to_table(t."written", E'\n') WITH ORDINALITY AS l("text", "position")
WHERE btrim(l."text", E' \t\r') <> '';--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "agenda";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "decisions";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "next_steps";