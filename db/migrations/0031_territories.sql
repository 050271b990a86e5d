CREATE TABLE "challenge_measures" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"challenge_id" uuid NOT NULL,
	"measured_on" date NOT NULL,
	"value" numeric(14, 4) NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "challenge_measures_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"territory_id" uuid NOT NULL,
	"nature" text NOT NULL,
	"title" text NOT NULL,
	"words" text,
	"indicator" text,
	"unit" text,
	"closed_on" date,
	"result" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "challenges_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "territories" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"communes" text[] DEFAULT '{}' NOT NULL,
	"departments" text[] DEFAULT '{}' NOT NULL,
	"label" text,
	"labelled_on" date,
	"roadmap" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "territories_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
CREATE TABLE "territory_seats" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"territory_id" uuid NOT NULL,
	"name" text NOT NULL,
	"college" text NOT NULL,
	"role" text,
	CONSTRAINT "territory_seats_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "challenge_measures" ADD CONSTRAINT "challenge_measures_operator_id_challenge_id_challenges_operator_id_id_fk" FOREIGN KEY ("operator_id","challenge_id") REFERENCES "public"."challenges"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_operator_id_territory_id_territories_operator_id_id_fk" FOREIGN KEY ("operator_id","territory_id") REFERENCES "public"."territories"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territories" ADD CONSTRAINT "territories_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territory_seats" ADD CONSTRAINT "territory_seats_operator_id_territory_id_territories_operator_id_id_fk" FOREIGN KEY ("operator_id","territory_id") REFERENCES "public"."territories"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "challenge_measures_day" ON "challenge_measures" USING btree ("operator_id","challenge_id","measured_on");--> statement-breakpoint
CREATE INDEX "challenges_territory" ON "challenges" USING btree ("operator_id","territory_id");--> statement-breakpoint
CREATE UNIQUE INDEX "territories_name" ON "territories" USING btree ("operator_id",lower("name"));--> statement-breakpoint
CREATE INDEX "territory_seats_territory" ON "territory_seats" USING btree ("operator_id","territory_id");