-- Keys that two schema files could only declare by importing each other.
ALTER TABLE "links" ADD CONSTRAINT "links_accompaniment_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "accompaniments"("operator_id","id");--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_person_fk" FOREIGN KEY ("operator_id","person_id") REFERENCES "people"("operator_id","id");--> statement-breakpoint
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_session_fk" FOREIGN KEY ("operator_id","from_session_id") REFERENCES "sessions"("operator_id","id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_accompaniment_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "accompaniments"("operator_id","id");--> statement-breakpoint
ALTER TABLE "sends" ADD CONSTRAINT "sends_accompaniment_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "accompaniments"("operator_id","id");--> statement-breakpoint
ALTER TABLE "sends" ADD CONSTRAINT "sends_recipient_fk" FOREIGN KEY ("recipient_user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_accompaniment_fk" FOREIGN KEY ("operator_id","accompaniment_id") REFERENCES "accompaniments"("operator_id","id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id");
