-- The name of a constraint says beside which field its refusal stands: that of a mark is its time in the exercise.
ALTER INDEX "scenario_mark_taken" RENAME TO "scenario_mark_start_taken";
