CREATE TABLE "committee_advice" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"item_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"opinion" text NOT NULL,
	"body" text,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "committee_advice_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "committee_items" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"committee_id" uuid NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"title" text NOT NULL,
	"presentation" text NOT NULL,
	"questions" text,
	"opinion" text,
	"reason" text,
	"advised_quarters" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "committee_items_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "committee_members" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"committee_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"function" text,
	"sent_at" timestamp with time zone,
	CONSTRAINT "committee_members_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "committees" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"held_on" date NOT NULL,
	"place" text,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"sent_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "committees_operator_id_id_pk" PRIMARY KEY("operator_id","id"),
	CONSTRAINT "committees_days" CHECK ("committees"."opens_on" <= "committees"."closes_on")
);
--> statement-breakpoint
ALTER TABLE "committee_advice" ADD CONSTRAINT "committee_advice_operator_id_item_id_committee_items_operator_id_id_fk" FOREIGN KEY ("operator_id","item_id") REFERENCES "public"."committee_items"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_advice" ADD CONSTRAINT "committee_advice_operator_id_member_id_committee_members_operator_id_id_fk" FOREIGN KEY ("operator_id","member_id") REFERENCES "public"."committee_members"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_items" ADD CONSTRAINT "committee_items_operator_id_committee_id_committees_operator_id_id_fk" FOREIGN KEY ("operator_id","committee_id") REFERENCES "public"."committees"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_items" ADD CONSTRAINT "committee_items_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_members" ADD CONSTRAINT "committee_members_operator_id_committee_id_committees_operator_id_id_fk" FOREIGN KEY ("operator_id","committee_id") REFERENCES "public"."committees"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees" ADD CONSTRAINT "committees_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "committee_advice_one" ON "committee_advice" USING btree ("operator_id","item_id","member_id");--> statement-breakpoint
CREATE INDEX "committee_advice_member" ON "committee_advice" USING btree ("operator_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_items_case" ON "committee_items" USING btree ("operator_id","committee_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "committee_items_accompaniment" ON "committee_items" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "committee_members_committee" ON "committee_members" USING btree ("operator_id","committee_id");--> statement-breakpoint
CREATE INDEX "committees_held" ON "committees" USING btree ("operator_id","held_on");