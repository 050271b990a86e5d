CREATE TABLE "typologies" (
	"operator_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accompaniment_id" uuid NOT NULL,
	"target" text,
	"relation" text,
	"trade" text,
	"format" text,
	"place" text,
	"payment" text,
	"phase" text,
	"functions" text[] DEFAULT '{}' NOT NULL,
	"domains" text[] DEFAULT '{}' NOT NULL,
	"facilitations" text[] DEFAULT '{}' NOT NULL,
	"intervenants" text[] DEFAULT '{}' NOT NULL,
	"publics" text[] DEFAULT '{}' NOT NULL,
	"days" numeric(14, 4),
	"months" integer,
	"rhythm" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "typologies_operator_id_id_pk" PRIMARY KEY("operator_id","id")
);
--> statement-breakpoint
ALTER TABLE "typologies" ADD CONSTRAINT "typologies_operator_id_accompaniment_id_accompaniments_operator_id_id_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "public"."accompaniments"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "typologies_accompaniment" ON "typologies" USING btree ("operator_id","accompaniment_id");--> statement-breakpoint
CREATE INDEX "typologies_trade" ON "typologies" USING btree ("operator_id","trade");--> statement-breakpoint
CREATE INDEX "typologies_publics" ON "typologies" USING gin ("publics");