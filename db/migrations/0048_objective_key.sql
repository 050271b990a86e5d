-- The objective that an action serves is one of the same operator; the schema files cannot say it without a cycle.
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_objective_fk" FOREIGN KEY ("operator_id","objective_id") REFERENCES "public"."plan_objectives"("operator_id","id");
