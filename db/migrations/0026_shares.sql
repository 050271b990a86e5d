CREATE TABLE "funder_parts" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"weight" integer NOT NULL,
	CONSTRAINT "funder_parts_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "operator_parts" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"engineering_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"weight" integer NOT NULL,
	"share_key" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"answered_on" date,
	CONSTRAINT "operator_parts_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"share_key" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"title" text,
	"starts_on" date,
	"ends_on" date,
	"quarters" integer,
	"amount_cents" bigint,
	"sirens" text[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"answered_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shares_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "engineerings" ALTER COLUMN "share" SET DATA TYPE numeric(24, 20);--> statement-breakpoint
ALTER TABLE "engineerings" ALTER COLUMN "share" SET DEFAULT 1;--> statement-breakpoint
ALTER TABLE "funder_parts" ADD CONSTRAINT "funder_parts_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funder_parts" ADD CONSTRAINT "funder_parts_operator_id_agreement_id_agreements_operator_id_id_fk" FOREIGN KEY ("operator_id","agreement_id") REFERENCES "public"."agreements"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD CONSTRAINT "operator_parts_partner_id_operators_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_parts" ADD CONSTRAINT "operator_parts_operator_id_engineering_id_engineerings_operator_id_id_fk" FOREIGN KEY ("operator_id","engineering_id") REFERENCES "public"."engineerings"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_lead_id_operators_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "funder_parts_pair" ON "funder_parts" USING btree ("operator_id","engineering_id","agreement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "operator_parts_pair" ON "operator_parts" USING btree ("operator_id","engineering_id","partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shares_key" ON "shares" USING btree ("operator_id","share_key");