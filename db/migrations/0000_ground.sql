CREATE TABLE "accompaniment_agreements" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	CONSTRAINT "accompaniment_agreements_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "accompaniments" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"number" text NOT NULL,
	"organisation_id" uuid,
	"title" text,
	"programme_id" uuid NOT NULL,
	"practitioner_id" uuid,
	"contact_person_id" uuid,
	"state" text NOT NULL,
	"state_since" date NOT NULL,
	"channel" text,
	"prescriber" text,
	"motive" text,
	"requested_on" date,
	"intake_on" date,
	"eligibility" jsonb,
	"diagnostic_started_on" date,
	"diagnostic_validated_on" date,
	"committee_on" date,
	"opinion" text,
	"opinion_comment" text,
	"plan_approved_on" date,
	"restitution_on" date,
	"final_report" text,
	"closed_on" date,
	"outcome" text,
	"abandoned_on" date,
	"abandon_reason" text,
	"suspended_on" date,
	"suspend_reason" text,
	"resume_on" date,
	"state_before_suspension" text,
	"previous_id" uuid,
	"imported" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accompaniments_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_numbers_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "diagnostics" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"situation" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"strengths" text,
	"brakes" text,
	"conclusions" text,
	"documents_seen" text,
	"practitioner_days" numeric(14, 4),
	"sent_for_validation_at" timestamp with time zone,
	"validated_on" date,
	"validated_by_person_id" uuid,
	"validated_by_name" text,
	"validated_by_function" text,
	"reservation" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "diagnostics_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"domain" text NOT NULL,
	"title" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "needs_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_actions" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"nature" text NOT NULL,
	"title" text NOT NULL,
	"status" text DEFAULT 'to_do' NOT NULL,
	"owner" text,
	"due_on" date,
	"result" text,
	"position" integer DEFAULT 0 NOT NULL,
	"from_session_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_actions_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"sent_to" text NOT NULL,
	"sent_on" date,
	"answer" text,
	"answered_on" date,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "referrals_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"accompaniment_id" uuid,
	"taken_on" date NOT NULL,
	"occasion" text NOT NULL,
	"headcount" numeric(14, 4),
	"fte" numeric(14, 4),
	"permanent" numeric(14, 4),
	"fixed_term" numeric(14, 4),
	"women" numeric(14, 4),
	"part_time" numeric(14, 4),
	"subsidised" numeric(14, 4),
	"volunteers" numeric(14, 4),
	"budget" numeric(14, 4),
	"funder_count" numeric(14, 4),
	"strategy" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snapshots_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "volunteer_time" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"done_on" date NOT NULL,
	"activity" text,
	"hours" numeric(14, 4),
	"hourly_rate" numeric(14, 4),
	CONSTRAINT "volunteer_time_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"title" text,
	"funder_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"amount_cents" bigint,
	"programmes" text[] DEFAULT '{}' NOT NULL,
	"departments" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreements_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "edition_traces" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edition_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"cases" jsonb NOT NULL,
	CONSTRAINT "edition_traces_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"edition" integer NOT NULL,
	"state" text NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"content" jsonb,
	"requested_by" uuid,
	"built_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"failure" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "editions_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "funders" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"match_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funders_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"indicator" text NOT NULL,
	"value" numeric(14, 4) NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "targets_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"person_name" text,
	"role" text,
	"status" text NOT NULL,
	CONSTRAINT "attendances_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "engineering_members" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	CONSTRAINT "engineering_members_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "engineerings" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"provider_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"signed_on" date,
	"starts_on" date,
	"ends_on" date,
	"days_ordered" numeric(14, 4),
	"amount_cents" bigint,
	"paid_on" date,
	"share" numeric(14, 4) DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engineerings_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"match_name" text NOT NULL,
	"email" text,
	"siret" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "providers_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"held_on" date,
	"days" numeric(14, 4),
	"kind" text,
	"mode" text,
	"status" text NOT NULL,
	"place" text,
	"decisions" text,
	"next_steps" text,
	"overrun_reason" text,
	"recorded_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"piece_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"person_name" text NOT NULL,
	"given_on" date NOT NULL,
	"withdrawn_on" date,
	"evidence" text,
	CONSTRAINT "consents_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"wave" text NOT NULL,
	"planned_on" date,
	"answered_on" date,
	"state" text NOT NULL,
	"channel" text,
	"headcount" numeric(14, 4),
	"job_link" text,
	"jobs_kept" numeric(14, 4),
	"economic_situation" text,
	"objectives_reached" integer,
	"appropriation" integer,
	"satisfaction" integer,
	"strategy" integer,
	"funder_count" numeric(14, 4),
	"permanent" numeric(14, 4),
	"verbatim" text,
	"quote_consent" boolean,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_ups_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "qualitative_pieces" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"author" text,
	"collected_on" date NOT NULL,
	"limits" text,
	"from_follow_up_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "qualitative_pieces_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid,
	"subject_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"occurrence" integer NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'due' NOT NULL,
	"recipient_kind" text NOT NULL,
	"stopped_because" text,
	"done_at" timestamp with time zone,
	CONSTRAINT "reminders_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_lines" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seq" bigint NOT NULL,
	"command" text NOT NULL,
	"actor_hash" text NOT NULL,
	"subject_hash" text NOT NULL,
	"content_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_lines_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"accompaniment_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"happened_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "events_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "failed_jobs" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"job" text NOT NULL,
	"payload" jsonb NOT NULL,
	"reason" text NOT NULL,
	"attempts" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "failed_jobs_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"key" text NOT NULL,
	"command" text NOT NULL,
	"actor_id" text NOT NULL,
	"input_hash" text NOT NULL,
	"answer" jsonb,
	CONSTRAINT "idempotency_keys_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mailbox_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"accompaniment_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"job" text NOT NULL,
	"payload" jsonb NOT NULL,
	"dedup_key" text NOT NULL,
	"available_at" timestamp with time zone NOT NULL,
	"relayed_at" timestamp with time zone,
	CONSTRAINT "outbox_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "sends" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"send_key" text NOT NULL,
	"message" text NOT NULL,
	"payload" jsonb NOT NULL,
	"accompaniment_id" uuid,
	"recipient" text NOT NULL,
	"recipient_user_id" uuid,
	"locale" text DEFAULT 'fr' NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"message_id" text,
	"subject" text,
	"rendered" text,
	"sent_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "sends_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	CONSTRAINT "absences_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"from_on" date NOT NULL,
	"to_on" date,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "grants_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_refs" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file" text NOT NULL,
	"ref" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "import_refs_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"person_id" uuid,
	"expires_on" date NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_opened_at" timestamp with time zone,
	CONSTRAINT "links_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"department" text,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"clock_offset_days" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"search_text" text NOT NULL,
	"siret" text,
	"rna" text,
	"legal_form" text,
	"founded_on" date,
	"commune" text,
	"department" text,
	"region" text,
	"sector" text,
	"employer" boolean,
	"qpv" boolean,
	"frr" boolean,
	"email" text,
	"phone" text,
	"merged_into_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"role" text,
	"function" text DEFAULT 'leader' NOT NULL,
	"notice_given_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	CONSTRAINT "programmes_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "attempt_counters" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone,
	"aaguid" text
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" uuid NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_used_step" bigint
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"locale" text DEFAULT 'fr' NOT NULL,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accompaniment_agreements" ADD CONSTRAINT "accompaniment_agreements_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniment_agreements" ADD CONSTRAINT "accompaniment_agreements_operator_id_agreement_id_agreements_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "public"."agreements"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniments" ADD CONSTRAINT "accompaniments_practitioner_id_users_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniments" ADD CONSTRAINT "accompaniments_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniments" ADD CONSTRAINT "accompaniments_operator_id_programme_id_programmes_operator_id_id_fk" FOREIGN KEY ("operator_id","programme_id") REFERENCES "public"."programmes"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniments" ADD CONSTRAINT "accompaniments_operator_id_contact_person_id_people_operator_id_id_fk" FOREIGN KEY ("operator_id","contact_person_id") REFERENCES "public"."people"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniments" ADD CONSTRAINT "accompaniments_operator_id_previous_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","previous_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_numbers" ADD CONSTRAINT "case_numbers_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_operator_id_validated_by_person_id_people_operator_id_id_fk" FOREIGN KEY ("operator_id","validated_by_person_id") REFERENCES "public"."people"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_time" ADD CONSTRAINT "volunteer_time_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_operator_id_funder_id_funders_operator_id_id_fk" FOREIGN KEY ("operator_id","funder_id") REFERENCES "public"."funders"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_traces" ADD CONSTRAINT "edition_traces_operator_id_edition_id_editions_operator_id_id_fk" FOREIGN KEY ("operator_id","edition_id") REFERENCES "public"."editions"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_operator_id_agreement_id_agreements_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "public"."agreements"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funders" ADD CONSTRAINT "funders_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_operator_id_agreement_id_agreements_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "public"."agreements"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_operator_id_session_id_sessions_operator_id_id_fk" FOREIGN KEY ("operator_id","session_id") REFERENCES "public"."sessions"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engineering_members" ADD CONSTRAINT "engineering_members_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engineering_members" ADD CONSTRAINT "engineering_members_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engineerings" ADD CONSTRAINT "engineerings_operator_id_provider_id_providers_operator_id_id_fk" FOREIGN KEY ("operator_id","provider_id") REFERENCES "public"."providers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engineerings" ADD CONSTRAINT "engineerings_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_operator_id_piece_id_qualitative_pieces_operator_id_id_fk" FOREIGN KEY ("operator_id","piece_id") REFERENCES "public"."qualitative_pieces"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualitative_pieces" ADD CONSTRAINT "qualitative_pieces_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualitative_pieces" ADD CONSTRAINT "qualitative_pieces_operator_id_from_follow_up_id_follow_ups_operator_id_id_fk" FOREIGN KEY ("operator_id","from_follow_up_id") REFERENCES "public"."follow_ups"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD CONSTRAINT "audit_lines_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "failed_jobs" ADD CONSTRAINT "failed_jobs_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sends" ADD CONSTRAINT "sends_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_delegate_id_users_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_refs" ADD CONSTRAINT "import_refs_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_operator_id_merged_into_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","merged_into_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_operator_id_organisation_id_organisations_operator_id_id_fk" FOREIGN KEY ("operator_id","organisation_id") REFERENCES "public"."organisations"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accompaniment_agreements_pair" ON "accompaniment_agreements" USING btree ("operator_id","accompaniment_id","agreement_id");--> statement-breakpoint
CREATE INDEX "accompaniment_agreements_agreement" ON "accompaniment_agreements" USING btree ("operator_id","agreement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accompaniments_number" ON "accompaniments" USING btree ("operator_id","number");--> statement-breakpoint
CREATE INDEX "accompaniments_organisation" ON "accompaniments" USING btree ("operator_id","organisation_id");--> statement-breakpoint
CREATE INDEX "accompaniments_practitioner" ON "accompaniments" USING btree ("operator_id","practitioner_id","state");--> statement-breakpoint
CREATE INDEX "accompaniments_state" ON "accompaniments" USING btree ("operator_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "case_numbers_year" ON "case_numbers" USING btree ("operator_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "diagnostics_accompaniment" ON "diagnostics" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "needs_accompaniment" ON "needs" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "notes_accompaniment" ON "notes" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "plan_actions_accompaniment" ON "plan_actions" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "referrals_accompaniment" ON "referrals" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "snapshots_organisation" ON "snapshots" USING btree ("operator_id","organisation_id","taken_on");--> statement-breakpoint
CREATE INDEX "snapshots_accompaniment" ON "snapshots" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "volunteer_time_accompaniment" ON "volunteer_time" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_code" ON "agreements" USING btree ("operator_id","code");--> statement-breakpoint
CREATE INDEX "agreements_funder" ON "agreements" USING btree ("operator_id","funder_id");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_traces_figure" ON "edition_traces" USING btree ("operator_id","edition_id","figure");--> statement-breakpoint
CREATE UNIQUE INDEX "editions_number" ON "editions" USING btree ("operator_id","agreement_id","year","edition");--> statement-breakpoint
CREATE UNIQUE INDEX "funders_name" ON "funders" USING btree ("operator_id","match_name");--> statement-breakpoint
CREATE UNIQUE INDEX "targets_identity" ON "targets" USING btree ("operator_id","agreement_id","year","indicator");--> statement-breakpoint
CREATE INDEX "attendances_session" ON "attendances" USING btree ("operator_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "engineering_members_pair" ON "engineering_members" USING btree ("operator_id","engineering_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "engineering_members_accompaniment" ON "engineering_members" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "engineerings_provider" ON "engineerings" USING btree ("operator_id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "providers_name" ON "providers" USING btree ("operator_id","match_name");--> statement-breakpoint
CREATE INDEX "sessions_engineering" ON "sessions" USING btree ("operator_id","engineering_id","held_on");--> statement-breakpoint
CREATE INDEX "consents_piece" ON "consents" USING btree ("operator_id","piece_id");--> statement-breakpoint
CREATE INDEX "follow_ups_accompaniment" ON "follow_ups" USING btree ("operator_id","accompaniment_id","wave");--> statement-breakpoint
CREATE INDEX "follow_ups_due" ON "follow_ups" USING btree ("operator_id","state","planned_on");--> statement-breakpoint
CREATE INDEX "qualitative_pieces_accompaniment" ON "qualitative_pieces" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_identity" ON "reminders" USING btree ("operator_id","rule","subject_id","occurrence");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("operator_id","state","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_lines_seq" ON "audit_lines" USING btree ("operator_id","seq");--> statement-breakpoint
CREATE INDEX "events_accompaniment" ON "events" USING btree ("operator_id","accompaniment_id","at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("operator_id","subject_id","at");--> statement-breakpoint
CREATE INDEX "failed_jobs_open" ON "failed_jobs" USING btree ("operator_id","settled_at");--> statement-breakpoint
CREATE UNIQUE INDEX "idempotency_keys_key" ON "idempotency_keys" USING btree ("operator_id","command","actor_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "mailbox_message" ON "mailbox" USING btree ("operator_id","message_id");--> statement-breakpoint
CREATE INDEX "mailbox_at" ON "mailbox" USING btree ("operator_id","at");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("operator_id","user_id","read_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedup" ON "outbox" USING btree ("operator_id","job","dedup_key");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("relayed_at","available_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sends_key" ON "sends" USING btree ("operator_id","send_key");--> statement-breakpoint
CREATE INDEX "sends_due" ON "sends" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "sends_accompaniment" ON "sends" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "absences_user" ON "absences" USING btree ("operator_id","user_id");--> statement-breakpoint
CREATE INDEX "grants_user" ON "grants" USING btree ("user_id","operator_id");--> statement-breakpoint
CREATE INDEX "grants_operator" ON "grants" USING btree ("operator_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "import_refs_identity" ON "import_refs" USING btree ("operator_id","file","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "links_token" ON "links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "links_subject" ON "links" USING btree ("operator_id","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "operators_slug" ON "operators" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_siret" ON "organisations" USING btree ("operator_id","siret") WHERE siret is not null and merged_into_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_rna" ON "organisations" USING btree ("operator_id","rna") WHERE rna is not null and merged_into_id is null;--> statement-breakpoint
CREATE INDEX "organisations_name" ON "organisations" USING btree ("operator_id","name");--> statement-breakpoint
CREATE INDEX "organisations_search" ON "organisations" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_organisation" ON "people" USING btree ("operator_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "programmes_version" ON "programmes" USING btree ("operator_id","code","version");--> statement-breakpoint
CREATE INDEX "credentials_user" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ins_token" ON "sign_ins" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sign_ins_user" ON "sign_ins" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_user" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");