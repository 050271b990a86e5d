ALTER TABLE "follow_up_responses" DROP CONSTRAINT "follow_up_responses_operator_id_person_id_people_operator_id_id_fk";
--> statement-breakpoint
ALTER TABLE "follow_up_responses" ADD COLUMN "asked_on" date;--> statement-breakpoint
ALTER TABLE "qualitative_pieces" ADD COLUMN "from_response_id" uuid;--> statement-breakpoint
ALTER TABLE "qualitative_pieces" ADD CONSTRAINT "qualitative_pieces_operator_id_from_response_id_follow_up_responses_operator_id_id_fk" FOREIGN KEY ("operator_id","from_response_id") REFERENCES "public"."follow_up_responses"("operator_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "qualitative_pieces_response" ON "qualitative_pieces" USING btree ("operator_id","from_response_id");