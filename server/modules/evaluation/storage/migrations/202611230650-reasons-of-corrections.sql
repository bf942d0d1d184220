-- Why a recorded fact was corrected or withdrawn. It stands with the version that it brought about.
ALTER TABLE evaluation.declared_fact ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE evaluation.declared_fact_version ADD COLUMN reason text NOT NULL DEFAULT '';
