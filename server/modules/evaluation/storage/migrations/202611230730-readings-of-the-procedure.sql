-- A grade, an override, a decision, an incident or a report: changed and taken back where it was given, never by a sheet.
ALTER TABLE evaluation.declared_fact ADD COLUMN of_procedure boolean NOT NULL DEFAULT false;
UPDATE evaluation.declared_fact SET of_procedure = true WHERE standing IN ('override', 'decision');
