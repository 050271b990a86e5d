ALTER TABLE "referrals" ADD COLUMN "partner_name" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "partner_email" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "partner_asked_on" date;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "brief" jsonb;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "word" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "said_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "noted_by" uuid;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_noted_by_users_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_said_once" CHECK ("referrals"."said_at" is null or ("referrals"."answer" is not null and "referrals"."noted_by" is null));