CREATE TABLE "consultations" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"opened_on" date NOT NULL,
	"opened_by" uuid,
	"deadline" date NOT NULL,
	"waiver_reason" text,
	"waiver_document" text,
	"decided_on" date,
	"chosen_offer_id" uuid,
	"preferred_offer_id" uuid,
	"conflict" text,
	"conflict_note" text,
	"justification" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultations_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"sent_on" date NOT NULL,
	"intention" text,
	"intention_on" date,
	CONSTRAINT "invitations_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "offer_scores" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"scorer" text NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "offer_scores_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"days" numeric(14, 4) NOT NULL,
	"amount_cents" bigint NOT NULL,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offers_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "selection_criteria" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"weight" integer NOT NULL,
	CONSTRAINT "selection_criteria_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "terms_of_reference" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"context" text,
	"issue" text,
	"results" text,
	"phases" text,
	"deliverables" text,
	"days" numeric(14, 4),
	"budget_cents" bigint,
	"calendar" text,
	"skills" text,
	"contact" text,
	"publicity" text,
	"agreed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_of_reference_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_operator_id_chosen_offer_id_offers_operator_id_id_fk" FOREIGN KEY ("operator_id","chosen_offer_id") REFERENCES "public"."offers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_operator_id_preferred_offer_id_offers_operator_id_id_fk" FOREIGN KEY ("operator_id","preferred_offer_id") REFERENCES "public"."offers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_operator_id_provider_id_providers_operator_id_id_fk" FOREIGN KEY ("operator_id","provider_id") REFERENCES "public"."providers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_scores" ADD CONSTRAINT "offer_scores_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_scores" ADD CONSTRAINT "offer_scores_operator_id_offer_id_offers_operator_id_id_fk" FOREIGN KEY ("operator_id","offer_id") REFERENCES "public"."offers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_scores" ADD CONSTRAINT "offer_scores_operator_id_criterion_id_selection_criteria_operator_id_id_fk" FOREIGN KEY ("operator_id","criterion_id") REFERENCES "public"."selection_criteria"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_operator_id_provider_id_providers_operator_id_id_fk" FOREIGN KEY ("operator_id","provider_id") REFERENCES "public"."providers"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_criteria" ADD CONSTRAINT "selection_criteria_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_of_reference" ADD CONSTRAINT "terms_of_reference_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consultations_engineering" ON "consultations" USING btree ("operator_id","engineering_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_pair" ON "invitations" USING btree ("operator_id","engineering_id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_scores_one" ON "offer_scores" USING btree ("operator_id","offer_id","criterion_id","scorer");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_pair" ON "offers" USING btree ("operator_id","engineering_id","provider_id");--> statement-breakpoint
CREATE INDEX "selection_criteria_engineering" ON "selection_criteria" USING btree ("operator_id","engineering_id");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_of_reference_engineering" ON "terms_of_reference" USING btree ("operator_id","engineering_id");